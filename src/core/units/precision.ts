import { amount, round, type Amount } from "../model/amount";
import { money, NONE, type Money, type MoneyUnit } from "../model/quantity";

/** How finely the figures of one sheet are rounded. */
export interface Precision {
  /** Half of the last place that counts, in the sheet's own unit: how far an honest figure may be off. */
  readonly half: Money;
  /** Where the figures themselves told: what they have in common (Chinese); absent where the usual precision is taken. */
  readonly reason?: string;
}

const HALF = money("0.5");
const TEN = amount(10);

/** Money in 万元 is printed to the cent of its unit. */
export const USUAL_DECIMALS = 2;

/** Fewer non-zero figures say nothing about a sheet's habit. */
const ENOUGH_TO_TELL = 5;

/** Decimals beyond this are noise of a formula's binary arithmetic, not figures. */
const NOISE_DECIMALS = 8;

/** Half of the last place of a figure with so many decimals: 2 → 0.005, 0 → 0.5. */
export function halfOfDecimals(decimals: number): Amount {
  return HALF.div(TEN.pow(decimals));
}

/** Decimals of a figure, the noise of binary arithmetic left out: 12.3400000001 has two. */
export function decimalsOf(value: Amount): number {
  const decimals = value.decimalPlaces();
  return decimals > NOISE_DECIMALS ? round(value, NOISE_DECIMALS).decimalPlaces() : decimals;
}

/** Whether a figure has more decimals than 万元 are usually printed with. */
export function isFinerThanUsual(value: Amount): boolean {
  return value.decimalPlaces() > USUAL_DECIMALS && decimalsOf(value) > USUAL_DECIMALS;
}

/** Nothing is rounded: amounts in 元 with 角分, and books that print four or six decimals of 万元. */
export const EXACT: Precision = { half: NONE };

/** What is taken where the figures tell nothing (domain.md 3): 0.005 in 万元, nothing in 元. */
export const USUAL: Readonly<Record<MoneyUnit, Precision>> = { 万元: { half: money("0.005") }, 元: EXACT };

/** A figure as its cell shows it; a text may show more decimals than its number has ("10.00"). */
export interface Shown {
  readonly value: Amount;
  readonly decimals: number;
}

interface Habit {
  readonly holds: (shown: Shown) => boolean;
  readonly precision: Precision;
}

const isMultipleOf =
  (unit: number) =>
  ({ value, decimals }: Shown): boolean =>
    decimals === 0 && value.mod(unit).isZero();

/** What all figures of a sheet may have in common, the coarsest first. */
const HABITS: Readonly<Record<MoneyUnit, readonly Habit[]>> = {
  万元: [
    { holds: isMultipleOf(1), precision: { half: HALF, reason: "金额都是整数" } },
    {
      holds: ({ decimals }) => decimals <= 1,
      precision: { half: money("0.05"), reason: "金额都不超过一位小数" },
    },
  ],
  元: [
    { holds: isMultipleOf(10_000), precision: { half: money(5_000), reason: "金额都是 10,000 的整倍数" } },
    { holds: isMultipleOf(100), precision: { half: money(50), reason: "金额都是 100 的整倍数" } },
    { holds: isMultipleOf(1), precision: { half: HALF, reason: "金额都是整数" } },
  ],
};

/**
 * The precision of a sheet by its own figures (domain.md 3), as printed in `unit`. Zeros say nothing; fewer than five
 * others leave the usual precision.
 */
export function precisionOf(figures: Iterable<Shown>, unit: MoneyUnit): Precision {
  let habits = HABITS[unit];
  let count = 0;
  for (const shown of figures) {
    if (shown.value.isZero()) continue;
    count += 1;
    habits = habits.filter(({ holds }) => holds(shown));
    if (habits.length === 0) return USUAL[unit];
  }
  return count < ENOUGH_TO_TELL ? USUAL[unit] : (habits[0]?.precision ?? USUAL[unit]);
}

/** Whether a figure was rounded as its sheet is: zero was not, nor one with more decimals than others have. */
export function isRounded(printed: Amount): boolean {
  return !printed.isZero() && !isFinerThanUsual(printed);
}

/** Whether a book's habit is to print more decimals than usual: most of its non-zero figures do. */
export function printsManyDecimals(shown: Iterable<Pick<Shown, "value">>): boolean {
  let all = 0;
  let finer = 0;
  for (const { value } of shown) {
    if (value.isZero()) continue;
    all += 1;
    if (isFinerThanUsual(value)) finer += 1;
  }
  return finer * 2 > all;
}
