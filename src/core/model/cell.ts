/** A cell: worksheet name, zero-based row and column. */
export interface CellAddress {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A rectangle of cells on one sheet; zero-based, both ends included. */
export interface CellRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Column letters of a zero-based column: 0 → "A", 26 → "AA". */
export function columnName(column: number): string {
  let name = "";
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** A1 text of a cell without its sheet: {row: 6, column: 2} → "C7". */
export function a1(cell: { readonly row: number; readonly column: number }): string {
  return `${columnName(cell.column)}${cell.row + 1}`;
}

/** A key that is equal for equal cells. */
export function cellKey(cell: CellAddress): string {
  return `${cell.sheet}\u0000${cell.row},${cell.column}`;
}

/**
 * Of what begins somewhere on a cell's sheet (the titles of tables below one another), the one the cell belongs to: the
 * last that begins at or above it, the first for a cell above all. Undefined where nothing begins on the sheet.
 */
export function lastBeginning<T extends { readonly cell: CellAddress }>(
  beginnings: readonly T[],
  { sheet, row }: CellAddress,
): T | undefined {
  const own = beginnings.filter(({ cell }) => cell.sheet === sheet).sort((a, b) => a.cell.row - b.cell.row);
  return own.filter(({ cell }) => cell.row <= row).at(-1) ?? own[0];
}

/** Sheets have at most this many columns. */
const COLUMNS = 16_384;

/** A number that is equal for equal places on one sheet: cheaper than `cellKey` where the sheet is known. */
export function cellNumber(row: number, column: number): number {
  return row * COLUMNS + column;
}

/** Zero-based row and column of an A1 text ("C7", "$C$7"). @throws RangeError where it is none. */
export function parseA1(text: string): { row: number; column: number } {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  if (!match) throw new RangeError(`not a cell address: ${text}`);
  const [, letters = "", digits = ""] = match;
  let column = 0;
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(digits) - 1, column: column - 1 };
}

/** Range of an A1 text ("A1:F1" or "C7"). @throws RangeError where it is none. */
export function parseRange(text: string): CellRange {
  const [from = "", to = from] = text.split(":");
  const start = parseA1(from);
  const end = parseA1(to);
  return {
    top: Math.min(start.row, end.row),
    left: Math.min(start.column, end.column),
    bottom: Math.max(start.row, end.row),
    right: Math.max(start.column, end.column),
  };
}
