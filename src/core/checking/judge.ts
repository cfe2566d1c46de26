import { ZERO, type Amount } from "../model/amount";
import { ExactSum } from "../model/exact-sum";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import { outcomeOf, toleranceOfIdentity } from "../model/rounding";
import type { Identity, RuleMeta } from "../model/rule";

/** How an identity came out. */
export interface Judgement extends JudgedIdentity {
  /** Every figure is zero or blank: it holds, but says nothing and is not counted. */
  readonly trivial: boolean;
}

/**
 * Judges a linear relation by its difference Σ left − Σ right, in the workbook's money unit. The severity is
 * that of the rule unless the identity overrides it. Blank and dash figures count as zero. Figures of kind `invalid` must be sorted
 * out before (see `invalidFigure`).
 */
export function judge(identity: Identity, rule: Pick<RuleMeta, "id" | "severity">): Judgement {
  const total = new ExactSum();
  for (const { figure, sign } of identity.left) total.add(figure.value, sign);
  for (const { figure, sign } of identity.right) total.add(figure.value, sign === 1 ? -1 : 1);
  const difference = total.toAmount();
  return {
    rule: rule.id,
    identity,
    outcome: outcomeOf(identity.relation, difference, () => toleranceOfIdentity(identity)),
    difference,
    severity: identity.severity ?? rule.severity,
    trivial: total.isEmpty,
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
  const times = new Map<Amount, number>();
  for (const terms of [judged.identity.left, judged.identity.right])
    for (const { figure } of terms) times.set(figure.slack, (times.get(figure.slack) ?? 0) + 1);
  let squares: Amount = ZERO;
  for (const [slack, count] of times) squares = squares.plus(slack.times(slack).times(count));
  return judged.difference.times(judged.difference).gt(squares.times(3));
}
