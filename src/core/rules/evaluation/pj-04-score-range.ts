import { plainAmount, ZERO } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreNode, ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { isStated, leafScores, leafWeights, nodeName, nodesOf, totalOf } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-04",
  title: "评价得分范围",
  statement: "每项得分不低于 0，不高于该项分值；只印明上级指标分值的，其下得分合计不高于该分值。",
  formula: "0 ≤ 得分 ≤ 分值",
  severity: "error",
  basis: FROM_REPORTS,
  rationale: "分值和得分错了行，或者给分时超过了分值。",
  remedy: "核对该项的分值和得分。",
  scope: ["PJ", "BM"],
  check: ({ book }) => eachScoreTable(book, ["PJ", "BM"], ranges),
};

function* ranges(table: ScoreTable): Iterable<Check> {
  let checked = false;
  for (const node of nodesOf(table)) {
    for (const check of rangeOf(table, node)) {
      checked = true;
      yield check;
    }
  }
  if (!checked) yield tableNotEvaluated(table, table.hasScores ? "没有成对的分值和得分" : "没有得分栏");
}

function* rangeOf(table: ScoreTable, node: ScoreNode): Iterable<Check> {
  const { weight, score } = node;
  if (score?.kind === "amount") {
    const most = weight?.kind === "amount" ? weight.value : undefined;
    const low = score.value.lt(ZERO);
    if (!low && most === undefined) return;
    const limit = low || most === undefined ? ZERO : most;
    if (!low && score.value.lte(limit)) yield holds([score.cell]);
    else
      yield tableViolation(table, {
        cells: [score.cell],
        related: weight ? [weight.cell] : [],
        message: `“${nodeName(node)}”得分 ${points(score.value)}，${low ? "低于 0" : `高于分值 ${points(limit)}`}`,
        expected: plainAmount(limit),
        actual: plainAmount(score.value),
        difference: plainAmount(score.value.minus(limit)),
      });
    return;
  }
  yield* groupRange(table, node);
}

/** A level with a weight whose lines have scores but no weights of their own. */
function* groupRange(table: ScoreTable, node: ScoreNode): Iterable<Check> {
  const { weight } = node;
  if (!isStated(weight) || node.children.length === 0 || node.children.some((child) => leafWeights(child).length > 0))
    return;
  const scores = leafScores(node).filter(({ figure }) => figure.kind === "amount");
  if (scores.length === 0) return;
  const total = totalOf(scores);
  const cells = scores.map(({ figure }) => figure.cell);
  if (total.lte(weight.value)) yield holds(cells);
  else
    yield tableViolation(table, {
      cells,
      related: [weight.cell],
      message: `“${nodeName(node)}”各项得分合计 ${points(total)}，高于分值 ${points(weight.value)}`,
      expected: plainAmount(weight.value),
      actual: plainAmount(total),
      difference: plainAmount(total.minus(weight.value)),
    });
}
