import type { AccountBook } from "../../src/core/model/book";
import type { SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { readBook } from "../../src/core/reading/read-book";
import type { SheetPlan } from "../../src/core/templates/model";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";

/** Planned sheets as a host would read them back before anything is typed: formulas with what they yield. */
export function plannedGrid(plans: readonly SheetPlan[]): WorkbookGrid {
  return {
    sheets: plans.map(({ name, rows, merges }): SheetGrid => ({
      name,
      top: 0,
      left: 0,
      values: rows.map((row) =>
        row.map((cell) => (cell === null ? null : cell.isFormula ? (cell.result ?? null) : cell.content)),
      ),
      formulas: rows.map((row) => row.map((cell) => (cell?.isFormula ? String(cell.content) : null))),
      merges,
    })),
  };
}

/** A planned set opened in a workbook that calculates; cells are entered as a user would. */
export function plannedWorkbook(plans: readonly SheetPlan[]): WorkbookModel {
  const workbook = WorkbookModel.fromGrid(plannedGrid(plans));
  const [first] = workbook.sheets;
  // Opened as from a file: everything is calculated once, whatever results the plan stated.
  if (first) workbook.enterSilently(first, { top: 0, left: 0, bottom: 0, right: 0 }, [[null]]);
  return workbook;
}

/** What a workbook shows now, as a host would read it. */
export function shownGrid(workbook: WorkbookModel): WorkbookGrid {
  workbook.calculate();
  return {
    sheets: workbook.sheets.map((sheet): SheetGrid => {
      const used = sheet.usedRange(true) ?? { top: 0, left: 0, bottom: 0, right: 0 };
      const rows = Array.from({ length: used.bottom + 1 }, (_, row) =>
        Array.from({ length: used.right + 1 }, (__, column) => sheet.cell(row, column)),
      );
      return {
        name: sheet.name,
        top: 0,
        left: 0,
        values: rows.map((row) => row.map(({ value }) => value)),
        formulas: rows.map((row) => row.map(({ formula }) => formula)),
        merges: sheet.merges,
      };
    }),
  };
}

/** Types into a planned set whatever figures of a book no formula of the set works out; answers how many. */
export function typeFigures(workbook: WorkbookModel, from: AccountBook): number {
  let typed = 0;
  for (const table of readBook(shownGrid(workbook)).tables.values()) {
    for (const row of table.rows) {
      for (const [column, { cell, formula }] of row.figures) {
        const figure = from.tables.get(table.key)?.byKey.get(row.key)?.figures.get(column);
        const sheet = workbook.sheet(cell.sheet);
        if (!figure || figure.value.isZero() || formula !== undefined || !sheet) continue;
        const area = { top: cell.row, left: cell.column, bottom: cell.row, right: cell.column };
        workbook.enter(sheet, area, [[figure.value.toNumber()]]);
        typed += 1;
      }
    }
  }
  return typed;
}
