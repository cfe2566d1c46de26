import { codeAndName, codeDigits } from "./labels";
import type { FilledCell, SheetView } from "./sheet-view";

/** Widths of the parts of a code: 类 3 digits, 款 2, 项 2. */
const WIDTHS = [3, 2, 2] as const;

const EVERYWHERE = { from: 0, to: Number.MAX_SAFE_INTEGER };

/** A code put together from its cells. */
export interface RowCode {
  readonly code: string;
  readonly cell: FilledCell;
  /** Name printed in the same cell. */
  readonly name?: string;
}

/**
 * Puts codes together row by row, from one column or from 类|款|项, each with its own digits or with the full code; parents
 * left blank are carried down from the rows above.
 */
export class CodeReader {
  /** The code of the row above. */
  private carried = "";

  /** @param columns columns that hold codes, left to right (one, or up to three for 类|款|项). */
  constructor(
    private readonly view: SheetView,
    private columns: readonly number[],
  ) {}

  /** Goes on reading with the columns of another part of the table (after a pasted page break). */
  at(columns: readonly number[]): this {
    // A part may hold items only: their column is then the last of the known ones, not the first.
    if (!columns.every((column) => this.columns.includes(column))) this.columns = columns;
    return this;
  }

  /** The code of a row; `area` limits where code and name in one cell may stand (`to` excluded). */
  read(row: number, area: { readonly from: number; readonly to: number } = EVERYWHERE): RowCode | undefined {
    const isWithin = (column: number): boolean => column >= area.from && column < area.to;
    const parts: (string | undefined)[] = [];
    let last: FilledCell | undefined;
    for (const column of this.columns) {
      const cell = isWithin(column) ? this.view.cell(row, column) : undefined;
      const digits = cell && codeDigits(cell);
      parts.push(digits === undefined || /^0+$/.test(digits) ? undefined : digits);
      if (digits !== undefined) last = cell;
    }
    if (last) {
      const code = this.compose(parts);
      return code === undefined ? undefined : { code, cell: last };
    }
    for (const cell of this.view.cells(row)) {
      const both = cell.numeric || !isWithin(cell.column) ? undefined : codeAndName(cell);
      if (both) return { code: withoutZeroParts(both.code), cell, name: both.name };
    }
    return undefined;
  }

  private compose(parts: readonly (string | undefined)[]): string | undefined {
    let full = "";
    for (const part of parts) if (part !== undefined && part.length > full.length) full = part;
    if (full.length > 3 || this.columns.length === 1) return this.keep(withoutZeroParts(full));
    const deepest = parts.reduce<number>((found, part, index) => (part === undefined ? found : index), -1);
    if (deepest < 0) return undefined;
    const own = parts.slice(0, deepest + 1);
    const sameParents = own.every((part, index) => {
      const carried = slotOf(this.carried, index);
      return part === undefined || index === deepest || carried === "" || padded(part, index) === carried;
    });
    const slots = own.map((part, index) =>
      part === undefined ? (sameParents ? slotOf(this.carried, index) : "") : padded(part, index),
    );
    return this.keep(slots.join(""));
  }

  private keep(code: string): string {
    this.carried = code;
    return code;
  }
}

/** The digits of 类, 款 or 项 in a code; "" where it has none. */
function slotOf(code: string, index: number): string {
  const from = index === 0 ? 0 : 2 * index + 1;
  return code.slice(from, 2 * index + 3);
}

function padded(part: string, index: number): string {
  return part.padStart(WIDTHS[index] ?? 2, "0");
}

/** "2010000" and "20100" stand for the class 201: no section or item is numbered 00. */
function withoutZeroParts(code: string): string {
  let shorter = code;
  while (shorter.length > 3 && shorter.length % 2 === 1 && shorter.endsWith("00")) shorter = shorter.slice(0, -2);
  return shorter;
}
