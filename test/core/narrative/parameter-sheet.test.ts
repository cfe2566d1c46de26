import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EDITIONS, type Edition } from "../../../src/core/editions";
import { amount } from "../../../src/core/model/amount";
import type { CellValue, SheetGrid } from "../../../src/core/model/grid";
import { isAskedIn, PARAMETER_CATALOGUE } from "../../../src/core/narrative/parameters/catalogue";
import { parameterSheet, PARAMETER_SHEET } from "../../../src/core/narrative/parameters/parameter-sheet";
import { readParameters } from "../../../src/core/narrative/parameters/read-parameters";
import type { Parameters } from "../../../src/core/narrative/parameters/parameters";
import { readBook } from "../../../src/core/reading/read-book";
import { CASE_NAMES, caseGrid, loadCase, type CaseName } from "../../support/cases";
import { caseParameters } from "./case-parameters";
import { bookOf } from "./book-builder";
import { draftCase, draftOf } from "./draft-case";

type Rows = readonly (readonly { readonly content: CellValue }[])[];

function gridOf(rows: Rows, name = PARAMETER_SHEET): SheetGrid {
  return { name, top: 0, left: 0, values: rows.map((row) => row.map((cell) => cell.content)) };
}

function plain(parameters: Parameters): Record<string, string> {
  return Object.fromEntries(
    [...parameters].map(([key, value]) => [key, value.kind === "number" ? value.value.toString() : value.text]),
  );
}

const HEADER = ["类别", "参数", "单位", "填写", "说明", "参数编号"];
function read(...lines: readonly (readonly CellValue[])[]) {
  return readParameters({ name: PARAMETER_SHEET, top: 0, left: 0, values: [HEADER, ...lines] }, "万元");
}

describe.each(CASE_NAMES)("the parameter sheet of %s", (name) => {
  const file = loadCase(name);
  const book = readBook(caseGrid(file));
  const filled = caseParameters(file);
  filled.set("原因.收支总计.比上年", { kind: "text", text: "人员增加" });

  it("keeps every value when it is made, read and made again", () => {
    const made = parameterSheet(book, filled, draftCase(name));
    const again = readParameters(gridOf(made.rows), book.moneyUnit);
    expect(again.notes).toEqual([]);
    expect(plain(again.parameters)).toEqual(plain(filled));
    expect(gridOf(parameterSheet(book, again.parameters, draftCase(name)).rows)).toEqual(gridOf(made.rows));
  });

  it("asks for everything the draft lacks without parameters", () => {
    const draft = draftCase(name, { parameters: new Map() });
    const keys = parameterSheet(book, new Map(), draft).rows.map((row) => row[5]?.content);
    const wanted = [...draft.missing.parameters, ...draft.missing.reasons].map((blank) => blank.key);
    expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
    expect(wanted.length).toBeGreaterThan(40);
  });

  it("has a line for the 年初预算 of each 项 of the department", () => {
    const keys = parameterSheet(book).rows.map((row) => row[5]?.content);
    const codes = [...(book.tables.get("Z05")?.rows ?? [])].filter((row) => row.level === "item");
    expect(codes.length).toBeGreaterThan(5);
    for (const { code } of codes) expect(keys).toContain(`年初预算.${code ?? ""}`);
  });
});

