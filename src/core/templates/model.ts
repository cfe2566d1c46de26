import type { CellAddress, CellRange } from "../model/cell";
import type { CellValue } from "../model/grid";
import type { CellLook } from "../model/look";
import type { SheetKind } from "../model/table";

/** How a cell of a blank sheet looks; `looks.ts` says what each name stands for. */
export type LookName =
  | "title"
  | "code"
  | "label"
  | "centre"
  | "centrePlain"
  | "head"
  | "line"
  | "figure"
  | "sum"
  | "share"
  | "points"
  | "count"
  | "edge"
  | "edgeRight"
  | "note"
  | "text"
  | "hint";

/** A cell of a planned sheet: what stands in it, and how it looks, as usual where that is absent. `result` is what a formula yields on the blank sheet. */
export interface PlannedCell {
  readonly content: CellValue;
  readonly isFormula?: boolean;
  readonly result?: CellValue;
  readonly look?: LookName | CellLook;
}

/** A sheet to add, row by row from A1, with what printing it needs. */
export interface SheetPlan {
  readonly name: string;
  readonly kind: SheetKind;
  /** Rows may differ in length; a cell that is left out is empty and plain. */
  readonly rows: readonly (readonly (PlannedCell | null)[])[];
  /** Column widths in characters. */
  readonly widths: readonly number[];
  /** Heights of rows in points, by zero-based row; the others are as high as usual. */
  readonly heights: ReadonlyMap<number, number>;
  readonly merges: readonly CellRange[];
  /** Rows repeated on every printed page, zero-based, both included. */
  readonly repeated: { readonly top: number; readonly bottom: number };
  readonly isPortrait?: boolean;
  /** Shrunk to one page; otherwise as many pages as its rows need, one page wide. */
  readonly onePage?: boolean;
}

/** A row of a classified table to begin with: a functional code and its name. */
export interface SubjectRow {
  /** Three, five or seven digits. */
  readonly code: string;
  readonly name: string;
}

/** Where the cells of a planned table stand: by row key and column key of its descriptor. */
export interface PlacedTable {
  readonly sheet: string;
  readonly cellOf: (row: string, column: string) => CellAddress | undefined;
  /** Classified tables: the column of codes, the 合计 row and the row below the last one, for sums by code. */
  readonly coded?: { readonly column: number; readonly top: number; readonly end: number };
}
