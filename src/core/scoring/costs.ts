import { normaliseLabel } from "../glossary/normalise";
import { amount, type Amount } from "../model/amount";
import type { Indicator, IndicatorValue, SelfEvaluationForm } from "../model/form";
import type { MoneyUnit } from "../model/table";
import { isCostIndicator, isMoneyUnit } from "./units";

const TEN_THOUSAND = amount("10000");

/** A cost indicator whose actual is an amount of money. */
export interface MoneyCost {
  readonly indicator: Indicator;
  /** The actual in the workbook's money unit. */
  readonly actual: Amount;
  /** The actual is printed as a bound ("≤7万元"), not as an amount spent. */
  readonly bound: boolean;
  /** The actual has no unit of its own; the form's money unit is taken. */
  readonly assumedUnit: MoneyUnit | undefined;
  /** The indicator covers the whole project (预算控制数, 总成本, the project's own name), not a part of it. */
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
      { indicator, ...money, bound: operator === "le" || operator === "lt", whole: coversProject(indicator, form) },
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
  if (inYuan) return { actual: convert(value.value, "元", bookUnit), assumedUnit: undefined };
  if (value.unit !== "" || !named || form.moneyUnit === undefined) return undefined;
  return { actual: convert(value.value, form.moneyUnit, bookUnit), assumedUnit: form.moneyUnit };
}

function convert(value: Amount, from: MoneyUnit, to: MoneyUnit): Amount {
  if (from === to) return value;
  return from === "元" ? value.div(TEN_THOUSAND) : value.times(TEN_THOUSAND);
}

function isUnitCost(indicator: Indicator): boolean {
  return /人均|均|单价|单位成本|每|标准|率$|节约/.test(normaliseLabel(indicator.name.text));
}

/** 预算控制数 and 总成本 by name, or an indicator named after the project itself. */
function coversProject(indicator: Indicator, form: SelfEvaluationForm): boolean {
  const name = normaliseLabel(indicator.name.text);
  if (
    /预算控制|控制数|总费用|总成本|总投入|总支出|总金额|总额|成本总|项目(?:总)?(?:经费|费用|成本|支出|投资|资金|预算)/.test(
      name,
    )
  ) {
    return true;
  }
  const core = coreOf(name);
  const project = coreOf(normaliseLabel(form.projectName?.text ?? ""));
  return core.length >= 3 && (project.includes(core) || (project.length >= 3 && core.includes(project)));
}

function coreOf(name: string): string {
  return name.replace(/(?:项目|专项|经费|费用|成本|支出|资金|补贴|金额|费|数)+$/, "");
}
