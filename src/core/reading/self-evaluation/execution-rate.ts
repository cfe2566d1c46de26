import { amount, HUNDRED, ONE, ratio, type Amount } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { FundsColumn } from "../../model/form";
import { PLAIN } from "../../units/printing";
import { parseNumberText } from "../read-figure";

/** A rate printed as a percentage. */
const PERCENT = { ...PLAIN, scale: amount("0.01") };

/**
 * Turns a printed rate into a fraction. A % sign decides; without one a number above 1, or any number under a header
 * that says (%), may be a percentage or a fraction: the reading nearer to B/A is taken, since no honest rate of either
 * kind is near the other.
 */
export function asFraction(rate: Figure, figures: ReadonlyMap<FundsColumn, Figure>, percentHeader: boolean): Figure {
  const signed = /^(.*?)[%％]$/.exec(rate.raw)?.[1];
  if (signed !== undefined) {
    const value = parseNumberText(signed);
    if (value === undefined) return rate;
    return { ...rate, kind: "amount", value: value.div(HUNDRED), printing: PERCENT, storedAsText: true };
  }
  if (rate.kind !== "amount" || (!percentHeader && rate.value.lte(ONE))) return rate;
  const asPercent = rate.value.div(HUNDRED);
  const exact = exactRate(figures) ?? ONE;
  const nearer = asPercent.minus(exact).abs().lt(rate.value.minus(exact).abs());
  return nearer ? { ...rate, value: asPercent, printing: PERCENT } : rate;
}

function exactRate(figures: ReadonlyMap<FundsColumn, Figure>): Amount | undefined {
  const executed = figures.get("executed");
  const budget = figures.get("annualBudget") ?? figures.get("initialBudget");
  return executed && budget ? ratio(executed.value, budget.value) : undefined;
}
