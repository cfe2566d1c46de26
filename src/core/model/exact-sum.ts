import { amount, ZERO, type Amount } from "./amount";

/** decimal.js keeps digits in words of seven (documented properties `s`, `e`, `d`), aligned at the decimal point. */
const DIGITS_OF_WORD = 7;
/** One unit is a ten-millionth: one word behind the decimal point. */
export const UNIT_DECIMALS = DIGITS_OF_WORD;
export const UNITS_OF_ONE = 10 ** UNIT_DECIMALS;

/**
 * The amount as a whole number of ten-millionths, exactly; undefined where it has more than seven decimals or is too
 * large to be held as a safe integer (900 million and more).
 */
export function unitsOf({ s, e, d }: Amount): number | undefined {
  const wholeWords = Math.floor(e / DIGITS_OF_WORD) + 1;
  if (wholeWords < 0 || d.length > wholeWords + 1) return undefined;
  let units = 0;
  for (let word = 0; word <= wholeWords; word += 1)
    units = units * UNITS_OF_ONE + (word < d.length ? (d[word] ?? 0) : 0);
  return units <= Number.MAX_SAFE_INTEGER ? s * units : undefined;
}

/**
 * Σ of amounts, exact to the last digit. Amounts of ordinary size are added as whole ten-millionths for as long as all
 * of them together stay safe integers; whatever goes beyond is added as decimals.
 */
export class ExactSum {
  private units = 0;
  private magnitude = 0;
  private rest: Amount | undefined;

  add(value: Amount, sign: 1 | -1 = 1): void {
    const units = unitsOf(value);
    const magnitude = units === undefined ? Infinity : this.magnitude + Math.abs(units);
    if (units !== undefined && magnitude <= Number.MAX_SAFE_INTEGER) {
      this.magnitude = magnitude;
      this.units += sign * units;
    } else {
      this.rest = (this.rest ?? ZERO).plus(sign === 1 ? value : value.neg());
    }
  }

  /** Whether nothing but zeros was added. */
  get isEmpty(): boolean {
    return this.magnitude === 0 && this.rest === undefined;
  }

  toAmount(): Amount {
    const whole = this.units === 0 ? ZERO : amount(`${this.units}e-${UNIT_DECIMALS}`);
    return this.rest === undefined ? whole : this.rest.plus(whole);
  }
}
