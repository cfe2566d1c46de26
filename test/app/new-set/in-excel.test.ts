import { afterEach, describe, expect, it } from "vitest";
import { checkWorkbook } from "../../../src/app/check-workbook";
import { insertSet, withdrawSet, type InsertedSet } from "../../../src/app/new-set/insert-set";
import { planNewSet } from "../../../src/app/new-set/set-plan";
import { layoutFor } from "../../../src/core/templates/set-request";
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
});
