import { ZERO, type Amount } from "../model/amount";
import { ExactSum } from "../model/exact-sum";
import type { Figure } from "../model/figure";
import type { Identity } from "../model/rule";

export type Outcome = "satisfied" | "withinRounding" | "violated";

/** Three standard deviations: a figure rounded by at most s deviates by s/√3, so |difference|² > 3 Σ s² is beyond them. */
const NINE_VARIANCES = 3;

/** Σ of the figures' slacks: how far an honest sum may be off through rounding (domain.md 3). */
export function toleranceOf(figures: Iterable<Pick<Figure, "slack">>): Amount {
  const total = new ExactSum();
  for (const figure of figures) total.add(figure.slack);
  return total.toAmount();
}

/** How far the two sides of an identity may be apart through rounding: Σ of the slacks of all its figures. */
export function toleranceOfIdentity({ left, right }: Identity): Amount {
  return toleranceOf([...left, ...right].map(({ figure }) => figure));
}

/**
 * Outcome of a relation from its signed difference (left − right) and what gives its tolerance, both in the same money
 * unit. "=" holds exactly at 0; ">=" holds exactly wherever the difference is not negative. Up to the tolerance, the
 * boundary included, it holds through rounding.
 */
export function outcomeOf(relation: Identity["relation"], difference: Amount, tolerance: () => Amount): Outcome {
  if (difference.isZero() || (relation === ">=" && difference.isPositive())) return "satisfied";
  return difference.abs().lte(tolerance()) ? "withinRounding" : "violated";
}

/** Whether a difference that rounding could explain is larger than three standard deviations of it (domain.md 3). */
export function isUnlikely(difference: Amount, figures: Iterable<Pick<Figure, "slack">>): boolean {
  const times = new Map<Amount, number>();
  for (const { slack } of figures) times.set(slack, (times.get(slack) ?? 0) + 1);
  let squares: Amount = ZERO;
  for (const [slack, count] of times) squares = squares.plus(slack.times(slack).times(count));
  return difference.times(difference).gt(squares.times(NINE_VARIANCES));
}
