import { isOccasional } from "../core/model/table";
import type { CheckResult } from "../core/model/finding";
import type { NotEvaluated } from "../core/model/rule";
import type { VerdictCounts } from "./check-report";
import { cardsOf, type Judged } from "./problems";

/** A sheet that few workbooks have is not missed; a table that has nothing in it, as it may, leaves nothing to check. */
function isNoGap({ missing, because }: NotEvaluated): boolean {
  return isOccasional(missing) || because === "empty";
}

/** Counts a result: what was found in cards by kind, held checks and those that could not run by coverage. */
export function countVerdicts(report: Judged): VerdictCounts {
  const cards = { error: 0, toFill: 0, verify: 0, hint: 0, explained: 0, rounding: 0 };
  for (const { kind } of cardsOf(report)) cards[kind] += 1;
  const { findings, coverage } = report.result;
  const total = (pick: (row: CheckResult["coverage"][number]) => number): number =>
    coverage.reduce((n, row) => n + pick(row), 0);
  return {
    errors: cards.error,
    toFill: cards.toFill,
    verify: cards.verify,
    ...(report.explanations ? { explained: cards.explained } : {}),
    hints: cards.hint,
    violated: findings.length,
    exact: total((row) => row.satisfied),
    withinRounding: total((row) => row.withinRounding),
    notEvaluated: total((row) => row.notEvaluated - row.reasons.filter(isNoGap).length),
  };
}
