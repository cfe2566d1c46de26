import { exampleSheet } from "../../src/core/learning/examples/sheets";
import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";
import { gridOf } from "../core/reading/grid-of";
import { levelColumns, zaozhuangScored } from "../core/qa/evaluation-tables";
import { withCells } from "./apply-plan";
import { hotlineInputs } from "./hotline-year";

type Kind = Parameters<typeof exampleSheet>[0];

/** The sheet of an example with some columns blank from a row on. */
function example(kind: Kind, columns: readonly number[], from: number): WorkbookGrid {
  const { name, rows } = exampleSheet(kind);
  const values = rows.map((row, at) => (at < from ? row : row.map((value, c) => (columns.includes(c) ? null : value))));
  return { sheets: [{ name, top: 0, left: 0, values }] };
}

/** Texts like "96%" as the figures Excel takes them for when they are typed in. */
function withRates({ sheets }: WorkbookGrid): WorkbookGrid {
  const rate = (value: CellValue): CellValue =>
    typeof value === "string" && /^\d+%$/.test(value) ? Number.parseInt(value, 10) / 100 : value;
  return { sheets: sheets.map((sheet) => ({ ...sheet, values: sheet.values.map((row) => row.map(rate)) })) };
}

/** Workbooks of sheets that score something, all that follows from their inputs blank, by name. */
export function scoringGrids(): Readonly<Record<string, WorkbookGrid>> {
  const zaozhuang = { sheets: [gridOf(zaozhuangScored)] };
  const levels = { sheets: [gridOf(levelColumns)] };
  const blank = (grid: WorkbookGrid, ...cells: readonly (readonly [row: number, column: number])[]): WorkbookGrid =>
    withCells(
      grid,
      cells.map(([row, column]) => ({ sheet: grid.sheets[0]?.name ?? "", row, column, value: null })),
    );
  return {
    month: withRates(example("RX1", [12, 13, 14, 15, 16, 17, 18], 3)),
    quarter: example("RX3", [5, 7, 8], 2),
    management: example("RX2", [6], 2),
    deductions: example("RX4", [14], 3),
    evaluation: blank(example("PJ", [2], 3), [1, 9], [20, 8], [14, 8]),
    fourLevels: blank(zaozhuang, [11, 7], [11, 8]),
    levelColumns: blank(levels, [3, 1], [4, 3], [20, 5], [20, 6]),
    year: hotlineInputs(),
  };
}
