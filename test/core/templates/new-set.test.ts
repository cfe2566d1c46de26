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
import { EXTRA_SHEETS, layoutFor, type SetRequest } from "../../../src/core/templates/set-request";
import { exampleSheet } from "../../../src/core/learning/examples/sheets";
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

/** The sheets beside the tables alone. */
const withExtras = (formulas: boolean): SetRequest => ({
  head: { ...HEAD, year: 2024, formulas },
  layout: layoutFor("2022"),
  tables: [],
  projects: [],
  summary: false,
  extras: EXTRA_SHEETS,
  subjects: [],
});

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
          extras: [],
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

  for (const formulas of [true, false]) {
    it(`has sheets beside the tables, ${formulas ? "live" : "plain"}: all known, nothing to say`, () => {
      const { book, result } = checkGrid(
        shownGrid(plannedWorkbook(planSet(withExtras(formulas), [], () => undefined))),
      );
      expect(book.sheets.map(({ kind }) => kind)).toEqual(["BM", "PJ", "RX1", "RX4", "RX2", "RX3"]);
      expect(book.sheets.flatMap(({ notes }) => notes)).toEqual([]);
      expect(book.departmentForms).toHaveLength(1);
      expect(
        book.scoreTables[0]?.roots.map(({ name, weight }) => name.text + (weight?.value.toString() ?? "")),
      ).toEqual(formulas ? ["决策20", "过程20", "产出30", "效益30"] : ["决策20", "过程20", "产出30", "效益30"]);
      expect(result.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
    });
  }

  it("works out the scores of 自评表 and 评价评分表 that their targets tell, and no others", () => {
    const workbook = plannedWorkbook(planSet(withExtras(true), [], () => undefined));
    const type = (sheet: string, row: number, column: number, value: string | number): void =>
      workbook.enter(workbook.sheet(sheet)!, { top: row, left: column, bottom: row, right: column }, [[value]]);
    const form = "部门整体自评表";
    type(form, 6, 3, 100);
    type(form, 6, 4, 80);
    const lines = [
      ["≥95%", "76%", 16],
      ["≤10", "12.5", 8],
      ["＝3", "3", 10],
      ["≥50人次", "40人次", ""],
      ["≥2024/3/1", "2024/3/2", ""],
      ["优良", "优良", ""],
    ] as const;
    lines.forEach(([target, actual], i) => {
      type(form, 12 + i, 4, target);
      type(form, 12 + i, 5, actual);
    });
    lines.forEach(([, , score], i) => type("评价评分表", 4 + i, 8, score === "" ? 1 : 2));
    const { sheets } = shownGrid(workbook);
    const at = (sheet: string, row: number, column: number): unknown =>
      sheets.find(({ name }) => name === sheet)?.values[row]?.[column];
    const weights = lines.map((_, i) => Number(at(form, 12 + i, 6)));
    const due = [0.8, 0.8, 1].map((share, i) => Math.round(share * (weights[i] ?? 0) * 100) / 100);
    expect(lines.map((_, i) => at(form, 12 + i, 7) ?? "")).toEqual([...due, "", "", ""]);
    expect(at(form, 5, 7)).toBe(8);
    expect(at("评价评分表", 21, 8)).toBe(9);
    expect(at("评价评分表", 2, 9)).toBe("差");
  });

  it("scores and ranks the units of 工单考核 as the rules have it", () => {
    const workbook = plannedWorkbook(planSet(withExtras(true), [], () => undefined));
    const { rows } = exampleSheet("RX1");
    const cases = workbook.sheet("工单办理考核")!;
    rows.slice(3, 10).forEach((row, i) => {
      const values = row
        .slice(1, 11)
        .map((value) => (/%$/.test(String(value)) ? Number.parseInt(String(value)) / 100 : value));
      workbook.enter(cases, { top: 3 + i, left: 1, bottom: 3 + i, right: 10 }, [values]);
    });
    const counts = workbook.sheet("扣分指标")!;
    exampleSheet("RX4")
      .rows.slice(3, 10)
      .forEach((row, i) =>
        workbook.enter(counts, { top: 3 + i, left: 2, bottom: 3 + i, right: 13 }, [row.slice(2, 14)]),
      );
    const { sheets } = shownGrid(workbook);
    const scored = (sheets.find(({ name }) => name === "工单办理考核")?.values ?? []).slice(3, 10);
    expect(scored.map((row) => row.slice(11, 19).map((value) => (value === "" ? null : value)))).toEqual(
      rows.slice(3, 10).map((row) => row.slice(11, 19)),
    );
    const { book, result } = checkGrid({ sheets });
    expect(book.hotline).toHaveLength(4);
    expect(result.findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([]);
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

describe("a row of a 项 put in", () => {
  const subjects = [
    "2050202 小学教育",
    "2080505 养老保险缴费支出",
    "2120801 征地和拆迁补偿支出",
    "2120803 城市建设支出",
  ].map((text): ChosenSubject => {
    const [code = "", name = ""] = text.split(" ");
    return { code, name, tables: ["Z02", "Z03", "Z05", "JJ", "GZ"] };
  });

  for (const layout of LAYOUTS) {
    it(`${layout.name}: wherever it stands below its 款, every sum counts it`, () => {
      const workbook = plannedWorkbook(planTables(order(layout, { subjects }), new Set()));
      const before = readBook(shownGrid(workbook));
      for (const key of ["Z02", "Z03", "Z05", "JJ", "GZ"] as const) {
        const table = before.tables.get(key);
        const sheet = workbook.sheet(table?.sheet ?? "");
        if (!table || !sheet) continue;
        const coded = table.rows.filter(({ code }) => code !== undefined);
        const first = coded.find(({ level }) => level === "section")?.codeCell?.row ?? 0;
        const last = coded.at(-1)?.codeCell?.row ?? 0;
        const column = table.columns.get(key === "Z02" ? "fiscal" : "basic") ?? 0;
        // From below, so that the places above keep their numbers.
        for (let row = last + 1; row > first; row--) {
          const section = [...coded]
            .reverse()
            .find(({ level, codeCell }) => level === "section" && (codeCell?.row ?? 0) < row);
          workbook.shiftRows(sheet, row, 1);
          const line = { top: row, left: 0, bottom: row, right: 0 };
          workbook.enter(sheet, line, [[`${section?.code ?? ""}${50 + row}`]]);
          // A row put in has no sums of its own: a clerk types or copies them.
          for (const each of [column, table.columns.get("total"), table.columns.get("income")]) {
            if (each !== undefined) workbook.enter(sheet, { ...line, left: each, right: each }, [[1 + row / 100]]);
          }
        }
      }
      const { book, result } = checkGrid(shownGrid(workbook));
      for (const key of ["Z02", "Z03", "Z05", "JJ", "GZ"] as const) {
        const table = book.tables.get(key);
        if (!table) continue;
        const column = key === "Z02" ? "fiscal" : "basic";
        const sumOf = (rows: typeof table.rows): string =>
          String(
            rows.reduce((sum, { figures }) => sum + Math.round((figures.get(column)?.value.toNumber() ?? 0) * 100), 0),
          );
        const items = table.rows.filter(({ level }) => level === "item");
        expect(items.length).toBeGreaterThan(subjects.length + 5);
        for (const level of ["section", "class"] as const)
          expect(sumOf(table.rows.filter((row) => row.level === level))).toBe(sumOf(items));
        expect(sumOf(table.rows.filter(({ key: row }) => row === "total"))).toBe(sumOf(items));
      }
      const hierarchy = result.findings.filter(({ rule }) => /-H1$|^Z0[235]-01|^JJ-01|^GZ-01|^X-0[26]/.test(rule));
      expect(hierarchy.map(({ message }) => message)).toEqual([]);
    });
  }
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
