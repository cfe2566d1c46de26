import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { cellKey } from "../../../src/core/model/cell";
import type { AccountBook } from "../../../src/core/model/book";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { isStandardKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { carriedNames, carryFaultOf, carryOn, type LastYear } from "../../../src/core/templates/carry/carry-on";
import { movedYear } from "../../../src/core/templates/carry/moved-year";
import { looksAtCells, renamedFormula } from "../../../src/core/templates/carry/renamed-formula";
import { withCells } from "../../support/apply-plan";
import { loadPlace, placeGrid } from "../../support/places";
import { caseGrid, CASE_NAMES, loadCase } from "../../support/cases";
import { plannedWorkbook, shownGrid } from "../../support/planned-grid";

/** The accounts of 2022 with 12.50 carried through the year, from opening to closing. */
function withBalance(): WorkbookGrid {
  const BALANCE: Readonly<Record<number, readonly (readonly [row: number, column: number])[]>> = {
    0: [
      [34, 2],
      [34, 5],
      [36, 2],
      [36, 5],
    ],
    3: [
      [33, 2],
      [34, 2],
      [33, 5],
      [33, 6],
      [37, 2],
      [37, 5],
      [37, 6],
    ],
  };
  const sheets = caseGrid(loadCase("2022-zibo")).sheets.map((sheet, index) => {
    const values = sheet.values.map((row) => [...row]);
    for (const [row, column] of BALANCE[index] ?? []) {
      const cells = values[row];
      if (cells) cells[column] = Math.round((Number(cells[column] ?? 0) + 12.5) * 100) / 100;
    }
    return { ...sheet, values };
  });
  return { sheets };
}

/** Last year's workbook as the use case hands it over; looks say nothing here. */
function lastYear(grid: WorkbookGrid, unsound: readonly string[] = []): LastYear {
  const book = readBook(grid);
  const looks = carriedNames(book).map((name) => ({
    name,
    cells: [],
    widths: [20],
    heights: new Map([[0, 30]]),
    isPortrait: false,
  }));
  return { book, grid, looks, unsound: new Set(unsound) };
}

const typedFigures = (book: AccountBook): number =>
  [...book.tables.values()].flatMap(({ rows }) =>
    rows.flatMap(({ figures }) =>
      [...figures.values()].filter(({ value, formula }) => !value.isZero() && formula === undefined),
    ),
  ).length;

describe("carrying a book to the next year", () => {
  const grids = [
    ...CASE_NAMES.map((name) => [name, caseGrid(loadCase(name))] as const),
    ["2022-zibo with balances", withBalance()] as const,
    ...["2023-yunnan-pingyuan-school", "2023-beijing-school"].map(
      (name) => [name, { ...placeGrid(loadPlace(name)), fileName: `${name.slice(0, 4)}年度决算.xlsx` }] as const,
    ),
  ].filter(([, grid]) => carryFaultOf(readBook(grid), undefined) === undefined);

  for (const [name, grid] of grids) {
    it(`${name}: openings are what closed, its own layout is kept, nothing else is taken`, () => {
      const last = lastYear(grid);
      const { book } = last;
      const { sheets, items } = carryOn(last, []);
      const fileName = `${(book.year ?? 0) + 1}年度决算.xlsx`;
      const report = checkGrid({ ...shownGrid(plannedWorkbook(sheets)), fileName }, { priorYear: book });
      const now = report.book;
      expect([now.year, now.unitName, now.moneyUnit]).toEqual([(book.year ?? 0) + 1, book.unitName, book.moneyUnit]);
      // A few tables of places are known by their figures alone: blank, they are still known to claim a table.
      expect(now.sheets.filter(({ kind, claims }) => kind === null && claims === undefined)).toEqual([]);
      expect(now.sheets.length - now.sheets.filter(({ kind }) => kind !== null).length).toBeLessThanOrEqual(1);
      const formulas = sheets.flatMap(({ rows }) =>
        rows.flat().flatMap((cell) => (cell?.isFormula ? [cell.content] : [])),
      );
      expect(formulas.filter((formula) => /\(\)/.test(String(formula)))).toEqual([]);
      const numbers = sheets.flatMap(({ rows, kind }) =>
        kind.startsWith("ZP")
          ? []
          : rows.flat().filter((cell) => typeof cell?.content === "number" && cell.content % 1 !== 0),
      );
      const openings = items.filter(({ kind, what }) => kind === "carried" && /年初/.test(what)).length;
      expect(typedFigures(now)).toBe(openings);
      expect(numbers.length).toBeLessThanOrEqual(openings);
      const openingRule = report.result.coverage.find(({ rule }) => rule === "X-10");
      expect(openingRule?.violated).toBe(0);
      expect((openingRule?.satisfied ?? 0) > 0).toBe(openings > 0);
      const structure = (of: AccountBook): unknown => [
        [...of.tables.values()]
          .filter(({ key }) => isStandardKey(key) && now.tables.has(key))
          .sort((a, b) => a.key.localeCompare(b.key))
          .map(({ key, rows }) => [
            key,
            rows.flatMap(({ code, name: label, key: row, kind }) => (kind === "uncoded" ? [] : [[code, label, row]])),
          ]),
        of.forms.map(({ projectName, indicators }) => [
          projectName?.text,
          indicators.map(({ name: label, target, weight }) => [label.text, target.raw, weight.raw]),
        ]),
      ];
      expect(structure(now)).toEqual(structure(book));
      const results = now.forms.flatMap(({ indicators, funds, totals }) => [
        ...indicators.map(({ score, actual }) => score.raw + actual.raw),
        ...funds.flatMap(({ figures }) =>
          [...figures].flatMap(([column, { raw }]) => (column === "weight" ? [] : raw)),
        ),
        ...totals.map(({ score }) => score?.raw ?? ""),
      ]);
      expect(results.filter((text) => text !== "")).toEqual([]);
    });
  }

  it("opens 2023 with what 2022 closed with, and says so", () => {
    const { sheets, items } = carryOn(lastYear(withBalance()), []);
    const { tables } = checkGrid(shownGrid(plannedWorkbook(sheets))).book;
    const opening = (key: "Z01" | "Z04", row: string): string =>
      String(tables.get(key)?.byKey.get(row)?.figures.get("amount")?.value);
    expect([opening("Z01", "income.opening"), opening("Z04", "income.opening.general")]).toEqual(["12.5", "12.5"]);
    expect(items).toContainEqual({ kind: "carried", what: "01表年初结转和结余：12.5 万元" });
  });

  it("moves the year and the 公开 numbers on, in heads and names, and leaves projects and figures in texts alone", () => {
    const { sheets, items } = carryOn(lastYear(caseGrid(loadCase("2021-luozhuang"))), []);
    const texts = sheets.flatMap(({ rows }) => rows.flat().map((cell) => String(cell?.content ?? "")));
    expect(texts.some((text) => text.includes("2022年度"))).toBe(true);
    expect(items.some(({ kind, what }) => kind === "changed" && what.includes("公开07表 → 公开09表"))).toBe(true);
    const { book } = checkGrid(shownGrid(plannedWorkbook(sheets)));
    expect(book.tables.get("SG")?.publicNumber?.text).toContain("公开09表");
    expect(movedYear("较2021年增加2021.5万元，2022-01-31，12021", 2021)).toBe(
      "较2022年增加2021.5万元，2022-01-31，12021",
    );
    expect(movedYear("2021", 2021)).toBe("2022");
  });

  it("keeps formulas between its sheets, and empties what only looks like one or looks elsewhere", () => {
    const names = new Map([["甲 表", "甲 表 (2)"]]);
    expect(renamedFormula("=SUM('甲 表'!A1:A3)&\"乙!A1\"", names)).toBe("=SUM('甲 表 (2)'!A1:A3)&\"乙!A1\"");
    expect(renamedFormula("='[上年.xlsx]甲 表'!A1", names)).toBeUndefined();
    expect(renamedFormula("=乙!A1+B2", names)).toBeUndefined();
    expect(["=12.5+3", "=ROUND(1.5,1)", "=A1*2", "=SUM($B$2:B9)"].map(looksAtCells)).toEqual([
      false,
      false,
      true,
      true,
    ]);
  });

  it("empties what a place prints beside the known columns, and how far goals were reached", () => {
    const grid = caseGrid(loadCase("2022-zibo"));
    const [first] = readBook(grid).forms;
    const table = readBook(grid).tables.get("Z05");
    const row = table?.rows.at(-1)?.figures.get("total")?.cell;
    const head = first?.funds.at(-1)?.label.cell;
    if (!row || !head) throw new Error("no rows to try");
    const typed = withCells(grid, [
      { ...row, column: row.column + 6, value: 77.77 },
      { sheet: head.sheet, row: head.row + 2, column: 8, value: "已完成全部目标，效果良好" },
    ]);
    const { sheets } = carryOn(lastYear(typed), []);
    const contents = sheets.flatMap(({ rows }) => rows.flat().map((cell) => cell?.content));
    expect(contents).not.toContain(77.77);
    expect(contents).not.toContain("已完成全部目标，效果良好");
  });

  it("leaves a figure that the check calls wrong, and says so", () => {
    const grid = caseGrid(loadCase("2020-zaozhuang"));
    const closing = readBook(grid).tables.get("Z01")?.byKey.get("expenditure.closing")?.figures.get("amount");
    const { items, sheets } = carryOn(lastYear(grid, closing ? [cellKey(closing.cell)] : []), []);
    expect(items).toContainEqual({ kind: "left", what: "01表年初结转和结余：上年的年末数有误，未结转" });
    const { tables } = checkGrid(shownGrid(plannedWorkbook(sheets))).book;
    expect(tables.get("Z01")?.byKey.get("income.opening")?.figures.get("amount")?.kind).toBe("blank");
  });

  it("opens nothing with an error value that closed", () => {
    const grid = withBalance();
    const closing = readBook(grid).tables.get("Z01")?.byKey.get("expenditure.closing")?.figures.get("amount");
    if (!closing) throw new Error("no closing");
    const { items } = carryOn(lastYear(withCells(grid, [{ ...closing.cell, value: "#REF!" }])), []);
    expect(items).toContainEqual({ kind: "left", what: "01表年初结转和结余：上年的年末数有误，未结转" });
  });

  it("takes no name that is in use, and refuses another unit's book, one without year and one without tables", () => {
    const grid = caseGrid(loadCase("2022-zibo"));
    const { sheets } = carryOn(
      lastYear(grid),
      grid.sheets.map(({ name }) => name),
    );
    expect(sheets.every(({ name }) => name.endsWith(" (2)"))).toBe(true);
    const book = readBook(grid);
    expect(carryFaultOf(book, "别的单位")).toEqual({ kind: "otherUnit", name: book.unitName });
    const undated: AccountBook = { ...book };
    delete (undated as { year?: number }).year;
    expect(carryFaultOf(undated, undefined)).toEqual({ kind: "noYear" });
    expect(carryFaultOf({ ...book, tables: new Map() }, undefined)).toEqual({ kind: "noTables" });
  });
});
