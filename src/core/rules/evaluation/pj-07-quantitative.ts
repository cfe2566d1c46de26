import { plainAmount, round } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreNode, ScoreTable } from "../../model/score-table";
import { expectedIndicator, matchScore } from "../../scoring/expected-scores";
import { points } from "../../scoring/form-figures";
import { leavesOf, nodeName } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { EVALUATION } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-07",
  title: "定量指标的评价得分",
  statement: "目标值和完成值都是数量的，得分一般按完成比例计算；评价标准另有规定的，以评价标准为准，但应能说明。",
  formula: "正向：min（1，完成值 ÷ 目标值）× 分值；反向：目标值 ÷ 完成值 × 分值",
  severity: "verify",
  basis: EVALUATION,
  rationale: "资金到位率、预算执行率等不足 100% 却给满分，或者已达到目标却扣分。",
  remedy: "核对目标值、完成值和评价标准；不按比例计分的写明依据。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], scores),
};

function* scores(table: ScoreTable): Iterable<Check> {
  let checked = false;
  for (const node of leavesOf(table)) {
    const check = scoreOf(table, node);
    if (!check) continue;
    checked = true;
    yield check;
  }
  if (!checked) yield tableNotEvaluated(table, "没有目标值和完成值都是数量的指标");
}

function scoreOf(table: ScoreTable, node: ScoreNode): Check | undefined {
  const { indicator, score, weight } = node;
  if (!indicator || score?.kind !== "amount" || !weight) return undefined;
  if (indicator.target.kind !== "number" || indicator.actual.kind !== "number") return undefined;
  const { expected, note, attainment } = expectedIndicator(indicator);
  const cells = [score.cell];
  if (attainment?.justMissed) return undefined;
  if (expected === undefined) return tableNotEvaluated(table, `“${nodeName(node)}”${note}`, indicator.target.cell);
  const match = matchScore(score.value, expected);
  if (match !== "different") return holds(cells, match !== "exact");
  return tableViolation(table, {
    cells,
    related: [indicator.target.cell, indicator.actual.cell, weight.cell],
    message: `“${nodeName(node)}”目标值 ${indicator.target.raw}，完成值 ${indicator.actual.raw}，按比例为 ${points(round(expected, 2))} 分，评 ${points(score.value)} 分，请说明依据`,
    expected: plainAmount(round(expected, 2)),
    actual: plainAmount(score.value),
    difference: plainAmount(score.value.minus(round(expected, 2))),
  });
}
