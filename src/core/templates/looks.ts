import type { CellLook } from "../model/look";
import type { LookName, PlannedCell } from "./model";

/** Figures with two decimals at least, zero as blank: what no one has typed yet prints as nothing. */
export const MONEY_FORMAT = "#,##0.00####;-#,##0.00####;;@";
const BODY = { font: "宋体", size: 10, boxed: true, lines: "000000" } as const;
const OUTSIDE = { font: "宋体", size: 10 } as const;
const TEXT = "@";

/** The looks of printed tables: 宋体, thin lines around every cell, figures right. */
const LOOKS: Readonly<Record<LookName, CellLook>> = {
  title: { font: "宋体", size: 18, bold: true, align: "center" },
  head: { ...BODY, align: "center", wrap: true },
  code: { ...BODY, align: "left", numberFormat: TEXT },
  label: { ...BODY, align: "left", wrap: true },
  text: { ...BODY, align: "left", wrap: true, numberFormat: TEXT },
  centre: { ...BODY, align: "center", wrap: true },
  centrePlain: { ...OUTSIDE, align: "center" },
  line: { ...BODY, align: "center", numberFormat: "0" },
  figure: { ...BODY, align: "right", numberFormat: MONEY_FORMAT },
  sum: { ...BODY, align: "right", numberFormat: MONEY_FORMAT },
  share: { ...BODY, align: "center", numberFormat: "0.00%;-0.00%;;@" },
  count: { ...BODY, align: "center", numberFormat: "0" },
  points: { ...BODY, align: "center", numberFormat: "0.##;-0.##;;@" },
  edge: { ...OUTSIDE, align: "left" },
  edgeRight: { ...OUTSIDE, align: "right" },
  note: { ...OUTSIDE, align: "left", wrap: true },
  hint: { ...OUTSIDE, align: "left", color: "6B7480" },
};

/** The look of a planned cell; undefined where it is as usual. */
export function lookOf({ look }: PlannedCell): CellLook | undefined {
  return typeof look === "string" ? LOOKS[look] : look;
}
