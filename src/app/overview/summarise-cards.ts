import { plainAmount } from "../../core/model/amount";
import { a1 } from "../../core/model/cell";
import { asPrinted } from "../../core/units/printing";
import type { CheckReport } from "../check-report";
import { placeText } from "../figure-text";
import { zh } from "../../text/zh";
import { ignoredOf } from "../explanations/ignoring";
import { itemName } from "../item-name";
import { problemText } from "../problem-text";
import { DEFAULT_FILTER } from "../problem-filter";
import { cellsOf, soleSuspects, type Problem } from "../problems";
import { groupByStanding, standingOf } from "../standing-groups";
import { explanationOf, type WorkbookState } from "../workbook-state";
import type { CardSummary, CauseKey } from "./model";

/** Cells a list names; of more it says how many there are. */
const CELLS_NAMED = 3;

/**
 * The cards of a report as an overview keeps them, in the order of the pane: the same number of them, saying the same.
 * @param state what the workbook keeps for us: a 核实说明 whose figures changed since is shown as stale
 */
export function summariseCards(report: CheckReport, state: WorkbookState): readonly CardSummary[] {
  const numbers = new Map(report.result.findings.map(({ id }, i) => [id, i]));
  const problems = groupByStanding(report, DEFAULT_FILTER).flatMap((group) => group.problems);
  return problems.map((problem) => summarise(problem, report, numbers, state));
}

function summarise(
  problem: Problem,
  report: CheckReport,
  numbers: ReadonlyMap<string, number>,
  state: WorkbookState,
): CardSummary {
  const [first] = problem.findings;
  const { kind, sheet, project } = problem;
  const cells = cellsOf(problem);
  const rule = report.rules.get(first.rule);
  const explanation = problem.findings.map((finding) => explanationOf(state, finding, report.book)).find(Boolean);
  const ignored = problem.findings.map((finding) => ignoredOf(state, finding, report.book)).find(Boolean);
  return {
    kind: kind === "rounding" ? "hint" : kind,
    cause: causeOf(problem),
    ...problemText(problem, report.book),
    sheet,
    cells: cells.slice(0, CELLS_NAMED).map((cell) => (cell.sheet === sheet ? a1(cell) : placeText(report.book, cell))),
    cellCount: cells.length,
    ...figuresOf(problem, report),
    ...(project === undefined ? {} : { project }),
    rule: first.rule,
    ruleTitle: rule?.title ?? "",
    basis: rule?.basis.document ?? "",
    findings: problem.findings.flatMap(({ id }) => numbers.get(id) ?? []),
    ...(ignored ? { explanation: { text: zh.ignoring.listed(ignored.text), stale: false } } : {}),
    ...(explanation ? { explanation: { text: explanation.text, stale: explanation.stale } } : {}),
  };
}

/** What should stand and what stands: of the one figure to correct, else of the first finding. */
function figuresOf(
  problem: Problem,
  { book }: CheckReport,
): Pick<CardSummary, "item" | "expected" | "actual" | "difference"> {
  const { findings } = problem;
  const [suspect, ...others] = soleSuspects(problem);
  if (suspect && others.length === 0) {
    const { figure, proposed } = suspect;
    const [expected, actual] = [asPrinted(proposed, figure), asPrinted(figure.value, figure)];
    const item = itemName(book, figure, findings);
    return {
      ...(item === undefined ? {} : { item }),
      expected: plainAmount(expected),
      ...(figure.kind === "blank"
        ? {}
        : { actual: plainAmount(actual), difference: plainAmount(actual.minus(expected)) }),
    };
  }
  const [{ expected, actual, difference, identity }] = findings;
  return {
    ...(identity?.subject === undefined ? {} : { item: identity.subject }),
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(difference === undefined ? {} : { difference }),
  };
}

function causeOf(problem: Problem): CauseKey {
  const { cause } = problem;
  if (cause?.pattern) return cause.pattern.kind;
  const standing = standingOf(problem);
  const [suspect] = soleSuspects(problem);
  if (standing === "certain" && suspect?.slip) return suspect.slip;
  return standing === "rounding" ? "hint" : standing;
}
