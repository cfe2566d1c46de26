import { amount, ONE, type Amount } from "../model/amount";
import type { Money } from "../model/quantity";

/** Money units that tables and texts print, with their worth in 元. */
const WORTH = {
  亿元: amount("100000000"),
  百万元: amount("1000000"),
  万元: amount("10000"),
  千元: amount("1000"),
  元: ONE,
} as const satisfies Readonly<Record<string, Amount>>;

export type PrintedUnit = keyof typeof WORTH;

/** Whether a text is a money unit ("百万元"). */
export function isPrintedUnit(text: string): text is PrintedUnit {
  return Object.hasOwn(WORTH, text);
}

/** By what 万 or 亿 behind a number multiplies it. */
export function multiplier(word: "万" | "亿"): Amount {
  return WORTH[`${word}元`];
}

/** Factor from one money unit to another: 万元 → 元 is 10,000, 元 → 万元 is 0.0001. */
export function conversion(from: PrintedUnit, to: PrintedUnit): Amount {
  return from === to ? ONE : WORTH[from].div(WORTH[to]);
}

/** Money of one unit in another: 1.5 万元 → 15,000 元. Exact. */
export function convert(value: Money, from: PrintedUnit, to: PrintedUnit): Money {
  return from === to ? value : value.times(conversion(from, to));
}
