import type { Amount } from "./amount";
import { ExactSum } from "./exact-sum";
import type { Figure } from "./figure";
import type { Identity } from "./rule";

export type Outcome = "satisfied" | "withinRounding" | "violated";

/** Σ of the figures' slacks: how far an honest sum may be off through rounding (domain.md 3). */
export function toleranceOf(figures: Iterable<Figure>): Amount {
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
