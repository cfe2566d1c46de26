import type { SlipKind, Suspect } from "../model/diagnosis";
import { cellKey } from "../model/cell";
import type { Expectation } from "./corroboration";
import { magnitude } from "./scale";
import type { Correction } from "./search";
import { recogniseSlip, type Neighbours } from "./slips";
import type { Equation, LinearSystem } from "./system";
import { asPrinted } from "../units/printing";

/** A set of corrections with what speaks for and against it. */
export interface RankedSolution {
  readonly corrections: readonly Correction[];
  readonly suspects: readonly Suspect[];
  /** Evidence, compared in order, larger is better; equal vectors cannot be told apart. */
  readonly merits: readonly number[];
  /** Orders what cannot be told apart: filled cells before blank ones, exact corrections before rounded ones. */
  readonly preferences: readonly number[];
}

export interface RankingContext {
  readonly system: LinearSystem;
  readonly isHard: (equation: Equation) => boolean;
  readonly neighbours: Neighbours;
  /** Whether a correction may be advised at all. */
  readonly isAllowed: (correction: Correction) => boolean;
  /** What rules other than identities say a cell should hold, by cell. */
  readonly expectations: ReadonlyMap<string, Expectation>;
}

/** Ranks solutions best first and keeps the best one for each set of cells. */
export function rankSolutions(
  solutions: readonly (readonly Correction[])[],
  context: RankingContext,
): readonly RankedSolution[] {
  const bestByCells = new Map<string, RankedSolution>();
  for (const corrections of solutions) {
    if (!isPrintable(corrections, context) || !corrections.every(context.isAllowed)) continue;
    const ranked = judgeSolution(corrections, context);
    const key = corrections.map((c) => c.unknown.index).join();
    const rival = bestByCells.get(key);
    if (!rival || compareSolutions(ranked, rival) < 0) bestByCells.set(key, ranked);
  }
  return [...bestByCells.values()].sort(compareSolutions);
}

function compareSolutions(a: RankedSolution, b: RankedSolution): number {
  return compareMerits(a, b) || compareInOrder(a.preferences, b.preferences);
}

/** Negative where the evidence is for `a`, 0 where nothing tells them apart. */
export function compareMerits(a: RankedSolution, b: RankedSolution): number {
  return compareInOrder(a.merits, b.merits);
}

function compareInOrder(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = (b[index] ?? 0) - value;
    if (difference !== 0) return difference;
  }
  return 0;
}

/** In 万元 a proposed figure has two decimals at most unless the present one has more. */
function isPrintable(corrections: readonly Correction[], { system }: RankingContext): boolean {
  return corrections.every(({ unknown, delta }) => {
    const proposed = asPrinted(system.scale.toAmount(unknown.value + delta), unknown.figure);
    return proposed.decimalPlaces() <= Math.max(2, asPrinted(unknown.figure.value, unknown.figure).decimalPlaces());
  });
}

function judgeSolution(corrections: readonly Correction[], context: RankingContext): RankedSolution {
  const { isHard } = context;
  const suspects = suspectsOf(corrections, context);

  const after = differencesAfter(corrections);
  let exact = 0;
  let masked = 0;
  let broken = 0;
  for (const [equation, difference] of after) {
    if (isHard(equation)) {
      if (difference === 0n) exact += 1;
      if (!equation.violated) masked += 1;
    } else if (!holds(equation, difference)) {
      broken += equation.violated ? 0 : 1;
    }
  }
  const negative = suspects.filter((s) => s.proposed.isNegative() && !s.figure.value.isNegative()).length;
  const blanks = suspects.filter((s) => s.figure.value.isZero()).length;
  const recognised = suspects.filter((s) => s.slip !== undefined && s.slip !== WEAK_SLIP).length;
  const weakly = suspects.filter((s) => s.slip === WEAK_SLIP).length;
  const corroborated = suspects.filter((s) =>
    context.expectations.get(cellKey(s.figure.cell))?.expected.eq(s.proposed),
  ).length;
  return {
    corrections,
    suspects,
    merits: [corroborated, -negative, -broken, recognised, -masked],
    preferences: [weakly, -blanks, exact],
  };
}

/** A digit too many or too few fits many wrong figures by chance: it orders explanations, it does not decide. */
const WEAK_SLIP: SlipKind = "droppedDigit";

function suspectsOf(corrections: readonly Correction[], { system, neighbours }: RankingContext): readonly Suspect[] {
  const plain = corrections.map(({ unknown, delta }) => ({
    figure: unknown.figure,
    proposed: system.scale.toAmount(unknown.value + delta),
  }));
  return plain.map((suspect): Suspect => {
    const slip: SlipKind | undefined = plain.some((other) => isExchange(suspect, other))
      ? "neighbour"
      : recogniseSlip(suspect.figure, suspect.proposed, neighbours);
    return { ...suspect, ...(slip ? { slip } : {}) };
  });
}

/** Two cells that should hold each other's figure: typed into the wrong row or column. */
function isExchange(a: Suspect, b: Suspect): boolean {
  return a.figure !== b.figure && a.proposed.eq(b.figure.value) && b.proposed.eq(a.figure.value);
}

/** Differences of every equation the corrections touch. */
export function differencesAfter(corrections: readonly Correction[]): ReadonlyMap<Equation, bigint> {
  const after = new Map<Equation, bigint>();
  for (const { unknown, delta } of corrections) {
    for (const { equation, coefficient } of unknown.uses)
      after.set(equation, (after.get(equation) ?? equation.difference) + coefficient * delta);
  }
  return after;
}

/** Whether a relation holds with this difference, within its tolerance. */
export function holds(equation: Equation, difference: bigint): boolean {
  return equation.relation === "=" ? magnitude(difference) <= equation.tolerance : difference >= -equation.tolerance;
}
