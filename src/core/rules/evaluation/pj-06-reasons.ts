import { plainAmount } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points, saysNothing } from "../../scoring/form-figures";
import { leavesOf, nodeName } from "../../scoring/score-tree";
import { deniesDeviation, holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-06",
  title: "扣分原因",
  statement: "得分低于分值的，在扣分原因（偏差原因、评分说明）栏写明原因；表上没有该栏的不核对。",
  formula: "得分小于分值 → 扣分原因不为空",
  severity: "verify",
  basis: FROM_REPORTS,
  rationale: "扣了分而不写原因，被评价单位无从整改。",
  remedy: "补写扣分原因。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], reasons),
};

function* reasons(table: ScoreTable): Iterable<Check> {
  if (!table.hasReasons) {
    yield tableNotEvaluated(table, "没有扣分原因栏");
    return;
  }
  for (const node of leavesOf(table)) {
    const { weight, score, reason } = node;
    if (weight?.kind !== "amount" || score?.kind !== "amount" || !reason) continue;
    if (score.value.gte(weight.value) || !(saysNothing(reason.text) || deniesDeviation(reason.text))) {
      yield holds([reason.cell]);
      continue;
    }
    yield tableViolation(table, {
      cells: [reason.cell],
      related: [score.cell, weight.cell],
      message: `“${nodeName(node)}”得分 ${points(score.value)} 低于分值 ${points(weight.value)}，未写扣分原因`,
      difference: plainAmount(score.value.minus(weight.value)),
    });
  }
}
