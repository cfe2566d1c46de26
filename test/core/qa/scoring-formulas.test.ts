import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { planReport } from "../../../src/app/filling/plan-report";
import type { PlannedWrite } from "../../../src/core/filling/model";
import { exampleSheet } from "../../../src/core/learning/examples/sheets";
import { a1, type CellAddress } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { WorkbookModel } from "../../../src/emulator/model/workbook-model";
import { gridOf } from "../reading/grid-of";
import { hotlineInputs } from "../../support/hotline-year";
import { withCells } from "../../support/apply-plan";
import { zaozhuangScored } from "./evaluation-tables";

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

/** The sheet of an example with the columns that follow from the others blank on its rows. */
function blanked(kind: "PJ" | "RX1" | "RX3", columns: readonly number[], from: number): WorkbookGrid {
  const { name, rows } = exampleSheet(kind);
  const values = rows.map((row, at) => (at < from ? row : row.map((value, c) => (columns.includes(c) ? null : value))));
  return { sheets: [{ name, top: 0, left: 0, values }] };
}

describe("formulas that filling writes yield what it plans, to the last digit", () => {
  it("the worked example of the hotline, with rates as figures", () => {
    const grid = blanked("RX1", [12, 13, 14, 15, 16, 17, 18], 3);
    const rates = grid.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row) =>
        row.map((v) => (/^\d+%$/.test(String(v)) ? Number.parseInt(String(v)) / 100 : v)),
      ),
    }));
    const { live, wrong } = differing({ sheets: rates });
    expect(live).toBe(42);
    expect(wrong).toEqual([]);
    const book = calculated({ sheets: rates }, planReport(checkGrid({ sheets: rates })).writes);
    const row = (at: number): readonly CellValue[] =>
      [12, 13, 14, 15, 16, 17, 18].map((column) => shown(book, { sheet: "工单办理考核", row: at, column }));
    expect(row(3)).toEqual([65, 5.91, 5.6, 4.5, 4.5, 85.21, 2]);
    expect(row(8)).toEqual([68.75, 6, 7.2, 11, 5, 97.95, 1]);
  });

  it("the quarter: 87.87 and 88.70", () => {
    const grid = blanked("RX3", [5, 7, 8], 2);
    expect(differing(grid)).toEqual({ live: 12, wrong: [] });
    const book = calculated(grid, planReport(checkGrid(grid)).writes);
    expect([5, 7].map((column) => shown(book, { sheet: "排名", row: 2, column }))).toEqual([87.87, 88.7]);
  });

  it("the template of an evaluation filled in: 94.55, 优; and with five of four points, 95.55", () => {
    const grid = blanked("PJ", [], 0);
    const total = { sheet: "评价评分表", row: 20, column: 8, value: null };
    const blank = withCells(grid, [total, { ...total, row: 1, column: 9 }]);
    const { writes } = planReport(checkGrid(blank));
    const book = calculated(blank, writes);
    expect(shown(book, total)).toBe(94.55);
    expect(shown(book, { ...total, row: 1, column: 9 })).toBe("优");
    const sheet = book.sheet("评价评分表");
    if (sheet) book.enter(sheet, { top: 4, left: 8, bottom: 4, right: 8 }, [[5]]);
    book.calculate();
    expect(shown(book, total)).toBe(95.55);
  });

  it("a published table: 95 of 100", () => {
    const grid = { sheets: [gridOf(zaozhuangScored)] };
    const { live, wrong } = differing(
      withCells(grid, [{ sheet: grid.sheets[0]?.name ?? "", row: 11, column: 8, value: null }]),
    );
    expect([live, wrong]).toEqual([1, []]);
  });

  it("a year of twenty units from its inputs alone, sheet upon sheet", { timeout: 60_000 }, () => {
    const { live, wrong } = differing(hotlineInputs());
    expect(live).toBeGreaterThan(4000);
    expect(wrong).toEqual([]);
  });
});
