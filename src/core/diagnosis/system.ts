import type { Amount } from "../model/amount";
import { cellKey } from "../model/cell";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import type { Term } from "../model/rule";
import { Scale } from "./scale";

/** A cell in an equation, with its net coefficient (never 0). */
export interface Member {
  readonly unknown: number;
  readonly coefficient: bigint;
}

/** An identity as a row of the linear system: Σ coefficient × figure (=, ≥) 0, within the tolerance. */
export class Equation {
  readonly relation: "=" | ">=";
  readonly violated: boolean;
  #difference: bigint | undefined;
  #tolerance: bigint | undefined;

  constructor(
    readonly index: number,
    readonly judged: JudgedIdentity,
    readonly members: readonly Member[],
    private readonly scale: Scale,
  ) {
    this.relation = judged.identity.relation;
    this.violated = judged.outcome === "violated";
  }

  /** Σ left − Σ right as printed, scaled. */
  get difference(): bigint {
    return (this.#difference ??= this.scale.toInteger(this.judged.difference));
  }

  /** Sum of the slacks, scaled. */
  get tolerance(): bigint {
    return (this.#tolerance ??= this.scale.toInteger(this.judged.tolerance));
  }
}

/** A cell that takes part in at least one equation. */
export class Unknown {
  readonly uses: { readonly equation: number; readonly coefficient: bigint }[] = [];
  #value: bigint | undefined;
  #slack: bigint | undefined;

  constructor(
    readonly index: number,
    readonly figure: Figure,
    private readonly scale: Scale,
  ) {}

  /** Scaled present value. */
  get value(): bigint {
    return (this.#value ??= this.scale.toInteger(this.figure.value));
  }

  get slack(): bigint {
    return (this.#slack ??= this.scale.toInteger(this.figure.slack));
  }
}

/** All evaluated identities as one sparse system over cells, in exact scaled integers. */
export interface LinearSystem {
  readonly scale: Scale;
  readonly equations: readonly Equation[];
  readonly unknowns: readonly Unknown[];
}

/**
 * Builds the system. Cells are matched by address, so that a figure two identities share is one unknown; coefficients
 * of a figure that stands on both sides of an identity cancel.
 */
export function buildSystem(identities: readonly JudgedIdentity[]): LinearSystem {
  const { indices, figures } = indexCells(identities);
  const scale = Scale.covering(amountsOf(figures, identities));
  const unknowns = figures.map((figure, index) => new Unknown(index, figure, scale));
  const equations = identities.map((judged, index) => {
    const members: Member[] = [];
    collect(members, judged.identity.left, 1n, indices);
    collect(members, judged.identity.right, -1n, indices);
    const standing = members.some((m) => m.coefficient === 0n) ? members.filter((m) => m.coefficient !== 0n) : members;
    for (const { unknown, coefficient } of standing) unknowns[unknown]?.uses.push({ equation: index, coefficient });
    return new Equation(index, judged, standing, scale);
  });
  return { scale, equations, unknowns };
}

/** One index a cell; rules may hand in copies of a figure, so objects alone do not tell cells apart. */
function indexCells(identities: readonly JudgedIdentity[]): {
  readonly indices: ReadonlyMap<Figure, number>;
  readonly figures: readonly Figure[];
} {
  const indices = new Map<Figure, number>();
  const byCell = new Map<string, number>();
  const figures: Figure[] = [];
  const add = (figure: Figure) => {
    if (indices.has(figure)) return;
    const key = cellKey(figure.cell);
    let index = byCell.get(key);
    if (index === undefined) {
      index = figures.push(figure) - 1;
      byCell.set(key, index);
    }
    indices.set(figure, index);
  };
  for (const { identity } of identities) {
    for (const { figure } of identity.left) add(figure);
    for (const { figure } of identity.right) add(figure);
  }
  return { indices, figures };
}

function collect(
  members: Member[],
  terms: readonly Term[],
  side: 1n | -1n,
  indices: ReadonlyMap<Figure, number>,
): void {
  for (const { figure, sign } of terms) {
    const unknown = indices.get(figure) ?? -1;
    const coefficient = sign === 1 ? side : -side;
    const at = members.findIndex((m) => m.unknown === unknown);
    if (at < 0) members.push({ unknown, coefficient });
    else members[at] = { unknown, coefficient: (members[at]?.coefficient ?? 0n) + coefficient };
  }
}

function* amountsOf(figures: Iterable<Figure>, identities: readonly JudgedIdentity[]): Iterable<Amount> {
  for (const { value } of figures) if (!value.isZero()) yield value;
  for (const { outcome, difference } of identities) if (outcome !== "satisfied") yield difference;
}
