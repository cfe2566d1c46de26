import type { Amount } from "./amount";
import type { CellAddress } from "./cell";
import type { Figure } from "./figure";
import type { MoneyUnit } from "./quantity";

/** The slip that would explain how a figure became wrong. */
export type SlipKind = "transposedDigits" | "sign" | "decimalPoint" | "moneyUnit" | "neighbour" | "droppedDigit";

/** A figure that is probably wrong and what it should be. */
export interface Suspect {
  readonly figure: Figure;
  /** Proposed value in the workbook's money unit. */
  readonly proposed: Amount;
  readonly slip?: SlipKind;
}

/** One way to explain a cause: correcting all of these satisfies all its identities. */
export interface Explanation {
  readonly suspects: readonly Suspect[];
}

/**
 * What a cause asks of the user: `error` to mend what stands there; `toFill` (待填) to fill in what is due and still
 * blank, which is no error.
 */
export type CauseKind = "error" | "toFill";

/** From the row `row` (code and name) on, figures stand `by` rows too low; negative: too high. */
export interface RowShift {
  readonly row?: string;
  readonly by?: number;
}

/**
 * An error of a whole row or table, where single cells do not explain what is violated.
 * - `duplicatedRow`, `missingRow`: a row typed twice, or left out
 * - `movedRows`: from `cell` on the figures stand beside labels of other rows, `by` rows too low; `further` says where
 *   that number changes
 * - `moneyUnit`: the sheet's figures are in `unit`, which its unit cell (`cell`) does not say
 * - `otherYear`: a table of another year; `notBegun`: a table nobody has filled in yet
 */
export interface Pattern extends RowShift {
  readonly kind: "duplicatedRow" | "missingRow" | "movedRows" | "moneyUnit" | "otherYear" | "notBegun";
  readonly sheet: string;
  /** The row or title the pattern is about. */
  readonly cell?: CellAddress;
  /** Code and name of the row that is missing, stands twice or shows the first wrong figures ("20805 行政事业单位养老支出"). */
  readonly row?: string;
  readonly further?: readonly RowShift[];
  /** The money unit the sheet's figures are in. */
  readonly unit?: MoneyUnit;
}

/** A group of findings with one common cause. */
export interface Cause {
  readonly id: string;
  readonly kind: CauseKind;
  /** Ids of the findings it explains, most telling first. */
  readonly findings: readonly string[];
  /** Best first; empty where nothing explains them. Two entries where two remain. */
  readonly explanations: readonly Explanation[];
  /** Set where a whole row or table is the cause; then `explanations` may be empty. */
  readonly pattern?: Pattern;
  /**
   * Figures in question where no explanation was found, or where too many fit equally well (`explanations` may then hold
   * a likely one with some of its rivals); where the cause is `toFill`
   * the due blanks whose values cannot be told.
   */
  readonly inQuestion: readonly Figure[];
}
