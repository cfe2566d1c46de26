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

/** The label with other points in place of those it prints: ("决策（15 分）", 20) → "决策（20 分）". */
export function withPoints(label: string, points: Amount): string {
  return label.replace(
    /([（(︵]\s*)\d+(?:\.\d+)?|\d+(?:\.\d+)?(?=\s*分\s*[）)]?$)/,
    (_, bracket: string | undefined) => {
      return `${bracket ?? ""}${points.toString()}`;
    },
  );
}

/** The name of a label without the points it prints behind it: "资金到位率（3分）" → "资金到位率". */
export function withoutPoints(label: string): string {
  return label.replace(/\s*(?:[（(︵]\s*\d+(?:\.\d+)?\s*分?\s*[）)︶]?|\d+(?:\.\d+)?\s*分)\s*$/, "").trim();
}
