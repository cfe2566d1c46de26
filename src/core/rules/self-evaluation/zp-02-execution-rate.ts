import { normaliseLabel } from "../../glossary/normalise";
import { ONE, plainAmount, ratio, round } from "../../model/amount";
import type { FundsRow, SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { eachForm, formNotEvaluated, holds, unreadable, violation } from "./form-parts";
import { budgetOf, isNumber, percent, rateLeeway, rateRounding, totalFunds } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-02",
  title: "预算执行率",
  statement:
    "执行率等于全年执行数除以全年预算数；全年预算数为 0 时没有执行率，填“-”。末位相差不到一个单位的，只作提示。",
  formula: "执行率 = 全年执行数（B）÷ 全年预算数（A）",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "执行率常用年初预算数去除，或在调整预算、执行数后没有重新计算。",
  remedy: "用全年执行数除以全年预算数重新计算执行率。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, executionRates),
};

function* executionRates(form: SelfEvaluationForm): Iterable<Check> {
  const rated = form.funds.filter((row) => row.figures.has("rate"));
  for (const row of rated) yield* executionRate(form, row);
  const stated = [...statedRates(form)];
  yield* stated;
  if (rated.length === 0 && stated.length === 0)
    yield formNotEvaluated(form, form.funds.length === 0 ? "没有项目资金部分" : "没有执行率栏");
}

/** 预算执行率 as an indicator: what was reached is the rate of the funds, or 100 % where more was spent. */
function* statedRates(form: SelfEvaluationForm): Iterable<Check> {
  const total = totalFunds(form);
  const executed = total?.figures.get("executed");
  const budget = total && budgetOf(total);
  if (!isNumber(executed) || !isNumber(budget)) return;
  const exact = ratio(executed.value, budget.value);
  for (const { name, actual } of form.indicators) {
    if (!/^(项目|财政)?(预算|资金)+(总?执行|支出)率$/.test(normaliseLabel(name.text))) continue;
    if (exact === undefined || actual.value === undefined || actual.unit !== "%" || actual.operator) continue;
    const off = actual.value.minus(exact).abs();
    const capped = actual.value.eq(ONE) && exact.gt(ONE);
    if (capped || off.lte(rateRounding({ raw: actual.raw, value: actual.value }).plus(rateLeeway(executed, budget)))) {
      yield holds([actual.cell], !off.isZero());
      continue;
    }
    yield violation(form, {
      severity: "verify",
      cells: [actual.cell],
      related: [executed.cell, budget.cell],
      message: `指标“${name.text}”完成值 ${actual.raw}，按全年执行数 ÷ 全年预算数为 ${percent(exact)}，两者不一致`,
      expected: plainAmount(round(exact, 4)),
      actual: plainAmount(actual.value),
      difference: plainAmount(round(actual.value.minus(exact), 4)),
    });
  }
}

function* executionRate(form: SelfEvaluationForm, row: FundsRow): Iterable<Check> {
  const rate = row.figures.get("rate");
  const budget = budgetOf(row);
  const executed = row.figures.get("executed");
  if (!rate) return;
  if (!budget || !executed) {
    yield formNotEvaluated(form, `执行率未核对：没有${budget ? "全年执行数" : "全年预算数"}`, rate.cell);
    return;
  }
  const invalid = [rate, budget, executed].find((figure) => figure.kind === "invalid");
  if (invalid) {
    yield unreadable(form, invalid, "");
    return;
  }
  const exact = ratio(executed.value, budget.value);
  const cells = [rate.cell];
  const related = [executed.cell, budget.cell];
  if (exact === undefined) {
    if (rate.value.isZero()) yield holds(cells);
    else {
      const message = `${row.label.text}全年预算数为 0，没有执行率，现填 ${rate.raw}，应填“-”`;
      yield violation(form, { cells, related, message, actual: plainAmount(rate.value) });
    }
    return;
  }
  if (rate.kind !== "amount") {
    // Sources are often left without a rate of their own; the total is not.
    if (row.key === "total") yield formNotEvaluated(form, "执行率未填", rate.cell);
    return;
  }
  const off = rate.value.minus(exact).abs();
  if (off.lte(rateRounding(rate).plus(rateLeeway(executed, budget)))) {
    yield holds(cells, !off.isZero());
    return;
  }
  const difference = rate.value.minus(exact);
  const nearly = off.lt(rateRounding(rate).times(2).plus(rateLeeway(executed, budget)));
  yield violation(form, {
    ...(nearly ? { severity: "hint" as const } : {}),
    cells,
    related,
    message: `${row.label.text}执行率填 ${percent(rate.value)}，按全年执行数 ÷ 全年预算数应为 ${percent(exact)}`,
    expected: plainAmount(round(exact, 4)),
    actual: plainAmount(rate.value),
    difference: plainAmount(round(difference, 4)),
  });
}
