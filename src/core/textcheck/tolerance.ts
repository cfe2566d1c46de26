import { ONE, ZERO, type Amount } from "../model/amount";
import type { MoneyUnit } from "../model/quantity";
import type { PrintedFigure } from "./model";
import { conversion, isPrintedUnit } from "../units/money";
import { halfOfDecimals, USUAL, USUAL_DECIMALS } from "../units/precision";

/** How many decimals the text prints, by unit: two, or fewer where a text with many figures never prints more. */
export type Places = ReadonlyMap<string, number>;

const ENOUGH_TO_TELL = 8;

/** The text's own habit: a text of many figures with at most one decimal rounds to one. */
export function placesOf(figures: readonly PrintedFigure[]): Places {
  const byUnit = new Map<string, number[]>();
  for (const { unit, decimals, value, kind } of figures) {
    const telling = kind === "money" ? !value.isZero() : kind === "percent" && !value.isZero() && !value.eq(100);
    if (telling) byUnit.set(unit, [...(byUnit.get(unit) ?? []), decimals]);
  }
  const habits = [...byUnit].filter(([, all]) => all.length >= ENOUGH_TO_TELL);
  return new Map(habits.map(([unit, all]) => [unit, Math.min(USUAL_DECIMALS, Math.max(...all))]));
}

/** Worth of a figure's money unit in the workbook's: 亿元 in 万元 is 10000. */
export function unitFactor(unit: string, book: MoneyUnit): Amount {
  return isPrintedUnit(unit) ? conversion(unit, book) : ONE;
}

/**
 * Half of the last decimal that counts, in the figure's own unit: an amount's own decimals decide, up to two; of a
 * percentage, which drops its zeros (100%), the text's habit.
 */
export function halfPlace(figure: PrintedFigure, places: Places): Amount {
  const own = figure.manner === "rounded" || figure.kind === "money";
  return halfOfDecimals(Math.min(USUAL_DECIMALS, own ? figure.decimals : (places.get(figure.unit) ?? USUAL_DECIMALS)));
}

/**
 * How far an amount of the text may lie from that of the workbook (workbook's unit): half of the text's last decimal, and
 * the workbook's own rounding where the text is finer (元 against 万元) or `derived` from rounded figures.
 */
export function amountTolerance(figure: PrintedFigure, places: Places, book: MoneyUnit, derived: boolean): Amount {
  const factor = unitFactor(figure.unit, book);
  const half = halfPlace(figure, places).times(factor);
  const finer = factor.lt(1) ? USUAL.万元.half : ZERO;
  return derived ? half.times(3).plus(finer.times(2)) : half.plus(finer);
}

/** A quotient's amounts with how far each may be off through rounding. */
export interface Fraction {
  readonly part: Amount;
  readonly partSlack: Amount;
  readonly whole: Amount;
  readonly wholeSlack: Amount;
}

/** Rounding of an amount that the text or its author took in 万元 with two decimals, in the workbook's unit. */
export function roundingSlack(value: Amount, book: MoneyUnit): Amount {
  return value.isZero() ? ZERO : USUAL.万元.half.times(conversion("万元", book));
}

/**
 * Whether a percentage agrees with a fraction: computed from rounded or unrounded amounts, half up, one unit of the last
 * decimal allowed.
 */
export function percentAgrees(stated: Amount, fraction: Fraction, half: Amount): boolean {
  const { part, partSlack, whole, wholeSlack } = fraction;
  const exact = part.div(whole).times(100);
  if (stated.minus(exact).abs().lte(half.times(3))) return true;
  const smallest = whole.abs().minus(wholeSlack);
  if (smallest.lte(0)) return false;
  const reach = partSlack.plus(exact.div(100).abs().times(wholeSlack)).div(smallest).times(100);
  return stated.minus(exact).abs().lte(reach.plus(half));
}
