import { magnitude } from "../scale";
import type { Equation, Unknown } from "../system";

/** What an equation says of a blank, all else in it being known; scaled. */
export interface Reading {
  readonly equation: Equation;
  readonly value: bigint;
  readonly slack: bigint;
}

/** A blank's value with what it rests on. */
export interface Solved extends Reading {
  /** How many equations ask for it. */
  readonly support: number;
}

/** What can be told of blanks that wait for figures. */
export interface Solution {
  readonly solved: ReadonlyMap<Unknown, Solved>;
  /** Blanks for which identities ask for different figures, with what they ask for. */
  readonly contested: ReadonlyMap<Unknown, readonly Reading[]>;
  /** Blanks that share every sum with other unknown blanks. */
  readonly open: readonly Unknown[];
}

/** Which readings count. */
export interface SolveOptions {
  /** Equations that must hold once everything is filled in. */
  readonly isHard: (equation: Equation) => boolean;
  /** Equations whose other figures are in no violated identity of their own. */
  readonly trusted: (equation: Equation) => boolean;
  /** Whether an equation alone does not tell a blank: parts of the sum may be missing as well. */
  readonly isIncomplete: (equation: Equation, blank: Unknown) => boolean;
}

/**
 * Works out blanks one from another: a blank that is the only unknown of an equation is what the equation leaves over.
 * No figure is negative, so blanks that leave nothing over between them are zero. A value stands only where every
 * equation whose figures are all known then holds.
 */
export function solveBlanks(blanks: ReadonlySet<Unknown>, options: SolveOptions): Solution {
  const state = new BlankSystem(blanks, options);
  state.propagate();
  state.dropContradictions();
  return state.solution();
}

class BlankSystem {
  private readonly solved = new Map<Unknown, Solved>();
  private readonly contested = new Map<Unknown, readonly Reading[]>();
  private readonly equations: readonly Equation[];

  constructor(
    private readonly blanks: ReadonlySet<Unknown>,
    private readonly options: SolveOptions,
  ) {
    const touched = [...blanks].flatMap(({ uses }) => uses.map(({ equation }) => equation));
    this.equations = [...new Set(touched)].filter(options.isHard);
  }

  propagate(): void {
    for (let changed = true; changed;) {
      changed = this.settleZeros();
      for (const [blank, readings] of this.readings()) changed = this.settle(blank, readings) || changed;
    }
  }

  /** Takes back what does not hold together, and what was worked out from it. */
  dropContradictions(): void {
    for (let changed = true; changed;) {
      changed = false;
      for (const equation of this.equations) {
        if (this.mayHold(equation)) continue;
        for (const { unknown } of equation.members) {
          const solved = this.solved.get(unknown);
          if (!solved) continue;
          this.solved.delete(unknown);
          this.contested.set(unknown, [solved]);
          changed = true;
        }
      }
      for (const [blank, { equation }] of this.solved) {
        if (this.unknownsOf(equation).every((other) => other === blank)) continue;
        this.solved.delete(blank);
        changed = true;
      }
    }
  }

  solution(): Solution {
    return {
      solved: this.solved,
      contested: this.contested,
      open: [...this.blanks].filter((blank) => !this.solved.has(blank) && !this.contested.has(blank)),
    };
  }

  /** What the equations with one unknown left say of it, the most precise first. */
  private readings(): ReadonlyMap<Unknown, readonly Reading[]> {
    const byBlank = new Map<Unknown, Reading[]>();
    for (const equation of this.equations) {
      const [blank, ...others] = this.unknownsOf(equation);
      if (!blank || others.length > 0 || !this.options.trusted(equation)) continue;
      const coefficient = equation.members.find(({ unknown }) => unknown === blank)?.coefficient ?? 1n;
      const { rest, slack } = this.restOf(equation);
      if (rest % coefficient !== 0n) continue;
      const reading = { equation, value: -rest / coefficient, slack };
      byBlank.set(blank, [...(byBlank.get(blank) ?? []), reading]);
    }
    for (const readings of byBlank.values()) readings.sort((a, b) => Number(a.slack - b.slack));
    return byBlank;
  }

  private settle(blank: Unknown, readings: readonly Reading[]): boolean {
    if (this.solved.has(blank) || this.contested.has(blank)) return false;
    const [best, ...others] = readings;
    if (!best || (others.length === 0 && this.options.isIncomplete(best.equation, blank))) return false;
    const agree = readings.every(({ value, slack }) => magnitude(value - best.value) <= slack + best.slack);
    if (!agree || best.value < -best.slack) {
      this.contest(blank, readings);
    } else {
      const value = magnitude(best.value) <= best.slack ? 0n : best.value;
      this.solved.set(blank, { ...best, value, support: readings.length });
    }
    return true;
  }

  /** Identities ask for different values: a blank worked out before from a single one may be what is wrong in them. */
  private contest(blank: Unknown, readings: readonly Reading[]): void {
    this.contested.set(blank, readings);
    for (const { equation } of readings) {
      for (const { unknown } of equation.members) {
        const solved = this.solved.get(unknown);
        if (!solved || solved.value === 0n || solved.support > 1) continue;
        this.solved.delete(unknown);
        this.contest(unknown, [solved]);
      }
    }
  }

  /** Unknowns that only add to a sum which is complete without them are zero. */
  private settleZeros(): boolean {
    let changed = false;
    for (const equation of this.equations) {
      const unknowns = this.unknownsOf(equation).filter((blank) => !this.contested.has(blank));
      if (unknowns.length < 2 || unknowns.length < this.unknownsOf(equation).length) continue;
      if (!this.options.trusted(equation)) continue;
      const signs = new Set(
        equation.members.flatMap((m) => (unknowns.includes(m.unknown) ? [m.coefficient > 0n] : [])),
      );
      const { rest, slack } = this.restOf(equation);
      if (signs.size > 1 || magnitude(rest) > slack) continue;
      for (const blank of unknowns) this.solved.set(blank, { equation, value: 0n, slack: 0n, support: 1 });
      changed = true;
    }
    return changed;
  }

  private unknownsOf(equation: Equation): readonly Unknown[] {
    return equation.members.flatMap(({ unknown }) => (this.isUnknown(unknown) ? [unknown] : []));
  }

  private isUnknown(unknown: Unknown): boolean {
    return this.blanks.has(unknown) && !this.solved.has(unknown);
  }

  /** Difference of an equation with the blanks solved so far filled in, and how far rounding may put it off. */
  private restOf(equation: Equation): { readonly rest: bigint; readonly slack: bigint } {
    let rest = equation.difference;
    let slack = equation.tolerance;
    for (const { unknown, coefficient } of equation.members) {
      const solved = this.solved.get(unknown);
      if (!solved) continue;
      rest += coefficient * solved.value;
      slack += magnitude(coefficient) * solved.slack;
    }
    return { rest, slack };
  }

  /** Whether the equation holds, or could once figures stand in what is still unknown; none of these is negative. */
  private mayHold(equation: Equation): boolean {
    const { rest, slack } = this.restOf(equation);
    if (magnitude(rest) <= slack) return true;
    return equation.members.some(
      ({ unknown, coefficient }) => this.isUnknown(unknown) && coefficient > 0n === rest < 0n,
    );
  }
}
