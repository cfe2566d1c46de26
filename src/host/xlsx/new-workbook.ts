import { a1, columnName, type CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import type { CellLook } from "../../core/model/look";
import { HostError } from "../errors";
import { LIMITS } from "./limits";
import { XML_HEAD } from "./opc-package";
import { escapeString } from "./shared-strings";
import { DEFAULT_SIZE } from "./look-xml";
import { newStyles } from "./new-styles";
import { escapeXml } from "./xml-text";
import { deflateEntry, writeZip } from "./zip";

/** A cell of a new workbook. Text is always text: what begins with "=" or the like never becomes a formula. */
export interface NewCell {
  readonly content: CellValue;
  readonly look?: CellLook;
  /** Where a click leads, inside this workbook. */
  readonly link?: { readonly sheet: string; readonly row: number; readonly column: number };
}

/** A sheet of a new workbook, row by row from A1. */
export interface NewSheet {
  readonly name: string;
  readonly rows: readonly (readonly NewCell[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Rows that stay in sight when scrolling and are repeated on every printed page; 0 for none. */
  readonly headRows: number;
  /** Zero-based row with the arrows of a filter over all rows below, if wanted. */
  readonly filterRow?: number;
  /** Areas that are one cell; they do not overlap. */
  readonly merges?: readonly CellRange[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml";
/** As for parts that are added to a file: no clock, so the same content gives the same bytes. */
const PART_TIME = ((2024 - 1980) << 25) | (1 << 21) | (1 << 16);
/** What a cell of Excel holds at most. */
const TEXT_LIMIT = 32_000;
/** Points, as Excel allows at most. */
const TALLEST_ROW = 409;
const ROW_LIMIT = 1_048_576;

/**
 * A new .xlsx workbook, printed A4 landscape one page wide.
 * @throws HostError `tooLarge` where a sheet has more rows than Excel has.
 */
export function newWorkbook(sheets: readonly NewSheet[]): Uint8Array {
  const large = sheets.find(({ rows }) => rows.length > ROW_LIMIT);
  if (large || sheets.length > LIMITS.sheets) throw new HostError("tooLarge", large ? { sheet: large.name } : {});
  const styles = newStyles();
  const parts: Record<string, string> = {};
  sheets.forEach((sheet, i) => (parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet, styles.indexOf, i === 0)));
  parts["xl/styles.xml"] = styles.xml();
  parts["xl/workbook.xml"] = workbookXml(sheets);
  const targets = [...sheets.keys()].map((i) => ["worksheet", `worksheets/sheet${i + 1}.xml`] as const);
  parts["xl/_rels/workbook.xml.rels"] = relationshipsXml([...targets, ["styles", "styles.xml"]]);
  parts["_rels/.rels"] = relationshipsXml([["officeDocument", "xl/workbook.xml"]]);
  const encoder = new TextEncoder();
  const entries = [["[Content_Types].xml", contentTypesXml(sheets.length)] as const, ...Object.entries(parts)];
  return writeZip(entries.map(([name, xml]) => deflateEntry(name, encoder.encode(xml), PART_TIME)));
}

function sheetXml(sheet: NewSheet, style: (look: CellLook, text: string) => number, isFirst: boolean): string {
  const { rows, widths, headRows, filterRow } = sheet;
  const columns = Math.max(1, ...widths.map((_, i) => i + 1));
  const last = `${columnName(columns - 1)}${Math.max(1, rows.length)}`;
  const pane = `<pane ySplit="${headRows}" topLeftCell="A${headRows + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`;
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${last}"/>`,
    `<sheetViews><sheetView showGridLines="0"${isFirst ? ' tabSelected="1"' : ""} workbookViewId="0">${headRows > 0 ? pane : ""}</sheetView></sheetViews>`,
    `<sheetFormatPr defaultRowHeight="18"/>`,
    `<cols>${widths.map((width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`).join("")}</cols>`,
    `<sheetData>${rows.map((row, r) => rowXml(row, r, widths, style)).join("")}</sheetData>`,
    filterRow === undefined || rows.length <= filterRow + 1 ? "" : `<autoFilter ref="${filterRange(sheet)}"/>`,
    mergesXml(sheet.merges ?? []),
    linksXml(rows),
    '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    "<headerFooter><oddFooter>&amp;A　&amp;P / &amp;N</oddFooter></headerFooter></worksheet>",
  ].join("");
}

function mergesXml(merges: readonly CellRange[]): string {
  const ranges = merges.map(
    ({ top, left, bottom, right }) =>
      `<mergeCell ref="${a1({ row: top, column: left })}:${a1({ row: bottom, column: right })}"/>`,
  );
  return ranges.length === 0 ? "" : `<mergeCells count="${ranges.length}">${ranges.join("")}</mergeCells>`;
}

function filterRange({ filterRow = 0, rows, widths }: NewSheet, fixed = ""): string {
  const cell = (row: number, column: number): string => `${fixed}${columnName(column)}${fixed}${row + 1}`;
  return `${cell(filterRow, 0)}:${cell(rows.length - 1, widths.length - 1)}`;
}

function rowXml(
  row: readonly NewCell[],
  r: number,
  widths: readonly number[],
  style: (look: CellLook, text: string) => number,
): string {
  const cells = row.map(({ content, look = {} }, column) => {
    const text = typeof content === "string" ? content : "";
    const open = `<c r="${a1({ row: r, column })}" s="${style(look, text)}"`;
    if (content === null || content === "") return `${open}/>`;
    if (typeof content === "number") return `${open}><v>${content}</v></c>`;
    if (typeof content === "boolean") return `${open} t="b"><v>${content ? 1 : 0}</v></c>`;
    const shown = text.length > TEXT_LIMIT ? `${text.slice(0, TEXT_LIMIT)}…` : text;
    return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(escapeString(shown))}</t></is></c>`;
  });
  return `<row r="${r + 1}" ht="${heightOf(row, widths)}" customHeight="1">${cells.join("")}</row>`;
}

