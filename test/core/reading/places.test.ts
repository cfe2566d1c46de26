import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { a1, cellKey, type CellAddress } from "../../../src/core/model/cell";
import type { SheetGrid } from "../../../src/core/model/grid";
import type { AccountBook } from "../../../src/core/model/book";
import type { Finding } from "../../../src/core/model/finding";
import { isStandardKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { isOrdinalRow } from "../../../src/core/reading/row-kinds";
import { SheetView } from "../../../src/core/reading/sheet-view";
import { loadPlace, observedAt, PLACES, placeGrid, type PlaceFile } from "../../support/places";

/** Standard tables of the sets that do not have all nine. */
const FEWER: Readonly<Record<string, number>> = {
  "2017-shanghai-jiading-justice-sg": 1,
  "2018-hubei-zengdu-finance": 8,
  "2022-anhui-suzhou-school": 8,
};

/** Numbers that reading leaves out and says so: 年初预算数 beside 全年预算数, a second list of the same counts. */
const BESIDE: Readonly<Record<string, readonly string[]>> = {
  "2023-beijing-school": ["B5", "B8", "B10"],
  "2023-yunnan-pingyuan-school": ["C7", "C12", "E13", "E21", "E23"],
};

/** The set whose figures stand beside the wrong rows of one table: everything about that table is its mistake. */
const DISPLACED = "2025-putuo-culture";

/** Figures that no identity covers: what is published beside the three public expenses, numbers of things. */
const UNCOVERED: Readonly<Record<string, readonly string[]>> = {
  "2022-jiangsu-school": ["G6", "H6", "D9", "D10", "B11", "D11", "B12", "D12", "B13", "D13"],
  "2022-neimenggu-bynr-audit": ["D10", "D11", "B12"],
  "2023-yunnan-pingyuan-school": ["C8", "D13", "D18", "D19", "D20", "D21", "D23", "E13", "E18", "E19", "E21", "E23"],
};

/** One figure in so many is changed. */
const STEP = 41;

const findingsOf = (book: AccountBook): readonly Finding[] => checkBook({ book, settings: DEFAULT_SETTINGS }).findings;

function cellsRead(book: AccountBook): ReadonlyMap<string, number> {
  const cells = new Map<string, number>();
  const add = (cell: CellAddress | undefined): void => {
    if (cell) cells.set(cellKey(cell), (cells.get(cellKey(cell)) ?? 0) + 1);
  };
  for (const table of book.tables.values()) {
    for (const row of table.rows) {
      for (const figure of row.figures.values()) add(figure.cell);
      add(row.lineNumber?.cell);
      add(row.codeCell);
    }
  }
  return cells;
}

/** Every printed number that numbers no column and no row, with its place. */
function* numbersOf(file: PlaceFile): Iterable<{ sheet: number; cell: CellAddress; value: number }> {
  for (const [sheet, grid] of placeGrid(file).sheets.entries()) {
    const view = new SheetView(grid);
    for (const [row, cells] of grid.values.entries()) {
      if (isOrdinalRow(view.cells(row))) continue;
      for (const [column, value] of cells.entries())
        if (typeof value === "number" && !numbersRows(grid, column))
          yield { sheet, cell: { sheet: grid.name, row, column }, value };
    }
  }
}

const numbersRows = ({ values }: SheetGrid, column: number): boolean =>
  values.slice(0, 8).some((cells) => cells[column] === "行次");

describe.each(PLACES)("%s", (name) => {
  const file = loadPlace(name);
  const book = readBook(placeGrid(file));

  test("every standard table is taken", () => {
    expect([...book.tables.keys()].filter(isStandardKey).length).toBe(FEWER[name] ?? 9);
  });

  test("every printed number is read once, where it stands", () => {
    const read = cellsRead(book);
    const numbers = [...numbersOf(file)];
    const unread = numbers.filter(({ cell }) => read.get(cellKey(cell)) !== 1).map(({ cell }) => a1(cell));
    expect(unread).toEqual(BESIDE[name] ?? []);
    for (const table of book.tables.values()) {
      for (const { figures } of table.rows) {
        for (const { cell, kind, value } of figures.values()) {
          const printed = file.sheets.find((sheet) => sheet.name === cell.sheet)?.rows[cell.row]?.[cell.column];
          if (typeof printed === "number") expect(value.toNumber(), a1(cell)).toBe(printed);
          else expect(kind, a1(cell)).not.toBe("invalid");
        }
      }
    }
  });

  test("nothing is called an error but the mistakes of the source", () => {
    const observed = observedAt(name);
    const known = new Set(observed.flatMap(({ sheet, cells }) => cells.map((cell) => `${sheet} ${cell}`)));
    const isKnown = (cell: CellAddress): boolean =>
      known.has(`${cell.sheet} ${a1(cell)}`) || (name === DISPLACED && observed[0]?.sheet === cell.sheet);
    const strange = findingsOf(book)
      .filter(({ severity, rule }) => severity === "error" && rule !== "F-01")
      .filter((finding) => [...finding.cells, ...finding.related].every((cell) => !isKnown(cell)));
    expect(strange.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
  });

  test(`one figure in ${String(STEP)} changed: a finding names it`, () => {
    const keyOf = ({ rule, message }: Finding): string => `${rule} ${message}`;
    const before = new Set(findingsOf(book).map(keyOf));
    const figures = [...numbersOf(file)].filter(
      ({ value }) => Math.abs(value) >= 1 && !/^\d{3,7}$/.test(String(value)),
    );
    const unseen = figures
      .filter((_, index) => index % STEP === 0)
      .filter(({ sheet, cell, value }) => {
        const changed = placeGrid(file, { ...cell, sheet, value: Math.round(value * 110 + 700) / 100 });
        const found = findingsOf(readBook(changed)).filter((finding) => !before.has(keyOf(finding)));
        return !found.some((finding) =>
          [...finding.cells, ...finding.related].some((other) => cellKey(other) === cellKey(cell)),
        );
      })
      .map(({ cell }) => a1(cell))
      .filter((cell) => !(UNCOVERED[name] ?? []).includes(cell) && !(BESIDE[name] ?? []).includes(cell));
    expect(unseen).toEqual([]);
  });
});
