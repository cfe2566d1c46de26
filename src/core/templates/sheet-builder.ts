import type { CellAddress, CellRange } from "../model/cell";
import type { CellValue } from "../model/grid";
import { lookOf } from "./looks";
import type { LookName, PlannedCell, SheetPlan } from "./model";

/** Points of each line of a text over several, and of the space around them. */
const LINE = 13;
const AROUND = 6;

/** Collects the cells of a sheet in any order. Rows and columns are zero-based. */
export class SheetBuilder {
  private readonly rows: (PlannedCell | null)[][] = [];
  private readonly merged: CellRange[] = [];
  private readonly heights = new Map<number, number>();

  constructor(
    readonly name: string,
    readonly columns: number,
  ) {}

  put(row: number, column: number, content: CellValue, look: LookName): void {
    this.set(row, column, { content, look });
  }

  /** A live formula (with "="), and what it yields while nothing is typed. */
  formula(cell: Pick<CellAddress, "row" | "column">, formula: string, look: LookName, result: CellValue = 0): void {
    this.set(cell.row, cell.column, { content: formula, isFormula: true, result, look });
  }

  /** One cell over several; every covered cell gets the look, so that its borders are drawn. */
  merge(range: CellRange, content: CellValue, look: LookName): void {
    for (let row = range.top; row <= range.bottom; row++)
      for (let column = range.left; column <= range.right; column++) this.put(row, column, null, look);
    this.put(range.top, range.left, content, look);
    if (range.top !== range.bottom || range.left !== range.right) this.merged.push(range);
  }

  height(row: number, points: number): void {
    this.heights.set(row, points);
  }

  /** @param rowHeight points of a row of one line */
  plan(rowHeight: number, rest: Omit<SheetPlan, "name" | "rows" | "merges" | "heights">): SheetPlan {
    const rows = Array.from({ length: this.rows.length }, (_, r) =>
      Array.from({ length: this.rows[r]?.length ?? 0 }, (_, c) => this.rows[r]?.[c] ?? null),
    );
    const heights = new Map([...this.neededHeights(rowHeight, rest.widths), ...this.heights]);
    return { name: this.name, rows, merges: this.merged, heights, ...rest };
  }

  /** Points of the rows, more where wrapped texts need more than a line: not every program works that out when it opens a file. */
  private neededHeights(rowHeight: number, widths: readonly number[]): ReadonlyMap<number, number> {
    const heights = new Map<number, number>(this.rows.map((_, r) => [r, rowHeight]));
    this.rows.forEach((row, r) =>
      row.forEach((cell, c) => {
        const text = cell?.isFormula ? cell.result : cell?.content;
        if (!cell || typeof text !== "string" || !lookOf(cell)?.wrap) return;
        const merge = this.merged.find(({ top, left }) => top === r && left === c);
        if (merge && merge.bottom > merge.top) return;
        const width = widths.slice(c, (merge?.right ?? c) + 1).reduce((sum, each) => sum + each, 0);
        const lines = Math.ceil(printedWidth(text) / Math.max(2, width - 1));
        if (lines > 1) heights.set(r, Math.max(heights.get(r) ?? 0, lines * LINE + AROUND));
      }),
    );
    return heights;
  }

  private set(row: number, column: number, cell: PlannedCell): void {
    while (this.rows.length <= row) this.rows.push([]);
    (this.rows[row] ??= [])[column] = cell;
  }
}

/** Width of a text in characters of a column's width: a Chinese one takes two. */
function printedWidth(text: string): number {
  return text.length + text.replace(/[\u0000-\u00ff]/g, "").length;
}
