import type { Amount } from "./amount";
import type { CellAddress } from "./cell";

/**
 * How a cell where a figure belongs was read.
 * - `amount`: a number (or number stored as text, see `storedAsText`)
 * - `blank`: an empty cell; counts as zero
 * - `dash`: "-", "—", "——": counts as zero
 * - `invalid`: text or an error value ("#REF!"); never counted as zero, its identities are not evaluated
 */
export type FigureKind = "amount" | "blank" | "dash" | "invalid";

/** A figure of a table: its cell and what stands there. */
export interface Figure {
  readonly cell: CellAddress;
  readonly kind: FigureKind;
  /** In the workbook's money unit (`AccountBook.moneyUnit`); 0 for blank, dash and invalid. */
  readonly value: Amount;
  /**
   * How far the true value may lie from `value` through rounding: 0.005 for a non-zero 万元 figure of at most two
   * decimals, 0 for one in 元, with more decimals, or zero (domain.md 3).
   */
  readonly slack: Amount;
  /** Printed figure × scale = value; 1 unless this sheet's unit differs from the workbook's. */
  readonly scale: Amount;
  /** The cell's content as text, trimmed; "" where empty. */
  readonly raw: string;
  /** A number kept as text ("1,225.21", full-width digits). */
  readonly storedAsText: boolean;
  /** The cell holds a formula. */
  readonly formula?: string;
}

/** A text cell that something depends on: a label, a project name, a reason. */
export interface TextCell {
  readonly cell: CellAddress;
  readonly text: string;
}
