import { afterEach, describe, expect, it } from "vitest";
import { checkWorkbook } from "../../../src/app/check-workbook";
import { insertSet, withdrawSet, type InsertedSet } from "../../../src/app/new-set/insert-set";
import { planNewSet } from "../../../src/app/new-set/set-plan";
import { layoutFor } from "../../../src/core/templates/set-request";
import { addRows, withdrawRows } from "../../../src/app/new-set/add-rows";
import { readBook } from "../../../src/core/reading/read-book";
import { planRows } from "../../../src/core/templates/rows/plan-rows";
import { itemName } from "../../../src/core/templates/subject-catalogue";
import { closeExcel, openInExcel } from "../../support/excel-session";

afterEach(closeExcel);

const layout = layoutFor("2022");

describe("a new set in an empty workbook, on Microsoft's runtime", () => {
  it("takes four round trips, carries a typed figure through its tables, and goes again in one step", async () => {
    const { host, workbook, tripsOf } = await openInExcel([{ name: "Sheet1", top: 0, left: 0, values: [] }]);
    const plan = planNewSet(
      {
        head: { year: 2024, of: "部门", unitName: "示例市教育局", moneyUnit: "万元", formulas: true },
        layout,
        tables: layout.tables.map(({ key }) => key),
        projects: ["业务费", "设备购置"],
        summary: true,
        extras: [],
        subjects: [{ code: "2210201", name: "住房公积金", tables: ["Z02", "Z03", "Z05"] }],
      },
      ["Sheet1"],
      true,
    );
    if (!("sheets" in plan)) throw new Error("not planned");
    let inserted: InsertedSet | undefined;
    expect(await tripsOf(async () => (inserted = await insertSet(host, plan)))).toBeLessThanOrEqual(4);
    const blank = await checkWorkbook(host);
    expect(blank.counts).toMatchObject({ errors: 0, verify: 0, toFill: 0 });
    expect(blank.book.tables.size).toBe(9);
    expect(blank.book.forms).toHaveLength(2);
    await withdrawSet(host, inserted!);
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Sheet1"]);

    await insertSet(host, plan);
    const row = 9;
    const writes = (
      ["公开02表 收入决算表", "公开03表 支出决算表", "公开05表 一般公共预算财政拨款支出决算表"] as const
    ).map((sheet) => ({ cell: { sheet, row, column: 3 }, content: 12.5, isFormula: false }));
    await host.write(writes);
    const { book } = await checkWorkbook(host);
    const shown = (table: "Z01" | "Z04", at: string, column: string): string =>
      String(book.tables.get(table)?.byKey.get(at)?.figures.get(column)?.value);
    expect([
      shown("Z01", "income.general", "amount"),
      shown("Z01", "expenditure.221", "amount"),
      shown("Z01", "expenditure.total", "amount"),
      shown("Z04", "expenditure.221", "general"),
      shown("Z04", "income.total", "amount"),
    ]).toEqual(Array.from({ length: 5 }, () => "12.5"));
  });

  it("gets rows for further 科目 in all tables they belong to, in order, with their sums, and loses them again", async () => {
    const { host, workbook } = await openInExcel([{ name: "Sheet1", top: 0, left: 0, values: [] }]);
    const plan = planNewSet(
      {
        head: { year: 2024, of: "部门", unitName: "示例市教育局", moneyUnit: "万元", formulas: true },
        layout,
        tables: layout.tables.map(({ key }) => key),
        projects: [],
        summary: false,
        extras: [],
        subjects: [{ code: "2210201", name: "住房公积金", tables: ["Z02", "Z03", "Z05"] }],
      },
      ["Sheet1"],
      false,
    );
    if (!("sheets" in plan)) throw new Error("not planned");
    await insertSet(host, plan);
    const before = workbook.contents();
    const grid = await host.read();
    const subjects = [
      { code: "2050202", name: "小学教育" },
      { code: "2210203", name: "购房补贴" },
    ];
    const { rows, left } = planRows(readBook(grid), grid, subjects, itemName, (table) => table !== "Z05");
    expect(left).toEqual([]);
    expect(rows.map(({ table, code }) => `${table} ${code}`)).toEqual(
      ["Z02", "Z03"].flatMap((table) => ["205", "20502", "2050202", "2210203"].map((code) => `${table} ${code}`)),
    );
    await addRows(host, rows);
    const sheet = "公开03表 支出决算表";
    await host.write([{ cell: { sheet, row: 9, column: 3 }, content: 8, isFormula: false }]);
    const { book } = await checkWorkbook(host);
    const table = book.tables.get("Z03");
    expect(table?.rows.map(({ code }) => code)).toEqual([
      undefined,
      "205",
      "20502",
      "2050202",
      "221",
      "22102",
      "2210201",
      "2210203",
    ]);
    const shown = (row: string): string => String(table?.byKey.get(row)?.figures.get("total")?.value);
    expect(["total", "205", "20502", "2050202"].map(shown)).toEqual(["8", "8", "8", "8"]);
    expect(String(book.tables.get("Z01")?.byKey.get("expenditure.205")?.figures.get("amount")?.value)).toBe("8");
    await expect(withdrawRows(host, rows)).rejects.toMatchObject({ code: "changed", detail: { sheet } });
    await host.write([{ cell: { sheet, row: 9, column: 3 }, content: null, isFormula: false }]);
    await withdrawRows(host, rows);
    const plain = ({ sheets }: typeof before): unknown =>
      sheets.map(({ name, cells }) => [name, cells.map(([r, c, { value, formula }]) => [r, c, value, formula])]);
    expect(plain(workbook.contents())).toEqual(plain(before));

    workbook.sheet(sheet)!.isProtected = true;
    await expect(addRows(host, rows)).rejects.toMatchObject({ code: "protected" });
    expect(plain(workbook.contents())).toEqual(plain(before));
  });
});
