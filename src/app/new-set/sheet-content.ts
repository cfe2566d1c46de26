import { lookOf } from "../../core/templates/looks";
import type { SheetPlan } from "../../core/templates/model";
import type { SheetContent } from "../../host/port";

/** A planned sheet as a host adds it. */
export function sheetContent(plan: SheetPlan): SheetContent {
  const { name, rows, widths, heights, merges, repeated, isPortrait = false, onePage = false } = plan;
  return {
    name,
    rows: rows.map((row) =>
      row.map((cell) => {
        if (!cell) return { content: null };
        const { content, isFormula = false, result } = cell;
        const look = lookOf(cell);
        return { content, isFormula, ...(look && { look }), ...(result === undefined ? {} : { result }) };
      }),
    ),
    widths,
    heights,
    merges,
    print: { isPortrait, onePage, repeated },
  };
}
