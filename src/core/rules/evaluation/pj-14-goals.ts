import { formatAmount } from "../../model/amount";
import { nameLikeness } from "../../glossary/name-likeness";
import type { AccountBook } from "../../model/book";
import type { IndicatorValue } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { leavesOf, nodeName } from "../../scoring/score-tree";
import { isMoneyUnit } from "../../scoring/units";
import { holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

const ALIKE = 0.7;

export const rule: Rule = {
  id: "PJ-14",
  title: "金额目标与绩效目标表",
  statement: "评分表中以金额表示的目标值，与绩效目标表中同一指标的目标值一致。",
  formula: "评分表金额目标值 = 绩效目标表金额目标值",
  severity: "verify",
  basis: FROM_REPORTS,
  rationale: "评分表另写了一个金额，与申报的绩效目标不同。",
  remedy: "核对绩效目标表，统一两处的金额。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], (table) => goals(book, table)),
};

function* goals(book: AccountBook, table: ScoreTable): Iterable<Check> {
  const aims = book.goalLists.flatMap((list) => list.goals).filter(({ target }) => isMoney(target));
  let checked = false;
  for (const node of leavesOf(table)) {
    const target = node.indicator?.target;
    if (!target || !isMoney(target)) continue;
    const aim = aims.find(({ name }) => nameLikeness(name.text, nodeName(node)) >= ALIKE);
    if (!aim?.target.value || !target.value) continue;
    checked = true;
    if (aim.target.value.eq(target.value)) yield holds([target.cell]);
    else
      yield tableViolation(table, {
        cells: [target.cell],
        related: [aim.target.cell],
        message: `“${nodeName(node)}”目标值 ${target.raw}，绩效目标表为 ${aim.target.raw}`,
        expected: formatAmount(aim.target.value),
        actual: formatAmount(target.value),
      });
  }
  if (!checked)
    yield tableNotEvaluated(table, aims.length === 0 ? "没有绩效目标表可比" : "没有与绩效目标表相同的金额指标");
}

function isMoney({ kind, unit }: IndicatorValue): boolean {
  return kind === "number" && isMoneyUnit(unit);
}
