import { normaliseLabel } from "../glossary/normalise";
import type { Amount } from "../model/amount";
import { ONE, amount } from "../model/amount";
import type { Indicator, IndicatorValue } from "../model/form";
import { multiplier } from "../units/money";

/** Target and actual brought to one unit, or why they cannot be compared. */
export type Comparison =
  | { readonly kind: "comparable"; readonly target: Amount; readonly actual: Amount }
  | { readonly kind: "differentUnits" }
  | { readonly kind: "ambiguous" };

/** A bare number from here on is a number of percent; between 1 and it, fraction and percent cannot be told apart. */
const SURELY_PERCENT = amount(5);
const HUNDRED = amount(100);

/**
 * A unit in the form units are compared in: parts of a compound unit in one order, 年 (every target is a year's)
 * left out of it, the money unit of a money-per-unit
 * quantity left out where only one side prints it ("元/年/人" and "年/人"), common variants unified.
 */
export function unitKey(unit: string): string {
  const parts = unit
    .replace(/\(.*\)$/, "")
    .replace(/^([台套件辆])\/[台套件辆]$/, "$1")
    .split(/[/*·]/)
    .map((part) => part.replace(/^个(?=.)/, ""))
    .map((part) => UNIT_VARIANTS.get(part) ?? part)
    .filter((part, _, all) => part !== "" && (part !== "年" || all.length === 1));
  const divisors = parts.length > 1 && parts[0] === "元" ? parts.slice(1) : parts;
  return [...divisors].sort().join("/");
}

const UNIT_VARIANTS = new Map([
  ["㎡", "平方米"],
  ["平米", "平方米"],
  ["m²", "平方米"],
  ["m2", "平方米"],
  ["㎥", "立方米"],
  ["m³", "立方米"],
  ["名", "人"],
  ["位", "人"],
  ["人民币", "元"],
  ["度", "千瓦时"],
  ["kWh", "千瓦时"],
  ["公里", "千米"],
  ["km", "千米"],
  ["日", "天"],
  ["‰", "%"],
]);

/** Compares the units of a target and an actual that are both numbers; one side without a unit takes the other's. */
export function comparison(indicator: Indicator): Comparison {
  const { target, actual } = indicator;
  if (target.value === undefined || actual.value === undefined) return { kind: "ambiguous" };
  const a = unitKey(target.unit ?? "");
  const b = unitKey(actual.unit ?? "");
  if (a === b) return { kind: "comparable", target: target.value, actual: actual.value };
  if (a !== "" && b !== "") {
    if (isLongerFormOf(a, b) || isLongerFormOf(b, a))
      return { kind: "comparable", target: target.value, actual: actual.value };
    return { kind: "differentUnits" };
  }
  if (a === "%" || b === "%") return percentAgainstBare(target, actual, a === "%");
  const multiplier = multiplierOf(a === "" ? actual : target);
  if (multiplier.eq(ONE)) return { kind: "comparable", target: target.value, actual: actual.value };
  return a === ""
    ? multipliedAgainstBare(actual.value, target.value, multiplier, (bare, due) => ({ target: bare, actual: due }))
    : multipliedAgainstBare(target.value, actual.value, multiplier, (bare, due) => ({ target: due, actual: bare }));
}

/** 场次 for 场, 家企业 for 家; 人次 and 人 are two measures, and so are 分钟 and 分. */
function isLongerFormOf(longer: string, unit: string): boolean {
  return /^(?![人分]$)\p{Script=Han}{1,3}$/u.test(unit) && !longer.includes("/") && longer.startsWith(unit);
}

/** "95%" beside a bare number: 0.96 is a fraction, 96 a number of percent; what could be either is not guessed. */
function percentAgainstBare(target: IndicatorValue, actual: IndicatorValue, bareIsActual: boolean): Comparison {
  const bare = bareIsActual ? actual.value : target.value;
  if (bare === undefined || target.value === undefined || actual.value === undefined) return { kind: "ambiguous" };
  if (bare.gt(ONE) && bare.lt(SURELY_PERCENT)) return { kind: "ambiguous" };
  const fraction = bare.lte(ONE) ? bare : bare.div(HUNDRED);
  return bareIsActual
    ? { kind: "comparable", target: target.value, actual: fraction }
    : { kind: "comparable", target: fraction, actual: actual.value };
}

/** "7万元" beside a bare "7": the bare number is in 万 or not, whichever brings it near the other; no honest value of
 *  either kind is near the other. */
function multipliedAgainstBare(
  printed: Amount,
  bare: Amount,
  multiplier: Amount,
  pair: (bare: Amount, printed: Amount) => { readonly target: Amount; readonly actual: Amount },
): Comparison {
  const near = [bare, bare.times(multiplier)].filter(
    (value) => value.gte(printed.div(NEAR)) && value.lte(printed.times(NEAR)),
  );
  const [only] = near;
  return only && near.length === 1 && !bare.isZero()
    ? { kind: "comparable", ...pair(only, printed) }
    : { kind: "ambiguous" };
}

/** Two values are of one order of magnitude up to this factor. */
const NEAR = amount(10);

/** By what 万 or 亿 multiplies the number as printed; 1 where neither does. */
function multiplierOf({ raw }: IndicatorValue): Amount {
  const printed = /\d\s*([万亿])/.exec(raw)?.[1];
  return printed === "万" || printed === "亿" ? multiplier(printed) : ONE;
}

/** Whether a unit is money ("元"), not money per something. */
export function isMoneyUnit(unit: string | undefined): boolean {
  return unit === "元" || unit === "人民币" || unit === "元人民币";
}

/** Whether the indicator is one of cost: in a 成本 section or 成本指标 as its second level. */
export function isCostIndicator(indicator: Indicator): boolean {
  return indicator.section === "cost" || /成本/.test(normaliseLabel(indicator.level2));
}
