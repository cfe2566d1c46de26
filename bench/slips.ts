import { amount, plainAmount, type Amount } from "../src/core/model/amount";
import type { Figure } from "../src/core/model/figure";
import type { CellValue } from "../src/core/model/grid";

/** A way figures go wrong in real workbooks, and what then stands in the cell; undefined where it changes nothing. */
export interface Slip {
  readonly name: string;
  readonly apply: (figure: Figure, neighbours: readonly Figure[]) => CellValue | undefined;
}

/** The four changes of the acceptance test: any amount too much, a small amount too little, the sign, two digits. */
export const ACCEPTANCE_SLIPS: readonly Slip[] = [
  { name: "+100", apply: (figure) => literal(figure.value.plus(100)) },
  { name: "−0.9", apply: (figure) => literal(figure.value.minus(amount("0.9"))) },
  { name: "sign", apply: (figure) => nonZero(figure, (value) => value.neg()) },
  { name: "digits swapped", apply: (figure) => nonZero(figure, swapDigits) },
];

/** Slips as they happen when typing or copying. */
export const REAL_SLIPS: readonly Slip[] = [
  ...ACCEPTANCE_SLIPS.slice(2),
  { name: "decimal point right", apply: (figure) => nonZero(figure, (value) => value.times(10)) },
  { name: "decimal point left", apply: (figure) => nonZero(figure, (value) => value.div(10).toDecimalPlaces(2)) },
  { name: "元 for 万元", apply: (figure) => nonZero(figure, (value) => value.times(10_000)) },
  { name: "digit left out", apply: (figure) => nonZero(figure, dropDigit) },
  { name: "left out", apply: (figure) => (figure.value.isZero() ? undefined : null) },
  { name: "neighbour's figure", apply: neighbourValue },
  { name: "one digit wrong", apply: (figure) => nonZero(figure, changeDigit) },
];

function literal(value: Amount): number {
  return Number(plainAmount(value));
}

function nonZero(figure: Figure, change: (value: Amount) => Amount | undefined): number | undefined {
  if (figure.value.isZero()) return undefined;
  const changed = change(figure.value);
  return changed === undefined || changed.eq(figure.value) ? undefined : literal(changed);
}

/** Swaps the first two neighbouring digits that differ: 3527.18 → 5327.18 would be seen at once, so from the second on. */
function swapDigits(value: Amount): Amount | undefined {
  const text = value.toFixed(2);
  for (let at = text.startsWith("-") ? 2 : 1; at + 1 < text.length; at += 1) {
    const [a, b] = [text.charAt(at), text.charAt(at + 1)];
    if (/\d\d/.test(a + b) && a !== b) return amount(text.slice(0, at) + b + a + text.slice(at + 2));
  }
  return undefined;
}

function dropDigit(value: Amount): Amount | undefined {
  const [whole = "", fraction = ""] = value.toFixed(2).split(".");
  return whole.length < 3 ? undefined : amount(`${whole.slice(0, 1)}${whole.slice(2)}.${fraction}`);
}

function changeDigit(value: Amount): Amount {
  const text = value.toFixed(2);
  const at = Math.max(0, text.indexOf(".") - 1);
  return amount(text.slice(0, at) + String((Number(text.charAt(at)) + 3) % 10) + text.slice(at + 1));
}

function neighbourValue(figure: Figure, neighbours: readonly Figure[]): CellValue | undefined {
  const other = neighbours.find((n) => !n.value.isZero() && !n.value.eq(figure.value));
  return other ? literal(other.value) : undefined;
}
