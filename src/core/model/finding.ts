import type { Amount } from "./amount";
import type { CellAddress } from "./cell";
import type { Identity, NotEvaluated, Severity } from "./rule";

/** One violated check (or, where `withinRounding`, one that holds only through rounding). */
export interface Finding {
  /** Equal for the same rule at the same cells, across re-checks. */
  readonly id: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly sheet: string;
  readonly cells: readonly CellAddress[];
  readonly related: readonly CellAddress[];
  readonly message: string;
  /** In the workbook's money unit for identities; as the rule says otherwise. */
  readonly expected?: string;
  readonly actual?: string;
  /** actual − expected, signed. */
  readonly difference?: string;
  readonly project?: string;
  readonly withinRounding: boolean;
  /** The relation behind it, for the arithmetic shown to the user. */
  readonly identity?: Identity;
}

/** How often a rule ran and how it ended; every rule of the catalogue has one. */
export interface RuleCoverage {
  readonly rule: string;
  readonly satisfied: number;
  readonly withinRounding: number;
  readonly violated: number;
  readonly notEvaluated: number;
  readonly reasons: readonly NotEvaluated[];
  /** How open choices were taken (Chinese); absent where none was met. */
  readonly remarks?: readonly string[];
}

/** An identity together with how it was judged. */
export interface JudgedIdentity {
  /** Id of the rule that yielded it. */
  readonly rule: string;
  readonly identity: Identity;
  readonly outcome: "satisfied" | "withinRounding" | "violated";
  /** Severity of the rule, or of the instance where it overrides it. */
  readonly severity: Severity;
  /** Σ left − Σ right. */
  readonly difference: Amount;
}

/** What checking a book yields. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  /** Those that hold only through rounding, shown on request (`roundingFindings`). */
  readonly rounding: readonly JudgedIdentity[];
  readonly coverage: readonly RuleCoverage[];
  /** Every identity that was evaluated: what diagnosis and filling work on. */
  readonly identities: readonly JudgedIdentity[];
}

/** A balance check (基本平衡审核), which must hold; verification checks and hints may be explained. */
export function isBalanceCheck({ severity }: JudgedIdentity): boolean {
  return severity === "error";
}
