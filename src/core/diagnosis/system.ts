import { cellNumber, type CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";
import type { JudgedIdentity } from "../model/finding";
import { toleranceOfIdentity } from "../units/tolerance";
import type { Identity, Term } from "../model/rule";
import { Scale } from "./scale";

/** That a cell takes part in an equation, with its net coefficient (never 0). */
export interface Incidence {
  readonly equation: Equation;
  readonly unknown: Unknown;
  readonly coefficient: bigint;
}

/** An identity as a row of the linear system: Σ coefficient × figure (=, ≥) 0, within the tolerance. */
export class Equation {
  readonly relation: "=" | ">=";
  readonly violated: boolean;
  private scaledDifference: bigint | undefined;
  private scaledTolerance: bigint | undefined;
  private incidences: readonly Incidence[] | undefined;

  constructor(
    readonly judged: JudgedIdentity,
    private readonly system: LinearSystem,
  ) {
    this.relation = judged.identity.relation;
    this.violated = judged.outcome === "violated";
  }

  /** The cells that take part, in the order of the identity's terms. */
  get members(): readonly Incidence[] {
    return (this.incidences ??= this.system.membersOf(this));
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
  /** Set by the system once it has looked the cell up. */
  found: Incidence[] | undefined;
  private scaledValue: bigint | undefined;
  private scaledSlack: bigint | undefined;
  private scaledHalf: bigint | undefined;

  constructor(
    readonly index: number,
    readonly figure: Figure,
    private readonly system: LinearSystem,
  ) {}

  /** The equations the cell takes part in, in the order of the identities. */
  get uses(): readonly Incidence[] {
    if (!this.found) this.system.lookUpUses();
    return this.found ?? [];
  }

  /** Scaled present value. */
  get value(): bigint {
    return (this.scaledValue ??= this.system.scale.toInteger(this.figure.value));
  }

  get slack(): bigint {
    return (this.scaledSlack ??= this.system.scale.toInteger(this.figure.slack));
  }

  /** Slack of a changed figure, scaled: half of the last place its sheet prints. */
  get half(): bigint {
    return (this.scaledHalf ??= this.system.scale.toInteger(this.figure.printing.half));
  }
}

/** After so many searches for the uses of a few cells it is cheaper to look up all. */
const TARGETED_LOOKUPS = 4;

/**
 * All evaluated identities as one sparse system over cells, in exact scaled integers. Cells are matched by address, so
 * that a figure two identities share is one unknown; coefficients of a figure that stands on both sides of an identity
 * cancel. Equations and unknowns are made when a search reaches them: a single error touches few of them.
 */
export class LinearSystem {
  readonly equations: readonly Equation[];
  readonly violated: readonly Equation[];
  private readonly cells = new CellMap<Unknown>();
  private waiting: Unknown[] = [];
  private unknowns = 0;
  private lookups = 0;
  private common: Scale | undefined;

  constructor(private readonly identities: readonly JudgedIdentity[]) {
    this.equations = identities.map((judged) => new Equation(judged, this));
    this.violated = this.equations.filter((equation) => equation.violated);
  }

  /** A scale on which every figure is whole. */
  get scale(): Scale {
    return (this.common ??= Scale.covering(this.identities));
  }

  /** The net coefficients of an equation's cells. */
  membersOf(equation: Equation): readonly Incidence[] {
    const coefficients = new Map<Unknown, bigint>();
    const { left, right } = equation.judged.identity;
    const add = (figure: Figure, coefficient: bigint) => {
      const unknown = this.unknownAt(figure);
      coefficients.set(unknown, (coefficients.get(unknown) ?? 0n) + coefficient);
    };
    for (const { figure, sign } of left) add(figure, sign === 1 ? 1n : -1n);
    for (const { figure, sign } of right) add(figure, sign === 1 ? -1n : 1n);
    const members: Incidence[] = [];
    for (const [unknown, coefficient] of coefficients)
      if (coefficient !== 0n) members.push({ equation, unknown, coefficient });
    return members;
  }

  /** Finds the equations of every cell that was met and not looked up yet, in one pass over the identities. */
  lookUpUses(): void {
    this.lookups += 1;
    if (this.lookups > TARGETED_LOOKUPS) this.meetAll();
    const wanted = new Set(this.waiting);
    this.waiting = [];
    for (const unknown of wanted) unknown.found = [];
    for (const equation of this.equations) {
      if (!this.touches(equation.judged.identity, wanted)) continue;
      for (const incidence of equation.members)
        if (wanted.has(incidence.unknown)) incidence.unknown.found?.push(incidence);
    }
  }

  private meetAll(): void {
    for (const { identity } of this.identities) {
      for (const { figure } of identity.left) this.unknownAt(figure);
      for (const { figure } of identity.right) this.unknownAt(figure);
    }
  }

  private touches({ left, right }: Identity, wanted: ReadonlySet<Unknown>): boolean {
    return this.anyOf(left, wanted) || this.anyOf(right, wanted);
  }

  private anyOf(terms: readonly Term[], wanted: ReadonlySet<Unknown>): boolean {
    for (const { figure } of terms) {
      const unknown = this.cells.get(figure.cell);
      if (unknown && wanted.has(unknown)) return true;
    }
    return false;
  }

  private unknownAt(figure: Figure): Unknown {
    const known = this.cells.get(figure.cell);
    if (known) return known;
    const unknown = new Unknown(this.unknowns, figure, this);
    this.unknowns += 1;
    this.cells.set(figure.cell, unknown);
    this.waiting.push(unknown);
    return unknown;
  }
}

/** Values by cell; runs of cells on one sheet are fast. */
class CellMap<T> {
  private readonly sheets = new Map<string, Map<number, T>>();
  private sheet: string | undefined;
  private cells = new Map<number, T>();

  get(cell: CellAddress): T | undefined {
    this.turnTo(cell.sheet);
    return this.cells.get(cellNumber(cell.row, cell.column));
  }

  set(cell: CellAddress, value: T): void {
    this.turnTo(cell.sheet);
    this.cells.set(cellNumber(cell.row, cell.column), value);
  }

  private turnTo(sheet: string): void {
    if (sheet === this.sheet) return;
    this.sheet = sheet;
    this.cells = this.sheets.get(sheet) ?? new Map<number, T>();
    this.sheets.set(sheet, this.cells);
  }
}
