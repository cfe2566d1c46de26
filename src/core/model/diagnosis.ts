import type { Amount } from "./amount";
import type { CellAddress } from "./cell";
import type { Figure } from "./figure";

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

/** An error of a whole row or table, where single cells do not explain what is violated. */
export interface Pattern {
  readonly kind: "duplicatedRow" | "missingRow" | "moneyUnit" | "otherYear";
  readonly sheet: string;
  /** The row or title the pattern is about. */
  readonly cell?: CellAddress;
  /** Code and name of the row that is missing or stands twice ("20805 行政事业单位养老支出"). */
  readonly row?: string;
}

/** A group of findings with one common cause. */
export interface Cause {
  readonly id: string;
  /** Ids of the findings it explains, most telling first. */
  readonly findings: readonly string[];
  /** Best first; empty where nothing explains them. Two entries where two remain. */
  readonly explanations: readonly Explanation[];
  /** Set where a whole row or table is the cause; then `explanations` may be empty. */
  readonly pattern?: Pattern;
  /** Figures in question where no explanation was found, or where too many fit equally well. */
  readonly inQuestion: readonly Figure[];
}
