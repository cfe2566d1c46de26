import type { AccountBook } from "../core/model/book";
import type { Cause } from "../core/model/diagnosis";
import type { CheckResult } from "../core/model/finding";
import type { WorkbookGrid } from "../core/model/grid";
import type { CheckSettings, RuleMeta } from "../core/model/rule";
import type { KeptExplanation } from "./workbook-state";

/** How the checks of a workbook ended, counted in single checks (not in cards). */
export interface VerdictCounts {
  readonly errors: number;
  /** To be verified and not explained yet. */
  readonly verify: number;
  /** To be verified, with a 核实说明 for the present figures. */
  readonly explained?: number;
  readonly hints: number;
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
  /** Descriptions of the rules that were applied, by id. */
  readonly rules: ReadonlyMap<string, RuleMeta>;
  /** The thresholds it was checked with. */
  readonly settings: CheckSettings;
  /** Last year's workbook it was checked against, where there was one. */
  readonly priorYear?: AccountBook;
  readonly counts: VerdictCounts;
  /** Explanations that hold for the present figures, by finding id (see withExplanations). */
  readonly explanations?: ReadonlyMap<string, KeptExplanation>;
  readonly checkedAt: Date;
}

/** Counts the verdicts of a result: findings by severity, held checks and those that could not run by coverage. */
export function countVerdicts(result: CheckResult): VerdictCounts {
  const bySeverity = { error: 0, verify: 0, hint: 0 };
  for (const finding of result.findings) bySeverity[finding.severity] += 1;
  const total = (pick: (row: CheckResult["coverage"][number]) => number): number =>
    result.coverage.reduce((n, row) => n + pick(row), 0);
  return {
    errors: bySeverity.error,
    verify: bySeverity.verify,
    hints: bySeverity.hint,
    exact: total((row) => row.satisfied),
    withinRounding: total((row) => row.withinRounding),
    notEvaluated: total((row) => row.notEvaluated),
  };
}
