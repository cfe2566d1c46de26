import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { cellKey } from "../../../src/core/model/cell";
import type { AccountBook } from "../../../src/core/model/book";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { carryOn, type Carried } from "../../../src/core/templates/carry";
import { planSet } from "../../../src/core/templates/plan-set";
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

const bookOf = (name: (typeof CASE_NAMES)[number]): AccountBook => readBook(caseGrid(loadCase(name)));

function carried(book: AccountBook, unsound: readonly string[] = []): Carried {
  const result = carryOn(book, new Set(unsound), undefined, true);
  if (!("request" in result)) throw new Error(`not carried: ${result.kind}`);
  return result;
}

describe("carrying a book to the next year", () => {
  const books = [
    ...CASE_NAMES.map((name) => [name, bookOf(name)] as const),
    ["2022-zibo with balances", readBook(withBalance())] as const,
  ];
  for (const [name, book] of books) {
    it(`${name}: openings are what closed, rows and forms are kept, nothing else is taken`, () => {
      const { request, openings, forms } = carried(book);
      expect(request.head).toMatchObject({ year: (book.year ?? 0) + 1, unitName: book.unitName, moneyUnit: "万元" });
      const plans = planSet(request, [], () => undefined, openings, forms);
      const report = checkGrid(shownGrid(plannedWorkbook(plans)), { priorYear: book });
      const openingRule = report.result.coverage.find(({ rule }) => rule === "X-10");
      expect(openingRule?.violated).toBe(0);
      expect((openingRule?.satisfied ?? 0) > 0).toBe(openings.length > 0);
      expect(report.result.findings.filter(({ severity }) => severity === "error")).toEqual([]);
      for (const key of ["Z02", "Z03", "Z05"] as const) {
        const codes = (of: AccountBook): readonly unknown[] => of.tables.get(key)?.rows.map(({ code }) => code) ?? [];
        expect(codes(report.book)).toEqual(codes(book));
      }
      const names = (of: AccountBook): readonly unknown[] => of.forms.map(({ projectName }) => projectName?.text);
      expect(names(report.book)).toEqual(names(book));
      const typed = [...report.book.tables.values()].flatMap((table) =>
        table.rows.flatMap((row) =>
          [...row.figures.values()].filter(({ value, formula }) => !value.isZero() && formula === undefined),
        ),
      );
      expect(typed).toHaveLength(openings.length);
    });
  }

  it("opens 2023 with what 2022 closed with", () => {
    const { openings } = carried(readBook(withBalance()));
    expect(openings).toEqual([
      { table: "Z01", row: "income.opening", column: "amount", value: 12.5 },
      { table: "Z04", row: "income.opening.general", column: "amount", value: 12.5 },
    ]);
  });

  it("leaves a figure that the check calls wrong, and says so", () => {
    const book = bookOf("2020-zaozhuang");
    const closing = book.tables.get("Z01")?.byKey.get("expenditure.closing")?.figures.get("amount");
    const { openings, items } = carried(book, closing ? [cellKey(closing.cell)] : []);
    expect(openings.some(({ table }) => table === "Z01")).toBe(false);
    expect(items).toContainEqual({ kind: "left", what: "01表年初结转和结余：上年的年末数有误，未结转" });
  });

  it("refuses another unit's book, one without year and one without tables", () => {
    const book = bookOf("2022-zibo");
    expect(carryOn(book, new Set(), "别的单位", true)).toEqual({ kind: "otherUnit", name: book.unitName });
    const undated: AccountBook = { ...book };
    delete (undated as { year?: number }).year;
    expect(carryOn(undated, new Set(), undefined, true)).toEqual({ kind: "noYear" });
    expect(carryOn({ ...book, tables: new Map() }, new Set(), undefined, true)).toEqual({ kind: "noTables" });
  });
});
