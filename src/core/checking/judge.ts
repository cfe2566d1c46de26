import { amount, ZERO, type Amount } from "../model/amount";
import { ExactSum } from "../model/exact-sum";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import type { Identity, Severity } from "../model/rule";
import { outcomeOf } from "../rules/shared/rounding";

/** How an identity came out. */
export interface Judgement extends JudgedIdentity {
  /** Every figure is zero or blank: it holds, but says nothing and is not counted. */
  readonly trivial: boolean;
}

const THREE = amount(3);

/**
 * Judges a linear relation: difference Σ left − Σ right and tolerance Σ slack, both in the workbook's money unit.
 * `severity` is that of the rule; the identity may override it. Blank and dash figures count as zero. Figures of kind `invalid` must be sorted out before (see `invalidFigure`).
 */
export function judge(identity: Identity, severity: Severity = "error"): Judgement {
  const difference = new ExactSum();
  const tolerance = new ExactSum();
  for (const { figure, sign } of identity.left) {
    difference.add(figure.value, sign);
    tolerance.add(figure.slack);
  }
  for (const { figure, sign } of identity.right) {
    difference.add(figure.value, sign === 1 ? -1 : 1);
    tolerance.add(figure.slack);
  }
  const gap = difference.toAmount();
  const slack = tolerance.toAmount();
  return {
    identity,
    outcome: outcomeOf(identity.relation, gap, slack),
    difference: gap,
    tolerance: slack,
    severity: identity.severity ?? severity,
    trivial: difference.isEmpty,
  };
}

/** The first figure of an identity that cannot be summed (text, error value), or undefined. */
export function invalidFigure(identity: Identity): Figure | undefined {
  for (const { figure } of identity.left) if (figure.kind === "invalid") return figure;
  for (const { figure } of identity.right) if (figure.kind === "invalid") return figure;
  return undefined;
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
