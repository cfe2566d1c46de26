import type { Amount } from "./amount";
import type { Figure } from "./figure";

/** The slip that would explain how a figure became wrong. */
export type SlipKind =
  | "transposedDigits"
  | "sign"
  | "decimalPoint"
  | "moneyUnit"
  | "neighbour"
  | "duplicatedRow"
  | "missingRow"
  | "otherYear"
  | "droppedDigit"
  | "rounding";

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

/** A group of findings with one common cause. */
export interface Cause {
  readonly id: string;
  /** Ids of the findings it explains, most telling first. */
  readonly findings: readonly string[];
  /** Best first; empty where nothing explains them. Two entries where two remain. */
  readonly explanations: readonly Explanation[];
  /** Figures in question where no explanation was found. */
  readonly inQuestion: readonly Figure[];
}
