import { checkBook } from "../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { planFill } from "../../src/core/filling/plan-fill";
import type { PlannedWrite } from "../../src/core/filling/model";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { readBook } from "../../src/core/reading/read-book";
import { caseSheet, rankingSheet, UNITS } from "./hotline-sample";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const QUARTERS = ["一", "二", "三", "四"];
/** The column of 工单办理考核得分, and the first row of the units, both zero-based. */
const TOTAL = 17;
const FIRST = 3;

/** 综合管理得分 of a unit in a quarter. */
const management = (unit: number, quarter: number): number => 84 + ((unit * 3 + quarter * 5) % 13) / 2;

/** The workbook with the blank cells of its plan filled in, live formulas kept beside their values. */
export function filledWithFormulas(grid: WorkbookGrid): WorkbookGrid {
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  return withWrites(grid, planFill(book, result, { settings: DEFAULT_SETTINGS, grid }).writes);
}

function withWrites(grid: WorkbookGrid, writes: readonly PlannedWrite[]): WorkbookGrid {
  return {
    sheets: grid.sheets.map((sheet) =>
      withOwn(
        sheet,
        writes.filter(({ cell }) => cell.sheet === sheet.name),
      ),
    ),
  };
}

function withOwn(sheet: SheetGrid, writes: readonly PlannedWrite[]): SheetGrid {
  const values = sheet.values.map((row) => [...row]);
  const formulas = sheet.values.map((row, r) => row.map((_, c) => sheet.formulas?.[r]?.[c] ?? null));
  for (const { cell, content, formula } of writes) {
    const [row, own] = [values[cell.row], formulas[cell.row]];
    if (!row || !own) continue;
    row[cell.column] = content;
    own[cell.column] = formula ?? null;
  }
  return { ...sheet, values, formulas };
}

/** A year of 工单办理考核 of twenty units: twelve months, four quarters and the year, all that follows worked out. */
export function hotlineYear(): WorkbookGrid {
  const months = filledWithFormulas({ sheets: MONTHS.map(caseSheet) }).sheets;
  const scoresOf = (month: number): readonly CellValue[] =>
    UNITS.map((_, unit) => months[month - 1]?.values[FIRST + unit]?.[TOTAL] ?? null);
  const over = (title: string, which: readonly number[], points: readonly CellValue[]): SheetGrid =>
    rankingSheet(
      title,
      which.map((month) => ({ label: `${String(month)}月`, scores: scoresOf(month) })),
      points,
    );
  const quarters = QUARTERS.map((name, index) =>
    over(
      `2023年第${name}季度`,
      [1, 2, 3].map((at) => index * 3 + at),
      UNITS.map((_, unit) => management(unit, index)),
    ),
  );
  const year = over(
    "2023年度",
    MONTHS,
    UNITS.map((_, unit) => QUARTERS.reduce((sum, __, index) => sum + management(unit, index), 0) / QUARTERS.length),
  );
  const ranked = filledWithFormulas({ sheets: [...quarters, year] }).sheets;
  return { sheets: [...months, ...ranked] };
}
