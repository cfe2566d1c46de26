import { amount, type Amount } from "../../model/amount";
import type { CellValue } from "../../model/grid";
import type { HiddenSlip } from "./make-exercise";
import { USUAL } from "../../units/precision";

/** How much of a mistake's points is left after so many hints: none, its table, its rule, its cell. */
const SHARE_LEFT = [1, 0.8, 0.5, 0.2] as const;
export const HINTS = SHARE_LEFT.length - 1;

/** Points lost for a cell that was right and is no longer. */
export const SPOILED = 5;

/** How far a trainee got with one mistake. */
export interface SlipProgress {
  readonly isMended: boolean;
  readonly hints: number;
}

/** Whether a cell holds what it should: a number to the cent, or the word (优 for 优秀 will do). */
export function isMended({ was, kind }: HiddenSlip, now: CellValue): boolean {
  if (typeof was === "number") {
    const value = numberOf(now);
    return value !== undefined && value.minus(was).abs().lessThan(USUAL.万元.half);
  }
  const [entered, right] = [String(now ?? "").trim(), String(was).trim()];
  return entered === right || (kind === "grade" && entered.slice(0, 1) === right.slice(0, 1));
}

function numberOf(value: CellValue): Amount | undefined {
  if (typeof value === "number") return amount(value);
  const text = String(value ?? "").replace(/[,\s]/g, "");
  return /^-?\d+(?:\.\d+)?$/.test(text) ? amount(text) : undefined;
}

/** Points out of 100, whole: an equal share for each mistake, less for hints, less for cells spoiled; never below 0. */
export function scoreOf(progress: readonly SlipProgress[], spoiled: number): number {
  const share = 100 / Math.max(1, progress.length);
  const earned = progress.reduce(
    (points, { isMended: mended, hints }) => points + (mended ? share * (SHARE_LEFT[Math.min(hints, HINTS)] ?? 0) : 0),
    0,
  );
  return Math.max(0, Math.round(earned) - spoiled * SPOILED);
}
