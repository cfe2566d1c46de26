import type { AccountBook } from "../core/model/book";
import type { Cause } from "../core/model/diagnosis";
import type { CheckResult, Finding } from "../core/model/finding";
import type { WorkbookGrid } from "../core/model/grid";
import type { MoneyUnit } from "../core/model/quantity";
import type { CheckSettings, RuleMeta, Severity } from "../core/model/rule";
import type { IgnoredFinding } from "./explanations/ignoring";
import type { KeptExplanation } from "./workbook-state";

/** What a finding asks for: its severity, or `toFill` (待填) where what is violated only waits for blanks to be filled. */
export type FindingKind = Severity | "toFill";

/**
 * How the checks of a workbook ended. What is found is counted in cards (one cause, one card, one 处), what held and what
 * could not run in single checks (项).
 */
export interface VerdictCounts {
  /** Errors; what only waits for blanks to be filled is not among them. */
  readonly errors: number;
  /** What only waits for blanks to be filled. */
  readonly toFill: number;
  /** To be verified and not explained yet. */
  readonly verify: number;
  /** To be verified, with a 核实说明 for the present figures. */
  readonly explained?: number;
  readonly hints: number;
  /** Set aside by the user (忽略), and in none of the others. */
  readonly ignored?: number;
  /** Single checks that do not hold, behind all of these. */
  readonly violated: number;
  /** Checks that hold exactly. */
  readonly exact: number;
  /** Checks that hold through rounding only. */
  readonly withinRounding: number;
  readonly notEvaluated: number;
}

/** Everything one check of a workbook yields; what the pane, the highlights and the command line show. */
export interface CheckReport {
  /** The cells as they were read: a later re-check replaces only the changed sheets in it. */
  readonly grid: WorkbookGrid;
  readonly book: AccountBook;
  readonly result: CheckResult;
  /** Findings with one common cause (diagnosis); a finding in none of them stands alone. */
  readonly causes: readonly Cause[];
  /** Ids of the findings that only wait for blanks to be filled (待填). */
  readonly toFill: ReadonlySet<string>;
  /** Sheets judged in another money unit than they state, and the unit, by name. */
  readonly judgedUnits: ReadonlyMap<string, MoneyUnit>;
  /** Descriptions of the rules that were applied, by id. */
  readonly rules: ReadonlyMap<string, RuleMeta>;
  /** The thresholds it was checked with. */
  readonly settings: CheckSettings;
  /** Last year's workbook it was checked against, where there was one. */
  readonly priorYear?: AccountBook;
  readonly counts: VerdictCounts;
  /** Explanations that hold for the present figures, by finding id (see withExplanations). */
  readonly explanations?: ReadonlyMap<string, KeptExplanation>;
  /** Findings the user set aside: not among those of `result`. */
  readonly ignored?: readonly IgnoredFinding[];
  readonly checkedAt: Date;
}

/** Ids of the findings whose cause is a due blank. */
export function findingsToFill(causes: readonly Cause[]): ReadonlySet<string> {
  return new Set(causes.flatMap(({ kind, findings }) => (kind === "toFill" ? findings : [])));
}

/** What a finding of the report asks for. */
export function findingKind({ toFill }: Pick<CheckReport, "toFill">, { id, severity }: Finding): FindingKind {
  return toFill.has(id) ? "toFill" : severity;
}