describe("what is asked", () => {
  const asked = (edition: Edition): readonly string[] =>
    PARAMETER_CATALOGUE.filter((spec) => isAskedIn(spec, edition)).map(({ key }) => key);

  it.each(EDITIONS.map((edition) => [edition.id, edition] as const))("%s: only what its text says", (_, edition) => {
    const text = readFileSync(new URL(`../../../assets/templates/${edition.template}`, import.meta.url), "utf8");
    // The year and the budget of 三公 stand in every text; 项目支出预算总额 is what the funds of the 自评 are a share of.
    const always = ["年度", "三公经费预算口径", "项目支出预算总额"];
    expect(asked(edition).filter((key) => !text.includes(` ${key}`) && !always.includes(key))).toEqual([]);
  });

  const INFORMATION: SheetGrid = {
    name: "机构运行信息表",
    top: 0,
    left: 0,
    values: [
      ["机构运行信息表"],
      ["项目", "行次", "预算数", "决算统计数"],
      ["（二）相关统计数", null, "—", "—"],
      ["1．因公出国（境）团组数（个）", 1, "—", 0],
      ["2．因公出国（境）人次数（人）", 2, "—", 0],
      ["3．公务用车购置数（辆）", 3, "—", 1],
      ["4．公务用车保有量（辆）", 4, "—", 7],
      ["5．国内公务接待批次（个）", 5, "—", null],
      ["二、机关运行经费", 6, "—", 88.5],
    ],
  };

  it("is not what the 机构运行信息表 states; a blank cell states nothing", () => {
    const book = readBook({ sheets: [INFORMATION] });
    const keys = parameterSheet(book).rows.map((row) => row[5]?.content);
    for (const key of ["因公出国（境）团组", "购置公务用车数", "公务用车保有量", "机关运行经费"])
      expect(keys).not.toContain(key);
    expect(keys).toContain("国内接待批次");
    const figures = draftOf(book)
      .sections.flatMap(({ paragraphs }) => paragraphs.flatMap(({ spans }) => spans))
      .flatMap((span) => (span.kind === "figure" ? [`${span.text}${span.unit}`] : []));
    expect(figures).toEqual(expect.arrayContaining(["7辆", "1辆", "88.5万元"]));
  });

  it("is still what was filled in: it goes before the sheets", () => {
    const book = readBook({ sheets: [INFORMATION] });
    const filled: Parameters = new Map([["公务用车保有量", { kind: "number", value: amount(9) }]]);
    expect(parameterSheet(book, filled).rows.map((row) => row[5]?.content)).toContain("公务用车保有量");
    expect(JSON.stringify(draftOf(book, { parameters: filled }).sections)).toContain('"text":"9","unit":"辆"');
  });

  it("are grades and counts only where the 汇总表 has none, and the funds only where the forms leave them open", () => {
    const keys = (name: CaseName): readonly unknown[] =>
      parameterSheet(readBook(caseGrid(loadCase(name)))).rows.map((row) => row[5]?.content);
    expect(keys("2022-zibo")).not.toContain("自评等级为优项目数");
    expect(keys("2022-zibo")).not.toContain("绩效自评项目数");
    expect(keys("2020-zaozhuang")).toContain("自评等级为优项目数");
    // 年初预算数 and 全年预算数 of its forms add up to different sums.
    expect(keys("2020-zaozhuang")).toContain("绩效自评涉及预算资金");
  });

  it("tells two 项 of one name apart by their codes", () => {
    const book = bookOf({
      Z05: [
        ["total", "合计", { total: "30" }],
        ["2010301", "行政运行", { total: "10" }],
        ["2080101", "行政运行", { total: "20" }],
      ],
    });
    const budgets = new Map(
      ["2010301", "2080101"].map((code) => [`年初预算.${code}`, { kind: "number" as const, value: amount(5) }]),
    );
    expect(draftOf(book, { parameters: budgets }).missing.reasons.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["2010301 行政运行决算数与预算数差异的原因", "2080101 行政运行决算数与预算数差异的原因"]),
    );
  });
});

describe("reading the parameter sheet", () => {
  it.each([
    ["text where a figure belongs", ["", "总额", "万元", "约20", "", "政府采购支出总额"], "D2“总额”不是数字，未采用"],
    ["a negative figure", ["", "总额", "万元", -3, "", "政府采购支出总额"], "D2“总额”不应为负数，未采用"],
    ["half a car", ["", "车辆", "辆", 1.5, "", "车辆合计"], "D2“车辆”应为整数，未采用"],
    ["an error value", ["", "总额", "万元", "#REF!", "", "政府采购支出总额"], "D2“总额”不是数字，未采用"],
    ["a key nobody asks for", ["", "别的", "", 5, "", "别的"], "D2“别的”的参数编号不认识，未采用"],
    ["a value without key", ["", "别的", "", 5, "", null], "D2“别的”没有参数编号，未采用"],
  ])("does not take %s, and says so", (_, line, message) => {
    const { parameters, notes } = read(line);
    expect(parameters.size).toBe(0);
    expect(notes.map((note) => note.message)).toEqual([message]);
  });

  it("takes the first of two values for one parameter, and says so", () => {
    const line = (value: number) => ["", "总额", "万元", value, "", "政府采购支出总额"];
    const { parameters, notes } = read(line(1), line(2));
    expect(plain(parameters)).toEqual({ 政府采购支出总额: "1" });
    expect(notes.map((note) => note.code)).toEqual(["parameterTwice"]);
  });

  it.each([
    ["blank is absent", null, {}],
    ["a dash is 0", "—", { 政府采购支出总额: "0" }],
    ["separators and full-width digits", "１,234.5", { 政府采购支出总额: "1234.5" }],
  ])("%s", (_, value, expected) => {
    expect(plain(read(["", "总额", "万元", value, "", "政府采购支出总额"]).parameters)).toEqual(expected);
  });

  it("converts a line kept in 元", () => {
    expect(plain(read(["", "总额", "元", 2000300, "", "政府采购支出总额"]).parameters)).toEqual({
      政府采购支出总额: "200.03",
    });
  });

  it("takes a reviewed project that the clerk added by its name", () => {
    const { parameters } = read(["部门（重点）评价得分", "热线项目", "分", 93.9, "", null]);
    expect(plain(parameters)).toEqual({ "部门评价.热线项目": "93.9" });
  });

  it("finds its header below other lines and right of other columns", () => {
    const values = [["某表"], [], [null, "填写", "参数编号"], [null, 7, "车辆合计"]];
    const { parameters } = readParameters({ name: "参数", top: 3, left: 2, values }, "万元");
    expect(parameters.get("车辆合计")?.cell).toEqual({ sheet: "参数", row: 6, column: 3 });
  });

  it("says that a sheet is none of ours", () => {
    const { notes } = readParameters({ name: "别的", top: 0, left: 0, values: [["a"]] }, "万元");
    expect(notes.map((note) => note.code)).toEqual(["parameterHeader"]);
  });
});
