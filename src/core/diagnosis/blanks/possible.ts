import type { Equation, Incidence, Unknown } from "../system";

/** Which equations count, and whether a blank may also stand in an equation that is off the other way. */
export interface PossibleOptions {
  /** Equations that must hold once everything is filled in. */
  readonly isHard: (equation: Equation) => boolean;
  /** An equation violated the wrong way shows another mistake in it; it then speaks for no blank, nor against one. */
  readonly tolerant: boolean;
}

/** Whether the cell is empty: nobody has typed anything there, not even a zero. */
export function isBlank({ figure }: Unknown): boolean {
  return figure.kind === "blank";
}

/** Whether a larger figure in the cell would mend the violated equation. */
export function helps({ equation, coefficient }: Incidence): boolean {
  return equation.violated && equation.difference < 0n === coefficient > 0n;
}

/**
 * The blank cells that could hold a figure: in every equation they take part in, a positive figure mends what is
 * violated or is made up for by another such blank. What is left out is certainly zero: a positive figure there would
 * break an identity that holds. What is in may still be zero.
 */
export function possibleBlanks(violated: Iterable<Equation>, options: PossibleOptions): ReadonlySet<Unknown> {
  const possible = reachable(violated, options);
  for (let changed = true; changed;) {
    changed = false;
    for (const blank of possible) {
      const impossible = blank.uses.some(
        (use) => needsSupport(use, options) && !supporters(use).some((other) => possible.has(other)),
      );
      if (impossible) changed = possible.delete(blank) || changed;
    }
  }
  return possible;
}

/** Whether a blank is zero for certain: a figure in it would break an identity that holds and that no other blank mends. */
export function isCertainlyZero(blank: Unknown, isHard: (equation: Equation) => boolean): boolean {
  return blank.uses.some((use) => needsSupport(use, { isHard, tolerant: true }) && supporters(use).length === 0);
}

/** Blanks that would help a violated equation, and those that would have to make up for them. */
function reachable(violated: Iterable<Equation>, options: PossibleOptions): Set<Unknown> {
  const met = new Set<Unknown>();
  for (const equation of violated) {
    if (!options.isHard(equation)) continue;
    for (const member of equation.members) if (isBlank(member.unknown) && helps(member)) met.add(member.unknown);
  }
  for (const blank of met) {
    for (const use of blank.uses) if (needsSupport(use, options)) for (const other of supporters(use)) met.add(other);
  }
  return met;
}

function needsSupport(use: Incidence, { isHard, tolerant }: PossibleOptions): boolean {
  return isHard(use.equation) && !helps(use) && !(tolerant && use.equation.violated);
}

function supporters({ equation, coefficient }: Incidence): readonly Unknown[] {
  return equation.members.flatMap((other) =>
    isBlank(other.unknown) && other.coefficient > 0n !== coefficient > 0n ? [other.unknown] : [],
  );
}
