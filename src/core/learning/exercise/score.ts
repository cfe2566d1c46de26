import { amount, type Amount } from "../../model/amount";
import type { CellValue } from "../../model/grid";
import type { HiddenSlip } from "./make-exercise";
import { USUAL } from "../../units/precision";

/** How much of a mistake's points is left after so many hints: none, its table, its rule, its cell. */
const SHARE_LEFT = [1, 0.8, 0.5, 0.2] as const;
export const HINTS = SHARE_LEFT.length - 1;

/** Points lost for a cell that was right and is no longer. */
export const SPOILED = 5;

/** Points lost for each check the assistant made. */
export const CHECK_PRICE = 2;

/** Points that the next hint costs, out of 100 for `count` mistakes: whole, as it is told before the hint is taken. */
export function hintPrice(count: number, taken: number): number {
  const [before, after] = [SHARE_LEFT[Math.min(taken, HINTS)] ?? 0, SHARE_LEFT[Math.min(taken + 1, HINTS)] ?? 0];
  return Math.round((100 / Math.max(1, count)) * (before - after));
}

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

/**
 * Points out of 100, whole: an equal share for each mistake, less for hints, for cells spoiled and for checks that the
 * assistant made; never below 0. A mistake that the assistant mended counts as one with every hint.
 */
export function scoreOf(progress: readonly SlipProgress[], spoiled: number, checks = 0): number {
  const share = 100 / Math.max(1, progress.length);
  const earned = progress.reduce(
    (points, { isMended: mended, hints }) => points + (mended ? share * (SHARE_LEFT[Math.min(hints, HINTS)] ?? 0) : 0),
    0,
  );
  return Math.max(0, Math.round(earned) - spoiled * SPOILED - checks * CHECK_PRICE);
}
