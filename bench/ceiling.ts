import type { Figure } from "../src/core/model/figure";
import { isBalanceCheck, type JudgedIdentity } from "../src/core/model/finding";
import { amount, type Amount } from "../src/core/model/amount";
import { cellKey } from "../src/core/model/cell";
import { toleranceOfIdentity } from "../src/core/units/tolerance";

/** What the identity system itself allows for a figure, whatever the method. */
export type Reach =
  | "uncovered" // no identity is about the cell
  | "withinRounding" // every identity about it absorbs the change in its rounding
  | "ambiguous" // another cell takes part in the same identities in the same way: no method can tell them apart
  | "distinguishable";

interface Use {
  readonly index: number;
  readonly judged: JudgedIdentity;
  readonly coefficient: number;
}

/** The theoretical ceiling of an untouched workbook, worked out from its identities alone. */
export class Ceiling {
  private readonly uses = new Map<string, Use[]>();
  private readonly signatures = new Map<string, number>();

  constructor(identities: readonly JudgedIdentity[]) {
    for (const [index, judged] of identities.entries()) {
      const coefficients = new Map<string, number>();
      const add = (terms: JudgedIdentity["identity"]["left"], side: number) => {
        for (const { figure, sign } of terms) {
          const key = cellKey(figure.cell);
          coefficients.set(key, (coefficients.get(key) ?? 0) + sign * side);
        }
      };
      add(judged.identity.left, 1);
      add(judged.identity.right, -1);
      for (const [key, coefficient] of coefficients) {
        if (coefficient !== 0) this.uses.set(key, [...(this.uses.get(key) ?? []), { index, judged, coefficient }]);
      }
    }
    for (const key of this.uses.keys()) {
      const signature = this.signatureOf(key);
      this.signatures.set(signature, (this.signatures.get(signature) ?? 0) + 1);
    }
  }

  /** What can at best be said where `figure` is changed by `delta` (book's money unit). */
  reach(figure: Figure, delta: Amount): Reach {
    const key = cellKey(figure.cell);
    const uses = this.uses.get(key);
    if (!uses) return "uncovered";
    if (!uses.some((use) => this.breaks(use, figure, delta))) return "withinRounding";
    return (this.signatures.get(this.signatureOf(key)) ?? 0) > 1 ? "ambiguous" : "distinguishable";
  }

  private breaks({ judged, coefficient }: Use, figure: Figure, delta: Amount): boolean {
    const difference = judged.difference.plus(delta.times(coefficient));
    const slackAfter = figure.value.plus(delta).isZero() ? amount(0) : figure.printing.half;
    const tolerance = toleranceOfIdentity(judged.identity).minus(figure.slack).plus(slackAfter);
    return judged.identity.relation === "=" ? difference.abs().gt(tolerance) : difference.lt(tolerance.neg());
  }

  /** The balance checks a cell takes part in and how; equal up to sign for cells that cannot be told apart. */
  private signatureOf(key: string): string {
    const hard = (this.uses.get(key) ?? []).filter(
      ({ judged }) => judged.identity.relation === "=" && isBalanceCheck(judged),
    );
    const flip = (hard[0]?.coefficient ?? 1) < 0 ? -1 : 1;
    return hard.map(({ index, coefficient }) => `${index}:${coefficient * flip}`).join();
  }
}
