import type { CellRange } from "../../core/model/cell";
import type { PrintedTable } from "../../core/publication/model";
import { displayWidth } from "../../host/xlsx/new-workbook";
import { paragraph, run, textWidth } from "./word-xml";

const BORDERS = ["top", "left", "bottom", "right", "insideH", "insideV"]
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`)
  .join("");

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
  const properties = `<w:tblPr><w:tblW w:w="${width}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>${BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/></w:tblCellMar></w:tblPr>`;
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
  const properties = `<w:trPr><w:cantSplit/>${isHead ? "<w:tblHeader/>" : ""}</w:trPr>`;
  return `<w:tr>${properties}${cells.join("")}</w:tr>`;
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
  const vertical =
    merge === undefined || merge.bottom === merge.top ? "" : `<w:vMerge${isFirst ? ' w:val="restart"' : ""}/>`;
  const properties = [
    `<w:tcW w:w="${width}" w:type="dxa"/>`,
    span > 1 ? `<w:gridSpan w:val="${span}"/>` : "",
    vertical,
    '<w:vAlign w:val="center"/>',
  ].join("");
  const text = isFirst ? (table.rows[row]?.[column] ?? "") : "";
  const side = row < table.headRows ? "center" : table.figureColumns.includes(column) ? "right" : sideOf(text);
  const lines = text === "" ? [""] : text.split("\n");
  const content = lines
    .map((one) => paragraph("TableCell", one === "" ? "" : run(one), `<w:jc w:val="${side}"/>`))
    .join("");
  return `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
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
