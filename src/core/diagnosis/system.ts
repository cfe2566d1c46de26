import type { Amount } from "../model/amount";
import { cellKey } from "../model/cell";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";
import { Scale } from "./scale";

/** An identity as a row of the linear system: Σ coefficient × figure (=, ≥) 0, within the tolerance. */
export interface Equation {
  readonly index: number;
  readonly judged: JudgedIdentity;
  readonly relation: "=" | ">=";
  /** Σ left − Σ right as printed, scaled. */
  readonly difference: bigint;
  /** Sum of the slacks, scaled. */
  readonly tolerance: bigint;
  /** Unknowns that take part, with their net coefficient (never 0). */
  readonly members: readonly { readonly unknown: number; readonly coefficient: bigint }[];
  readonly violated: boolean;
}

/** A cell that takes part in at least one equation. */
export interface Unknown {
  readonly index: number;
  readonly figure: Figure;
  /** Scaled present value. */
  readonly value: bigint;
  readonly slack: bigint;
  readonly uses: readonly { readonly equation: number; readonly coefficient: bigint }[];
}

/** All evaluated identities as one sparse system over cells, in exact scaled integers. */
export interface LinearSystem {
  readonly scale: Scale;
  readonly equations: readonly Equation[];
  readonly unknowns: readonly Unknown[];
}

/**
 * Builds the system. Cells are matched by address, so that a figure two identities share is one unknown.
 * Coefficients of a cell that stands on both sides of an identity cancel.
 */
export function buildSystem(identities: readonly JudgedIdentity[]): LinearSystem {
  const scale = Scale.covering(figuresOf(identities));
  const unknowns: { index: number; figure: Figure; value: bigint; slack: bigint; uses: Unknown["uses"][number][] }[] =
    [];
  const byCell = new Map<string, number>();
  const indexOf = (figure: Figure): number => {
    const key = cellKey(figure.cell);
    const known = byCell.get(key);
    if (known !== undefined) return known;
    const index = unknowns.length;
    byCell.set(key, index);
    unknowns.push({
      index,
      figure,
      value: scale.toInteger(figure.value),
      slack: scale.toInteger(figure.slack),
      uses: [],
    });
    return index;
  };

  const equations = identities.map((judged, index): Equation => {
    const coefficients = new Map<number, bigint>();
    const collect = (terms: readonly Term[], side: bigint) => {
      for (const term of terms) {
        const unknown = indexOf(term.figure);
        coefficients.set(unknown, (coefficients.get(unknown) ?? 0n) + side * BigInt(term.sign));
      }
    };
    collect(judged.identity.left, 1n);
    collect(judged.identity.right, -1n);
    const members = [...coefficients]
      .filter(([, coefficient]) => coefficient !== 0n)
      .map(([unknown, coefficient]) => ({ unknown, coefficient }));
    for (const { unknown, coefficient } of members) unknowns[unknown]?.uses.push({ equation: index, coefficient });
    return {
      index,
      judged,
      relation: judged.identity.relation,
      difference: scale.toInteger(judged.difference),
      tolerance: scale.toInteger(judged.tolerance),
      members,
      violated: judged.outcome === "violated",
    };
  });
  return { scale, equations, unknowns };
}

function* figuresOf(identities: readonly JudgedIdentity[]): Iterable<Amount> {
  for (const { identity, difference, tolerance } of identities) {
    yield difference;
    yield tolerance;
    for (const term of identity.left) yield term.figure.value;
    for (const term of identity.right) yield term.figure.value;
  }
}
