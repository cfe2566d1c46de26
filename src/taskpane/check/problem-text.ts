import { soleSuspects, type Problem, type ProblemGroup } from "../../app/problems";
import type { AccountBook } from "../../core/model/book";
import type { CellAddress } from "../../core/model/cell";
import type { Suspect } from "../../core/model/diagnosis";
import { zh } from "../../text/zh";
import { sheetTitle } from "../../core/tables";
import { asPrinted } from "../../core/units/printing";
import { figureText, placeText } from "../figures";

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

/** The lines of a card. A cause leads with the suspect and its proposed figure; a finding with its own message. */
export function problemText(problem: Problem, book: AccountBook): ProblemText {
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
      .map(({ figure, proposed }) => say(placeText(book, figure.cell), figureText(asPrinted(proposed, figure))))
      .join(zh.problem.and),
  );
  const together = count > 1 ? zh.problem.together(count) : undefined;
  if (explanation === undefined) {
    return { title: first.message, ...(together === undefined ? {} : { detail: together }) };
  }
  if (others.length > 0) {
    const either = [explanation, ...others].join(zh.problem.or);
    return { title: first.message, detail: zh.punctuation.dot([either, together]) };
  }
  const [single, ...rest] = soleSuspects(problem);
  const now = single && rest.length === 0 && !isToFill ? nowText(single) : undefined;
  return { title: explanation, detail: zh.punctuation.dot([now, count > 1 ? zh.problem.joint(count) : first.message]) };
}

function nowText({ figure, slip }: Suspect): string {
  return zh.problem.suspectNow(figureText(figure.value), slip);
}

/** The cells diagnosis holds to be wrong. */
export function suspectCells(problem: Problem): readonly CellAddress[] {
  return (problem.cause?.explanations ?? []).flatMap(({ suspects }) => suspects.map(({ figure }) => figure.cell));
}
