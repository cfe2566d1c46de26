import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { caseGrid, loadCase } from "../../support/cases";

type Rows = CellValue[][];

/** Counts of one rule: satisfied, violated, not evaluated. */
function counts(grid: WorkbookGrid, rule: string): readonly number[] {
  const row = checkGrid(grid).result.coverage.find((item) => item.rule === rule);
  return row ? [row.satisfied, row.violated, row.notEvaluated] : [];
}

function onSheet(grid: WorkbookGrid, name: RegExp, change: (rows: Rows) => Rows): WorkbookGrid {
  return {
    sheets: grid.sheets.map((sheet) =>
      name.test(sheet.name) ? { ...sheet, merges: [], values: change(sheet.values.map((row) => [...row])) } : sheet,
    ),
  };
}

const luozhuang = caseGrid(loadCase("2021-luozhuang"));
const zaozhuang = caseGrid(loadCase("2020-zaozhuang"));

/** Found by fuzzing: what people jot beside and below the tables, and blanks inside labels, must not move a verdict. */
describe("jottings", () => {
  it("beside 无数据 leave it the note it is", () => {
    const jotted = onSheet(luozhuang, /^公开08/, (rows) =>
      rows.map((row) => (String(row[0]).includes("无数据") ? [...row, null, 123.45] : row)),
    );
    expect(jotted).not.toEqual(luozhuang);
    expect(counts(jotted, "F-02")).toEqual(counts(luozhuang, "F-02"));
  });

  it.each(["复核人：", "制表人：张三", "财务负责人：", "联系电话："])(
    "%s below a 汇总表 is no project",
    (signature) => {
      const signed = onSheet(zaozhuang, /汇总/, (rows) => [...rows, [], [null, signature, "李四"]]);
      for (const rule of ["HZ-01", "HZ-03"]) expect(counts(signed, rule), rule).toEqual(counts(zaozhuang, rule));
    },
  );

  it("blanks inside 成本指标 leave it a cost", () => {
    const spaced = onSheet(zaozhuang, /^自评表/, (rows) =>
      rows.map((row) => row.map((value) => (value === "成本指标" ? "成 本\n指标" : value))),
    );
    for (const rule of ["ZP-11", "ZP-13", "ZP-14"]) expect(counts(spaced, rule), rule).toEqual(counts(zaozhuang, rule));
  });
});
