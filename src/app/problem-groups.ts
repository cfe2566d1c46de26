import { roundingFindings } from "../core/checking/rounding-findings";
import type { SheetKind } from "../core/model/table";
import type { CheckReport } from "./check-report";
import type { ProblemFilter } from "./problem-filter";
import { cardsOf, findingProblem, PROBLEM_RANK, type Problem } from "./problems";
import { kindAt } from "./table-at";

/** The problems of one table, of several on one sheet too, or of one project of the self-evaluation. */
export interface ProblemGroup {
  readonly key: string;
  readonly sheet: string;
  readonly table: SheetKind | null;
  readonly project?: string;
  readonly problems: readonly Problem[];
}

/** All problems of a report, those that hold through rounding too; causes before single findings. */
export function problemsOf(report: CheckReport): readonly Problem[] {
  const rounding = roundingFindings(report.result);
  return [...cardsOf(report), ...rounding.map((finding) => findingProblem(finding, "rounding"))];
}

/** Problems the filter lets through, grouped by table or project: the worst first, then in the workbook's order. */
export function groupProblems(report: CheckReport, filter: ProblemFilter): readonly ProblemGroup[] {
  const keyOf = (sheet: string, table: SheetKind | null): string => `${sheet}\u0000${table ?? ""}`;
  const order = new Map(report.book.sheets.map(({ name, kind }, index) => [keyOf(name, kind), index]));
  const groups = new Map<string, ProblemGroup & { problems: Problem[] }>();
  for (const problem of problemsOf(report)) {
    if (!filter[problem.kind]) continue;
    const table = kindAt(report.book, problem.sheet, problem.target);
    const key = `${keyOf(problem.sheet, table)}\u0000${problem.project ?? ""}`;
    const group = groups.get(key) ?? {
      key,
      sheet: problem.sheet,
      table,
      problems: [],
      ...(problem.project === undefined ? {} : { project: problem.project }),
    };
    group.problems.push(problem);
    groups.set(key, group);
  }
  // What concerns the whole workbook (a missing table) names no sheet and comes first.
  const place = (group: ProblemGroup): number => order.get(keyOf(group.sheet, group.table)) ?? -1;
  const worst = (group: ProblemGroup): number => Math.min(...group.problems.map(({ kind }) => PROBLEM_RANK[kind]));
  for (const group of groups.values()) group.problems.sort((a, b) => PROBLEM_RANK[a.kind] - PROBLEM_RANK[b.kind]);
  return [...groups.values()].sort((a, b) => worst(a) - worst(b) || place(a) - place(b));
}
