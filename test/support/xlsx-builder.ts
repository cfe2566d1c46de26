import { strToU8, zipSync } from "fflate";
import { columnName } from "../../src/core/model/cell";
import type { CellRange } from "../../src/core/model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { StyleTable, type BuildStyle } from "./xlsx-builder-styles";

export type { BuildStyle } from "./xlsx-builder-styles";

/** A conditional format of the user's own: an expression rule with a fill. */
export interface BuildConditionalFormat {
  readonly range: string;
  readonly formula: string;
  readonly fill: string;
}

/** A sheet to build: a grid plus whatever a test or a sample needs beyond contents. */
export interface BuildSheet extends SheetGrid {
  readonly state?: "hidden" | "veryHidden";
  /** Style of a cell in sheet coordinates; styled cells are written even where empty. */
  readonly style?: (row: number, column: number) => BuildStyle | undefined;
  /** Column widths in characters from column A. */
  readonly widths?: readonly number[];
  /** Row height in points, by zero-based row. */
  readonly heights?: ReadonlyMap<number, number>;
  readonly conditionalFormats?: readonly BuildConditionalFormat[];
  /** Attributes of sheetProtection besides sheet="1" ("" for none). */
  readonly protection?: string;
  /** A4 landscape, fitted to one page. */
  readonly printed?: boolean;
  /** Formula cells as shared formulas: master's A1 range → its formula; children carry only the index. */
  readonly sharedFormulas?: readonly { readonly range: CellRange; readonly formula: string }[];
  /** Elements put after the others inside worksheet (dataValidations, extLst …), already in schema order. */
  readonly trailing?: string;
  /** A chart over these cells, drawn on the sheet. */
  readonly chartOf?: string;
}

