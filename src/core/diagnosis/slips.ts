import { amount, type Amount } from "../model/amount";
import type { SlipKind } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import { asPrinted, fromPrinted } from "../units/printing";

/** Figures next to a cell: what may have been typed by mistake. */
export type Neighbours = (figure: Figure) => readonly Figure[];

/**
 * The slip that turns `right` into what stands in the cell, or undefined where none fits. Decimal digits are
 * compared as printed in the cell's own unit (`asPrinted`).
 */
export function recogniseSlip(figure: Figure, right: Amount, neighbours: Neighbours): SlipKind | undefined {
  const wrong = figure.value;
  if (wrong.isZero() || right.isZero()) {
    return !wrong.isZero() && standsNextTo(figure, neighbours) ? "neighbour" : undefined;
  }
  if (wrong.eq(right.negated())) return "sign";
  const shift = shiftBetween(wrong, right);
  if (shift !== undefined) return Math.abs(shift) === 4 ? "moneyUnit" : "decimalPoint";
  const typed = digitsOf(asPrinted(wrong, figure));
  const meant = digitsOf(asPrinted(right, figure));
  if (isTransposition(typed, meant)) return "transposedDigits";
  if (standsNextTo(figure, neighbours)) return "neighbour";
  if (isOneDigitMore(typed, meant) || isOneDigitMore(meant, typed)) return "droppedDigit";
  return undefined;
}

/** How many places the decimal point moved, one to six, where nothing else differs; else undefined. */
function shiftBetween(wrong: Amount, right: Amount): number | undefined {
  const shift = wrong.e - right.e;
  if (shift === 0 || Math.abs(shift) > 6) return undefined;
  return wrong.eq(right.times(`1e${shift}`)) ? shift : undefined;
}

/** Digits of the printed figure with two decimals or more, without point and sign: 3572.18 → "357218", 706 → "70600". */
function digitsOf(printed: Amount): string {
  return printed.abs().toFixed(Math.max(2, printed.decimalPlaces())).replace(".", "");
}

/**
 * What the figure would be with two digits beside each other turned back, in the workbook's money unit, each once:
 * 14.83 for 18.43, 18.34 for it too.
 */
export function turnedBack(figure: Figure): readonly Amount[] {
  const printed = asPrinted(figure.value, figure);
  const digits = digitsOf(printed);
  const unit = `e-${Math.max(2, printed.decimalPlaces())}`;
  const sign = printed.isNegative() ? "-" : "";
  const pairs = Array.from({ length: digits.length - 1 }, (_, at) => at).filter((at) => digits[at] !== digits[at + 1]);
  return pairs.map((at) => fromPrinted(amount(`${sign}${turnedAt(digits, at)}${unit}`), figure.printing.scale));
}

function isTransposition(typed: string, meant: string): boolean {
  if (typed.length !== meant.length) return false;
  let at = 0;
  while (at < typed.length && typed[at] === meant[at]) at += 1;
  if (at === typed.length) return false;
  return turnedAt(typed, at) === meant;
}

/** The digits with the one at a place and the one behind it turned. */
function turnedAt(digits: string, at: number): string {
  return (
    digits.slice(0, at) +
    digits
      .slice(at, at + 2)
      .split("")
      .reverse()
      .join("") +
    digits.slice(at + 2)
  );
}

/** Whether leaving one digit out of `longer` gives `shorter`; both without leading zeros. */
function isOneDigitMore(longer: string, shorter: string): boolean {
  if (longer.length !== shorter.length + 1 || shorter.length < 3) return false;
  let at = 0;
  while (at < shorter.length && longer[at] === shorter[at]) at += 1;
  return longer.slice(at + 1) === shorter.slice(at);
}

function standsNextTo(figure: Figure, neighbours: Neighbours): boolean {
  return neighbours(figure).some((other) => !other.value.isZero() && other.value.eq(figure.value));
}
