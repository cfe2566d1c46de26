import { ONE, ZERO, type Amount } from "../model/amount";
import type { Figure, Printing } from "../model/figure";
import type { MoneyUnit } from "../model/quantity";
import { conversion } from "./money";
import { USUAL, type Precision } from "./precision";

export type MoneyPrinting = Printing & { readonly unit: MoneyUnit };

/** How a sheet in `unit` prints money of a workbook in `bookUnit`; the usual precision where its figures tell no other. */
export function moneyPrinting(unit: MoneyUnit, bookUnit: MoneyUnit, precision: Precision = USUAL[unit]): MoneyPrinting {
  const scale = conversion(unit, bookUnit);
  return { unit, scale, half: precision.half.times(scale) };
}

/** 分值 and 得分: given, not rounded. */
export const POINTS: Printing & { readonly unit: "分" } = { unit: "分", scale: ONE, half: ZERO };

/** Rates, line numbers and whatever else is neither money nor points. */
export const PLAIN: Printing & { readonly unit: "" } = { unit: "", scale: ONE, half: ZERO };

/** An amount of the workbook's unit as the figure's own sheet prints it: 3,527.18 万元 on a sheet in 元 is 35,271,800. */
export function asPrinted(value: Amount, { printing: { scale } }: Pick<Figure, "printing">): Amount {
  return scale === ONE ? value : value.div(scale);
}

/** What a figure's sheet prints, in the workbook's unit: 35,271,800 of a sheet in 元 is 3,527.18 万元. */
export function fromPrinted<V extends Amount>(printed: V, scale: Amount): V {
  // Multiplying by 1 is spared: a long table has hundreds of thousands of figures.
  return scale === ONE || printed.isZero() ? printed : (printed.times(scale) as V);
}
