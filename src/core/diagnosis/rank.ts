import type { SlipKind, Suspect } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import { HUNDRED } from "../model/amount";
import { cellKey } from "../model/cell";
import type { Expectation } from "./corroboration";
import { magnitude } from "./scale";
import type { Correction } from "./search";
import { recogniseSlip, turnedBack, type Neighbours } from "./slips";
import type { Equation, LinearSystem, Unknown } from "./system";
import { USUAL_DECIMALS } from "../units/precision";
import { asPrinted, POINTS } from "../units/printing";

/** A set of corrections with what speaks for and against it. */
export interface RankedSolution {
  readonly corrections: readonly Correction[];
  readonly suspects: readonly Suspect[];
  /** Evidence, compared in order, larger is better; equal vectors cannot be told apart. */
  readonly merits: readonly number[];
  /** The order to show them in, likely slips counted as evidence; then filled cells before blank ones, exact before rounded. */
  readonly preferences: readonly number[];
  /** It is a slip that is often made and often fits by chance: it leads others as good, and does not rule them out. */
  readonly isLikely: boolean;
}

export interface RankingContext {
  readonly system: LinearSystem;
  readonly isHard: (equation: Equation) => boolean;
  readonly neighbours: Neighbours;
  /** Whether a figure of the cell may be negative. */
  readonly mayBeNegative: (unknown: Unknown) => boolean;
  /** What rules other than identities say a cell should hold, by cell. */
  readonly expectations: ReadonlyMap<string, Expectation>;
}

/** Ranks solutions best first and keeps the best one for each set of cells. */
export function rankSolutions(
  solutions: readonly (readonly Correction[])[],
  context: RankingContext,
): readonly RankedSolution[] {
  const bestByCells = new Map<string, RankedSolution>();
  const fullMarks = context.system.scale.toInteger(HUNDRED);
  const isPossible = ({ unknown, delta }: Correction): boolean => {
    const proposed = unknown.value + delta;
    if (proposed < 0n) return context.mayBeNegative(unknown);
    return unknown.figure.printing.unit !== POINTS.unit || proposed <= fullMarks;
  };
  const consider = (corrections: readonly Correction[]): void => {
    if (!isPrintable(corrections, context) || !corrections.every(isPossible)) return;
    const ranked = judgeSolution(corrections, context);
    const key = corrections.map((c) => c.unknown.index).join();
    const rival = bestByCells.get(key);
    if (!rival || compareSolutions(ranked, rival) < 0) bestByCells.set(key, ranked);
  };
  for (const corrections of solutions) {
    consider(corrections);
    for (const turned of withDigitsTurned(corrections, context)) consider(turned);
  }
  return [...bestByCells.values()].sort(compareSolutions);
}

/**
 * The corrections with one of them replaced by a near one that turns two of the cell's digits back, where one sum alone
 * speaks of the cell: the sum then holds within its rounding, which hides the slip's own difference (14.83 for 18.43
 * where it misses by 3.61).
 */
function withDigitsTurned(
  corrections: readonly Correction[],
  { system, isHard }: RankingContext,
): readonly (readonly Correction[])[] {
  const after = differencesAfter(corrections);
  return corrections.flatMap((correction, at) => {
    const { unknown, delta } = correction;
    const [sum, ...further] = unknown.uses.filter(({ equation }) => isHard(equation));
    if (!sum || further.length > 0) return [];
    return turnedBack(unknown.figure).flatMap((value) => {
      const turned = system.scale.toInteger(value) - unknown.value;
      const rest = (after.get(sum.equation) ?? 0n) + sum.coefficient * (turned - delta);
      const fits = turned !== delta && magnitude(rest) <= sum.equation.tolerance;
      return fits ? [corrections.map((own, index) => (index === at ? { unknown, delta: turned } : own))] : [];
    });
  });
}

function compareSolutions(a: RankedSolution, b: RankedSolution): number {
  return compareInOrder(a.preferences, b.preferences);
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

/** A proposed figure has two decimals at most, unless its sheet prints more: in its own cell or in one added up with it. */
function isPrintable(corrections: readonly Correction[], { system }: RankingContext): boolean {
  return corrections.every(({ unknown: { uses, value, figure }, delta }) => {
    const proposed = asPrinted(system.scale.toAmount(value + delta), figure);
    const decimals = proposed.decimalPlaces();
    const isPrinted = (other: Figure): boolean =>
      other.cell.sheet === figure.cell.sheet && asPrinted(other.value, other).decimalPlaces() >= decimals;
    return (
      decimals <= USUAL_DECIMALS ||
      isPrinted(figure) ||
      uses.some(({ equation }) => equation.members.some(({ unknown }) => isPrinted(unknown.figure)))
    );
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
  // A negative figure where none may be is wrong in itself.
  const mended = corrections.filter(
    ({ unknown, delta }) => unknown.value < 0n && unknown.value + delta >= 0n && !context.mayBeNegative(unknown),
  ).length;
  const blanks = suspects.filter((s) => s.figure.value.isZero()).length;
  const count = (isOne: (suspect: Suspect) => boolean): number => suspects.filter(isOne).length;
  const likely = count((suspect) => suspect.slip !== undefined && suspect.slip !== WEAK_SLIP && !isTelling(suspect));
  const telling = count(isTelling);
  const exchanged = suspects.filter((suspect) => suspects.some((other) => isExchange(suspect, other))).length;
  const corroborated = suspects.filter(({ figure, proposed }) =>
    context.expectations.get(cellKey(figure.cell))?.(proposed),
  ).length;
  const grounds = [corroborated, mended, -negative, -broken];
  return {
    corrections,
    suspects,
    merits: [...grounds, telling + exchanged, -masked],
    preferences: [
      ...grounds,
      telling + exchanged + likely,
      -masked,
      count(({ slip }) => slip === WEAK_SLIP),
      -blanks,
      exact,
    ],
    isLikely: likely > 0,
  };
}

/** A digit too many or too few fits many wrong figures by chance: it orders explanations, it does not decide. */
const WEAK_SLIP: SlipKind = "droppedDigit";
/** Slips whose size is as odd as the figure itself, so that no other figure is off by as much by chance. */
const TELLING_SLIPS: ReadonlySet<SlipKind> = new Set<SlipKind>(["sign", "decimalPoint", "moneyUnit"]);
/** Fewer digits make no odd figure. */
const LEAST_DIGITS = 3;

/**
 * Whether the slip decides between explanations. Digits turned change a figure by 0.9, 90 and the like, as other slips do,
 * and many a figure equals its neighbour rightly: these lead only.
 */
function isTelling({ slip, figure }: Suspect): boolean {
  return slip !== undefined && TELLING_SLIPS.has(slip) && figure.value.precision() >= LEAST_DIGITS;
}

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
