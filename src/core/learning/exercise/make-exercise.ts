import { checkBook } from "../../checking/check-book";
import { DEFAULT_SETTINGS } from "../../checking/settings";
import { diagnose } from "../../diagnosis/diagnose";
import type { AccountBook } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { CheckResult, Finding } from "../../model/finding";
import type { WorkbookGrid } from "../../model/grid";
import { readBook } from "../../reading/read-book";
import { randomOf, shuffled } from "./random";
import { candidatesOf, EXERCISE_SLIPS, type ExerciseSlip, type SlipCandidate } from "./slips";
import { USUAL } from "../../units/precision";

/** A mistake hidden in an exercise. */
export interface HiddenSlip extends SlipCandidate {
  /** The rule that tells most plainly that something is wrong. */
  readonly rule: string;
  /** What the check says of it. */
  readonly message: string;
}

/** A workbook with mistakes to find. */
export interface Exercise {
  readonly seed: number;
  readonly grid: WorkbookGrid;
  readonly slips: readonly HiddenSlip[];
}

/** Candidates of a kind that are tried before the kind is given up. */
const TRIES = 60;

/**
 * Hides one mistake of each kind in a sound workbook; the same seed hides the same ones. Every mistake can be found and
 * corrected by reasoning: alone it breaks a rule, and where it is a figure of a table the rules leave no other
 * explanation and tell the right value. Kinds for which the workbook offers no such place are left out.
 */
export function makeExercise(
  sound: WorkbookGrid,
  seed: number,
  kinds: readonly ExerciseSlip[] = EXERCISE_SLIPS,
): Exercise {
  const random = randomOf(seed);
  const before = checked(sound);
  const known = new Set(before.result.findings.map(({ id }) => id));
  let grid = sound;
  const slips: HiddenSlip[] = [];
  for (const kind of shuffled(kinds, random)) {
    const used = new Set(slips.map(({ cell }) => cell.sheet));
    const candidates = shuffled(candidatesOf(kind, before.book, before.result.identities), random)
      .filter(({ cell }) => !used.has(cell.sheet))
      .slice(0, TRIES);
    for (const candidate of candidates) {
      const told = telling(candidate, sound, known);
      if (!told) continue;
      const slip = { ...candidate, rule: told.rule, message: told.message };
      const next = planted(grid, candidate);
      const { findings } = checked(next).result;
      if (![...slips, slip].every((item) => isVisible(item, findings))) continue;
      grid = next;
      slips.push(slip);
      break;
    }
  }
  return { seed, grid, slips };
}

interface Checked {
  readonly book: AccountBook;
  readonly result: CheckResult;
}

function checked(grid: WorkbookGrid): Checked {
  const book = readBook(grid);
  return { book, result: checkBook({ book, settings: DEFAULT_SETTINGS }) };
}

/** The finding that tells most of a mistake made alone; undefined where it cannot be found or put right for certain. */
function telling(slip: SlipCandidate, sound: WorkbookGrid, known: ReadonlySet<string>): Finding | undefined {
  const { book, result } = checked(planted(sound, slip));
  const findings = result.findings.filter(({ id, severity }) => !known.has(id) && severity !== "hint");
  const own = findings.find(({ cells }) => cells.some((cell) => cellKey(cell) === cellKey(slip.cell)));
  const [first = own] = findings.filter(({ sheet }) => sheet === slip.cell.sheet);
  if (slip.kind === "grade" || slip.kind === "scoreTotal") return own;
  const [cause, ...others] = diagnose(result, book);
  const [explanation, ...rivals] = cause?.explanations ?? [];
  const [suspect, ...more] = explanation?.suspects ?? [];
  const isSole = others.length === 0 && rivals.length === 0 && more.length === 0;
  if (!suspect || !isSole || cellKey(suspect.figure.cell) !== cellKey(slip.cell)) return undefined;
  return suspect.proposed.minus(Number(slip.was)).abs().lessThan(USUAL.万元.half) ? (first ?? findings[0]) : undefined;
}

/** Whether a mistake's rule still complains about its sheet when others are made beside it. */
function isVisible(slip: HiddenSlip, findings: readonly Finding[]): boolean {
  return findings.some(
    ({ rule, sheet, cells, related }) =>
      rule === slip.rule && [sheet, ...[...cells, ...related].map((cell) => cell.sheet)].includes(slip.cell.sheet),
  );
}

/** The grid with one cell changed. */
function planted(grid: WorkbookGrid, { cell, becomes }: SlipCandidate): WorkbookGrid {
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) =>
      sheet.name === cell.sheet
        ? {
            ...sheet,
            values: sheet.values.map((row, r) =>
              r === cell.row - sheet.top
                ? row.map((value, c) => (c === cell.column - sheet.left ? becomes : value))
                : row,
            ),
          }
        : sheet,
    ),
  };
}
