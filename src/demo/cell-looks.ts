/** A border line of a cell in the grid component's own numbering of line kinds. */
export interface BorderLine {
  readonly style: number;
  readonly color: string;
}

/** How a cell of an .xlsx file looks; what is absent is the default. */
export interface CellLook {
  readonly fontName?: string;
  /** Points. */
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly underline?: boolean;
  /** CSS colours ("#rrggbb"). */
  readonly color?: string;
  readonly fill?: string;
  readonly borders: Readonly<Partial<Record<Side, BorderLine>>>;
  readonly horizontal?: string;
  readonly vertical?: string;
  readonly wrap?: boolean;
  readonly numberFormat: string;
}

export type Side = "left" | "right" | "top" | "bottom";
export const SIDES: readonly Side[] = ["left", "right", "top", "bottom"];

const LINES: Readonly<Record<string, number>> = {
  thin: 1,
  hair: 2,
  dotted: 3,
  dashed: 4,
  dashDot: 5,
  dashDotDot: 6,
  double: 7,
  medium: 8,
  mediumDashed: 9,
  mediumDashDot: 10,
  mediumDashDotDot: 11,
  slantDashDot: 12,
  thick: 13,
};

/** Number formats that a file names by number only (ECMA-376 part 1, 18.8.30); the rest count as General. */
const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  9: "0%",
  10: "0.00%",
  14: "yyyy/m/d",
  37: "#,##0;(#,##0)",
  38: "#,##0;[Red](#,##0)",
  39: "#,##0.00;(#,##0.00)",
  40: "#,##0.00;[Red](#,##0.00)",
  43: "#,##0.00",
  49: "@",
};

/** Order of the colours in a theme as cells refer to them: the first two pairs are swapped against the file's. */
const THEME_ORDER = ["lt1", "dk1", "lt2", "dk2", "accent1", "accent2", "accent3", "accent4", "accent5", "accent6"];

/**
 * The looks of xl/styles.xml in the order cells refer to them.
 * @param styles text of styles.xml
 * @param theme text of theme1.xml, for colours given by theme; black and white where there is none
 */
export function readCellLooks(styles: string, theme: string | undefined): readonly CellLook[] {
  const root = parse(styles);
  const palette = themeColours(theme);
  const formats = new Map(
    children(child(root, "numFmts"), "numFmt").map((format) => [
      Number(format.getAttribute("numFmtId")),
      format.getAttribute("formatCode") ?? "General",
    ]),
  );
  const fonts = children(child(root, "fonts"), "font").map((font) => fontLook(font, palette));
  const fills = children(child(root, "fills"), "fill").map((fill) => {
    const pattern = child(fill, "patternFill");
    return pattern?.getAttribute("patternType") === "solid" ? colour(child(pattern, "fgColor"), palette) : undefined;
  });
  const borders = children(child(root, "borders"), "border").map((border) => borderLook(border, palette));
  return children(child(root, "cellXfs"), "xf").map((xf) => {
    const number = (name: string) => Number(xf.getAttribute(name) ?? 0);
    const alignment = child(xf, "alignment");
    const fill = fills[number("fillId")];
    const id = number("numFmtId");
    return {
      ...fonts[number("fontId")],
      ...(fill !== undefined && { fill }),
      borders: borders[number("borderId")] ?? {},
      ...optional("horizontal", alignment?.getAttribute("horizontal")),
      ...optional("vertical", alignment?.getAttribute("vertical")),
      ...(isOn(alignment?.getAttribute("wrapText")) && { wrap: true }),
      numberFormat: formats.get(id) ?? BUILT_IN_FORMATS[id] ?? "General",
    };
  });
}

function fontLook(font: Element, palette: readonly string[]): Partial<CellLook> {
  const size = child(font, "sz")?.getAttribute("val");
  const flag = (name: string) => {
    const element = child(font, name);
    return element !== undefined && isOn(element.getAttribute("val") ?? "1");
  };
  const color = colour(child(font, "color"), palette);
  return {
    ...optional("fontName", child(font, "name")?.getAttribute("val")),
    ...(size && { fontSize: Number(size) }),
    ...(flag("b") && { bold: true }),
    ...(flag("i") && { italic: true }),
    ...(child(font, "u") && { underline: true }),
    ...(color !== undefined && { color }),
  };
}

function borderLook(border: Element, palette: readonly string[]): CellLook["borders"] {
  const lines: Partial<Record<Side, BorderLine>> = {};
  for (const side of SIDES) {
    const line = child(border, side);
    const style = LINES[line?.getAttribute("style") ?? ""];
    if (style !== undefined) lines[side] = { style, color: colour(child(line, "color"), palette) ?? "#000000" };
  }
  return lines;
}

/** A colour element as CSS; undefined where there is none or it is the automatic one. */
function colour(element: Element | undefined, palette: readonly string[]): string | undefined {
  const rgb = element?.getAttribute("rgb");
  if (rgb) return `#${rgb.slice(-6).toLowerCase()}`;
  const theme = palette[Number(element?.getAttribute("theme") ?? -1)];
  return theme === undefined ? undefined : tinted(theme, Number(element?.getAttribute("tint") ?? 0));
}

/** Lightens (tint > 0) or darkens a colour; channel by channel, which is close enough to Excel's way for a look. */
function tinted(color: string, tint: number): string {
  const channels = [1, 3, 5].map((at) => {
    const channel = parseInt(color.slice(at, at + 2), 16);
    const changed = tint < 0 ? channel * (1 + tint) : channel + (255 - channel) * tint;
    return Math.round(changed).toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

function themeColours(theme: string | undefined): readonly string[] {
  if (theme === undefined) return ["#ffffff", "#000000"];
  const scheme = parse(theme).getElementsByTagNameNS("*", "clrScheme")[0];
  return THEME_ORDER.map((name) => {
    const color = child(scheme, name)?.firstElementChild;
    const value = color?.getAttribute("lastClr") ?? color?.getAttribute("val") ?? "000000";
    return `#${value.toLowerCase()}`;
  });
}

function parse(xml: string): Element {
  return new DOMParser().parseFromString(xml, "application/xml").documentElement;
}

function child(of: Element | undefined, name: string): Element | undefined {
  return children(of, name)[0];
}

function children(of: Element | undefined, name: string): Element[] {
  return of ? [...of.children].filter((element) => element.localName === name) : [];
}

function isOn(value: string | null | undefined): boolean {
  return value === "1" || value === "true";
}

function optional<K extends string>(key: K, value: string | null | undefined): Partial<Record<K, string>> {
  return value === null || value === undefined ? {} : ({ [key]: value } as Record<K, string>);
}
