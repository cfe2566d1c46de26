import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import type { LayoutBook } from "./layout-books";
import { LAYOUTS } from "./table-layouts";

/** Findings but those about numbers kept as text, which some layouts have on purpose. */
function complaints(book: AccountBook): readonly string[] {
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  return findings.filter((item) => item.rule !== "F-04").map((item) => `${item.rule} ${item.sheet} ${item.message}`);
}

type Spot = LayoutBook["figures"][number];
const nameOf = (layout: LayoutBook, spot: Spot): string =>
  `${layout.grid.sheets[spot.sheet]!.name} ${a1({ row: spot.row, column: spot.column })}`;

function withChanged(grid: WorkbookGrid, spot: Spot): WorkbookGrid {
  const change = (value: CellValue): CellValue =>
    typeof value === "number" ? value + 7.77 : String(Number(String(value).replace(/,/g, "")) + 7.77);
  const sheets = grid.sheets.map((sheet, index) => {
    if (index !== spot.sheet) return sheet;
    const values = sheet.values.map((row, at) =>
      at === spot.row ? row.map((value, column) => (column === spot.column ? change(value) : value)) : row,
    );
    return { ...sheet, values };
  });
  return { sheets };
}

/** Every figure was tried once; one in so many keeps the suite short and still meets every sheet. */
const STEP = 9;
/** Shanghai's 机关运行经费 beside 三公: no other figure of the nine tables depends on it. */
const UNCOVERED: readonly string[] = ["07三公 M7"];

describe.each(LAYOUTS.map((layout) => [layout.name, layout] as const))("%s", (_, layout) => {
  const book = readBook(layout.grid);

  test("each sheet is its table, of the right year and unit, and nothing is complained of", () => {
    expect(book.sheets.filter((sheet) => sheet.kind === null)).toEqual([]);
    expect(book.tables.size).toBe(layout.grid.sheets.length);
    expect(book.year).toBe(layout.year);
    expect(complaints(book)).toEqual([]);
  });

  test("every figure is read, where it stands and as it stands", () => {
    const read = new Set<string>();
    for (const table of book.tables.values()) {
      for (const row of table.rows) for (const { cell } of row.figures.values()) read.add(`${table.sheet} ${a1(cell)}`);
    }
    const missing = layout.figures.map((spot) => nameOf(layout, spot)).filter((name) => !read.has(name));
    expect(missing).toEqual(layout.outside);
  });

  test("every figure changed is noticed", () => {
    const unnoticed = layout.figures
      .filter((_figure, index) => index % STEP === 0)
      .filter((spot) => complaints(readBook(withChanged(layout.grid, spot))).length === 0)
      .map((spot) => nameOf(layout, spot));
    expect(unnoticed.filter((name) => ![...layout.outside, ...UNCOVERED].includes(name))).toEqual([]);
  });
});
