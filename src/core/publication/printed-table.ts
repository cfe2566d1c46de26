import { lineKind } from "../document/head-and-notes";
import { formatAmount, amount } from "../model/amount";
import type { CellRange } from "../model/cell";
import type { CellValue, SheetGrid } from "../model/grid";
import type { PrintedTable } from "./model";

/** Characters that fit on a line of an upright page at the size tables are set in. */
const UPRIGHT_CHARACTERS = 96;
const UPRIGHT_COLUMNS = 6;

/**
 * A sheet as a printed table: lines that only name the table stand above it, notes below; the head ends where figures or
 * codes begin. `figureCells` are the cells that hold money ("row,column"): printed with two decimals. Rows and columns
 * that are empty to the end are left out.
 */
export function printedTable(sheet: SheetGrid, figureCells: ReadonlySet<string>): PrintedTable {
  const rows = trimmed(sheet.values);
  const headLines = rows
    .slice(0, firstTableRow(rows))
    .map(textsOf)
    .filter((line) => line.length > 0);
  const from = firstTableRow(rows);
  const to = rows.length - trailingNotes(rows.slice(from));
  const body = rows.slice(from, to);
  const width = Math.max(1, ...body.map((row) => lastFilled(row) + 1));
  const isFigure = (row: number, column: number): boolean =>
    figureCells.has(`${sheet.top + from + row},${sheet.left + column}`);
  const texts = body.map((row, r) => Array.from({ length: width }, (_, c) => printed(row[c] ?? null, isFigure(r, c))));
  const headRows = headRowsOf(body, isFigure);
  const [title = [sheet.name], ...lines] = headLines;
  const needed = Array.from({ length: width }, (_, c) => columnNeed(texts, c, headRows)).reduce((a, b) => a + b, 0);
  return {
    kind: "table",
    title: title.join(""),
    headLines: lines,
    rows: texts,
    headRows,
    merges: mergesWithin(sheet, from, to, width),
    figureColumns: Array.from({ length: width }, (_, c) => c).filter((c) => body.some((_, r) => isFigure(r, c))),
    notes: rows.slice(to).flatMap(textsOf),
    landscape: width > UPRIGHT_COLUMNS || needed > UPRIGHT_CHARACTERS,
  };
}

function trimmed(values: SheetGrid["values"]): readonly (readonly CellValue[])[] {
  const rows = values.map((row) => row.map((cell) => (typeof cell === "string" && cell.trim() === "" ? null : cell)));
  let end = rows.length;
  while (end > 0 && lastFilled(rows[end - 1] ?? []) < 0) end -= 1;
  return rows.slice(0, end);
}

function lastFilled(row: readonly CellValue[]): number {
  for (let at = row.length - 1; at >= 0; at--) if (row[at] !== null && row[at] !== undefined) return at;
  return -1;
}

function textsOf(row: readonly CellValue[]): readonly string[] {
  return row.flatMap((cell) => (cell === null ? [] : [String(cell).trim()]));
}

/** The first row that is none of: title, 公开02表, 部门：…, 金额单位：…, blank. */
function firstTableRow(rows: readonly (readonly CellValue[])[]): number {
  const at = rows.findIndex((row, index) => {
    const texts = textsOf(row);
    if (texts.length === 0) return false;
    if (index === 0 && texts.length === 1) return false;
    return !texts.every(
      (text) => lineKind(text) === "head" || lineKind(text) === "title" || /^[（(]?\d{4}\s*年/.test(text),
    );
  });
  return at < 0 ? rows.length : at;
}

/** Rows at the end that are one text over the whole width: 注：…, 本部门没有…. */
function trailingNotes(rows: readonly (readonly CellValue[])[]): number {
  let count = 0;
  for (let at = rows.length - 1; at > 0; at--) {
    const texts = textsOf(rows[at] ?? []);
    const isNote = texts.length === 1 && /^\s*(?:\d+[.、]|注|备注|说明)|无数据|。$/.test(texts[0] ?? "");
    if (!isNote) break;
    count += 1;
  }
  return count;
}

/** Rows in front of the first that holds a figure or begins with a code; a row of column numbers still belongs to the head. */
function headRowsOf(body: readonly (readonly CellValue[])[], isFigure: (r: number, c: number) => boolean): number {
  const at = body.findIndex(
    (row, r) =>
      row.some((_, c) => isFigure(r, c)) ||
      /^\d{3,7}$/.test(String(row[0] ?? "")) ||
      /^合\s*计$/.test(String(row[0] ?? "")),
  );
  return at < 0 ? body.length : Math.max(1, at);
}

function printed(cell: CellValue, isFigure: boolean): string {
  if (cell === null) return "";
  if (typeof cell === "number" && isFigure) return formatAmount(amount(cell), 2).replaceAll(",", "");
  return String(cell).trim();
}

/** Characters a column needs: the longest figure; of words what two lines take. */
function columnNeed(rows: readonly (readonly string[])[], column: number, headRows: number): number {
  const lengths = rows.slice(headRows).map((row) => {
    const text = row[column] ?? "";
    return /^[\d.,-]+$/.test(text) ? text.length : Math.ceil(text.length * 2 * 0.6);
  });
  return Math.max(6, ...lengths);
}

function mergesWithin(sheet: SheetGrid, from: number, to: number, width: number): readonly CellRange[] {
  return (sheet.merges ?? []).flatMap(({ top, left, bottom, right }) => {
    const range = {
      top: top - sheet.top - from,
      bottom: bottom - sheet.top - from,
      left: left - sheet.left,
      right: Math.min(right - sheet.left, width - 1),
    };
    const inside = range.top >= 0 && range.bottom < to - from && range.left >= 0 && range.right >= range.left;
    return inside && (range.bottom > range.top || range.right > range.left) ? [range] : [];
  });
}
