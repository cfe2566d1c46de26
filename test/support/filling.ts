import { checkBook } from "../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { byTarget, definitionsOf } from "../../src/core/filling/definitions";
import type { Figure } from "../../src/core/model/figure";
import { readBook } from "../../src/core/reading/read-book";
import { checkGrid } from "../../src/app/check-workbook";
import { planReport } from "../../src/app/filling/plan-report";
import { parseA1, type CellAddress } from "../../src/core/model/cell";
import type { FillPlan } from "../../src/core/filling/model";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { caseGrid, loadCase } from "./cases";
import { changedGrid } from "./changes";

/** The plan for a workbook. */
export const planOf = (grid: WorkbookGrid): FillPlan => planReport(checkGrid(grid));

/** The 2022 case with some cells changed; addresses as "sheet!A1". */
export function caseWith(changes: Readonly<Record<string, CellValue>>): WorkbookGrid {
  return changedGrid(
    caseGrid(loadCase("2022-zibo")),
    Object.entries(changes).map(([place, content]) => ({ cell: cellAt(place), content })),
  );
}

/** Address of "sheet!A1". */
export function cellAt(place: string): CellAddress {
  const [sheet = "", text = ""] = place.split("!");
  return { sheet, ...parseA1(text) };
}

/** The grid with live formulas in some cells, their values left as they are. */
export function withFormulas(grid: WorkbookGrid, formulas: Readonly<Record<string, string>>): WorkbookGrid {
  return {
    ...grid,
    sheets: grid.sheets.map((sheet): SheetGrid => {
      const own = Object.entries(formulas).filter(([place]) => cellAt(place).sheet === sheet.name);
      if (own.length === 0) return sheet;
      const rows = sheet.values.map((row) => row.map((): string | null => null));
      for (const [place, formula] of own) {
        const { row, column } = cellAt(place);
        const cells = rows[row - sheet.top];
        if (cells) cells[column - sheet.left] = formula;
      }
      return { ...sheet, formulas: rows };
    }),
  };
}

/** Totals and counterparts that stand at a printed amount. */
export function derivableFigures(grid: WorkbookGrid): readonly Figure[] {
  const book = readBook(grid);
  const { identities } = checkBook({ book, settings: DEFAULT_SETTINGS });
  const sheets = new Set([...book.tables.values()].map((table) => table.sheet));
  const targets = byTarget(definitionsOf(identities.filter((j) => sheets.has(j.identity.sheet))));
  return [...targets.values()].flatMap(([first]) => (first && first.target.kind === "amount" ? [first.target] : []));
}
