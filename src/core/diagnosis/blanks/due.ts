import type { Term } from "../../model/rule";
import type { Equation, Unknown } from "../system";
import { helps, possibleBlanks } from "./possible";

/** Blanks a figure is due in, and blanks that merely could hold one. */
export interface DueBlanks {
  /** A sum whose parts hold figures, or a cell whose counterpart elsewhere holds one (domain.md 4.4). */
  readonly due: ReadonlySet<Unknown>;
  /** Further blanks that a positive figure would suit in all their identities at once. */
  readonly possible: ReadonlySet<Unknown>;
}

/**
 * Which blanks of the violated equations wait for a figure; most blanks of a finished table are zeros and do not.
 * @param isInEmptyRow whether the blank stands in a row that is printed for its figures and has none
 */
export function dueBlanks(
  violated: readonly Equation[],
  isHard: (equation: Equation) => boolean,
  isInEmptyRow: (blank: Unknown) => boolean,
): DueBlanks {
  const possible = possibleBlanks(violated, { isHard, tolerant: false });
  const candidates = possibleBlanks(violated, { isHard, tolerant: true });
  const due = new Set<Unknown>();
  for (const blank of candidates) {
    const isAsked = blank.uses.some(
      (use) => isHard(use.equation) && helps(use) && (defines(use.equation, blank) || isInEmptyRow(blank)),
    );
    if (isAsked) due.add(blank);
  }
  for (let changed = true; changed;) {
    changed = false;
    for (const blank of candidates) {
      if (due.has(blank)) continue;
      const awaits = blank.uses.some(
        ({ equation }) =>
          isHard(equation) &&
          defines(equation, blank) &&
          equation.members.some(({ unknown }) => unknown !== blank && due.has(unknown)),
      );
      if (!awaits) continue;
      due.add(blank);
      changed = true;
    }
  }
  return { due, possible };
}

/** Whether the equation says what stands in the cell: the cell is its total, or one of two places that must agree. */
function defines({ judged: { identity } }: Equation, { figure }: Unknown): boolean {
  const isAlone = ([only, ...others]: readonly Term[]) =>
    others.length === 0 && only?.sign === 1 && isSame(only.figure, figure);
  return isAlone(identity.left) || (isAlone(identity.right) && identity.left.length === 1);
}

function isSame(a: Term["figure"], b: Unknown["figure"]): boolean {
  return a.cell.sheet === b.cell.sheet && a.cell.row === b.cell.row && a.cell.column === b.cell.column;
}
