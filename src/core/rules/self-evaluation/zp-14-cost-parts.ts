import { formatAmount, plainAmount, sum, type Amount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { Figure } from "../../model/figure";
import type { SelfEvaluationForm } from "../../model/form";
import { USUAL } from "../../units/precision";
import type { Check, Rule } from "../../model/rule";
import type { MoneyUnit } from "../../model/quantity";
import { conversion } from "../../units/money";
import { INFERRED } from "./basis";
import { moneyCosts, type MoneyCost } from "../../scoring/costs";
import { eachForm, formNotEvaluated, holds, violation } from "./form-parts";
import { indicatorName, isNumber, totalFunds } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-14",
  title: "分项成本指标合计",
  statement: "以金额计的分项成本指标，完成值合计等于总成本指标的完成值，并且不超过全年执行数。",
  formula: "Σ 分项成本完成值 = 总成本完成值；Σ 分项成本完成值 ≤ 全年执行数",
  severity: "verify",
  basis: INFERRED,
  rationale: "分项成本的完成值照抄年初预算时，合计往往超过实际执行数。",
  remedy: "按实际支出填写各分项成本的完成值。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, (form) => costParts(form, book)),
};

function* costParts(form: SelfEvaluationForm, book: AccountBook): Iterable<Check> {
  const costs = moneyCosts(form, book.moneyUnit);
  const parts = costs.filter((cost) => !cost.whole);
  const whole = costs.filter((cost) => cost.whole);
  // A single cost that repeats its bound says nothing of what was spent.
  if (parts.length === 0 || (parts.length === 1 && parts[0]?.bound === true)) {
    yield formNotEvaluated(form, "没有以金额计的分项成本指标");
    return;
  }
  const executed = totalFunds(form)?.figures.get("executed");
  const total = sum(parts.map((part) => part.actual));
  const half: Amount = USUAL[book.moneyUnit].half;
  const rounding = half.times(parts.length);
  if (isNumber(executed)) yield againstExecuted(form, book, parts, total, executed, rounding.plus(executed.slack));
  else yield formNotEvaluated(form, "没有全年执行数", executed?.cell);
  const [only] = whole;
  if (only && whole.length === 1 && parts.length > 1)
    yield againstWhole(form, book, parts, total, only, rounding.plus(half));
}

function againstExecuted(
  form: SelfEvaluationForm,
  book: AccountBook,
  parts: readonly MoneyCost[],
  total: Amount,
  executed: Figure,
  tolerance: Amount,
): Check {
  const cells = parts.map(({ indicator }) => indicator.actual.cell);
  const over = total.minus(executed.value);
  if (over.lte(tolerance)) return holds(cells, over.isPositive() && !over.isZero());
  const assumed = parts.find(({ assumedUnit }) => assumedUnit)?.assumedUnit;
  const note = assumed ? `，未注明单位的按${assumed}计` : "";
  const copied = parts.some(({ bound }) => bound) ? "，完成值写作上限，疑为照抄指标值" : "";
  const { unit, said } = spoken(form, book);
  return violation(form, {
    cells,
    related: [executed.cell],
    message: `分项成本指标（${named(parts)}）完成值合计 ${formatAmount(said(total))} ${unit}，超过全年执行数 ${formatAmount(said(executed.value))} ${unit}${copied}${note}`,
    expected: plainAmount(said(executed.value)),
    actual: plainAmount(said(total)),
    difference: plainAmount(said(over)),
  });
}

function againstWhole(
  form: SelfEvaluationForm,
  book: AccountBook,
  parts: readonly MoneyCost[],
  total: Amount,
  whole: MoneyCost,
  tolerance: Amount,
): Check {
  const cells = parts.map(({ indicator }) => indicator.actual.cell);
  const difference = total.minus(whole.actual);
  if (difference.abs().lte(tolerance)) return holds(cells, !difference.isZero());
  const { unit, said } = spoken(form, book);
  return violation(form, {
    cells,
    related: [whole.indicator.actual.cell],
    message: `分项成本指标（${named(parts)}）完成值合计 ${formatAmount(said(total))} ${unit}，与“${indicatorName(whole.indicator)}”完成值 ${whole.indicator.actual.raw} 不一致`,
    expected: plainAmount(said(whole.actual)),
    actual: plainAmount(said(total)),
    difference: plainAmount(said(difference)),
  });
}

/** Money in the unit the form states. */
function spoken(
  form: SelfEvaluationForm,
  book: AccountBook,
): { readonly unit: MoneyUnit; readonly said: (value: Amount) => Amount } {
  const unit = form.moneyUnit ?? book.moneyUnit;
  return { unit, said: (value) => value.times(conversion(book.moneyUnit, unit)) };
}

function named(parts: readonly MoneyCost[]): string {
  const names = parts.slice(0, 3).map(({ indicator }) => indicatorName(indicator));
  return `${names.join("、")}${parts.length > 3 ? `等 ${parts.length} 项` : ""}`;
}
