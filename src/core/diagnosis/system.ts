import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import { toleranceOfIdentity } from "../model/rounding";
import { Scale } from "./scale";

/** That a cell takes part in an equation, with its net coefficient (never 0). */
export interface Incidence {
  readonly equation: number;
  readonly unknown: number;
  readonly coefficient: bigint;
}

interface Scaled {
  readonly scale: Scale;
}

/** An identity as a row of the linear system: Σ coefficient × figure (=, ≥) 0, within the tolerance. */
export class Equation {
  readonly relation: "=" | ">=";
  readonly violated: boolean;
  private scaledDifference: bigint | undefined;
  private scaledTolerance: bigint | undefined;

  constructor(
    readonly index: number,
    readonly judged: JudgedIdentity,
    readonly members: readonly Incidence[],
    private readonly system: Scaled,
  ) {
    this.relation = judged.identity.relation;
    this.violated = judged.outcome === "violated";
  }

  /** Σ left − Σ right as printed, scaled. */
  get difference(): bigint {
    return (this.scaledDifference ??= this.system.scale.toInteger(this.judged.difference));
  }

  /** Sum of the slacks, scaled. */
  get tolerance(): bigint {
    return (this.scaledTolerance ??= this.system.scale.toInteger(toleranceOfIdentity(this.judged.identity)));
  }
}

/** A cell that takes part in at least one equation. */
export class Unknown {
  readonly uses: Incidence[] = [];
  private scaledValue: bigint | undefined;
  private scaledSlack: bigint | undefined;

  constructor(
    readonly index: number,
    readonly figure: Figure,
    private readonly system: Scaled,
  ) {}

  /** Scaled present value. */
  get value(): bigint {
    return (this.scaledValue ??= this.system.scale.toInteger(this.figure.value));
  }

  get slack(): bigint {
    return (this.scaledSlack ??= this.system.scale.toInteger(this.figure.slack));
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
  const cells = new CellIndex();
  const equations = identities.map((judged, index) => {
    const members: Incidence[] = [];
    for (const { figure, sign } of judged.identity.left) join(members, index, cells.unknownOf(figure), sign);
    for (const { figure, sign } of judged.identity.right)
      join(members, index, cells.unknownOf(figure), sign === 1 ? -1 : 1);
    return new Equation(index, judged, members, cells);
  });
  return { scale: cells.scale, equations, unknowns: cells.unknowns };
}

/** Sheets have at most this many columns, so that row × COLUMNS + column is one number a cell. */
const COLUMNS = 16_384;

/** One unknown a cell; rules may hand in copies of a figure, so objects alone do not tell cells apart. */
class CellIndex {
  readonly unknowns: Unknown[] = [];
  private readonly bySheet = new Map<string, Map<number, Unknown>>();
  private sheet: string | undefined;
  private cells = new Map<number, Unknown>();
  private common: Scale | undefined;

  /** The scale of every figure taken in so far; ask for it when all are. */
  get scale(): Scale {
    return (this.common ??= Scale.covering(this.unknowns.map(({ figure }) => figure.value)));
  }

  unknownOf(figure: Figure): Unknown {
    const { sheet, row, column } = figure.cell;
    if (sheet !== this.sheet) this.turnTo(sheet);
    const cell = row * COLUMNS + column;
    const known = this.cells.get(cell);
    if (known) return known;
    const unknown = new Unknown(this.unknowns.length, figure, this);
    this.unknowns.push(unknown);
    this.cells.set(cell, unknown);
    return unknown;
  }

  private turnTo(sheet: string): void {
    this.sheet = sheet;
    this.cells = this.bySheet.get(sheet) ?? new Map<number, Unknown>();
    this.bySheet.set(sheet, this.cells);
  }
}

/** Adds a term to an equation: to the coefficient the cell already has in it, where it has one. */
function join(members: Incidence[], equation: number, { index, uses }: Unknown, sign: 1 | -1): void {
  const coefficient = sign === 1 ? 1n : -1n;
  const present = uses.at(-1);
  if (present?.equation !== equation) {
    const incidence = { equation, unknown: index, coefficient };
    members.push(incidence);
    uses.push(incidence);
    return;
  }
  uses.pop();
  const at = members.indexOf(present);
  const sum = { ...present, coefficient: present.coefficient + coefficient };
  if (sum.coefficient === 0n) members.splice(at, 1);
  else {
    members[at] = sum;
    uses.push(sum);
  }
}
