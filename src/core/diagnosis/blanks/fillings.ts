import type { Explanation } from "../../model/diagnosis";
import type { Figure } from "../../model/figure";
import type { Equation, LinearSystem, Unknown } from "../system";
import { arrangeFillings } from "./arrange";
import { dueBlanks } from "./due";
import { isBlank, isCertainlyZero } from "./possible";
import { solveBlanks, type Solution } from "./solve";

/** Violated equations that wait for blanks, with what these should hold. */
export interface Filling {
  readonly equations: readonly Equation[];
  /** One with the values that follow; several where identities ask for different values; none where nothing follows. */
  readonly explanations: readonly Explanation[];
  /** The blanks whose values cannot be told. */
  readonly inQuestion: readonly Figure[];
  /** Whatever stands in the blanks, figures that are filled in contradict each other. */
  readonly contradicts: boolean;
}

/** What waits for blanks in a set of violated equations. */
export interface Fillings {
  readonly fillings: readonly Filling[];
  /** Equations with a blank that is due: they say nothing of other figures until it is filled. */
  readonly waiting: ReadonlySet<Equation>;
}

/** What stands around a blank in its table. */
export interface Surroundings {
  /** It stands in a row that is printed for its figures and has none. */
  readonly isInEmptyRow: (blank: Unknown) => boolean;
  /** Its column has no figure at all: the table has nothing of the kind. */
  readonly isInEmptyColumn: (blank: Unknown) => boolean;
  /** It is negative and may not be: a wrong figure, from which no blank follows. */
  readonly isWronglyNegative: (figure: Unknown) => boolean;
}

const NONE: Fillings = { fillings: [], waiting: new Set() };

/** A blank that only one equation asks for could as well be a zero beside a mistyped figure. */
const EVIDENCE = 2;

/**
 * Looks for blanks that are due among violated equations (domain.md 4.4). A cell that is nobody's total or counterpart
 * counts as due where two identities ask for the same figure, or where the workbook has other due blanks: it is
 * unfinished then.
 */
export function findFillings(
  system: LinearSystem,
  violated: readonly Equation[],
  isHard: (equation: Equation) => boolean,
  { isInEmptyRow, isInEmptyColumn, isWronglyNegative }: Surroundings,
): Fillings {
  const hard = violated.filter(isHard);
  const { due, possible } = dueBlanks(hard, isHard, isInEmptyRow);
  const blanks = new Set([...due, ...possible]);
  if (blanks.size === 0) return NONE;
  const partsMissing = [...due].filter((blank) => !isTotal(blank)).length >= EVIDENCE;
  const isZero = (part: Unknown): boolean => isInEmptyColumn(part) || isCertainlyZero(part, isHard);
  const solution = solveBlanks(blanks, {
    isHard,
    trusted: trustIn(hard, blanks, isWronglyNegative),
    isIncomplete: (equation, blank) =>
      partsMissing && mayLackParts(equation, blank, (part) => blanks.has(part) || isZero(part)),
  });
  const isUnfinished = [...blanks].some(
    (blank) => due.has(blank) || support(blank, blanks, solution, isHard) >= EVIDENCE,
  );
  if (!isUnfinished) return NONE;
  const waiting = [...blanks].filter((blank) => solution.solved.get(blank)?.value !== 0n);
  return {
    fillings: arrangeFillings(system, violated, solution, new Set(waiting)),
    waiting: new Set(waiting.flatMap(({ uses }) => uses.map(({ equation }) => equation).filter(isHard))),
  };
}

/** Whether a blank is the one total of a sum. */
function isTotal({ uses }: Unknown): boolean {
  return uses.some(({ equation, coefficient }) => {
    const opposite = equation.members.filter((member) => member.coefficient > 0n !== coefficient > 0n);
    return opposite.length > 1 && opposite.length === equation.members.length - 1;
  });
}

/** Whether other cells of the sum are blank too, and nothing says what they are. */
function mayLackParts({ members }: Equation, blank: Unknown, isKnown: (part: Unknown) => boolean): boolean {
  return members.some(({ unknown }) => unknown !== blank && isBlank(unknown) && !isKnown(unknown));
}

/** Nothing follows from a figure that is in a violated equation no blank could explain, or negative where none may be. */
function trustIn(
  hard: readonly Equation[],
  blanks: ReadonlySet<Unknown>,
  isWronglyNegative: (figure: Unknown) => boolean,
): (equation: Equation) => boolean {
  const doubted = new Set<Unknown>();
  for (const { members } of hard) {
    if (members.some(({ unknown }) => blanks.has(unknown))) continue;
    for (const { unknown } of members) doubted.add(unknown);
  }
  return ({ members }) => !members.some(({ unknown }) => doubted.has(unknown) || isWronglyNegative(unknown));
}

/** How many equations a blank's figure makes right, all else in them being known. */
function support(
  blank: Unknown,
  blanks: ReadonlySet<Unknown>,
  { solved }: Solution,
  isHard: (equation: Equation) => boolean,
): number {
  if ((solved.get(blank)?.value ?? 0n) === 0n) return 0;
  const isKnown = ({ members }: Equation): boolean =>
    members.every(({ unknown }) => !blanks.has(unknown) || solved.has(unknown));
  return blank.uses.filter(({ equation }) => isHard(equation) && isKnown(equation)).length;
}
