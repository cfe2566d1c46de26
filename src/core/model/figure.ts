import type { Amount } from "./amount";
import type { CellAddress } from "./cell";
import type { MoneyUnit } from "./quantity";

/**
 * How a cell where a figure belongs was read.
 * - `amount`: a number (or number stored as text, see `storedAsText`)
 * - `blank`: an empty cell; counts as zero
 * - `dash`: "-", "—", "——": counts as zero
 * - `invalid`: text or an error value ("#REF!"); never counted as zero, its identities are not evaluated
 */
export type FigureKind = "amount" | "blank" | "dash" | "invalid";

/** How figures stand in their cells; the figures of a sheet share one. */
export interface Printing {
  /** 万元 or 元 for money, 分 for points, "" for what is neither (rates, line numbers). */
  readonly unit: MoneyUnit | "分" | "";
  /** Printed figure × scale = value; 1 unless the unit differs from the workbook's. */
  readonly scale: Amount;
  /** Half of the last place the sheet prints, in the workbook's unit; 0 where nothing is rounded. */
  readonly half: Amount;
}

/** A figure of a table or form: its cell and what stands there. */
export interface Figure<V extends Amount = Amount> {
  readonly cell: CellAddress;
  readonly kind: FigureKind;
  /** In the workbook's money unit (`AccountBook.moneyUnit`); 0 for blank, dash and invalid. */
  readonly value: V;
  /**
   * How far the true value may lie from `value` through rounding, in the workbook's unit: half of the last place its
   * sheet prints, 0 for zero and for a figure that was not rounded (domain.md 3).
   */
  readonly slack: V;
  readonly printing: Printing;
  /** The cell's content as text, trimmed; "" where empty. */
  readonly raw: string;
  /** A number kept as text ("1,225.21", full-width digits). */
  readonly storedAsText: boolean;
  /** The number is printed inside a label (决策（15分）): `raw` is the label, and only its number may be replaced. */
  readonly inLabel?: true;
  /** The cell holds a formula. */
  readonly formula?: string;
}

/** A text cell that something depends on: a label, a project name, a reason. */
export interface TextCell {
  readonly cell: CellAddress;
  readonly text: string;
}
