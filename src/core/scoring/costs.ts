import { normaliseLabel } from "../glossary/normalise";
import type { Amount } from "../model/amount";
import type { Indicator, IndicatorValue, SelfEvaluationForm } from "../model/form";
import type { MoneyUnit } from "../model/quantity";
import { totalFunds } from "./form-figures";
import { isCostIndicator, isMoneyUnit } from "./units";
import { conversion } from "../units/money";

/** A cost indicator whose actual is an amount of money. */
export interface MoneyCost {
  readonly indicator: Indicator;
  /** The actual in the workbook's money unit. */
  readonly actual: Amount;
  /** The actual is printed as a bound ("≤7万元"), not as an amount spent. */
  readonly bound: boolean;
  /** The actual has no unit of its own; the form's money unit is taken. */
  readonly assumedUnit: MoneyUnit | undefined;
  /** The indicator names a total (总成本, 合计) or equals 全年执行数; else it is a part of the whole. */
  readonly whole: boolean;
}

/** The cost indicators of a form in money, costs per person, piece or year left out. */
export function moneyCosts(form: SelfEvaluationForm, bookUnit: MoneyUnit): readonly MoneyCost[] {
  return form.indicators.flatMap((indicator) => {
    if (!isCostIndicator(indicator) || isUnitCost(indicator)) return [];
    const money = moneyOf(indicator.actual, indicator, form, bookUnit);
    if (money === undefined) return [];
    const { operator } = indicator.actual;
    return [
      {
        indicator,
        ...money,
        bound: operator === "le" || operator === "lt",
        whole: namesTotal(indicator) || equalsExecuted(money.actual, form),
      },
    ];
  });
}

function moneyOf(
  value: IndicatorValue,
  indicator: Indicator,
  form: SelfEvaluationForm,
  bookUnit: MoneyUnit,
): { readonly actual: Amount; readonly assumedUnit: MoneyUnit | undefined } | undefined {
  if (value.kind !== "number" || value.value === undefined) return undefined;
  const named = /成本|费|资金|金额|支出|控制数|投入/.test(normaliseLabel(indicator.name.text));
  const inYuan = isMoneyUnit(value.unit) || (value.unit === "" && named && /\d\s*[万亿]/.test(value.raw));
  if (inYuan) return { actual: value.value.times(conversion("元", bookUnit)), assumedUnit: undefined };
  if (value.unit !== "" || !named || form.moneyUnit === undefined) return undefined;
  return { actual: value.value.times(conversion(form.moneyUnit, bookUnit)), assumedUnit: form.moneyUnit };
}

function isUnitCost(indicator: Indicator): boolean {
  return /人均|均|单价|单位成本|每|标准|率$|节约/.test(normaliseLabel(indicator.name.text));
}

/** 总成本, 成本总额, 项目总投资, 费用合计: a total by name. */
function namesTotal(indicator: Indicator): boolean {
  return /总|合计/.test(normaliseLabel(indicator.name.text));
}

function equalsExecuted(actual: Amount, form: SelfEvaluationForm): boolean {
  const executed = totalFunds(form)?.figures.get("executed");
  return executed?.kind === "amount" && !actual.isZero() && actual.eq(executed.value);
}
