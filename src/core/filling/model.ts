import type { Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { CellValue } from "../model/grid";

/** One cell the plan proposes to fill. Nothing is written by the core. */
export interface PlannedWrite {
  /** Sheet and A1 address; stable across plans. */
  readonly id: string;
  readonly cell: CellAddress;
  /** What the list is grouped by: the table's title or the project's name. */
  readonly group: string;
  /** What the cell is, in a clerk's words ("201 一般公共服务支出 · 基本支出"). */
  readonly label: string;
  /** What stands there now ("" where empty). */
  readonly present: string;
  /** Its formula, where it holds one. */
  readonly presentFormula?: string;
  /** An empty cell is preselected; a cell with differing content never is. */
  readonly isBlank: boolean;
  /** What will stand there: a number as printed on this sheet, or a text (等级). */
  readonly content: CellValue;
  /** The same as a live formula with "=", where it can be one. */
  readonly formula?: string;
  /** Rule the value follows ("Z02-01"). */
  readonly rule: string;
  /** How it is computed, one Chinese line. */
  readonly reason: string;
  readonly sources: readonly CellAddress[];
  /** A cell whose number format fits, or a format where there is no such neighbour. */
  readonly formatLike?: CellAddress;
  readonly numberFormat?: string;
}

/** A cell that should hold a derived figure but can't be filled, and why. */
export interface NotDerivable {
  readonly cell: CellAddress;
  readonly group: string;
  readonly label: string;
  readonly reason: string;
}

export interface FillPlan {
  readonly writes: readonly PlannedWrite[];
  readonly notDerivable: readonly NotDerivable[];
}

/** A value worked out for a cell: interval of ± slack in the workbook's money unit. */
export interface Derived {
  readonly value: Amount;
  readonly slack: Amount;
}