/** Points a row needs for its wrapped texts: not every program works that out when it opens a file. */
function heightOf(row: readonly NewCell[], widths: readonly number[]): number {
  const heights = row.map(({ content, look = {} }, column) => {
    const line = Math.round((look.size ?? DEFAULT_SIZE) * 1.5);
    if (!look.wrap || typeof content !== "string") return line + 3;
    const width = Math.max(2, (widths[column] ?? 8) - 1);
    const lines = content.split("\n").map((text) => Math.max(1, Math.ceil(displayWidth(text) / width)));
    return lines.reduce((sum, count) => sum + count, 0) * line + 3;
  });
  return Math.min(TALLEST_ROW, Math.max(18, ...heights));
}

/** Width of a text in Latin characters: Chinese ones are twice as wide. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) > 0x2000 ? 2 : 1.1;
  return width;
}

function linksXml(rows: NewSheet["rows"]): string {
  const links = rows.flatMap((row, r) =>
    row.flatMap(({ link }, column) =>
      link ? [`<hyperlink ref="${a1({ row: r, column })}" location="${escapeXml(place(link.sheet, a1(link)))}"/>`] : [],
    ),
  );
  return links.length === 0 ? "" : `<hyperlinks>${links.join("")}</hyperlinks>`;
}

function place(sheet: string, address: string): string {
  return `'${sheet.replaceAll("'", "''")}'!${address}`;
}

function workbookXml(sheets: readonly NewSheet[]): string {
  const list = sheets.map(({ name }, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`);
  const names = sheets.flatMap((sheet, i) => [
    ...(sheet.filterRow !== undefined && sheet.rows.length > sheet.filterRow + 1
      ? [nameXml("_xlnm._FilterDatabase", i, place(sheet.name, filterRange(sheet, "$")), ' hidden="1"')]
      : []),
    ...(sheet.headRows > 0
      ? [nameXml("_xlnm.Print_Titles", i, place(sheet.name, `$${sheet.headRows}:$${sheet.headRows}`), "")]
      : []),
  ]);
  const defined = names.length === 0 ? "" : `<definedNames>${names.join("")}</definedNames>`;
  return `${XML_HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONSHIPS}"><bookViews><workbookView/></bookViews><sheets>${list.join("")}</sheets>${defined}</workbook>`;
}

function nameXml(name: string, sheet: number, refers: string, more: string): string {
  return `<definedName name="${name}" localSheetId="${sheet}"${more}>${escapeXml(refers)}</definedName>`;
}

function relationshipsXml(targets: readonly (readonly [kind: string, target: string])[]): string {
  const list = targets.map(
    ([kind, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE_RELATIONSHIPS}/${kind}" Target="${target}"/>`,
  );
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${list.join("")}</Relationships>`;
}

function contentTypesXml(sheets: number): string {
  const part = (name: string, type: string): string =>
    `<Override PartName="/xl/${name}" ContentType="${TYPE}.${type}+xml"/>`;
  const worksheets = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}.xml`, "worksheet"));
  return `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${part("workbook.xml", "sheet.main")}${part("styles.xml", "styles")}${worksheets.join("")}</Types>`;
}
