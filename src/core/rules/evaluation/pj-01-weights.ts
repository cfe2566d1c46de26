import { HUNDRED, plainAmount } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { isMissingExecution, leafWeights, totalOf } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { FROM_REPORTS } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";
import { subjectOf } from "../../scoring/score-tree";

export const rule: Rule = {
  id: "PJ-01",
  title: "评分表分值合计",
  statement: "全部指标的分值合计为 100，或者等于合计行的分值；恰好少 10 分而表中没有预算执行率的，应说明该项是否漏列。",
  formula: "Σ 指标分值 = 100",
  severity: "error",
  basis: FROM_REPORTS,
  rationale:
    "评价时增删指标、改动分值后没有重新分配，合计就不是 100；把自评表的指标搬进报告时，常漏掉预算执行率 10 分。",
  remedy: "重新分配各指标分值；漏列预算执行率的，补上该行。",
  scope: ["PJ", "BM"],
  check: ({ book }) => eachScoreTable(book, ["PJ", "BM"], weights),
};

function* weights(table: ScoreTable): Iterable<Check> {
  const terms = table.roots.flatMap(leafWeights);
  const invalid = terms.find(({ figure }) => figure.kind === "invalid")?.figure;
  if (terms.length === 0) {
    yield tableNotEvaluated(table, "没有分值");
    return;
  }
  if (invalid) {
    yield tableNotEvaluated(table, `分值“${invalid.raw}”不是数字，分值合计未核对`, invalid.cell);
    return;
  }
  const found = totalOf(terms);
  const printed = table.total?.weight;
  if (printed?.kind === "amount") {
    const verify = isMissingExecution(table, printed.value.minus(found));
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure: printed, sign: 1, label: "合计行分值" }],
      right: terms,
      subject: "合计行分值",
      sheet: table.sheet,
      project: subjectOf(table),
      unit: "分",
      ...(verify ? { severity: "verify" as const, remark: MISSING_EXECUTION } : {}),
    };
    return;
  }
  const cells = terms.map(({ figure }) => figure.cell);
  if (found.eq(HUNDRED)) {
    yield holds(cells);
    return;
  }
  const short = HUNDRED.minus(found);
  const remark = isMissingExecution(table, short)
    ? `；${MISSING_EXECUTION}`
    : short.isPositive() && !table.total
      ? "；表中没有合计行，请核对是否列全"
      : "";
  yield tableViolation(table, {
    ...(remark === "" ? {} : { severity: "verify" as const }),
    cells,
    message: `指标分值合计 ${points(found)}，应为 100${remark}`,
    expected: plainAmount(HUNDRED),
    actual: plainAmount(found),
    difference: plainAmount(found.minus(HUNDRED)),
  });
}

const MISSING_EXECUTION = "相差 10 分，表中没有预算执行率";
