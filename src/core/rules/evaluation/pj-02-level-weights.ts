import type { Check, Rule } from "../../model/rule";
import type { ScoreNode, ScoreTable } from "../../model/score-table";
import { isOpenEnded, isStated, nodeName, nodesOf, subjectOf, weightTerms } from "../../scoring/score-tree";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated } from "./table-checks";

export const rule: Rule = {
  id: "PJ-02",
  title: "各级指标的分值",
  statement: "每一级指标印明的分值（单列一栏，或写在名称后的括号里）等于其下各项分值之和。",
  formula: "上级指标分值 = Σ 下级指标分值",
  severity: "error",
  basis: FROM_REPORTS,
  rationale: "改了三级指标的分值，没有改一级、二级指标括号里的分值。",
  remedy: "核对各级分值，使上级等于下级之和。",
  scope: ["PJ", "BM"],
  check: ({ book }) => eachScoreTable(book, ["PJ", "BM"], levels),
};

function* levels(table: ScoreTable): Iterable<Check> {
  const printed = nodesOf(table).filter((node) => node.children.length > 0 && isStated(node.weight));
  if (printed.length === 0) yield tableNotEvaluated(table, "各级指标没有印明分值");
  for (const node of printed) yield* level(table, node);
}

function* level(table: ScoreTable, node: ScoreNode): Iterable<Check> {
  const right = node.children.flatMap(weightTerms);
  const { weight } = node;
  // A level whose lines have no weights of their own states them for all.
  if (!weight || right.length === 0) return;
  const open = isOpenEnded(table, node);
  yield {
    kind: "identity",
    relation: "=",
    left: [{ figure: weight, sign: 1, label: `${nodeName(node)}分值` }],
    right,
    subject: `${nodeName(node)}分值`,
    sheet: table.sheet,
    project: subjectOf(table),
    unit: "分",
    ...(open ? { severity: "verify" as const, remark: "表中没有合计行，请核对是否列全" } : {}),
  };
}