/** Ways in which other programs write the same workbook. */
export interface BuildOptions {
  /** Text in xl/sharedStrings.xml (as Excel does) or inside the cells. */
  readonly strings?: "shared" | "inline";
  /** Leave out `r` on rows and cells, where nothing is skipped. */
  readonly withoutReferences?: boolean;
  /** Namespace prefix of the spreadsheet elements ("x" gives x:worksheet). */
  readonly prefix?: string;
  /** ISO strict namespaces. */
  readonly strict?: boolean;
  /** Targets in workbook.xml.rels as "/xl/…" instead of relative. */
  readonly absoluteTargets?: boolean;
  /** Write calcChain.xml for the formula cells. */
  readonly calcChain?: boolean;
  readonly lockStructure?: boolean;
  /** Further parts, byte for byte; content types by extension must be known or given. */
  readonly parts?: Readonly<Record<string, string | Uint8Array>>;
  /** Further Override entries: part name → content type. */
  readonly contentTypes?: Readonly<Record<string, string>>;
  /** Further workbook relationships, as XML. */
  readonly workbookRelationships?: string;
  readonly definedNames?: string;
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const MAIN_STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main";
const REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const REL_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
/** 1 January 2024 in local time: a ZIP entry holds local time, so the bytes are the same everywhere. */
const MODIFIED = new Date(2024, 0, 1);

/** Grids → the bytes of an .xlsx file; the same input gives the same bytes. */
export function buildXlsx(
  workbook: WorkbookGrid | { readonly sheets: readonly BuildSheet[] },
  options: BuildOptions = {},
): Uint8Array {
  const sheets: readonly BuildSheet[] = workbook.sheets;
  const styles = new StyleTable();
  const strings = new Map<string, number>();
  const parts: Record<string, string | Uint8Array> = {};
  const overrides: Record<string, string> = { "/xl/workbook.xml": `${TYPE}.sheet.main+xml` };
  const namespaces = options.strict ? { main: MAIN_STRICT, rel: REL_STRICT } : { main: MAIN, rel: REL };
  const chain: string[] = [];
  const relationships: string[] = [];
  const prefix = options.absoluteTargets ? "/xl/" : "";
  let charts = 0;

  sheets.forEach((sheet, index) => {
    const name = `xl/worksheets/sheet${index + 1}.xml`;
    if (sheet.chartOf !== undefined) addChart(parts, overrides, ++charts, index + 1, sheet.chartOf);
    parts[name] = worksheetXml(sheet, index, { options, styles, strings, chain, namespaces });
    overrides[`/${name}`] = `${TYPE}.worksheet+xml`;
    relationships.push(
      relationship(`rId${index + 1}`, `${namespaces.rel}/worksheet`, `${prefix}worksheets/sheet${index + 1}.xml`),
    );
  });
  parts["xl/styles.xml"] = prefixed(HEAD + styles.xml(namespaces.main), options.prefix);
  overrides["/xl/styles.xml"] = `${TYPE}.styles+xml`;
  relationships.push(relationship("rIdStyles", `${namespaces.rel}/styles`, `${prefix}styles.xml`));
  if (options.strings !== "inline") {
    const items = [...strings.keys()].map((s) => `<si>${textXml(s)}</si>`).join("");
    parts["xl/sharedStrings.xml"] = prefixed(
      `${HEAD}<sst xmlns="${namespaces.main}" uniqueCount="${strings.size}">${items}</sst>`,
      options.prefix,
    );
    overrides["/xl/sharedStrings.xml"] = `${TYPE}.sharedStrings+xml`;
    relationships.push(relationship("rIdStrings", `${namespaces.rel}/sharedStrings`, `${prefix}sharedStrings.xml`));
  }
  if (options.calcChain) {
    parts["xl/calcChain.xml"] = `${HEAD}<calcChain xmlns="${namespaces.main}">${chain.join("")}</calcChain>`;
    overrides["/xl/calcChain.xml"] = `${TYPE}.calcChain+xml`;
    relationships.push(relationship("rIdChain", `${namespaces.rel}/calcChain`, `${prefix}calcChain.xml`));
  }
  parts["xl/workbook.xml"] = workbookXml(sheets, options, namespaces);
  parts["xl/_rels/workbook.xml.rels"] = relationshipsXml(
    relationships.join("") + (options.workbookRelationships ?? ""),
  );
  parts["_rels/.rels"] = relationshipsXml(
    relationship("rId1", `${namespaces.rel}/officeDocument`, `${options.absoluteTargets ? "/" : ""}xl/workbook.xml`),
  );
  parts["docProps/core.xml"] = CORE_PROPERTIES;
  parts["_rels/.rels"] = parts["_rels/.rels"].replace("</Relationships>", CORE_RELATIONSHIP + "</Relationships>");
  overrides["/docProps/core.xml"] = "application/vnd.openxmlformats-package.core-properties+xml";
  Object.assign(parts, options.parts);
  const types = contentTypesXml({ ...overrides, ...options.contentTypes });
  return zipParts({ "[Content_Types].xml": types, ...parts });
}

/** Part texts or bytes → .zip bytes, deterministic. For broken packages in tests as well. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  const files = Object.entries(parts).map(([name, data]) => [name, typeof data === "string" ? strToU8(data) : data]);
  return zipSync(Object.fromEntries(files) as Record<string, Uint8Array>, { mtime: MODIFIED, level: 6 });
}

const CORE_PROPERTIES =
  HEAD +
  '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:creator>财务科</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">2024-01-01T00:00:00Z</dcterms:created></cp:coreProperties>';
const CORE_RELATIONSHIP =
  '<Relationship Id="rIdCore" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>';

interface SheetContext {
  readonly options: BuildOptions;
  readonly styles: StyleTable;
  readonly strings: Map<string, number>;
  readonly chain: string[];
  readonly namespaces: { readonly main: string; readonly rel: string };
}

function worksheetXml(sheet: BuildSheet, index: number, context: SheetContext): string {
  const { options, styles, namespaces } = context;
  const columns = Math.max(0, ...sheet.values.map((row) => row.length)) + sheet.left;
  const dimension = columns === 0 ? "A1" : `A1:${columnName(columns - 1)}${sheet.top + sheet.values.length}`;
  const cols = (sheet.widths ?? []).map(
    (width, c) => `<col min="${c + 1}" max="${c + 1}" width="${width}" customWidth="1"/>`,
  );
  const merges = sheet.merges ?? [];
  const formats = (sheet.conditionalFormats ?? []).map(
    (format, i) =>
      `<conditionalFormatting sqref="${format.range}"><cfRule type="expression" dxfId="${styles.differential(format.fill)}" priority="${i + 1}"><formula>${escapeXml(format.formula)}</formula></cfRule></conditionalFormatting>`,
  );
  const xml = [
    `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.rel}">`,
    sheet.printed ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : "",
    `<dimension ref="${dimension}"/>`,
    `<sheetViews><sheetView ${sheet.printed ? 'showGridLines="0" ' : ""}workbookViewId="0"/></sheetViews>`,
    cols.length > 0 ? `<cols>${cols.join("")}</cols>` : "",
    `<sheetData>${rowsXml(sheet, index, context)}</sheetData>`,
    sheet.protection === undefined ? "" : `<sheetProtection sheet="1" objects="1" scenarios="1" ${sheet.protection}/>`,
    merges.length > 0
      ? `<mergeCells count="${merges.length}">${merges.map((m) => `<mergeCell ref="${rangeText(m)}"/>`).join("")}</mergeCells>`
      : "",
    ...formats,
    sheet.printed
      ? '<printOptions horizontalCentered="1"/><pageMargins left="0.6" right="0.6" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="1"/>'
      : "",
    sheet.chartOf === undefined ? "" : '<drawing r:id="rId1"/>',
    sheet.trailing ?? "",
    "</worksheet>",
  ].join("");
  return prefixed(HEAD + xml, options.prefix);
}

function rowsXml(sheet: BuildSheet, index: number, context: SheetContext): string {
  const { options, styles, chain } = context;
  const skipsNothing = options.withoutReferences === true && sheet.top === 0 && sheet.left === 0;
  return sheet.values
    .map((values, r) => {
      const row = sheet.top + r;
      const cells = Array.from({ length: values.length }, (_, c) => {
        const column = sheet.left + c;
        const reference = `${columnName(column)}${row + 1}`;
        const value = values[c] ?? null;
        const formula = sheet.formulas?.[r]?.[c] ?? null;
        const shared = (sheet.sharedFormulas ?? []).findIndex(({ range }) => contains(range, row, column));
        const style = styles.index(sheet.style?.(row, column));
        if (value === null && formula === null && shared < 0 && style === 0 && !skipsNothing) return "";
        if (formula !== null || shared >= 0) chain.push(`<c r="${reference}" i="${index + 1}"/>`);
        const attributes = (skipsNothing ? "" : ` r="${reference}"`) + (style > 0 ? ` s="${style}"` : "");
        return cellXml(attributes, value, formulaXml(sheet, formula, shared, row, column), context);
      });
      const height = sheet.heights?.get(row);
      const attributes =
        (skipsNothing ? "" : ` r="${row + 1}"`) + (height === undefined ? "" : ` ht="${height}" customHeight="1"`);
      return cells.some((c) => c !== "") || height !== undefined || skipsNothing
        ? `<row${attributes}>${cells.join("")}</row>`
        : "";
    })
    .join("");
}

function formulaXml(sheet: BuildSheet, formula: string | null, shared: number, row: number, column: number): string {
  const group = sheet.sharedFormulas?.[shared];
  if (group) {
    const master = group.range.top === row && group.range.left === column;
    return master
      ? `<f t="shared" ref="${rangeText(group.range)}" si="${shared}">${escapeXml(group.formula.slice(1))}</f>`
      : `<f t="shared" si="${shared}"/>`;
  }
  return formula === null ? "" : `<f>${escapeXml(formula.slice(1))}</f>`;
}

function cellXml(attributes: string, value: CellValue, formula: string, context: SheetContext): string {
  if (value === null) return formula === "" ? `<c${attributes}/>` : `<c${attributes}>${formula}</c>`;
  if (typeof value === "number") return `<c${attributes}>${formula}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c${attributes} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  if (/^#(REF!|DIV\/0!|VALUE!|N\/A|NAME\?|NUM!|NULL!)$/.test(value)) {
    return `<c${attributes} t="e">${formula}<v>${value}</v></c>`;
  }
  if (formula !== "") return `<c${attributes} t="str">${formula}<v>${escapeXml(value)}</v></c>`;
  if (context.options.strings === "inline") return `<c${attributes} t="inlineStr"><is>${textXml(value)}</is></c>`;
  const index = context.strings.get(value) ?? context.strings.size;
  context.strings.set(value, index);
  return `<c${attributes} t="s"><v>${index}</v></c>`;
}

function workbookXml(
  sheets: readonly BuildSheet[],
  options: BuildOptions,
  namespaces: { readonly main: string; readonly rel: string },
): string {
  const items = sheets.map(
    (sheet, i) =>
      `<sheet name="${escapeXml(sheet.name)}" sheetId="${i + 1}"${sheet.state ? ` state="${sheet.state}"` : ""} r:id="rId${i + 1}"/>`,
  );
  const names = options.definedNames === undefined ? "" : `<definedNames>${options.definedNames}</definedNames>`;
  const protection = options.lockStructure ? '<workbookProtection lockStructure="1"/>' : "";
  const conformance = options.strict ? ' conformance="strict"' : "";
  return prefixed(
    `${HEAD}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.rel}"${conformance}>${protection}<bookViews><workbookView/></bookViews><sheets>${items.join("")}</sheets>${names}<calcPr calcId="191029"/></workbook>`,
    options.prefix,
  );
}

function addChart(
  parts: Record<string, string | Uint8Array>,
  overrides: Record<string, string>,
  number: number,
  sheet: number,
  cells: string,
): void {
  const chart = `xl/charts/chart${number}.xml`;
  const drawing = `xl/drawings/drawing${number}.xml`;
  parts[chart] =
    `${HEAD}<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/><c:ser><c:idx val="0"/><c:order val="0"/><c:val><c:numRef><c:f>${escapeXml(cells)}</c:f></c:numRef></c:val></c:ser><c:axId val="1"/><c:axId val="2"/></c:barChart><c:catAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:crossAx val="2"/></c:catAx><c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="1"/></c:valAx></c:plotArea></c:chart></c:chartSpace>`;
  parts[drawing] =
    `${HEAD}<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor><xdr:from><xdr:col>6</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:to><xdr:col>12</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>15</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:to><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="图表 1"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="${REL}" r:id="rId1"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>`;
  parts[`xl/drawings/_rels/drawing${number}.xml.rels`] = relationshipsXml(
    relationship("rId1", `${REL}/chart`, `../charts/chart${number}.xml`),
  );
  parts[`xl/worksheets/_rels/sheet${sheet}.xml.rels`] = relationshipsXml(
    relationship("rId1", `${REL}/drawing`, `../drawings/drawing${number}.xml`),
  );
  overrides[`/${chart}`] = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
  overrides[`/${drawing}`] = "application/vnd.openxmlformats-officedocument.drawing+xml";
}

function relationship(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}

function relationshipsXml(items: string): string {
  return `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
}

function contentTypesXml(overrides: Readonly<Record<string, string>>): string {
  const items = Object.entries(overrides).map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="bin" ContentType="application/vnd.ms-office.activeX"/><Default Extension="png" ContentType="image/png"/>${items.join("")}</Types>`;
}

/** Gives every spreadsheet element a prefix and declares it. */
function prefixed(xml: string, prefix: string | undefined): string {
  if (prefix === undefined) return xml;
  return xml.replace(/<(\/?)(?![?!])([A-Za-z])/g, `<$1${prefix}:$2`).replace(' xmlns="', ` xmlns:${prefix}="`);
}

function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text)}</t>`;
}

function escapeXml(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}

function rangeText(range: CellRange): string {
  return `${columnName(range.left)}${range.top + 1}:${columnName(range.right)}${range.bottom + 1}`;
}

function contains(range: CellRange, row: number, column: number): boolean {
  return row >= range.top && row <= range.bottom && column >= range.left && column <= range.right;
}
