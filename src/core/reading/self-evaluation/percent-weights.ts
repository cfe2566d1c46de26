import { HUNDRED, ONE, sum } from "../../model/amount";
import type { Figure } from "../../model/figure";
import { POINTS } from "../../units/printing";
import type { FormTotal, Indicator } from "../../model/form";

/**
 * Weights typed as percentages (15 % is stored as 0.15) in points, as the scores are. They are such where none is above 1,
 * together they make no more than 1, and a score is above 1.
 */
export function weightsInPoints(
  indicators: readonly Indicator[],
  totals: readonly FormTotal[],
): { readonly indicators: readonly Indicator[]; readonly totals: readonly FormTotal[] } {
  const all = sum(indicators.map(({ weight }) => weight.value));
  const scored = indicators.some(({ score }) => score.value.gt(ONE));
  if (all.isZero() || all.gt(ONE) || !scored || indicators.length < 2) return { indicators, totals };
  return {
    indicators: indicators.map((indicator) => ({ ...indicator, weight: inPoints(indicator.weight) })),
    totals: totals.map((row) => (row.weight?.value.eq(ONE) ? { ...row, weight: inPoints(row.weight) } : row)),
  };
}

const PERCENT = { ...POINTS, scale: HUNDRED };

function inPoints(weight: Figure): Figure {
  return weight.kind === "amount" ? { ...weight, value: weight.value.times(HUNDRED), printing: PERCENT } : weight;
}
