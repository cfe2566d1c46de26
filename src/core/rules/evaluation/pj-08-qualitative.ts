import { normaliseLabel } from "../../glossary/normalise";
import { amount, plainAmount } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { leavesOf, nodeName } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { EVALUATION } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

/** 达成预期指标: 100 % to 80 % of the weight. */
const LEAST_REACHED = amount("0.8");

export const rule: Rule = {
  id: "PJ-08",
  title: "定性指标的评价得分",
  statement: "完成值与目标值表述相同的定性指标，得分一般不低于分值的 80%；低于的应说明。",
  formula: "完成值 = 目标值 → 得分 ≥ 80% × 分值",
  severity: "verify",
  basis: EVALUATION,
  rationale: "完成值照抄目标值，得分却按部分完成扣减，得分与完成情况对不上。",
  remedy: "如实填写完成情况，或者调整得分。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], scores),
};

function* scores(table: ScoreTable): Iterable<Check> {
  let checked = false;
  for (const node of leavesOf(table)) {
    const { indicator, score, weight } = node;
    if (indicator?.target.kind !== "words" || score?.kind !== "amount" || weight?.kind !== "amount") continue;
    const { target, actual } = indicator;
    if (normaliseLabel(target.raw) !== normaliseLabel(actual.raw)) continue;
    checked = true;
    const least = weight.value.times(LEAST_REACHED);
    if (score.value.gte(least)) yield holds([score.cell]);
    else
      yield tableViolation(table, {
        cells: [score.cell],
        related: [target.cell, actual.cell, weight.cell],
        message: `“${nodeName(node)}”目标值“${target.raw}”，完成值“${actual.raw}”，评 ${points(score.value)} 分，低于分值 ${points(weight.value)} 的 80%（${points(least)}），请说明`,
        expected: plainAmount(least),
        actual: plainAmount(score.value),
        difference: plainAmount(score.value.minus(least)),
      });
  }
  if (!checked) yield tableNotEvaluated(table, "没有完成值与目标值相同的定性指标");
}
