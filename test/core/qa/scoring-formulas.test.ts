import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { planReport } from "../../../src/app/filling/plan-report";
import type { PlannedWrite } from "../../../src/core/filling/model";
import { a1, type CellAddress } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { WorkbookModel } from "../../../src/emulator/model/workbook-model";
import { scoringGrids } from "../../support/scoring-grids";

/** The workbook with its plan written as formulas without any result, and calculated. */
function calculated(grid: WorkbookGrid, writes: readonly PlannedWrite[]): WorkbookModel {
  const book = WorkbookModel.fromGrid(grid);
  for (const { cell, content, formula } of writes.filter(({ isBlank }) => isBlank)) {
    const sheet = book.sheet(cell.sheet);
    const at = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
    if (sheet) book.enter(sheet, at, [[formula ?? content]]);
  }
  book.calculate();
  return book;
}

const shown = (book: WorkbookModel, { sheet, row, column }: CellAddress): CellValue =>
  book.sheet(sheet)?.cell(row, column).value ?? null;

/** Live formulas whose result is not the planned content. */
function differing(grid: WorkbookGrid): { readonly live: number; readonly wrong: readonly string[] } {
  const { writes } = planReport(checkGrid(grid));
  const book = calculated(grid, writes);
  const live = writes.filter(({ formula, isBlank }) => formula !== undefined && isBlank);
  const wrong = live
    .filter(({ cell, content }) => shown(book, cell) !== content)
    .map(
      ({ cell, content, formula }) => `${a1(cell)} ${formula ?? ""}: ${String(shown(book, cell))}, ${String(content)}`,
    );
  return { live: live.length, wrong };
}

describe("formulas that filling writes yield what it plans, to the last digit", () => {
  const grids = scoringGrids();

  it.each(Object.keys(grids))("%s", { timeout: 60_000 }, (name) => {
    const { live, wrong } = differing(gridOfName(name));
    expect(live).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });

  const gridOfName = (name: string): WorkbookGrid => grids[name] ?? { sheets: [] };
  const shownIn = (name: string, sheet: string, row: number, columns: readonly number[]): readonly CellValue[] => {
    const grid = gridOfName(name);
    const book = calculated(grid, planReport(checkGrid(grid)).writes);
    return columns.map((column) => shown(book, { sheet, row, column }));
  };

  it("worked examples: units of the hotline's month, the quarter", () => {
    const derived = [12, 13, 14, 15, 16, 17, 18];
    expect(shownIn("month", "工单办理考核", 3, derived)).toEqual([65, 5.91, 5.6, 4.5, 4.5, 85.21, 2]);
    expect(shownIn("month", "工单办理考核", 4, derived)).toEqual([67, 6, 8, 10.25, 5, 96.25, 1]);
    expect(shownIn("month", "工单办理考核", 5, derived)).toEqual([60, 5.7, 7.2, 8.75, 2.5, 83.65, 3]);
    expect(shownIn("month", "工单办理考核", 6, derived)).toEqual([65, 5.91, 8, 11, 4.5, 94.31, 1]);
    expect(shownIn("month", "工单办理考核", 7, derived)).toEqual(derived.map(() => null));
    expect(shownIn("month", "工单办理考核", 8, derived)).toEqual([68.75, 6, 7.2, 11, 5, 97.95, 1]);
    expect(shownIn("month", "工单办理考核", 9, derived)).toEqual([68.75, 5.4, 8, 9.5, 2, 93.65, 2]);
    expect(shownIn("quarter", "排名", 2, [5, 7])).toEqual([87.87, 88.7]);
  });

  it("worked examples: the evaluation filled in is 94.55 and 优, with five of four points 95.55", () => {
    expect(shownIn("evaluation", "评价评分表", 20, [8])).toEqual([94.55]);
    expect(shownIn("evaluation", "评价评分表", 1, [9])).toEqual(["优"]);
    expect(shownIn("evaluation", "评价评分表", 14, [8])).toEqual([10]);
    expect([3, 9, 14, 18].flatMap((row) => shownIn("evaluation", "评价评分表", row, [2]))).toEqual([19, 18.55, 29, 28]);
    const grid = gridOfName("evaluation");
    const book = calculated(grid, planReport(checkGrid(grid)).writes);
    const sheet = book.sheet("评价评分表");
    if (sheet) book.enter(sheet, { top: 4, left: 8, bottom: 4, right: 8 }, [[5]]);
    book.calculate();
    expect(shown(book, { sheet: "评价评分表", row: 20, column: 8 })).toBe(95.55);
    expect(shownIn("fourLevels", "Sheet1", 11, [7, 8])).toEqual([100, 95]);
  });
});
