import { amount, ratio, type Amount } from "./amount";

/** What workbooks state their amounts in. */
export type MoneyUnit = "万元" | "元";

declare const kind: unique symbol;

/** An amount that may be added to its own kind only: money plus points is a type error. A factor keeps the kind. */
interface Quantity<K extends string> extends Amount {
  readonly [kind]: Readonly<Record<K, true>>;
  plus(other: Quantity<K>): Quantity<K>;
  minus(other: Quantity<K>): Quantity<K>;
  neg(): Quantity<K>;
  abs(): Quantity<K>;
  times(factor: Amount | number): Quantity<K>;
}

/** Money, in the unit its context states: a book's 万元 or 元, or a sheet's own. */
export type Money = Quantity<"money">;
/** 分值 and 得分. */
export type Points = Quantity<"points">;
/** A quotient as a fraction: 1 is 100 %. */
export type Ratio = Quantity<"ratio">;

/** Money of a decimal literal or a cell's number ("0.005"). @throws RangeError where it is none. */
export const money = (source: string | number): Money => amount(source) as Money;

/** Nothing, of any kind. */
export const NONE = amount(0) as Money & Points & Ratio;

/** part / whole as a fraction; undefined where the whole is 0. Both are of one kind. */
export function shareOf<Q extends Money | Points>(part: Q, whole: Q): Ratio | undefined {
  return ratio(part, whole) as Ratio | undefined;
}
