import { checkBook } from "../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import type { FillPlan } from "../../src/core/filling/model";
import { planFill } from "../../src/core/filling/plan-fill";
import { a1, cellKey } from "../../src/core/model/cell";
import type { Figure } from "../../src/core/model/figure";
import type { WorkbookGrid } from "../../src/core/model/grid";
import { readBook } from "../../src/core/reading/read-book";
import { changedGrid } from "./changes";

/** Two printed figures may differ by so much, in 万元, where one is worked out from others. */
const ROUNDING = 0.051;

/** What would be filled into a workbook. */
export function planOf(grid: WorkbookGrid): FillPlan {
  const book = readBook(grid);
  return planFill(book, checkBook({ book, settings: DEFAULT_SETTINGS }), { settings: DEFAULT_SETTINGS, grid });
}

/** How many figures, each blanked alone, are filled in again; and every one that is filled wrongly or not accounted for. */
export function blankedAlone(
  grid: WorkbookGrid,
  figures: readonly Figure[],
): { readonly restored: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let restored = 0;
  for (const figure of figures) {
    const plan = planOf(changedGrid(grid, [{ cell: figure.cell, content: null }]));
    const write = plan.writes.find((w) => cellKey(w.cell) === cellKey(figure.cell));
    const invented = plan.writes.filter((w) => w.isBlank && w !== write);
    const where = `${figure.cell.sheet}!${a1(figure.cell)}`;
    if (invented.length > 0) wrong.push(`${where}: also ${invented.map((w) => w.id).join()}`);
    if (write) {
      restored += 1;
      if (Math.abs(Number(write.content) - Number(figure.value)) > ROUNDING)
        wrong.push(`${where}: ${String(write.content)} for ${figure.raw}`);
    } else if (!plan.notDerivable.some((n) => cellKey(n.cell) === cellKey(figure.cell))) {
      wrong.push(`${where}: neither filled nor listed`);
    }
  }
  return { restored, wrong };
}
