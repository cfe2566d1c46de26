import { describe, expect, test } from "vitest";
import type { CellValue, SheetGrid } from "../../../src/core/model/grid";
import { figureAt } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { caseGrid, loadCase } from "../../support/cases";
import { gridOf } from "./grid-of";

const zibo = caseGrid(loadCase("2022-zibo"));
const sheetOf = (part: string): SheetGrid => zibo.sheets.find((sheet) => sheet.name.includes(part))!;
const withCell = (sheet: SheetGrid, row: number, column: number, value: CellValue): SheetGrid => ({
  ...sheet,
  values: sheet.values.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell))),
});

describe("sheets that are none of ours", () => {
  test.each([
    ["empty", "", /空白/],
    ["title only", "收入支出决算总表\n单位：某某局", /没有找到该表的表头/],
    ["title and sentences", "收入决算表\n本年收入较上年有所增长。\n支出情况如下。", /没有找到该表的表头/],
    [
      "another kind of table",
      "财政专户管理资金支出决算表\n科目编码|科目名称|项目支出\n201|一般公共服务支出|5",
      /不是本工具核对/,
    ],
    ["contents", "目录\n收入支出决算总表|1\n收入决算表|2\n支出决算表|3", /目录/],
    ["free text", "第一部分 概况\n一、主要职能", /没有找到/],
    [
      "ambiguous labels",
      "项目||本年支出||\n科目编码|科目名称|小计|基本支出|项目支出\n201|一般公共服务支出|3|1|2",
      /没有找到/,
    ],
  ])("%s", (_, text, note) => {
    const book = readBook({ sheets: [gridOf(text)] });
    expect(book.tables.size).toBe(0);
    expect(book.sheets[0]?.kind).toBeNull();
    expect(book.sheets[0]?.note).toMatch(note);
    expect(book.notes.map((item) => item.code)).toContain("nothingFound");
  });

  test("a skipped sheet keeps its reason", () => {
    const book = readBook({ sheets: [], skipped: [{ name: "图表", reason: "图表工作表，没有单元格。" }] });
    expect(book.sheets).toEqual([
      { name: "图表", kind: null, note: "图表工作表，没有单元格。", notes: [], unread: true },
    ]);
  });
});

describe("labels without a title", () => {
  test("收入决算表 is told by its columns, with a note", () => {
    const sheet = sheetOf("公开02表");
    const book = readBook({ sheets: [{ ...sheet, name: "Sheet2", values: sheet.values.slice(1) }] });
    expect([...book.tables.keys()]).toEqual(["Z02"]);
    expect(book.sheets[0]?.notes.map((note) => note.code)).toEqual(["untitled"]);
  });
});

describe("cells that are no figures", () => {
  test.each([
    ["#REF!", "invalid"],
    ["待核实", "invalid"],
    ["—", "dash"],
    ["1,225.21", "amount"],
  ])("%s is read as %s, the rest of the table too", (value, kind) => {
    const book = readBook({ sheets: [withCell(sheetOf("公开03表"), 9, 3, value)] });
    const table = book.tables.get("Z03")!;
    expect(figureAt(table, "2010301", "basic")?.kind).toBe(kind);
    expect(figureAt(table, "2010302", "project")?.value.toString()).toBe("691.22");
    expect(table.rows.length).toBe(24);
  });

  test("an error value in the first row of figures is no header", () => {
    const sheet = sheetOf("公开05表");
    const values = sheet.values.map((row, r) => (r === 6 ? ["合计", null, "#REF!", "#REF!", "#REF!"] : row));
    const book = readBook({ sheets: [{ ...sheet, values: values.filter((_, r) => r !== 5) }] });
    expect(figureAt(book.tables.get("Z05")!, "total", "basic")?.raw).toBe("#REF!");
  });
});

