import { sum, type Amount } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { Identity } from "../../model/rule";

export type Outcome = "satisfied" | "withinRounding" | "violated";

/** Σ of the figures' slacks: how far an honest sum may be off through rounding (domain.md 3). */
export function toleranceOf(figures: Iterable<Figure>): Amount {
  const slacks: Amount[] = [];
  for (const figure of figures) slacks.push(figure.slack);
  return sum(slacks);
}

/**
 * Outcome of a relation from its signed difference (left − right) and tolerance, both in the same money unit.
 * "=" holds exactly at 0; ">=" holds exactly wherever the difference is not negative. Up to the tolerance, the
 * boundary included, it holds through rounding.
 */
export function outcomeOf(relation: Identity["relation"], difference: Amount, tolerance: Amount): Outcome {
  if (difference.isZero() || (relation === ">=" && difference.isPositive())) return "satisfied";
  return difference.abs().lte(tolerance) ? "withinRounding" : "violated";
}
