import type { CellLook } from "../../core/model/look";
import { alignmentXml, BLANK_BORDER, borderXml, fillXml, fontXml, LIKE_FORMULA } from "./look-xml";
import { lookOfXml } from "./look-of-xml";
import { builtinCode, builtinId, FIRST_OWN_FORMAT, GENERAL } from "./number-formats";
import { XML_HEAD } from "./opc-package";
import { applySplices, type Splice } from "./splice";
import { isTrue } from "./workbook-part";
import { tagEnd, walkXml } from "./xml";
import { attribute, opened, withAttribute } from "./xml-attributes";
import { escapeXml } from "./xml-text";
import { outline, placeAfter, withOpenRoot, type XmlOutline } from "./xml-children";

/** Children of a style sheet up to the last one of ours, in the schema's order. */
const ORDER = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs"] as const;
/** The lists we add to. */
const LISTS = ["numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "dxfs"] as const;
/** Lists that may be absent but not empty. */
const MUST_HOLD = ["cellStyleXfs", "cellXfs", "cellStyles"] as const;
type ListName = (typeof LISTS)[number];

/**
 * What a cell without a format looks like, spelled out: some programs write a style sheet without these lists, and the
 * first format of ours needs them before it.
 */
const DEFAULTS: readonly (readonly [list: ListName, items: readonly string[]])[] = [
  ["fonts", ['<font><sz val="11"/><name val="宋体"/></font>']],
  ["fills", ["none", "gray125"].map((pattern) => `<fill><patternFill patternType="${pattern}"/></fill>`)],
  ["borders", ["<border><left/><right/><top/><bottom/><diagonal/></border>"]],
  ["cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']],
  ["cellXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>']],
];

/**
 * The style sheet of a workbook. Formats are only ever added at the end, so that no cell changes its look; only
 * differential formats of our own are taken away again.
 */
export class StylesPart {
  private readonly outline: XmlOutline;
  /** Items of each list as text. */
  private readonly lists: Readonly<Record<ListName, string[]>>;
  private readonly codes = new Map<number, string>();
  /** How many of the number formats `codes` already holds. */
  private read = 0;

  /** The text with room for children. */
  private readonly xml: string;

  constructor(private readonly source: string) {
    this.xml = withOpenRoot(source);
    this.outline = outline(this.xml);
    this.lists = Object.fromEntries(LISTS.map((name) => [name, this.readList(name)])) as Record<ListName, string[]>;
  }

  /** Number format code of a style ("General" where the style is unknown). */
  formatOf(style: number): string {
    const xf = this.lists.cellXfs[style];
    return xf === undefined ? GENERAL : this.codeOf(Number(attribute(startTag(xf), "numFmtId") ?? "0"));
  }

  /** Whether cells of this style are locked once their sheet is protected. */
  isLocked(style: number): boolean {
    const tag = /<[\w.-]*:?protection\s[^>]*>/.exec(this.lists.cellXfs[style] ?? "")?.[0] ?? "";
    return (attribute(tag, "locked") ?? "1") !== "0" && attribute(tag, "locked") !== "false";
  }

  /** The style that differs from `style` only in its number format, and in how Excel takes text typed into it. */
  variant(style: number, wish: { readonly format?: string | undefined; readonly textPrefix?: boolean }): number {
    const items = this.lists.cellXfs;
    const format = wish.format ?? this.formatOf(style);
    const prefixed = isTrue(attribute(startTag(items[style] ?? items[0] ?? ""), "quotePrefix"));
    const textPrefix = wish.textPrefix ?? prefixed;
    if (format === this.formatOf(style) && textPrefix === prefixed) return style;
    this.spellOutDefaults();
    const xf = items[style] ?? items[0] ?? "";
    const kept = kernel(xf, textPrefix);
    const found = items.findIndex((item, i) => this.formatOf(i) === format && kernel(item) === kept);
    if (found >= 0) return found;
    const id = format === this.formatOf(style) ? attribute(startTag(xf), "numFmtId") : String(this.formatId(format));
    const numbered = withAttribute(withAttribute(startTag(xf), "numFmtId", id), "applyNumberFormat", "1");
    const tag = withAttribute(numbered, "quotePrefix", textPrefix ? "1" : undefined);
    return items.push(tag + xf.slice(startTag(xf).length)) - 1;
  }

  /** A style for a new cell: a number format, bold or not, everything else as the workbook's default. */
  plain(format: string | undefined, bold: boolean): number {
    const base = this.variant(0, { format: format ?? GENERAL, textPrefix: false });
    if (!bold) return base;
    this.spellOutDefaults();
    const items = this.lists.cellXfs;
    const xf = items[base] ?? "";
    const font = this.boldFont(Number(attribute(startTag(xf), "fontId") ?? "0"));
    const tag = withAttribute(withAttribute(startTag(xf), "fontId", String(font)), "applyFont", "1");
    return indexOrAdd(items, tag + xf.slice(startTag(xf).length));
  }

  /**
   * A style for a new cell that looks so. `text` is what it will hold: text that would become a formula when typed again
   * is marked as text.
   */
  look(look: CellLook, text: string): number {
    this.spellOutDefaults();
    const add = (name: ListName, item: string): number => indexOrAdd(this.lists[name], this.prefixed(item));
    const format = this.formatId(look.numberFormat ?? GENERAL);
    const font = add("fonts", fontXml(look));
    const fill = look.fill === undefined ? 0 : add("fills", fillXml(look.fill));
    const border = add("borders", look.boxed ? borderXml(look) : BLANK_BORDER);
    const prefix = LIKE_FORMULA.test(text) ? ' quotePrefix="1"' : "";
    return add(
      "cellXfs",
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${prefix} applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${alignmentXml(look)}</xf>`,
    );
  }

  /** How a cell of this style looks; colours that follow the theme are left out. */
  lookOf(style: number): CellLook {
    const xf = this.lists.cellXfs[style] ?? this.lists.cellXfs[0] ?? "";
    const item = (list: "fonts" | "fills" | "borders", id: string): string =>
      this.lists[list][Number(attribute(startTag(xf), id) ?? "0")] ?? "";
    return lookOfXml({
      alignment: xf,
      font: item("fonts", "fontId"),
      fill: item("fills", "fillId"),
      border: item("borders", "borderId"),
      numberFormat: this.formatOf(style),
    });
  }

  /** Index of a differential format; added where it is not there yet. `dxf` is written without prefix. */
  differential(dxf: string): number {
    return indexOrAdd(this.lists.dxfs, this.prefixed(dxf));
  }

  /** Takes away the differential formats at the end that are among `own`: nobody refers to them any more. */
  dropDifferentials(own: readonly string[]): void {
    const items = this.lists.dxfs;
    const ours = new Set(own.map((dxf) => this.prefixed(dxf)));
    for (let last = items.at(-1); last !== undefined && ours.has(last); last = items.at(-1)) items.pop();
  }

  /** The style sheet's text with what was added; the same text where nothing was. */
  text(): string {
    const splices = LISTS.flatMap((name) => this.listSplices(name));
    return splices.length === 0 ? this.source : applySplices(this.xml, [...splices, ...this.withoutEmpty()]);
  }

  /** Lists that the schema wants filled and that say nothing: some programs write them all the same. */
  private withoutEmpty(): Splice[] {
    const isEmpty = (list: (typeof MUST_HOLD)[number]): boolean =>
      (list === "cellStyles" ? this.readList(list) : this.lists[list]).length === 0;
    return this.outline.children
      .filter(({ name }) => MUST_HOLD.some((list) => list === name && isEmpty(list)))
      .map(({ start, end }) => ({ start, end, text: "" }));
  }

  private spellOutDefaults(): void {
    for (const [name, items] of DEFAULTS) {
      if (this.lists[name].length === 0) this.lists[name].push(...items.map((item) => this.prefixed(item)));
    }
  }

  private listSplices(name: ListName): Splice[] {
    const items = this.lists[name];
    const child = this.outline.children.find((c) => c.name === name);
    const body = items.join("");
    if (!child) {
      if (items.length === 0) return [];
      const place = placeAfter(this.outline, new Set(ORDER.slice(0, ORDER.indexOf(name))));
      return [
        {
          start: place,
          end: place,
          text: this.prefixed(`<${name} count="${items.length}">`) + body + this.prefixed(`</${name}>`),
        },
      ];
    }
    const before = this.readList(name);
    if (before.length === items.length && before.every((item, i) => item === items[i])) return [];
    const tag = withAttribute(this.xml.slice(child.start, child.tagEnd), "count", String(items.length));
    const open = opened(tag);
    const text = items.length === 0 ? open.replace(/>$/, "/>") : open + body + this.prefixed(`</${name}>`);
    return [{ start: child.start, end: child.end, text }];
  }

  private readList(name: (typeof ORDER)[number]): string[] {
    const child = this.outline.children.find((c) => c.name === name);
    const items: string[] = [];
    if (child && !child.empty) {
      const part = this.xml.slice(child.start, child.end);
      let start = 0;
      walkXml(part, (event) => {
        if (event.depth !== 1 || event.kind === "text") return;
        if (event.kind === "open") start = event.start;
        if (event.kind === "close" || event.empty) items.push(part.slice(start, event.end));
      });
    }
    return items;
  }

  private codeOf(id: number): string {
    return this.ownCodes().get(id) ?? builtinCode(id) ?? GENERAL;
  }

  /** Codes of the formats that are not built in, by number; the first of a number holds. */
  private ownCodes(): ReadonlyMap<number, string> {
    const { numFmts } = this.lists;
    for (const item of numFmts.slice(this.read)) {
      const id = Number(attribute(item, "numFmtId"));
      const code = attribute(item, "formatCode");
      if (code !== undefined && !this.codes.has(id)) this.codes.set(id, code);
    }
    this.read = numFmts.length;
    return this.codes;
  }

  private formatId(code: string): number {
    const own = [...this.ownCodes()].find(([, known]) => known === code);
    if (own !== undefined) return own[0];
    const builtin = builtinId(code);
    if (builtin !== undefined) return builtin;
    const id = [...this.ownCodes().keys()].reduce((a, b) => Math.max(a, b), FIRST_OWN_FORMAT - 1) + 1;
    this.lists.numFmts.push(this.prefixed(`<numFmt numFmtId="${id}" formatCode="${escapeXml(code)}"/>`));
    return id;
  }

  /** Index of the bold sister of a font. */
  private boldFont(font: number): number {
    const items = this.lists.fonts;
    const source = items[font] ?? this.prefixed("<font></font>");
    if (/<[\w.-]*:?b[\s/>]/.test(source)) return font;
    const open = opened(startTag(source));
    const rest =
      source.endsWith("/>") && startTag(source) === source
        ? this.prefixed("</font>")
        : source.slice(startTag(source).length);
    return indexOrAdd(items, open + this.prefixed("<b/>") + rest);
  }

  private prefixed(xml: string): string {
    return this.outline.prefix === "" ? xml : xml.replace(/<(\/?)(?=[A-Za-z])/g, `<$1${this.outline.prefix}`);
  }
}

/** Everything of a cell format but its number format: equal where two styles otherwise look the same. */
function kernel(xf: string, textPrefix?: boolean): string {
  const tag = startTag(xf);
  const prefixed = textPrefix ?? isTrue(attribute(tag, "quotePrefix"));
  let rest = tag;
  for (const name of ["numFmtId", "applyNumberFormat", "quotePrefix"]) rest = withAttribute(rest, name, undefined);
  return `${prefixed ? "'" : ""}${rest.replace(/\s+/g, " ").replace(/\s*(\/?>)$/, "$1")}${xf.slice(tag.length)}`;
}

function indexOrAdd(items: string[], item: string): number {
  const found = items.indexOf(item);
  return found >= 0 ? found : items.push(item) - 1;
}

/** Start tag of an element; "" of none. */
function startTag(element: string): string {
  return element === "" ? "" : element.slice(0, tagEnd(element, 0));
}

/** A style sheet for a workbook that has none, in the workbook's namespace. */
export function emptyStyles(namespace: string): string {
  return `${XML_HEAD}<styleSheet xmlns="${namespace}"/>`;
}
