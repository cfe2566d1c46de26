import { normaliseLabel } from "../glossary/normalise";
import type { CellAddress, CellRange } from "../model/cell";
import type { CellValue, SheetGrid } from "../model/grid";
import { isNumberText } from "./read-figure";

/** A cell that holds something. `label` is its normalised text, `numeric` whether it can stand for a number. */
export interface FilledCell {
  readonly row: number;
  readonly column: number;
  readonly value: string | number | boolean;
  readonly label: string;
  readonly numeric: boolean;
}

/**
 * A worksheet's grid in sheet coordinates, row by row, empty cells left out. Rows are looked at lazily and once, so that a
 * sheet of 100,000 rows that is none of ours costs nothing.
 */
export class SheetView {
  /** By row of the grid; those not looked at yet are absent. */
  private readonly rows: (readonly FilledCell[] | undefined)[];
  private readonly merges: ReadonlyMap<number, readonly CellRange[]>;

  /** @param shared a view of the same sheet whose looked-at rows are taken over. */
  constructor(
    readonly grid: SheetGrid,
    readonly firstRow = grid.top,
    shared?: SheetView,
  ) {
    this.rows = shared?.rows ?? [];
    this.merges = shared?.merges ?? mergesByRow(grid.merges ?? []);
  }

  get name(): string {
    return this.grid.name;
  }

  /** The same sheet from a row on, as if nothing stood above. */
  from(row: number): SheetView {
    return new SheetView(this.grid, row, this);
  }

  /** The first rows only, looked at afresh. */
  head(count: number): SheetView {
    const values = this.grid.values.slice(0, this.firstRow - this.grid.top + count);
    return new SheetView({ ...this.grid, values }, this.firstRow);
  }

  /** Row after the last. */
  get endRow(): number {
    return this.grid.top + this.grid.values.length;
  }

  value(row: number, column: number): CellValue {
    return this.grid.values[row - this.grid.top]?.[column - this.grid.left] ?? null;
  }

  formula(row: number, column: number): string | null {
    return this.grid.formulas?.[row - this.grid.top]?.[column - this.grid.left] ?? null;
  }

  address(row: number, column: number): CellAddress {
    return { sheet: this.grid.name, row, column };
  }

  /** The filled cells of a row, left to right. */
  cells(row: number): readonly FilledCell[] {
    const at = row - this.grid.top;
    const known = this.rows[at];
    if (known) return known;
    if (at < 0 || at >= this.grid.values.length) return NONE;
    const filled: FilledCell[] = [];
    let column = this.grid.left;
    for (const value of this.grid.values[at] ?? []) {
      if (value !== null) {
        const label = typeof value === "number" ? String(value) : normaliseLabel(String(value));
        if (label !== "") filled.push({ row, column, value, label, numeric: isNumeric(value) });
      }
      column += 1;
    }
    this.rows[at] = filled;
    return filled;
  }

  cell(row: number, column: number): FilledCell | undefined {
    for (const cell of this.cells(row)) if (cell.column === column) return cell;
    return undefined;
  }

  label(row: number, column: number): string {
    return this.cell(row, column)?.label ?? "";
  }

  /** The merged area that covers a cell, where the host told of one. */
  mergeAt(row: number, column: number): CellRange | undefined {
    return this.merges.get(row)?.find((area) => area.left <= column && column <= area.right);
  }
}

const NONE: readonly FilledCell[] = [];

function isNumeric(value: string | number | boolean): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  return typeof value === "string" && /[\d０-９]/.test(value) && isNumberText(value);
}

/** Tall merges are cut: only header and label areas matter, and nothing may grow with a whole merged column. */
const TALLEST_MERGE = 60;

function mergesByRow(merges: readonly CellRange[]): ReadonlyMap<number, readonly CellRange[]> {
  const byRow = new Map<number, CellRange[]>();
  for (const area of merges) {
    const bottom = Math.min(area.bottom, area.top + TALLEST_MERGE);
    for (let row = area.top; row <= bottom; row++) {
      const list = byRow.get(row);
      if (list) list.push(area);
      else byRow.set(row, [area]);
    }
  }
  return byRow;
}
