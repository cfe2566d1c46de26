import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { isStated, nodeName, nodesOf, scoreTerms, subjectOf } from "../../scoring/score-tree";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated } from "./table-checks";

export const rule: Rule = {
  id: "PJ-05",
  title: "各级指标的得分",
  statement: "一级、二级指标印有得分的，等于其下各项得分之和。",
  formula: "上级指标得分 = Σ 下级指标得分",
  severity: "error",
  basis: FROM_REPORTS,
  rationale: "改了三级指标的得分，没有重算上级指标的得分。",
  remedy: "重新相加下级指标的得分。",
  scope: ["PJ", "BM"],
  check: ({ book }) => eachScoreTable(book, ["PJ", "BM"], levels),
};

function* levels(table: ScoreTable): Iterable<Check> {
  let checked = false;
  for (const node of nodesOf(table)) {
    const { score } = node;
    const right = node.children.flatMap(scoreTerms);
    if (!isStated(score) || right.length === 0 || right.some(({ figure }) => figure.kind === "blank")) continue;
    checked = true;
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure: score, sign: 1, label: `${nodeName(node)}得分` }],
      right,
      subject: `${nodeName(node)}得分`,
      sheet: table.sheet,
      project: subjectOf(table),
      unit: "分",
    };
  }
  if (!checked) yield tableNotEvaluated(table, "各级指标没有印明得分");
}
