import { amount, ZERO, type Amount } from "../model/amount";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import type { Identity, Severity } from "../model/rule";
import { outcomeOf } from "../rules/shared/rounding";

const THREE = amount(3);

/**
 * Judges a linear relation: difference Σ left − Σ right and tolerance Σ slack, both in the workbook's money unit.
 * `severity` is that of the rule; the identity may override it. Blank and dash figures count as zero. Figures of kind `invalid` must be sorted out before (see `invalidFigure`).
 */
export function judge(identity: Identity, severity: Severity = "error"): JudgedIdentity & { severity: Severity } {
  let difference = ZERO;
  let tolerance = ZERO;
  for (const { figure, sign } of identity.left) {
    if (figure.value.isZero()) continue;
    difference = sign === 1 ? difference.plus(figure.value) : difference.minus(figure.value);
    tolerance = tolerance.plus(figure.slack);
  }
  for (const { figure, sign } of identity.right) {
    if (figure.value.isZero()) continue;
    difference = sign === 1 ? difference.minus(figure.value) : difference.plus(figure.value);
    tolerance = tolerance.plus(figure.slack);
  }
  const outcome = outcomeOf(identity.relation, difference, tolerance);
  return { identity, outcome, difference, tolerance, severity: identity.severity ?? severity };
}

/** The first figure of an identity that cannot be summed (text, error value), or undefined. */
export function invalidFigure(identity: Identity): Figure | undefined {
  for (const { figure } of identity.left) if (figure.kind === "invalid") return figure;
  for (const { figure } of identity.right) if (figure.kind === "invalid") return figure;
  return undefined;
}

/** Whether every figure of an identity is zero or blank: it holds trivially and is not counted. */
export function isTrivial(identity: Identity): boolean {
  return identity.left.every((t) => t.figure.value.isZero()) && identity.right.every((t) => t.figure.value.isZero());
}

/**
 * Whether a difference that rounding could explain is larger than three standard deviations of it (domain.md 3).
 * A figure rounded by at most s deviates by s/√3, so the limit is |difference|² > 3 Σ s².
 */
export function isUnlikelyRounding(judged: JudgedIdentity): boolean {
  if (judged.outcome !== "withinRounding") return false;
  let squares: Amount = ZERO;
  for (const terms of [judged.identity.left, judged.identity.right]) {
    for (const { figure } of terms) squares = squares.plus(figure.slack.times(figure.slack));
  }
  return judged.difference.times(judged.difference).gt(squares.times(THREE));
}
