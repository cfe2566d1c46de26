import type { Consolidation } from "../../core/consolidation/model";
import type { Comparison } from "./compare-runs";
import type { CheckedWorkbook, WorkbookSummary } from "./model";
import { commonFolder } from "./paths";

/** Sums over all workbooks of an overview. */
export interface OverviewTotals {
  readonly workbooks: number;
  readonly unread: number;
  readonly withErrors: number;
  readonly errors: number;
  readonly toFill: number;
  readonly verify: number;
  readonly hints: number;
  readonly notEvaluated: number;
  readonly suspects: number;
}

/** Many workbooks at a glance, the worst first. */
export interface Overview {
  readonly workbooks: readonly WorkbookSummary[];
  readonly totals: OverviewTotals;
  readonly comparison: Comparison | undefined;
  /** The department's workbook against its units', where one was named. */
  readonly consolidation: Consolidation | undefined;
  /** The folder all workbooks lie in ("" where they share none): their paths are shown below it. */
  readonly folder: string;
  readonly madeAt: Date;
}

/** What an overview may be given beside the summaries. */
export interface OverviewParts {
  readonly comparison?: Comparison | undefined;
  readonly consolidation?: Consolidation | undefined;
}

/** What the overview says of a workbook in a word. */
export type WorkbookVerdict = "unread" | "empty" | "errors" | "toFill" | "verify" | "hints" | "partly" | "clean";

/** The verdict on a workbook; one where nothing was checked is never called clean. */
export function verdictOf(workbook: WorkbookSummary): WorkbookVerdict {
  if (workbook.kind === "unread") return "unread";
  const { counts, isEmpty } = workbook;
  if (isEmpty) return "empty";
  if (counts.errors > 0) return "errors";
  if (counts.toFill > 0) return "toFill";
  if (counts.verify > 0) return "verify";
  if (counts.hints > 0) return "hints";
  return counts.notEvaluated > 0 ? "partly" : "clean";
}

/** Puts summaries in order and adds them up. */
export function buildOverview(
  summaries: readonly WorkbookSummary[],
  madeAt: Date,
  { comparison, consolidation }: OverviewParts = {},
): Overview {
  const checked = summaries.filter((workbook) => workbook.kind === "checked");
  const total = (pick: (workbook: CheckedWorkbook) => number): number =>
    checked.reduce((sum, workbook) => sum + pick(workbook), 0);
  return {
    workbooks: [...summaries].sort(worstFirst),
    totals: {
      workbooks: summaries.length,
      unread: summaries.length - checked.length,
      withErrors: checked.filter(({ counts }) => counts.errors > 0).length,
      errors: total(({ counts }) => counts.errors),
      toFill: total(({ counts }) => counts.toFill),
      verify: total(({ counts }) => counts.verify),
      hints: total(({ counts }) => counts.hints),
      notEvaluated: total(({ counts }) => counts.notEvaluated),
      suspects: total(({ suspects }) => suspects),
    },
    comparison,
    consolidation,
    folder: commonFolder(summaries.map(({ file }) => file)),
    madeAt,
  };
}

/** What was not checked at all comes first, then by errors, to be filled, to be verified, not evaluated, suspects, hints. */
function worstFirst(a: WorkbookSummary, b: WorkbookSummary): number {
  const [left, right] = [weights(a), weights(b)];
  for (const [i, weight] of left.entries()) {
    const difference = (right[i] ?? 0) - weight;
    if (difference !== 0) return difference;
  }
  return a.file.localeCompare(b.file, "zh-CN", { numeric: true });
}

function weights(workbook: WorkbookSummary): readonly number[] {
  if (workbook.kind === "unread") return [2, 0, 0, 0, 0, 0, 0];
  const { counts, suspects, isEmpty } = workbook;
  return [isEmpty ? 1 : 0, counts.errors, counts.toFill, counts.verify, counts.notEvaluated, suspects, counts.hints];
}
