import { normaliseLabel } from "../../glossary/normalise";
import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import type { ScoreNode, ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { leavesOf, nodeName, subjectOf } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-12",
  title: "指标体系与评分表一致",
  statement: "同一评价的指标体系（只有分值）和评分表，指标、目标值、分值应一致。",
  formula: "评分表的指标、目标值、分值 = 指标体系的指标、目标值、分值",
  severity: "verify",
  basis: FROM_REPORTS,
  rationale: "评分时改了指标或分值，没有改报告前面的指标体系。",
  remedy: "统一两处的指标、目标值和分值。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], (table) => against(book, table)),
};

function* against(book: AccountBook, table: ScoreTable): Iterable<Check> {
  if (!table.hasScores) return;
  const plan = planOf(book, table);
  if (!plan) {
    yield tableNotEvaluated(table, "没有只列分值的指标体系可比");
    return;
  }
  const planned = new Map(leavesOf(plan).map((node) => [normaliseLabel(nodeName(node)), node]));
  for (const node of leavesOf(table)) {
    const key = normaliseLabel(nodeName(node));
    const other = planned.get(key);
    planned.delete(key);
    const difference = other ? differenceOf(node, other) : "不在指标体系中";
    if (difference === undefined) yield holds([node.name.cell]);
    else
      yield tableViolation(table, {
        cells: [node.weight?.cell ?? node.name.cell],
        related: other ? [other.weight?.cell ?? other.name.cell] : [],
        message: `“${nodeName(node)}”${difference}`,
      });
  }
  for (const left of planned.values())
    yield tableViolation(table, {
      cells: [left.name.cell],
      message: `指标体系中的“${nodeName(left)}”没有列入评分表`,
    });
}

/** The table of weights alone that belongs to a scored one: of the same project, or the only other one. */
function planOf(book: AccountBook, table: ScoreTable): ScoreTable | undefined {
  const plans = book.scoreTables.filter(({ kind, hasScores }) => kind === "PJ" && !hasScores);
  const same = plans.find((plan) => subjectOf(plan) === subjectOf(table));
  const scored = book.scoreTables.filter(({ kind, hasScores }) => kind === "PJ" && hasScores);
  return same ?? (plans.length === 1 && scored.length === 1 ? plans[0] : undefined);
}

function differenceOf(node: ScoreNode, planned: ScoreNode): string | undefined {
  const [weight, due] = [node.weight, planned.weight];
  if (weight && due && !weight.value.eq(due.value))
    return `分值 ${points(weight.value)}，指标体系为 ${points(due.value)}`;
  const [target, aim] = [node.indicator?.target.raw, planned.indicator?.target.raw];
  return target !== undefined && aim !== undefined && normaliseLabel(target) !== normaliseLabel(aim)
    ? `目标值“${target}”，指标体系为“${aim}”`
    : undefined;
}