describe("several sheets for one table", () => {
  test("the first with figures is used, the other is set aside as duplicate", () => {
    const filled = sheetOf("公开02表");
    const blank = { ...filled, name: "空表", values: filled.values.map((row, r) => (r > 5 ? row.slice(0, 2) : row)) };
    const book = readBook({ sheets: [blank, filled, { ...filled, name: "副本" }] });
    expect(book.tables.get("Z02")?.sheet).toBe(filled.name);
    expect(book.rivals.map((rival) => [rival.table.sheet, rival.cause])).toEqual([
      ["空表", "duplicate"],
      ["副本", "duplicate"],
    ]);
    expect(book.sheets[0]?.note).toContain(filled.name);
  });

  const renamed = (sheet: SheetGrid, unit: string, name: string): SheetGrid => ({
    ...withCell(sheet, 2, 0, `部门：${unit}`),
    name,
  });

  test("本级 in one sheet's name is one organisation where no table repeats", () => {
    const book = readBook({
      sheets: [sheetOf("公开01表"), renamed(sheetOf("公开02表"), "淄博市人民政府办公室本级", "02")],
    });
    expect([...book.tables.keys()]).toEqual(["Z01", "Z02"]);
    expect(book.rivals).toEqual([]);
    expect(book.notes[0]?.message).toContain("单位名称不一致");
  });

  test("本级 and the whole department are two organisations where a table repeats", () => {
    const own = ["公开01表", "公开02表", "公开03表"].map(sheetOf);
    const other = renamed(sheetOf("公开02表"), "淄博市人民政府办公室本级", "02本级");
    const book = readBook({ sheets: [...own, other] });
    expect(book.unitName).toBe("淄博市人民政府办公室");
    expect(book.rivals.map((rival) => [rival.table.sheet, rival.cause])).toEqual([["02本级", "otherUnit"]]);
  });

  test("two organisations below one another on a sheet are not mixed", () => {
    const one = sheetOf("公开05表");
    const two = renamed(one, "另一单位", "x");
    const book = readBook({ sheets: [{ ...one, values: [...one.values, ...two.values] }] });
    expect(book.tables.get("Z05")?.rows.length).toBe(24);
    expect(book.rivals.map(({ table, cause }) => [table.unitName?.text, cause])).toEqual([["另一单位", "otherUnit"]]);
  });

  test("another table below on the same sheet is a table of its own", () => {
    const book = readBook({
      sheets: [{ ...sheetOf("公开02表"), values: [...sheetOf("公开02表").values, ...sheetOf("公开03表").values] }],
    });
    expect(book.tables.get("Z02")?.rows.length).toBe(24);
    expect(book.sheets.map((sheet) => [sheet.name, sheet.kind])).toEqual([
      ["公开02表 收入决算表", "Z02"],
      ["公开02表 收入决算表", "Z03"],
    ]);
  });
});

describe("money units", () => {
  test("a sheet in 元 among sheets in 万元 is converted", () => {
    const sheet = sheetOf("公开05表");
    const inYuan = withCell(withCell(sheet, 2, 4, "单位：元"), 6, 2, 108390300);
    const book = readBook({ sheets: [sheetOf("公开01表"), sheetOf("公开02表"), inYuan] });
    expect(book.moneyUnit).toBe("万元");
    const figure = figureAt(book.tables.get("Z05")!, "total", "total");
    expect(figure?.value.toString()).toBe("10839.03");
    expect(figure?.printing.scale.toString()).toBe("0.0001");
  });

  test.each([
    [null, "unitMissing"],
    ["单位：千元", "foreignUnit"],
  ])("unit %s is noted as %s", (unit, code) => {
    const book = readBook({ sheets: [withCell(sheetOf("公开05表"), 2, 4, unit)] });
    expect(book.sheets[0]?.notes.map((note) => note.code)).toEqual([code]);
  });
});

describe("size", () => {
  test("1,000 sheets and sheets of 100,000 rows are read in seconds", () => {
    const junk = (name: string, rows: number): SheetGrid => ({
      name,
      top: 0,
      left: 0,
      values: Array.from({ length: rows }, (_, r) => [r, "明细", r * 1.5, null, "备注"]),
    });
    const header = sheetOf("公开02表");
    const long: SheetGrid = {
      ...header,
      values: [
        ...header.values.slice(0, 7),
        ...Array.from({ length: 100_000 }, () => ["2010301", "行政运行", 1, 1, null, null]),
      ],
    };
    const many = Array.from({ length: 1000 }, (_, i) => (i % 2 ? { ...header, name: `S${i}` } : junk(`S${i}`, 30)));
    const started = performance.now();
    const book = readBook({ sheets: [...many, junk("长表", 100_000), { ...long, name: "长收入表" }] });
    // Generous, since test machines are shared: it takes about six seconds on one core.
    expect(performance.now() - started).toBeLessThan(60_000);
    expect(book.sheets).toHaveLength(1002);
    expect(book.rivals).toHaveLength(500);
  }, 90_000);
});
