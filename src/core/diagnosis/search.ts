import { magnitude } from "./scale";
import type { Equation, Unknown } from "./system";

/** A change of one cell: `delta` is added to its scaled value. */
export interface Correction {
  readonly unknown: Unknown;
  readonly delta: bigint;
}

export interface SearchOptions {
  /** Equations every solution must satisfy. */
  readonly isHard: (equation: Equation) => boolean;
  readonly maxCells: number;
  /** Search steps before giving up; keeps hostile workbooks from hanging the pane. */
  readonly budget: number;
}

/** Mutable search state: differences and tolerances of the equations under the corrections made so far. */
class Residuals {
  private readonly difference = new Map<Equation, bigint>();
  private readonly tolerance = new Map<Equation, bigint>();
  readonly open = new Set<Equation>();

  constructor(
    private readonly isHard: (equation: Equation) => boolean,
    violated: Iterable<Equation>,
  ) {
    for (const equation of violated) this.open.add(equation);
  }

  differenceOf(equation: Equation): bigint {
    return this.difference.get(equation) ?? equation.difference;
  }

  toleranceOf(equation: Equation): bigint {
    return this.tolerance.get(equation) ?? equation.tolerance;
  }

  apply({ unknown, delta }: Correction, direction: 1n | -1n): void {
    const slackChange = unknown.half - unknown.slack;
    for (const { equation, coefficient } of unknown.uses) {
      if (!this.isHard(equation)) continue;
      this.difference.set(equation, this.differenceOf(equation) + direction * coefficient * delta);
      this.tolerance.set(equation, this.toleranceOf(equation) + direction * magnitude(coefficient) * slackChange);
      if (magnitude(this.differenceOf(equation)) > this.toleranceOf(equation)) this.open.add(equation);
      else this.open.delete(equation);
    }
  }
}

/**
 * The smallest sets of corrections after which every hard equation holds: iterative deepening over the cells of the
 * violated equation with the fewest members. Complete for up to `maxCells` cells whose size of error shows in at
 * least one equation that no other wrong cell shares. Answers [] where there is none or the budget is used up.
 */
export function smallestCorrections(
  violated: readonly Equation[],
  options: SearchOptions,
): readonly (readonly Correction[])[] {
  let budget = options.budget;
  for (let depth = 1; depth <= options.maxCells && budget > 0; depth += 1) {
    const residuals = new Residuals(options.isHard, violated);
    const found = new Map<string, readonly Correction[]>();
    const chosen: Correction[] = [];
    const descend = (left: number): void => {
      const target = fewestMembers(residuals.open);
      if (!target) {
        const solution = [...chosen].sort((a, b) => a.unknown.index - b.unknown.index);
        found.set(solution.map((c) => `${c.unknown.index}:${c.delta}`).join(), solution);
        return;
      }
      if (left === 0) return;
      for (const { unknown } of target.members) {
        if (chosen.some((c) => c.unknown === unknown)) continue;
        for (const delta of candidateDeltas(unknown, residuals, options)) {
          if (budget-- <= 0) return;
          const correction = { unknown, delta };
          residuals.apply(correction, 1n);
          if (residuals.open.size <= (left - 1) * MOST_EQUATIONS_PER_CELL) {
            chosen.push(correction);
            descend(left - 1);
            chosen.pop();
          }
          residuals.apply(correction, -1n);
        }
      }
    };
    descend(depth);
    if (found.size > 0) return [...found.values()];
  }
  return [];
}

/** Upper bound on how many violated equations one cell can mend; prunes hopeless branches. */
const MOST_EQUATIONS_PER_CELL = 12;

function fewestMembers(open: Iterable<Equation>): Equation | undefined {
  let best: Equation | undefined;
  for (const equation of open) if (!best || equation.members.length < best.members.length) best = equation;
  return best;
}

/**
 * Changes of one cell worth trying: for each open equation it takes part in, the change that would make it exact.
 * Changes that differ by rounding only are one; the equation with the fewest members speaks for them.
 */
function candidateDeltas(unknown: Unknown, residuals: Residuals, options: SearchOptions): readonly bigint[] {
  const proposals: { delta: bigint; members: number; votes: number }[] = [];
  for (const { equation, coefficient } of unknown.uses) {
    if (!options.isHard(equation) || !residuals.open.has(equation)) continue;
    if (residuals.differenceOf(equation) % coefficient !== 0n) continue;
    const delta = -residuals.differenceOf(equation) / coefficient;
    const same = proposals.find((p) => p.delta === delta);
    if (same) same.votes += 1;
    else proposals.push({ delta, members: equation.members.length, votes: 1 });
  }
  proposals.sort((a, b) => b.votes - a.votes || a.members - b.members);
  return proposals.map((p) => p.delta);
}
