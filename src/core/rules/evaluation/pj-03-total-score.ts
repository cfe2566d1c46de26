import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { isMissingExecution, leafScores, subjectOf, totalOf } from "../../scoring/score-tree";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated } from "./table-checks";

export const rule: Rule = {
  id: "PJ-03",
  title: "评价总分",
  statement: "总分等于各项得分之和；恰好多 10 分而表中没有预算执行率的，应说明该项是否漏列。",
  formula: "总分 = Σ 指标得分",
  severity: "error",
  basis: FROM_REPORTS,
  rationale: "改了某项得分而没有改总分，或总分照抄了自评结果。",
  remedy: "重新相加各项得分；漏列预算执行率的，补上该行。",
  scope: ["PJ", "BM"],
  check: ({ book }) => eachScoreTable(book, ["PJ", "BM"], total),
};

function* total(table: ScoreTable): Iterable<Check> {
  const printed = table.total?.score;
  const right = table.roots.flatMap(leafScores);
  const blank = right.find(({ figure }) => figure.kind === "blank");
  if (!table.hasScores) yield tableNotEvaluated(table, "没有得分栏");
  else if (printed?.kind !== "amount") yield tableNotEvaluated(table, "没有总分", printed?.cell);
  else if (blank) yield tableNotEvaluated(table, `“${blank.label}”得分未填，总分未核对`, blank.figure.cell);
  else if (right.length === 0) yield tableNotEvaluated(table, "没有得分");
  else {
    const verify = isMissingExecution(table, printed.value.minus(totalOf(right)));
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure: printed, sign: 1, label: "总分" }],
      right,
      subject: "总分",
      sheet: table.sheet,
      project: subjectOf(table),
      unit: "分",
      ...(verify ? { severity: "verify" as const, remark: "相差 10 分，表中没有预算执行率" } : {}),
    };
  }
}
