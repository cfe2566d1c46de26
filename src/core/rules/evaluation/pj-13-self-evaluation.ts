import { nameLikeness } from "../../glossary/name-likeness";
import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { isNumber, points, projectOf } from "../../scoring/form-figures";
import { subjectOf } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

/** Names less alike than this are different projects. */
const ALIKE = 0.8;

export const rule: Rule = {
  id: "PJ-13",
  title: "评价得分与自评得分",
  statement: "同一项目既有自评表又有评价评分表的，并列两个总分；两者可以不同。",
  formula: "评价总分、自评总分并列",
  severity: "hint",
  basis: FROM_REPORTS,
  rationale: "自评由实施单位填报，评价由评价组评定，差距大的值得看一看原因。",
  remedy: "不必改动；差距较大的，在报告中说明原因。",
  scope: ["PJ", "ZP"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], (table) => besideForm(book, table)),
};

function* besideForm(book: AccountBook, table: ScoreTable): Iterable<Check> {
  const score = table.total?.score;
  const form = book.forms.find(
    ({ projectName }) => projectName && nameLikeness(projectName.text, subjectOf(table)) >= ALIKE,
  );
  const own = form?.totals.map((total) => total.score).find(isNumber);
  if (!form || !own || !isNumber(score)) {
    yield tableNotEvaluated(table, form ? "没有两个总分可比" : "没有同一项目的自评表");
    return;
  }
  if (own.value.eq(score.value)) {
    yield holds([score.cell]);
    return;
  }
  yield tableViolation(table, {
    cells: [score.cell],
    related: [own.cell],
    message: `评价总分 ${points(score.value)}，“${projectOf(form)}”自评总分 ${points(own.value)}`,
  });
}
