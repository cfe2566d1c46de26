import { ExactSum } from "../model/exact-sum";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import { isUnlikely, outcomeOf, toleranceOfIdentity } from "../units/tolerance";
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

/** Whether an identity holds through rounding only, by more than rounding makes likely. */
export function isUnlikelyRounding({ outcome, difference, identity }: JudgedIdentity): boolean {
  if (outcome !== "withinRounding") return false;
  return isUnlikely(
    difference,
    [...identity.left, ...identity.right].map(({ figure }) => figure),
  );
}
