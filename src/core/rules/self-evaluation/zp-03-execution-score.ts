import { plainAmount, round } from "../../model/amount";
import type { SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { expectedExecution, expectedLine, matchScore, type ExpectedScore } from "../../scoring/expected-scores";
import { eachForm, formNotEvaluated, holds, unreadable, violation } from "./form-parts";
import {
  isExecutionRate,
  budgetOf,
  isExecutionIndicator,
  isNumber,
  points,
  totalFunds,
} from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-03",
  title: "预算执行得分",
  statement: "预算执行得分等于执行率（超过 100% 按 100%）乘以分值，保留两位小数。",
  formula: "执行得分 = min（100%，全年执行数 ÷ 全年预算数）× 分值",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "预算没有执行完却给满分，或执行数改了而得分没有重算，是自评表最常见的差错。只保留一位小数的作提示。",
  remedy: "按执行率乘以分值重新计算得分，并相应修改总分和汇总表。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, executionScore),
};

function* executionScore(form: SelfEvaluationForm): Iterable<Check> {
  const lines = form.indicators.filter(isExecutionRate).map((indicator) => expectedLine(form, indicator));
  const execution = expectedExecution(form);
  if (execution) lines.unshift(execution);
  if (lines.length === 0) {
    const asIndicator = form.indicators.some(isExecutionIndicator);
    const missing = form.funds.length === 0 ? "没有项目资金部分" : "预算执行没有分值和得分";
    yield formNotEvaluated(form, asIndicator ? "预算执行率列为一项指标，其得分按定量指标核对" : missing);
    return;
  }
  for (const line of lines) yield* scoreOf(form, line);
}

function* scoreOf(form: SelfEvaluationForm, line: ExpectedScore): Iterable<Check> {
  const { score, weight, expected } = line;
  if (!score || !weight || !isNumber(score)) {
    yield score ? unreadable(form, score, "预算执行得分") : formNotEvaluated(form, "没有预算执行得分栏");
    return;
  }
  if (expected === undefined) {
    yield formNotEvaluated(form, `预算执行得分未核对：${line.note}`, score.cell);
    return;
  }
  const match = matchScore(score.value, expected, line.leeway);
  if (match === "exact" || match === "rounded") {
    yield holds([score.cell], match === "rounded");
    return;
  }
  const total = totalFunds(form);
  const due = round(expected, 2);
  const how = match === "oneDecimal" ? "，只精确到一位小数" : "";
  yield violation(form, {
    ...(match === "oneDecimal" ? { severity: "hint" as const } : {}),
    cells: [score.cell],
    related: [weight, total && budgetOf(total), total?.figures.get("executed")].flatMap((figure) => figure?.cell ?? []),
    message: `预算执行得分填 ${points(score.value)}，按执行率 × 分值 ${points(weight.value)} 应为 ${points(due)}${how}`,
    expected: plainAmount(due),
    actual: plainAmount(score.value),
    difference: plainAmount(score.value.minus(due)),
  });
}
