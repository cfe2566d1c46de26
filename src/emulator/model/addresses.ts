import { a1, columnName, parseA1, type CellRange } from "../../core/model/cell";

export const LAST_ROW = 1_048_575;
export const LAST_COLUMN = 16_383;

/** Every cell of a sheet. */
export const WHOLE_SHEET: CellRange = { top: 0, left: 0, bottom: LAST_ROW, right: LAST_COLUMN };

/** Number of cells of a range. */
export function cellCount(range: CellRange): number {
  return (range.bottom - range.top + 1) * (range.right - range.left + 1);
}

/** The common part of two ranges, or undefined. */
export function intersect(a: CellRange, b: CellRange): CellRange | undefined {
  const range = {
    top: Math.max(a.top, b.top),
    left: Math.max(a.left, b.left),
    bottom: Math.min(a.bottom, b.bottom),
    right: Math.min(a.right, b.right),
  };
  return range.top > range.bottom || range.left > range.right ? undefined : range;
}

/** Sheet name as it stands before "!": quoted unless it is plain letters, digits, "_" and "." not starting with a digit. */
export function quoteSheet(name: string): string {
  const isPlain = /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Z]{1,3}\d+$/i.test(name);
  return isPlain ? name : `'${name.replaceAll("'", "''")}'`;
}

/** A1 text of a range without its sheet: "C7", "A1:F9", "A:C" or "2:5". */
export function rangeText(range: CellRange): string {
  if (range.top === 0 && range.bottom === LAST_ROW && range.right < LAST_COLUMN) {
    return `${columnName(range.left)}:${columnName(range.right)}`;
  }
  if (range.left === 0 && range.right === LAST_COLUMN) return `${range.top + 1}:${range.bottom + 1}`;
  const start = a1({ row: range.top, column: range.left });
  const end = a1({ row: range.bottom, column: range.right });
  return start === end ? start : `${start}:${end}`;
}

/** Address with its sheet, as Range.address gives it. */
export function fullAddress(sheet: string, range: CellRange): string {
  return `${quoteSheet(sheet)}!${rangeText(range)}`;
}

/** Sheet (undefined where none is named) and range of an address such as "'公开01表'!A1:B2", "C7", "A:C". @throws RangeError */
export function parseAddress(text: string): { sheet?: string; range: CellRange } {
  const match = /^(?:(?:'((?:[^']|'')+)'|([^'!]+))!)?([^!]+)$/.exec(text.trim());
  if (!match) throw new RangeError(`not an address: ${text}`);
  const sheet = match[1]?.replaceAll("''", "'") ?? match[2];
  const range = parseCells(match[3] ?? "");
  return sheet === undefined ? { range } : { sheet, range };
}

function parseCells(text: string): CellRange {
  const rows = /^\$?(\d+):\$?(\d+)$/.exec(text);
  if (rows) return ordered(Number(rows[1]) - 1, 0, Number(rows[2]) - 1, LAST_COLUMN);
  const columns = /^\$?([A-Z]{1,3}):\$?([A-Z]{1,3})$/i.exec(text);
  if (columns) {
    return ordered(0, parseA1(`${columns[1] ?? ""}1`).column, LAST_ROW, parseA1(`${columns[2] ?? ""}1`).column);
  }
  const [from = "", to = from, ...rest] = text.split(":");
  if (rest.length > 0) throw new RangeError(`not an address: ${text}`);
  const start = parseA1(from);
  const end = parseA1(to);
  return ordered(start.row, start.column, end.row, end.column);
}

function ordered(row: number, column: number, otherRow: number, otherColumn: number): CellRange {
  const range = {
    top: Math.min(row, otherRow),
    left: Math.min(column, otherColumn),
    bottom: Math.max(row, otherRow),
    right: Math.max(column, otherColumn),
  };
  if (range.bottom > LAST_ROW || range.right > LAST_COLUMN) throw new RangeError("address outside the sheet");
  return range;
}
