import { amount, type Amount } from "../model/amount";
import { normaliseLabel } from "./normalise";

/**
 * The points a label prints behind its name: "产出指标（50分）" → 50, "预算执行情况(10)" → 10, "决策（15 分" (its bracket
 * broken) → 15, upright brackets of vertical text included; undefined where it prints none.
 */
export function printedPoints(label: string): Amount | undefined {
  const text = normaliseLabel(label).replace(/︵/g, "(").replace(/︶/g, ")");
  const digits = /\((\d+(?:\.\d+)?)分?\)/.exec(text)?.[1] ?? /(\d+(?:\.\d+)?)分\)?$/.exec(text)?.[1];
  return digits === undefined ? undefined : amount(digits);
}
