import { describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/app/check-report";
import { checkGrid } from "../../../src/app/check-workbook";
import { editionFor } from "../../../src/core/editions";
import type { AccountBook } from "../../../src/core/model/book";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { isStandardKey, type StandardKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { LAYOUTS } from "../../../src/core/templates/layouts";
import { planTables, type TablesOrder } from "../../../src/core/templates/new-set";
import { planSet } from "../../../src/core/templates/plan-set";
import { layoutFor } from "../../../src/core/templates/set-request";
import { isFunctionalCode, type ChosenSubject } from "../../../src/core/templates/subjects";
import { caseGrid, CASE_NAMES, loadCase } from "../../support/cases";
import { plannedGrid, plannedWorkbook, shownGrid, typeFigures } from "../../support/planned-grid";
import { loadPlace, placeGrid, PLACES } from "../../support/places";

const HEAD = { year: 2022, of: "部门", unitName: "示例市教育局", moneyUnit: "万元", formulas: true } as const;

function order(layout: TablesOrder["layout"], more: Partial<TablesOrder> = {}): TablesOrder {
  const tables = new Set(layout.tables.map(({ key }) => key));
  return {
    head: { ...HEAD, year: Number(layout.edition) },
    layout,
    tables,
    subjects: [],
    nameOf: () => undefined,
    ...more,
  };
}

/** The rows of a published set as the picker would hand them over. */
function subjectsOf(book: AccountBook): readonly ChosenSubject[] {
  const rows = [...book.tables.values()].flatMap(({ key, rows: own }) =>
    own.flatMap(({ code, name }) =>
      isStandardKey(key) && code !== undefined && isFunctionalCode(code) && !["Z01", "Z04"].includes(key)
        ? [{ code, name, table: key }]
        : [],
    ),
  );
  const names = new Map(rows.map(({ code, name }) => [code, name]));
  return [...names].map(([code, name]) => ({
    code,
    name,
    tables: rows.filter((row) => row.code === code).map(({ table }) => table),
  }));
}

describe("a blank set", () => {
  for (const layout of LAYOUTS) {
    for (const formulas of [true, false]) {
      it(`${layout.name}, ${formulas ? "live formulas" : "plain"}: every table known, nothing to say`, () => {
        const plans = planTables(
          order(layout, { head: { ...HEAD, year: Number(layout.edition), formulas } }),
          new Set(),
        );
        const { book, causes, counts } = checkGrid(plannedGrid(plans));
        expect(book.sheets.map(({ kind }) => kind)).toEqual(layout.tables.map(({ key }) => key));
        expect(book.sheets.flatMap(({ notes }) => notes)).toEqual([]);
        expect([book.year, book.unitName, book.moneyUnit]).toEqual([Number(layout.edition), HEAD.unitName, "万元"]);
        expect(causes).toEqual([]);
        expect(counts).toMatchObject({ errors: 0, verify: 0, hints: 0, toFill: 0 });
      });
    }
  }

  it("has forms and their 汇总表, of which nothing is wrong as long as nothing is typed", () => {
    const layout = layoutFor("2022");
    const { moneyUnit, ...head } = HEAD;
    for (const year of [2022, 2024]) {
      const plans = planSet(
        {
          head: { ...head, moneyUnit, year },
          layout,
          tables: layout.tables.map(({ key }) => key),
          projects: ["业务费", "=1+1", ""],
          summary: true,
          subjects: [],
        },
        [],
        () => undefined,
      );
      const { book, result } = checkGrid(shownGrid(plannedWorkbook(plans)));
      expect(book.forms.map(({ projectName }) => projectName?.text ?? "")).toEqual(["业务费", "=1+1", ""]);
      expect(book.sheets.filter(({ kind }) => kind === null)).toEqual([]);
      expect(result.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    }
  });

  it("shows what its formulas were said to yield", () => {
    const plans = planTables(order(layoutFor("2022")), new Set());
    const planned = plannedGrid(plans).sheets;
    shownGrid(plannedWorkbook(plans)).sheets.forEach(({ values }, s) =>
      values.forEach((row, r) =>
        row.forEach((value, c) => expect(value ?? "").toEqual(planned[s]?.values[r]?.[c] ?? "")),
      ),
    );
  });
});

/** Tables of a set whose figures a new set must bring back. */
const published: readonly (readonly [name: string, grid: WorkbookGrid])[] = [
  ...CASE_NAMES.map((name) => [name, caseGrid(loadCase(name))] as const),
  ...PLACES.map((name) => [name, placeGrid(loadPlace(name))] as const),
];

/** Half a cent for each of ten figures: what honest printed totals are off at most in these sets. */
const MOST_ROUNDING = 0.05;

/** Errors in the figures of a set's tables, hundredths apart; tables that it leaves out and its forms are set aside. */
const errorsOf = ({ result }: CheckReport): readonly string[] =>
  result.findings
    .filter(({ rule, severity }) => severity === "error" && !/^(?:F-01|ZP|HZ)/.test(rule))
    .filter(({ difference }) => difference === undefined || Math.abs(Number(difference)) > MOST_ROUNDING)
    .map(({ message }) => message);

describe("figures of a published set typed into a new one", () => {
  const sound = published.filter(([, grid]) => errorsOf(checkGrid(grid)).length === 0);

  it("is tried with all sets but those whose figures contradict one another", () => {
    expect(published.map(([name]) => name).filter((name) => !sound.some(([each]) => each === name))).toEqual([
      "2025-putuo-culture",
      "2025-putuo-yichuan",
    ]);
  });

  for (const [name, grid] of sound) {
    it(`${name}: what is derivable comes out as printed`, () => {
      const book = readBook(grid);
      const layout = layoutFor(editionFor(book).id);
      const tables: ReadonlySet<StandardKey> = new Set([...book.tables.keys()].filter(isStandardKey));
      const head = { ...HEAD, year: book.year ?? 2022, moneyUnit: book.moneyUnit };
      const subjects = subjectsOf(book);
      const workbook = plannedWorkbook(planTables(order(layout, { head, tables, subjects }), new Set()));
      expect(typeFigures(workbook, book)).toBeGreaterThan(0);
      const report = checkGrid(shownGrid(workbook));
      const off = [...book.tables.values()].flatMap((table) =>
        table.rows.flatMap((row) =>
          [...row.figures].flatMap(([column, { value }]) => {
            const shown = report.book.tables.get(table.key)?.byKey.get(row.key)?.figures.get(column);
            const isOff = shown?.value.minus(value).abs().gt(MOST_ROUNDING);
            return isOff ? [`${table.key} ${row.key} ${column}: ${String(value)}, now ${String(shown?.value)}`] : [];
          }),
        ),
      );
      expect(off).toEqual([]);
      expect(errorsOf(report)).toEqual([]);
    });
  }
});
