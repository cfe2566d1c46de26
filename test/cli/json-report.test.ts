import { describe, expect, it } from "vitest";
import { checkGrid } from "../../src/app/check-workbook";
import { jsonWorkbook } from "../../src/cli/json-report";
import { caseGrid, loadCase } from "../support/cases";

describe("one workbook of the JSON document", () => {
  it("lists a sheet that could not be read once, with the reason", () => {
    const { sheets } = caseGrid(loadCase("2022-zibo"));
    const grid = { sheets, skipped: [{ name: "坏表", reason: "内容损坏" }] };
    const workbook = jsonWorkbook("a.xlsx", checkGrid(grid), false) as { sheets: { name: string }[] };
    expect(workbook.sheets).toHaveLength(sheets.length + 1);
    expect(workbook.sheets.filter(({ name }) => name === "坏表")).toEqual([
      { name: "坏表", table: null, note: "内容损坏" },
    ]);
  });
});
