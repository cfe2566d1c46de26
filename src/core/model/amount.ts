import { Decimal as BaseDecimal } from "decimal.js";

/**
 * The one place that configures and wraps the decimal library. Amounts, weights and scores are always `Amount`,
 * never a binary float. The clone is private, so nobody can change its precision or rounding from outside.
 */
const Decimal = BaseDecimal.clone({ precision: 40, rounding: BaseDecimal.ROUND_HALF_UP, toExpNeg: -30, toExpPos: 40 });

/** An exact decimal number: money in the workbook's unit (万元 or 元), a score, a weight or a ratio. */
export type Amount = BaseDecimal;

/**
 * Makes an amount from a decimal literal ("1225.21", no separators) or from a cell's number.
 * A number is taken at Excel's own 15 significant digits, so that 0.1+0.2 read from a cell is 0.3.
 * @throws RangeError for text that is no decimal literal and for NaN or infinities.
 */
export function amount(source: string | number): Amount {
  const literal = typeof source === "number" ? significant(source) : source;
  let value: Amount;
  try {
    value = new Decimal(literal);
  } catch {
    throw new RangeError(`not a decimal number: ${String(source)}`);
  }
  if (!value.isFinite()) throw new RangeError(`not a finite number: ${String(source)}`);
  return value;
}

/** The shortest literal that agrees with a cell's number on Excel's 15 significant digits. */
function significant(value: number): string {
  const shortest = String(value);
  // With 15 digits or fewer it is that literal already.
  return shortest.length <= 16 || Number.isSafeInteger(value) ? shortest : value.toPrecision(15);
}

export const ZERO: Amount = new Decimal(0);
export const ONE: Amount = new Decimal(1);
export const HUNDRED: Amount = new Decimal(100);

/** Σ of the amounts; 0 for none. */
export function sum(amounts: Iterable<Amount>): Amount {
  let total = ZERO;
  for (const item of amounts) if (!item.isZero()) total = total.plus(item);
  return total;
}

/** Rounds half away from zero (四舍五入) to `decimals` places. */
export function round(value: Amount, decimals: number): Amount {
  return value.toDecimalPlaces(decimals, BaseDecimal.ROUND_HALF_UP);
}

/** a / b, or undefined where b is 0. */
export function ratio(a: Amount, b: Amount): Amount | undefined {
  return b.isZero() ? undefined : a.div(b);
}

/**
 * Text of an amount with thousands separators and at least `minDecimals` decimals, as the tables print it:
 * 10839.03 → "10,839.03", 706 → "706.00". Never "-0". Further decimals the value has are kept.
 */
export function formatAmount(value: Amount, minDecimals = 2): string {
  const plain = plainAmount(value, minDecimals);
  const start = plain.startsWith("-") ? 1 : 0;
  const point = plain.indexOf(".");
  let text = plain;
  for (let at = (point < 0 ? plain.length : point) - 3; at > start; at -= 3)
    text = `${text.slice(0, at)},${text.slice(at)}`;
  return text;
}

/** Text of an amount without separators and with at least two decimals ("123.40"), for machine-readable reports. */
export function plainAmount(value: Amount, minDecimals = 2): string {
  const text = value.toFixed(Math.max(minDecimals, value.decimalPlaces()));
  return value.isZero() && text.startsWith("-") ? text.slice(1) : text;
}
