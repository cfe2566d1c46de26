/** How a built cell looks; what is absent stays Excel's default. */
export interface BuildStyle {
  readonly numberFormat?: string;
  readonly font?: string;
  readonly size?: number;
  readonly bold?: boolean;
  readonly color?: string;
  readonly fill?: string;
  readonly border?: boolean;
  readonly horizontal?: "left" | "center" | "right";
  readonly wrap?: boolean;
  readonly unlocked?: boolean;
}

/** Collects the styles of a workbook and writes styles.xml; index 0 is the default style. */
export class StyleTable {
  private readonly fonts = ['<font><sz val="11"/><name val="宋体"/><charset val="134"/></font>'];
  private readonly fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
  ];
  private readonly borders = ["<border><left/><right/><top/><bottom/><diagonal/></border>"];
  private readonly formats: string[] = [];
  private readonly cells = ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'];
  private readonly differentials: string[] = [];

  /** Index of the style in cellXfs. */
  index(style: BuildStyle | undefined): number {
    if (!style) return 0;
    const font =
      style.font === undefined && style.size === undefined && !style.bold && style.color === undefined
        ? 0
        : add(
            this.fonts,
            `<font>${style.bold ? "<b/>" : ""}<sz val="${style.size ?? 11}"/>${style.color ? `<color rgb="FF${style.color}"/>` : ""}<name val="${style.font ?? "宋体"}"/><charset val="134"/></font>`,
          );
    const fill = style.fill
      ? add(
          this.fills,
          `<fill><patternFill patternType="solid"><fgColor rgb="FF${style.fill}"/><bgColor indexed="64"/></patternFill></fill>`,
        )
      : 0;
    const border = style.border
      ? add(
          this.borders,
          `<border>${["left", "right", "top", "bottom"].map((side) => `<${side} style="thin"><color auto="1"/></${side}>`).join("")}<diagonal/></border>`,
        )
      : 0;
    const format = this.formatId(style.numberFormat);
    const alignment =
      style.horizontal || style.wrap
        ? `<alignment${style.horizontal ? ` horizontal="${style.horizontal}"` : ""} vertical="center"${style.wrap ? ' wrapText="1"' : ""}/>`
        : "";
    const protection = style.unlocked ? '<protection locked="0"/>' : "";
    const flags = `${format ? ' applyNumberFormat="1"' : ""}${alignment ? ' applyAlignment="1"' : ""}${protection ? ' applyProtection="1"' : ""}`;
    const head = `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"${flags}`;
    return add(this.cells, alignment || protection ? `${head}>${alignment}${protection}</xf>` : `${head}/>`);
  }

  /** Index of a differential format with this fill. */
  differential(fill: string): number {
    return add(this.differentials, `<dxf><fill><patternFill><bgColor rgb="FF${fill}"/></patternFill></fill></dxf>`);
  }

  xml(namespace: string): string {
    const list = (name: string, items: readonly string[]): string =>
      items.length === 0 ? `<${name} count="0"/>` : `<${name} count="${items.length}">${items.join("")}</${name}>`;
    const formats = this.formats.map(
      (code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code.replace(/"/g, "&quot;")}"/>`,
    );
    return [
      `<styleSheet xmlns="${namespace}">`,
      formats.length > 0 ? list("numFmts", formats) : "",
      list("fonts", this.fonts),
      list("fills", this.fills),
      list("borders", this.borders),
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      list("cellXfs", this.cells),
      '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>',
      list("dxfs", this.differentials),
      "</styleSheet>",
    ].join("");
  }

  private formatId(code: string | undefined): number {
    if (code === undefined || code === "General") return 0;
    const builtin = BUILTIN.get(code);
    return builtin ?? 164 + add(this.formats, code);
  }
}

const BUILTIN = new Map([
  ["0", 1],
  ["0.00", 2],
  ["#,##0", 3],
  ["#,##0.00", 4],
  ["0%", 9],
  ["0.00%", 10],
  ["@", 49],
]);

function add(items: string[], item: string): number {
  const found = items.indexOf(item);
  return found >= 0 ? found : items.push(item) - 1;
}
