import type { CellRange } from "../../core/model/cell";
import type { PrintedTable } from "../../core/publication/model";
import { displayWidth } from "../../host/xlsx/new-workbook";
import { paragraph, run, textWidth } from "./word-xml";

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");

/** More columns than a lying page can set side by side: small figures are turned upright in them. */
const DENSE = 30;
/** Of a dense table: half points of its letters, and in twentieths of a point the room they take and how wide a cell breaks its lines. */
const SMALL = { size: 12, width: 62, line: 140, longest: 2400, wide: 500 } as const;

/** The lines above a table, the table with its head repeated on every page, and its notes. */
export function tableXml(
  table: PrintedTable,
  titleContent: (title: string) => string,
  width = textWidth(table.landscape ? "lying" : "upright"),
): string {
  const columns = table.rows[0]?.length ?? 0;
  const title = table.title === "" ? "" : paragraph("TableTitle", titleContent(table.title));
  const head = table.headLines.map((texts) => headLine(texts, width)).join("");
  const notes = table.notes.map((note) => paragraph("TableNote", run(note))).join("");
  if (columns === 0) return title + head + notes;
  const widths = columnWidths(table, width);
  const grid = `<w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join("")}</w:tblGrid>`;
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="${columns > DENSE ? 0 : 40}" w:type="dxa"/><w:right w:w="${columns > DENSE ? 0 : 40}" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
  const rows = table.rows.map((_, row) => rowXml(table, row, widths)).join("");
  // A table right behind another one would become one with it.
  const after = notes === "" ? paragraph("TableNote", "") : notes;
  return `${title}${head}<w:tbl>${properties}${grid}${rows}</w:tbl>${after}`;
}

/** 部门：… to the left, 金额单位：万元 to the right of one line; a line of one text to the right, as forms print it. */
function headLine(texts: readonly string[], width: number): string {
  const [first = "", ...rest] = texts;
  if (rest.length === 0) {
    const isName = /^(?:部门|单位|编制单位|公开部门|公开单位)[:：](?!\s*(?:万?元))/.test(first);
    return paragraph("TableHead", run(first), isName ? "" : '<w:jc w:val="right"/>');
  }
  const tab = `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`;
  return paragraph("TableHead", `${run(first)}<w:r><w:tab/></w:r>${run(rest.join("　"))}`, tab);
}

function rowXml(table: PrintedTable, row: number, widths: readonly number[]): string {
  const cells: string[] = [];
  for (let column = 0; column < widths.length;) {
    const merge = table.merges.find((range) => covers(range, row, column));
    const right = merge ? merge.right : column;
    const width = widths.slice(column, right + 1).reduce((sum, one) => sum + one, 0);
    cells.push(cellXml(table, row, column, { width, span: right - column + 1, merge }));
    column = right + 1;
  }
  const isHead = row < table.headRows;
  const height = widths.length > DENSE ? turnedHeight(table, row, widths) : 0;
  const tall = height > 0 ? `<w:trHeight w:val="${height}" w:hRule="atLeast"/>` : "";
  const properties = `<w:trPr><w:cantSplit/>${tall}${isHead ? "<w:tblHeader/>" : ""}</w:trPr>`;
  return `<w:tr>${properties}${cells.join("")}</w:tr>`;
}

/** Whether a text of a dense table is longer than its narrow cell is wide; in a wider one it is broken into lines. */
function isTurned(text: string, width: number): boolean {
  return width < SMALL.wide && displayWidth(text) * SMALL.width > width;
}

/** What the longest turned text of a row needs; that of cells over several rows is shared by them. */
function turnedHeight({ rows, merges }: PrintedTable, row: number, widths: readonly number[]): number {
  const needs = widths.map((_, column) => {
    const merge = merges.find((range) => covers(range, row, column));
    const right = merge ? merge.right : column;
    const text = merge && (merge.top !== row || merge.left !== column) ? "" : (rows[row]?.[column] ?? "");
    const width = widths.slice(column, right + 1).reduce((sum, one) => sum + one, 0);
    const over = merge ? merge.bottom - merge.top + 1 : 1;
    return isTurned(text, width) ? (displayWidth(text) * SMALL.width + 100) / over : 0;
  });
  return Math.min(SMALL.longest, Math.ceil(Math.max(0, ...needs)));
}

function covers({ top, left, bottom, right }: CellRange, row: number, column: number): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

interface CellShape {
  readonly width: number;
  readonly span: number;
  readonly merge: CellRange | undefined;
}

function cellXml(table: PrintedTable, row: number, column: number, { width, span, merge }: CellShape): string {
  const isFirst = merge === undefined || merge.top === row;
  const isDense = (table.rows[0]?.length ?? 0) > DENSE;
  const text = isFirst ? (table.rows[row]?.[column] ?? "") : "";
  const vertical =
    merge === undefined || merge.bottom === merge.top ? "" : `<w:vMerge${isFirst ? ' w:val="restart"' : ""}/>`;
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    vertical,
    isDense && isTurned(text, width) ? '<w:textDirection w:val="btLr"/>' : "",
    '<w:vAlign w:val="center"/>',
  ].join("");
  const side = row < table.headRows ? "center" : table.figureColumns.includes(column) ? "right" : sideOf(text);
  const lines = text === "" ? [""] : text.split("\n");
  const content = lines
    .map((one) =>
      isDense ? smallLine(one) : paragraph("TableCell", one === "" ? "" : run(one), `<w:jc w:val="${side}"/>`),
    )
    .join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
}

/** A line of a dense table, in the middle of its cell. */
function smallLine(text: string): string {
  const spacing = `<w:spacing w:before="0" w:after="0" w:line="${SMALL.line}" w:lineRule="exact"/><w:jc w:val="center"/>`;
  const look = `<w:rPr><w:sz w:val="${SMALL.size}"/><w:szCs w:val="${SMALL.size}"/></w:rPr>`;
  return paragraph("TableCell", text === "" ? "" : run(text).replace("<w:r>", `<w:r>${look}`), spacing);
}

/** Whole numbers (行次) and totals stand in the middle. */
function sideOf(text: string): "center" | "left" {
  return /^\d{1,2}$|^(?:合|总)\s*计$|^本年(?:收入|支出)合计$/.test(text) ? "center" : "left";
}

/** Width by the longest figure and a share of the longest words, scaled to the page. */
function columnWidths({ rows, headRows, merges, shares }: PrintedTable, width: number): readonly number[] {
  const columns = rows[0]?.length ?? 0;
  const needs =
    shares ??
    Array.from({ length: columns }, (_, column) => {
      const lengths = rows.map((row, r) => {
        const isSpread = merges.some((range) => covers(range, r, column) && range.right > range.left);
        const text = isSpread ? "" : (row[column] ?? "");
        const size = displayWidth(text);
        // Columns of figures are as narrow as a turned line; names keep two lines' room.
        if (columns > DENSE) return r >= headRows && size > 10 && !/^[\d.,-]+$/.test(text) ? 20 : 5;
        if (/^[\d.,-]+$/.test(text)) return size + 1;
        return r < headRows ? Math.min(size, 10) : Math.min(size, 26);
      });
      return Math.max(5, ...lengths);
    });
  const total = needs.reduce((sum, need) => sum + need, 0);
  const widths = needs.map((need) => Math.floor((need / total) * width));
  const rest = width - widths.reduce((sum, one) => sum + one, 0);
  return widths.map((one, index) => (index === 0 ? one + rest : one));
}
