import { magnitude } from "./scale";
import type { Correction } from "./search";
import type { Equation, Unknown } from "./system";

/** Cells that are certainly explained although not everything in their component is. */
export interface Peeled {
  readonly corrections: readonly Correction[];
  readonly remaining: readonly Equation[];
}

/** At least this many identities must ask for the same correction before a cell is believed without a full solution. */
const CORROBORATION = 2;

/**
 * For components with more errors than the search reaches: takes, again and again, the cell all of whose identities
 * are violated and ask for one and the same correction, as long as that cell is the only one its identities name.
 */
export function peelConsistentCells(violated: readonly Equation[], isHard: (equation: Equation) => boolean): Peeled {
  const remaining = new Set(violated);
  const corrections: Correction[] = [];
  for (;;) {
    const candidates = consistentCells(remaining, isHard);
    const next = candidates.find((c) =>
      candidates.every((other) => other === c || !overlaps(other.unknown, c.unknown, remaining)),
    );
    if (!next) return { corrections, remaining: [...remaining] };
    corrections.push(next);
    for (const { equation } of next.unknown.uses) remaining.delete(equation);
  }
}

function consistentCells(open: ReadonlySet<Equation>, isHard: (equation: Equation) => boolean): readonly Correction[] {
  const members = new Set([...open].flatMap((equation) => equation.members.map((m) => m.unknown)));
  return [...members].flatMap((unknown) => {
    const delta = commonDelta(unknown, open, isHard);
    return delta === undefined ? [] : [{ unknown, delta }];
  });
}

/** The correction all of a cell's identities ask for, within their rounding; undefined where they disagree. */
function commonDelta(
  unknown: Unknown,
  open: ReadonlySet<Equation>,
  isHard: (equation: Equation) => boolean,
): bigint | undefined {
  const equations = unknown.uses.filter(({ equation }) => isHard(equation));
  if (equations.length < CORROBORATION || equations.some(({ equation }) => !open.has(equation))) return undefined;
  const exact = [...equations].sort((a, b) => a.equation.members.length - b.equation.members.length)[0];
  if (!exact || exact.equation.difference % exact.coefficient !== 0n) return undefined;
  const delta = -exact.equation.difference / exact.coefficient;
  const fits = equations.every(
    ({ equation, coefficient }) => magnitude(equation.difference + coefficient * delta) <= equation.tolerance,
  );
  return fits ? delta : undefined;
}

function overlaps(a: Unknown, b: Unknown, open: ReadonlySet<Equation>): boolean {
  const own = new Set(a.uses.map((use) => use.equation));
  return [...open].some((equation) => own.has(equation) && b.uses.some((use) => use.equation === equation));
}
