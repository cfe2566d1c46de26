import { formatAmount, plainAmount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { SelfEvaluationForm } from "../../model/form";
import { USUAL } from "../../units/precision";
import type { Check, Rule } from "../../model/rule";
import { asPrinted } from "../../units/printing";
import { INFERRED } from "./basis";
import { moneyCosts } from "../../scoring/costs";
import { eachForm, formNotEvaluated, holds, violation } from "./form-parts";
import { indicatorName, isNumber, totalFunds } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-13",
  title: "总成本指标与全年执行数",
  statement:
    "写明是总数的成本指标（总成本、总费用、合计），完成值等于全年执行数；完成值写作上限的，不小于全年执行数。没有写明总数的，各成本指标视为分项。",
  formula: "总成本指标完成值 = 全年执行数",
  severity: "verify",
  basis: INFERRED,
  rationale: "成本指标的完成值常照抄指标值，与资金部分的全年执行数不符。",
  remedy: "按全年执行数填写总成本指标的完成值；口径不同的予以说明。",
  scope: ["ZP"],
  check: ({ book }) => eachForm(book, (form) => totalCosts(form, book)),
};

function* totalCosts(form: SelfEvaluationForm, book: AccountBook): Iterable<Check> {
  const executed = totalFunds(form)?.figures.get("executed");
  if (!isNumber(executed)) {
    yield formNotEvaluated(form, "没有全年执行数", executed?.cell);
    return;
  }
  const whole = moneyCosts(form, book.moneyUnit).filter((cost) => cost.whole);
  if (whole.length === 0) yield formNotEvaluated(form, "没有写明总数的成本指标（总成本、合计）");
  for (const { indicator, actual, bound, assumedUnit } of whole) {
    const cells = [indicator.actual.cell];
    const difference = actual.minus(executed.value);
    const tolerance = executed.slack.plus(USUAL[book.moneyUnit].half);
    const agrees = difference.abs().lte(tolerance) || (bound && difference.isPositive());
    if (agrees) {
      yield holds(cells, !difference.isZero() && !bound);
      continue;
    }
    const unit = assumedUnit ? `（未注明单位，按${assumedUnit}计）` : "";
    yield violation(form, {
      cells,
      related: [executed.cell],
      message: `“${indicatorName(indicator)}”完成值 ${indicator.actual.raw}${unit}，全年执行数 ${formatAmount(asPrinted(executed.value, executed))} ${executed.printing.unit}，两者不一致`,
      expected: plainAmount(asPrinted(executed.value, executed)),
      actual: plainAmount(asPrinted(actual, executed)),
      difference: plainAmount(asPrinted(difference, executed)),
    });
  }
}
