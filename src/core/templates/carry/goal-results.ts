import { normaliseLabel } from "../../glossary/normalise";
import { cellKey } from "../../model/cell";
import type { SelfEvaluationForm } from "../../model/form";
import type { SheetGrid } from "../../model/grid";

const RESULT_LABEL = /^(?:年度)?(?:总体)?(?:目标)?(?:全年)?(?:实际)?完成情况$/;
/** A text longer than any label. */
const LABEL = 12;

/** Cells of a form that say how far its goals were reached: below 目标实际完成情况, down to the indicators. */
export function goalResults(form: SelfEvaluationForm, sheet: SheetGrid): ReadonlySet<string> {
  const last = Math.min(...form.indicators.map(({ row }) => row)) - 1;
  const first = Math.max(0, ...form.funds.map(({ label }) => label.cell.row)) + 1;
  const found = new Set<string>();
  for (let row = first; row < last; row++) {
    const values = sheet.values[row - sheet.top] ?? [];
    const at = values.findIndex((value) => typeof value === "string" && RESULT_LABEL.test(normaliseLabel(value)));
    if (at < 0) continue;
    for (let below = row + 1; below < last; below++) {
      (sheet.values[below - sheet.top] ?? []).forEach((value, c) => {
        const isLabel = typeof value === "string" && value.length < LABEL && /指标|分值|得分|目标/.test(value);
        if (c >= at && value !== null && !isLabel)
          found.add(cellKey({ sheet: sheet.name, row: below, column: sheet.left + c }));
      });
    }
  }
  return found;
}
