import { a1 } from "../core/model/cell";
import type { CheckReport } from "./check-report";
import { EVERYTHING, type Narrowing, type ProblemFilter } from "./problem-filter";
import { cellsOf, problemsOf, soleSuspects, type Problem, type ProblemKind } from "./problems";
import { kindAt } from "./table-at";

/**
 * How sure it is what to do about a problem. Errors: `certain` (one correction explains it), `alternatives` (several do),
 * `undetermined` (it has to be looked up); the rest as its kind. What was explained stays where
 * it was to be verified: a card must not leave from under the hand that writes.
 */
export type Standing = "certain" | "alternatives" | "undetermined" | Exclude<ProblemKind, "error" | "explained">;

/** The order of the list: what can be mended at once first. */
const ORDER: readonly Standing[] = ["certain", "alternatives", "undetermined", "toFill", "verify", "hint", "rounding"];

/** Problems of one standing, in the order of the workbook's sheets. */
export interface StandingGroup {
  readonly key: Standing;
  readonly problems: readonly Problem[];
}

/** How sure it is what to do about a problem. */
export function standingOf(problem: Problem): Standing {
  if (problem.kind === "explained") return "verify";
  if (problem.kind !== "error") return problem.kind;
  if (problem.cause?.pattern || soleSuspects(problem).length > 0) return "certain";
  return (problem.cause?.explanations.length ?? 0) > 1 ? "alternatives" : "undetermined";
}

/** The problems the filter and the narrowing let through, by how sure it is what to do. */
export function groupByStanding(
  report: CheckReport,
  filter: ProblemFilter,
  narrowing: Narrowing = EVERYTHING,
): readonly StandingGroup[] {
  const place = new Map(report.book.sheets.map(({ name }, index) => [name, index]));
  const shown = problemsOf(report)
    .filter((problem) => filter[problem.kind] && isWithin(report, problem, narrowing))
    .sort((one, other) => (place.get(one.sheet) ?? -1) - (place.get(other.sheet) ?? -1));
  return ORDER.map((key) => ({ key, problems: shown.filter((problem) => standingOf(problem) === key) })).filter(
    ({ problems }) => problems.length > 0,
  );
}

function isWithin(report: CheckReport, problem: Problem, { table, search }: Narrowing): boolean {
  if (table !== undefined && kindAt(report.book, problem.sheet, problem.target) !== table) return false;
  const wanted = plain(search);
  return wanted === "" || plain(wordsOf(problem)).includes(wanted);
}

/** Everything a card can be found by. */
function wordsOf(problem: Problem): string {
  const figures = (problem.cause?.explanations ?? []).flatMap(({ suspects }) =>
    suspects.flatMap(({ figure, proposed }) => [figure.raw, figure.value.toFixed(2), proposed.toFixed(2)]),
  );
  const cells = cellsOf(problem).flatMap((cell) => [cell.sheet, a1(cell)]);
  const said = problem.findings.flatMap(({ message, rule, identity }) => [message, rule, identity?.subject ?? ""]);
  return [problem.sheet, ...cells, ...said, ...figures].join("\n");
}

/** Without what people type now one way, now the other: spaces, separators of thousands, small letters. */
function plain(text: string): string {
  return text.replace(/[\s,，]/g, "").toUpperCase();
}
