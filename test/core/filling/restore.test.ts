import { describe, expect, it } from "vitest";
import type { FillPlan } from "../../../src/core/filling/model";
import { a1, cellKey, type CellAddress } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { changedGrid, generator } from "../../support/changes";
import { derivableFigures } from "../../support/filling";
import { blankedAlone, planOf } from "../../support/restoring";

const blank = (figures: readonly { readonly cell: CellAddress }[]) =>
  figures.map(({ cell }) => ({ cell, content: null }));
const apply = (grid: WorkbookGrid, plan: FillPlan, of: (blank: boolean) => boolean = (b) => b) =>
  changedGrid(
    grid,
    plan.writes.filter((w) => of(w.isBlank)).map(({ cell, content }) => ({ cell, content })),
  );

function valueAt(grid: WorkbookGrid, cell: CellAddress): CellValue {
  const sheet = grid.sheets.find((s) => s.name === cell.sheet);
  return sheet?.values[cell.row - sheet.top]?.[cell.column - sheet.left] ?? null;
}

/** Only the standard tables: their figures depend on nothing else, and reading all forms each time takes long. */
function tablesOnly(grid: WorkbookGrid): WorkbookGrid {
  const sheets = new Set([...readBook(grid).tables.values()].map((table) => table.sheet));
  return { ...grid, sheets: grid.sheets.filter((sheet) => sheets.has(sheet.name)) };
}

/** One figure in so many is blanked alone, other ones in each case: `npm run bench -- filling` blanks them all. */
const STEP = 4;
/** Sets of blanked cells tried. */
const ROUNDS = 8;

describe.each(CASE_NAMES.map((name, offset) => [name, offset] as const))("filling the tables of %s", (name, offset) => {
  const grid = tablesOnly(caseGrid(loadCase(name)));
  const figures = derivableFigures(grid);

  it("has plenty of derivable figures to try", () => {
    expect(figures.length).toBeGreaterThan(60);
  });

  it("restores a derivable cell blanked alone to the printed figure within rounding, or says why not", () => {
    const chosen = figures.filter((_, index) => index % STEP === offset);
    const { restored, wrong } = blankedAlone(grid, chosen);
    expect(wrong).toEqual([]);
    expect(restored / chosen.length).toBeGreaterThan(0.9);
  });

  it("restores random sets of blanked cells, never inventing what cannot be derived", () => {
    const random = generator(20201120);
    for (let round = 0; round < ROUNDS; round += 1) {
      const chosen = figures.filter(() => random() < 0.15);
      const blanked = changedGrid(grid, blank(chosen));
      const plan = planOf(blanked);
      for (const write of plan.writes.filter((w) => w.isBlank)) {
        const printed = Number(valueAt(grid, write.cell) ?? 0);
        expect(Math.abs(Number(write.content) - printed), write.id).toBeLessThan(0.08);
      }
      const accounted = new Set([...plan.writes, ...plan.notDerivable].map((w) => cellKey(w.cell)));
      expect(chosen.filter((f) => !accounted.has(cellKey(f.cell))).map((f) => a1(f.cell))).toEqual([]);
      expect(planOf(apply(blanked, plan)).writes.filter((w) => w.isBlank)).toEqual([]);
    }
  });

  it("plans nothing blank for the published tables themselves", () => {
    expect(planOf(grid).writes.filter((w) => w.isBlank)).toEqual([]);
  });
});
