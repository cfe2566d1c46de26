import { cellKey, type CellAddress } from "../core/model/cell";
import type { Cause, Suspect } from "../core/model/diagnosis";
import type { Finding } from "../core/model/finding";
import { findingKind, type CheckReport, type FindingKind } from "./check-report";

/**
 * What a problem is shown as: its worst severity, or `toFill` where it only waits for blanks to be filled; `explained` for what was to be verified and has a 核实说明; `rounding`
 * for a check that holds through rounding only.
 */
export type ProblemKind = FindingKind | "explained" | "rounding";

/** One card of the list: a finding, or several findings with one cause. */
export interface Problem {
  readonly id: string;
  readonly kind: ProblemKind;
  readonly findings: readonly [Finding, ...Finding[]];
  readonly cause?: Cause;
  /** The sheet it is filed under: where the figure to correct stands. */
  readonly sheet: string;
  readonly project?: string;
  /** Where 定位 goes first. */
  readonly target: CellAddress | undefined;
}

/** The worst first. */
export const PROBLEM_RANK: Readonly<Record<ProblemKind, number>> = {
  error: 0,
  toFill: 1,
  verify: 2,
  hint: 3,
  explained: 4,
  rounding: 5,
};

/** What cards are made of: findings, their causes, what has been explained. */
export type Judged = Pick<CheckReport, "result" | "causes" | "toFill" | "explanations">;

/** What a finding is shown as. */
export function kindOfFinding(report: Judged, finding: Finding): Exclude<ProblemKind, "rounding"> {
  return report.explanations?.has(finding.id) ? "explained" : findingKind(report, finding);
}

/** What was found, one card a cause: a finding that several causes claim stays with the first. */
export function cardsOf(report: Judged): readonly Problem[] {
  const byId = new Map(report.result.findings.map((finding) => [finding.id, finding]));
  const explained = new Set<string>();
  const problems: Problem[] = [];
  for (const cause of report.causes) {
    const [first, ...rest] = cause.findings.flatMap((id) => byId.get(id) ?? []);
    if (!first || explained.has(first.id)) continue;
    const findings: [Finding, ...Finding[]] = [first, ...rest.filter((finding) => !explained.has(finding.id))];
    for (const finding of findings) explained.add(finding.id);
    problems.push(causeProblem(report, cause, findings));
  }
  for (const finding of report.result.findings) {
    if (!explained.has(finding.id)) problems.push(findingProblem(finding, kindOfFinding(report, finding)));
  }
  return problems;
}

/** Suspects of the one explanation of a problem; none where several explanations remain or nothing explains it. */
export function soleSuspects(problem: { readonly cause?: Cause }): readonly Suspect[] {
  const [explanation, ...others] = problem.cause?.explanations ?? [];
  return explanation && others.length === 0 ? explanation.suspects : [];
}

function causeProblem(report: Judged, cause: Cause, findings: readonly [Finding, ...Finding[]]): Problem {
  const [first] = findings;
  const suspect = soleSuspects({ cause })[0]?.figure.cell ?? cause.pattern?.cell;
  const kinds = findings.map((finding) => kindOfFinding(report, finding));
  const kind = kinds.reduce((worst, other) => (PROBLEM_RANK[other] < PROBLEM_RANK[worst] ? other : worst));
  return {
    id: `cause:${first.id}`,
    kind,
    findings,
    cause,
    sheet: suspect?.sheet ?? first.sheet,
    target: suspect ?? first.cells[0],
    ...(first.project === undefined ? {} : { project: first.project }),
  };
}

/** The card of a finding that no cause explains. */
export function findingProblem(finding: Finding, kind: ProblemKind): Problem {
  return {
    id: finding.id,
    kind,
    findings: [finding],
    sheet: finding.sheet,
    target: finding.cells[0] ?? finding.related[0],
    ...(finding.project === undefined ? {} : { project: finding.project }),
  };
}

/** The cells of a problem, each once: what is surely suspect first, then the findings' own cells, then the maybes. */
export function cellsOf(problem: Problem): readonly CellAddress[] {
  const suspects = (problem.cause?.explanations ?? []).flatMap((e) => e.suspects.map((s) => s.figure.cell));
  const own = problem.findings.flatMap((finding) => finding.cells);
  const all = soleSuspects(problem).length > 0 ? [...suspects, ...own] : [...own, ...suspects];
  return [...new Map(all.map((cell) => [cellKey(cell), cell])).values()];
}
