import { describe, expect, it, test } from "vitest";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../../src/core/model/grid";
import { OWN_SHEETS } from "../../../src/core/model/own-sheets";
import { yearOfFileName } from "../../../src/core/reading/book-year";
import { readBook } from "../../../src/core/reading/read-book";

const sheet = (name: string, values: readonly (readonly CellValue[])[]): SheetGrid => ({
  name,
  top: 0,
  left: 0,
  values,
});
const Z03 = (title = "支出决算表", heads: readonly string[] = []): SheetGrid =>
  sheet("03", [
    [title],
    [...heads, "单位：万元"],
    ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"],
    ["", "合计", 10, 4, 6],
    [201, "一般公共服务支出", 10, 4, 6],
  ]);
const SG = (budget: string, final = "决算统计数"): SheetGrid =>
  sheet("07", [
    ["“三公”经费支出决算表"],
    ["单位：万元"],
    ["项目", "行次", budget, final],
    ["（一）支出合计", 1, 3, 2],
    ["1．因公出国（境）费", 2, 1, 1],
    ["2．公务用车购置及运行维护费", 3, 1, 1],
    ["3．公务接待费", 4, 1, 0],
  ]);
const yearOf = (...sheets: readonly SheetGrid[]): number | undefined => readBook({ sheets }).year;

describe("a workbook's year", () => {
  it("is the titles'", () => {
    expect(yearOf(sheet("2019", []), Z03("某局2021年度支出决算表"))).toBe(2021);
  });

  it("else a header's, the later where last year's figures stand beside", () => {
    expect(yearOf(Z03(), SG("2021年度预算数"))).toBe(2021);
    expect(yearOf(SG("2020年预算数", "2021年决算数"))).toBe(2021);
  });

  it("else a tab's", () => {
    expect(yearOf(Z03(), sheet("2021年封面", [["封面"]]))).toBe(2021);
  });

  it("else a cover's or a list of contents'", () => {
    expect(yearOf(sheet("封面", [["某局"], ["2021年度部门决算公开报表"], ["编制日期：2022年8月15日"]]), Z03())).toBe(
      2021,
    );
  });

  it("else the file name's, which is said", () => {
    const book = readBook({ sheets: [Z03()], fileName: "某局2021年度决算公开表.xlsx" });
    expect(book.year).toBe(2021);
    expect(book.notes).toEqual([
      { code: "yearFromFileName", message: "各表没有写明年度，按文件名“某局2021年度决算公开表.xlsx”取2021年度。" },
    ]);
  });

  it("is never the file name's where a sheet states one", () => {
    const book = readBook({ sheets: [Z03("2020年度支出决算表")], fileName: "2021.xlsx" });
    expect([book.year, book.notes]).toEqual([2020, []]);
  });

  it("is not known where nothing tells it", () => {
    expect(readBook({ sheets: [Z03()], fileName: "决算.xlsx" }).year).toBeUndefined();
  });
});

test.each([
  ["某局2021年度决算公开表.xlsx", 2021],
  ["2021-某局.xlsx", 2021],
  ["2021.xlsx", 2021],
  ["（2021）决算.xls", 2021],
  ["２０２１年决算.xlsx", 2021],
  ["某局2021年决算（2022定稿）.xlsx", 2021],
  ["2020年与2021年决算.xlsx", undefined],
  ["决算20220815.xlsx", undefined],
  ["决算2022-08.xlsx", undefined],
  ["决算2022年8月.xlsx", undefined],
  ["决算.xlsx", undefined],
])("the name %s tells %s", (name, year) => {
  expect(yearOfFileName(name)).toBe(year);
});

describe("部门 or 单位", () => {
  it.each<[string, string | undefined, readonly string[]]>([
    ["the tables' heads", "单位", ["单位：某某小学"]],
    ["the tables' heads", "部门", ["部门：某某局"]],
    ["a label over a name beside it", "部门", ["公开部门：", "某某局"]],
    ["nobody who only says 编制单位", undefined, ["编制单位：某某局"]],
    ["nobody", undefined, []],
  ])("is told by %s: %s", (_, word, heads) => {
    expect(readBook({ sheets: [Z03(undefined, heads)] }).body).toBe(word);
  });
});

test("sheets that the product wrote are known by name and read as nothing else", () => {
  const own = Object.values(OWN_SHEETS).map((name) => ({ ...Z03(), name }));
  const book: WorkbookGrid = { sheets: own };
  expect(readBook(book).sheets.map(({ kind, note }) => [kind, note])).toEqual(
    own.map(() => [null, "本工具写入的工作表，不参与核对。"]),
  );
});
