import { a1 } from "../core/model/cell";
import type { CheckReport } from "./check-report";
import { EVERYTHING, type Narrowing, type ProblemFilter } from "./problem-filter";
import { problemsOf } from "./problem-groups";
import { cellsOf, soleSuspects, type Problem, type ProblemKind } from "./problems";
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

/**
 * The problems the filter and the narrowing let through, by how sure it is what to do.
 * @param kept a group that stays though nothing is left in it: something is told there
 */
export function groupByStanding(
  report: CheckReport,
  filter: ProblemFilter,
  narrowing: Narrowing = EVERYTHING,
  kept?: Standing,
): readonly StandingGroup[] {
  const place = new Map(report.book.sheets.map(({ name }, index) => [name, index]));
  const shown = problemsOf(report)
    .filter((problem) => filter[problem.kind] && isWithin(report, problem, narrowing))
    .sort((one, other) => (place.get(one.sheet) ?? -1) - (place.get(other.sheet) ?? -1));
  return ORDER.map((key) => ({ key, problems: shown.filter((problem) => standingOf(problem) === key) })).filter(
    ({ key, problems }) => problems.length > 0 || key === kept,
  );
}

/** Where a card stands in the list: the group, and the card before it there. */
export interface CardPlace {
  readonly group: Standing;
  readonly after: string | undefined;
}

/** Where a card stands, or where it would if it were first of its kind. */
export function placeOfCard(groups: readonly StandingGroup[], problem: Problem): CardPlace {
  const group = standingOf(problem);
  const cards = groups.find(({ key }) => key === group)?.problems ?? [];
  return { group, after: cards[cards.findIndex(({ id }) => id === problem.id) - 1]?.id };
}

function isWithin(report: CheckReport, problem: Problem, { table, sheet, search }: Narrowing): boolean {
  if (sheet !== undefined && problem.sheet !== sheet) return false;
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
