import { itemName } from "./item-name";
import type { CheckReport } from "./check-report";
import type { ProblemGroup } from "./problem-groups";
import { cellsOf, soleSuspects, type Problem } from "./problems";
import type { AccountBook } from "../core/model/book";
import type { CellAddress } from "../core/model/cell";
import type { Cause, Suspect } from "../core/model/diagnosis";
import { sheetTitle } from "../core/tables";
import { asPrinted } from "../core/units/printing";
import { SEVERITY_WORDS, zh } from "../text/zh";
import { figureText, placeText } from "./figure-text";

/** What a closed card says: one line, and a second where several findings share a cause. */
export interface ProblemText {
  readonly title: string;
  readonly detail?: string;
}

/** What stands above the cards of a group: the project, else the sheet, with the table where the sheet holds several. */
export function groupName({ project, sheet, table }: ProblemGroup, book: AccountBook): string {
  if (project !== undefined) return project;
  if (sheet === "") return zh.reading.workbook;
  const isShared = table !== null && book.sheets.filter(({ name }) => name === sheet).length > 1;
  return isShared ? zh.place(sheet, sheetTitle(table)) : sheet;
}

/** Groups of problems with the names they are shown under. */
export function namedGroups(
  groups: readonly ProblemGroup[],
  book: AccountBook,
): readonly (ProblemGroup & { readonly name: string })[] {
  return groups.map((group) => ({ ...group, name: groupName(group, book) }));
}

/** The lines of a card. A cause leads with the suspect and its proposed figure; a finding with its own message. */
export function problemText(
  problem: Problem,
  book: AccountBook,
  placeOf: (cell: CellAddress) => string = (cell) => placeText(book, cell),
): ProblemText {
  const { cause, findings } = problem;
  const [first] = findings;
  if (!cause) return { title: first.message };
  const count = findings.length;
  if (cause.pattern) {
    return { title: zh.problem.pattern(cause.pattern), detail: count > 1 ? zh.problem.joint(count) : first.message };
  }
  const isToFill = cause.kind === "toFill";
  const say = isToFill ? zh.problem.toFill : zh.problem.suspect;
  const [explanation, ...others] = cause.explanations.map(({ suspects }) =>
    suspects
      .map(({ figure, proposed }) => say(placeOf(figure.cell), figureText(asPrinted(proposed, figure))))
      .join(zh.problem.and),
  );
  const together = count > 1 ? zh.problem.together(count) : undefined;
  if (explanation === undefined) {
    const question = questionText(cause, placeOf);
    return { title: first.message, detail: zh.punctuation.dot([question, together]) };
  }
  if (others.length > 0) {
    const either = [explanation, ...others].join(zh.problem.or);
    return { title: first.message, detail: zh.punctuation.dot([either, together]) };
  }
  const title = isToFill
    ? explanation
    : soleSuspects(problem)
        .map((suspect) => meaning(suspect, problem, book, placeOf))
        .join(zh.problem.and);
  return { title, detail: count > 1 ? zh.problem.joint(count) : first.message };
}

/** Figures a card's question names; the open card shows all of them. */
const FIGURES_NAMED = 3;

/** That one of some figures is wrong, or that several blanks share a sum and none can be told. */
function questionText({ kind, inQuestion }: Cause, placeOf: (cell: CellAddress) => string): string {
  if (inQuestion.length === 0) return zh.problem.noExplanation;
  const named = zh.punctuation.list(inQuestion.slice(0, FIGURES_NAMED).map(({ cell }) => placeOf(cell)));
  const places = inQuestion.length > FIGURES_NAMED ? `${named} ${zh.problem.more(inQuestion.length)}` : named;
  return (kind === "toFill" ? zh.problem.openBlanks : zh.problem.inQuestion) + places;
}

/** "行政运行 本年收入合计应为 759.80，现为 795.80（数字颠倒）": the place stands in the card's tag. */
function meaning(
  { figure, proposed, slip }: Suspect,
  { findings }: Problem,
  book: AccountBook,
  placeOf: (cell: CellAddress) => string,
): string {
  const item = itemName(book, figure, findings) ?? placeOf(figure.cell);
  const now = figure.kind === "blank" ? undefined : figureText(asPrinted(figure.value, figure));
  return zh.problem.due(item, figureText(asPrinted(proposed, figure))) + zh.problem.dueNow(now, slip);
}

/** The cells diagnosis holds to be wrong. */
export function suspectCells(problem: Problem): readonly CellAddress[] {
  return (problem.cause?.explanations ?? []).flatMap(({ suspects }) => suspects.map(({ figure }) => figure.cell));
}

/** A card as text, to be sent to somebody: what it says, where, and the rule. */
export function copyText(
  problem: Problem,
  report: CheckReport,
  placeOf: (cell: CellAddress) => string = (cell) => placeText(report.book, cell),
): string {
  const { title, detail } = problemText(problem, report.book, placeOf);
  const [first] = problem.findings;
  const places = cellsOf(problem).map(placeOf);
  const rule = report.rules.get(first.rule);
  return [
    `${SEVERITY_WORDS[problem.kind]}${zh.punctuation.separator}${title}`,
    detail,
    zh.punctuation.list(places),
    rule && `${zh.rule.statement}：${rule.statement}`,
  ]
    .filter((line) => line !== undefined && line !== "")
    .join("\n");
}
