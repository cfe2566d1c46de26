import { describe, expect, test } from "vitest";
import { a1 } from "../../../src/core/model/cell";
import type { AccountBook } from "../../../src/core/model/book";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { DISTORTIONS, type Distortion } from "../../support/distort";

/** Facts by meaning, without their cells: "Z01 income.general amount" → "10839.03", non-zero figures only. */
function factsOf(book: AccountBook, distortion: Partial<Distortion> = {}): Record<string, string[]> {
  const facts: Record<string, string[]> = {};
  for (const [key, table] of book.tables) {
    for (const row of table.rows) {
      for (const [column, figure] of row.figures) {
        const fact = `${key} ${row.key} ${column}`;
        if (figure.value.isZero() || distortion.without?.some((pattern) => pattern.test(fact))) continue;
        (facts[fact] ??= []).push(figure.value.div(distortion.factor ?? 1).toString());
      }
    }
  }
  return facts;
}

/** Every figure must hold what its cell on the distorted sheet holds. */
function expectCellsToHold(book: AccountBook, grid: WorkbookGrid): void {
  for (const table of book.tables.values()) {
    const sheet = grid.sheets.find((item) => item.name === table.sheet);
    for (const row of table.rows) {
      for (const { cell, raw } of row.figures.values()) {
        const held = sheet?.values[cell.row - sheet.top]?.[cell.column - sheet.left] ?? null;
        expect(raw, `${table.key} ${row.key} ${a1(cell)}`).toBe(held === null ? "" : String(held).trim());
      }
    }
  }
}

/** A single list prints a 合计 that three blocks do not, and 人员经费 and 公用经费 beside each amount. */
function withoutListColumns(facts: Record<string, string[]>): Record<string, string[]> {
  const own = Object.entries(facts).filter(([fact]) => !/^Z06 (?:total amount|\S+ (?:personnel|public))$/.test(fact));
  return Object.fromEntries(own);
}

describe.each(CASE_NAMES)("%s", (name) => {
  const file = loadCase(name);
  // Only the nine tables are distorted.
  const grid = { sheets: caseGrid(file).sheets.slice(0, 9) };
  const original = readBook(grid);

  test.each(DISTORTIONS.map((item) => [item.name, item] as const))("%s", (_, distortion) => {
    const distorted = distortion.apply(grid);
    expect(distorted).not.toEqual(grid);
    const book = readBook(distorted);
    const expected = factsOf(original, { without: distortion.without ?? [] });
    const actual = factsOf(book, distortion);
    expect(distortion.name === "基本支出为单列清单" ? withoutListColumns(actual) : actual).toEqual(expected);
    expect(book.unitName).toBe(file.unitName);
    expectCellsToHold(book, distorted);
  });
});
