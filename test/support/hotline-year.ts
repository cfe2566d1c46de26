import { checkBook } from "../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../src/core/checking/settings";
import { planFill } from "../../src/core/filling/plan-fill";
import type { PlannedWrite } from "../../src/core/filling/model";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { readBook } from "../../src/core/reading/read-book";
import { caseSheet, deductionSheet, managementSheet, rankingSheet, UNITS } from "./hotline-sample";

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const QUARTERS = ["一", "二", "三", "四"];
/** The column of 扣分指标扣分, and the first row of the units, both zero-based. */
const DEDUCTION = 11;
const FIRST = 3;

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

/** A year of the assessment of twenty units with its inputs alone: months, quarters and the year; what follows is blank. */
export function hotlineInputs(): WorkbookGrid {
  const blanks = UNITS.map(() => null);
  const over = (title: string, months: readonly number[], points: readonly CellValue[]): SheetGrid =>
    rankingSheet(
      title,
      months.map((month) => ({ label: `${String(month)}月`, scores: blanks })),
      points,
    );
  const quarters = QUARTERS.map((name, index) =>
    over(
      `2023年第${name}季度`,
      [1, 2, 3].map((at) => index * 3 + at),
      blanks,
    ),
  );
  const ofYear = UNITS.map((_, unit) => 84 + ((unit * 3) % 13) / 2);
  return {
    sheets: [
      ...MONTHS.flatMap((month) => [deductionSheet(month), withoutDeductions(caseSheet(month))]),
      ...[1, 2, 3, 4].map(managementSheet),
      ...quarters,
      over("2023年度", MONTHS, ofYear),
    ],
  };
}

/** 扣分 comes from 扣分指标: blank, and so is its total. */
function withoutDeductions(sheet: SheetGrid): SheetGrid {
  return {
    ...sheet,
    values: sheet.values.map((row, at) =>
      at >= FIRST ? row.map((value, c) => (c === DEDUCTION ? null : value)) : row,
    ),
  };
}

/** The same with all that follows worked out, as live formulas beside their values. */
export function hotlineYear(): WorkbookGrid {
  return filledWithFormulas(hotlineInputs());
}
