import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import { figureAt, type TableKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "./grid-of";

const bookOf = (text: string): AccountBook => readBook({ sheets: [gridOf(text)] });

function complaints(book: AccountBook): readonly string[] {
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  return findings.filter((item) => item.rule !== "F-01").map((item) => `${item.rule} ${item.message}`);
}

/** A right table as some office prints it: which table it is, and where "row column" stands. */
interface Variant {
  readonly text: string;
  readonly table: TableKey;
  readonly facts: Readonly<Record<string, string>>;
}

const VARIANTS: Readonly<Record<string, Variant>> = {
  "the fund's name over 合计, 基本支出 and 项目支出": {
    text: `
      一般公共预算财政拨款支出决算表
      项目||一般公共预算财政拨款支出||
      科目编码|科目名称|合计|基本支出|项目支出
      201|一般公共服务支出|3.1|2.1|1
      合计||3.1|2.1|1`,
    table: "Z05",
    facts: { "total total": "C5=3.1", "201 basic": "D4=2.1" },
  },
  "an empty table of dashes": {
    text: `
      国有资本经营预算财政拨款支出决算表
      项目||合计|基本支出|项目支出
      科目编码|科目名称|||
      合|计|—|—|—
      本单位没有国有资本经营预算财政拨款支出，故本表无数据。`,
    table: "GZ",
    facts: { "total total": "C4=0" },
  },
  "parents left blank over a page break": {
    text: `
      支出决算表
      科目编码|||科目名称|本年支出合计|基本支出|项目支出
      类|款|项||||
      201|||一般公共服务支出|3|2|1
      |'03||政府办公厅（室）及相关机构事务|3|2|1
      ||'01|行政运行|2|2|
      支出决算表（续）
      科目编码|||科目名称|本年支出合计|基本支出|项目支出
      类|款|项||||
      ||'02|一般行政管理事务|1||1
      合计||||3|2|1`,
    table: "Z03",
    facts: { "2010301 basic": "F6=2", "2010302 project": "G10=1", "total total": "E11=3" },
  },
  "the note at the foot of each page": {
    text: `
      支出决算表
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      合计||3|2|1
      201|一般公共服务支出|2|2|
      注：本表反映部门本年度各项支出情况。
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      208|社会保障和就业支出|1||1
      注：本表反映部门本年度各项支出情况。`,
    table: "Z03",
    facts: { "201 total": "C4=2", "208 project": "E7=1" },
  },
  "codes with dots, with 类款项 and as text of a decimal number": {
    text: `
      支出决算表
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      合计||3|2|1
      201类|一般公共服务支出|3|2|1
      '20103.0|政府办公厅（室）及相关机构事务|3|2|1
      '201.03.01|行政运行|3|2|1`,
    table: "Z03",
    facts: { "201 total": "C4=3", "20103 basic": "D5=2", "2010301 project": "E6=1" },
  },
  "预算数 over 决算数, each with a header of its own": {
    text: `
      财政拨款“三公”经费支出决算表
      2023年度预算数|||||
      合计|因公出国（境）费|公务用车购置及运行费|||公务接待费
      ||小计|公务用车购置费|公务用车运行费|
      1|2|3|4|5|6
      10|0|6|0|6|4
      2023年度决算数|||||
      合计|因公出国（境）费|公务用车购置及运行费|||公务接待费
      ||小计|公务用车购置费|公务用车运行费|
      7|8|9|10|11|12
      8|0|5|0|5|3`,
    table: "SG",
    facts: { "budget total": "A6=10", "final total": "A11=8", "final reception": "F11=3" },
  },
  "a title over two rows": {
    text: `
      一般公共预算财政拨款
      基本支出决算表
      科目编码|科目名称|决算数
      301|工资福利支出|3.1
      30101|基本工资|3.1
      合计||3.1`,
    table: "Z06",
    facts: { "301 amount": "C4=3.1", "total amount": "C6=3.1" },
  },
  "人员经费 and 公用经费 as lines over their classes": {
    text: `
      一般公共预算财政拨款基本支出决算表
      经济分类科目编码|科目名称|金额
      |合计|13.1
      |一、人员经费|8.1
      301|工资福利支出|8.1
      |二、公用经费|5
      302|商品和服务支出|5`,
    table: "Z06",
    facts: { "personnelTotal amount": "C4=8.1", "publicTotal amount": "C6=5" },
  },
  "a part of 302 that counts as 人员经费": {
    text: `
      一般公共预算财政拨款基本支出决算表
      科目编码|科目名称|合计|人员经费|公用经费
      301|工资福利支出|8.1|8.1|
      302|商品和服务支出|5|2|3
      30201|办公费|3||3
      30239|其他交通费用|2|2|
      合计||13.1|10.1|3`,
    table: "Z06",
    facts: { "302 personnel": "D4=2", "personnelTotal amount": "D7=10.1" },
  },
  "classes of the government's own economic classification": {
    text: `
      一般公共预算财政拨款基本支出决算表
      科目编码|科目名称|决算数
      501|机关工资福利支出|8.1
      502|机关商品和服务支出|5
      人员经费合计||8.1
      公用经费合计||5
      合计||13.1`,
    table: "Z06",
    facts: { "501 amount": "C3=8.1", "publicTotal amount": "C6=5" },
  },
  "a group of other words over 小计, 人员经费 and 公用经费": {
    text: `
      一般公共预算财政拨款基本支出决算表
      支出经济分类科目||本年一般公共预算财政拨款基本支出||
      科目编码|科目名称|小计|人员经费|公用经费
      合计||37|30|7
      301|工资福利支出|30|30|
      302|商品和服务支出|7||7`,
    table: "Z06",
    facts: { "total amount": "C4=37", "302 public": "E6=7" },
  },
  "人员经费合计 in a column between the blocks": {
    text: `
      一般公共预算财政拨款基本支出决算表
      人员经费||||公用经费||
      科目编码|科目名称|金额||科目编码|科目名称|金额
      301|工资福利支出|30||302|商品和服务支出|7
      人员经费合计|||30|公用经费合计||7`,
    table: "Z06",
    facts: { "personnelTotal amount": "D5=30", "publicTotal amount": "G5=7" },
  },
  "公用经费合计 filled into all cells of its merged area": {
    text: `
      一般公共预算财政拨款基本支出决算表
      人员经费|人员经费|人员经费|公用经费|公用经费|公用经费|公用经费|公用经费|公用经费
      科目编码|科目名称|决算数|科目编码|科目名称|决算数|科目编码|科目名称|决算数
      301|工资福利支出|30|302|商品和服务支出|7|310|资本性支出|2
      人员经费合计|人员经费合计|30|公用经费合计|公用经费合计|公用经费合计|公用经费合计|公用经费合计|9`,
    table: "Z06",
    facts: { "personnelTotal amount": "C5=30", "publicTotal amount": "I5=9" },
  },
  "a row for each organisation, 合计 last": {
    text: `
      财政拨款“三公经费”支出决算表
      单位名称|预算数||||决算数|||
      |合计|因公出国（境）费|公务用车购置及运行费|公务接待费|合计|因公出国（境）费|公务用车购置及运行费|公务接待费
      某某局本级|10|0|6|4|8|0|5|3
      某某中心|5|0|3|2|4|0|2|2
      合计|15|0|9|6|12|0|7|5`,
    table: "SG",
    facts: { "budget total": "B6=15", "final reception": "I6=5" },
  },
  "使用专用结余 on a line of its own": {
    text: `
      一、收入支出决算总表
      收入||支出|
      项目|决算数|项目|决算数
      一、一般公共预算财政拨款收入|10|一、一般公共服务支出|16
      本年收入合计|10|本年支出合计|16
      使用非财政拨款结余|4|结余分配|
      使用专用结余|1|年末结转和结余|1
      年初结转和结余|2||
      总计|17|总计|17`,
    table: "Z01",
    facts: { "income.usedSurplus amount": "B6=4", "income.total amount": "B9=17" },
  },
  "收入合计 and 支出合计 for 总计": {
    text: `
      收入支出决算总表
      收入||支出|
      项目|决算数|项目|决算数
      一、财政拨款收入|13|一、一般公共服务支出|12.5
      本年收入小计|13|本年支出小计|12.5
      上年结转|1|结转下年|1.5
      收入合计|14|支出合计|14`,
    table: "Z01",
    facts: { "income.current amount": "B5=13", "income.total amount": "B7=14", "expenditure.total amount": "D7=14" },
  },
  "last year's finals on the left": {
    text: `
      收入支出决算总表
      收入|||支出||
      项目|2022年度决算数|2023年度决算数|项目|2022年度决算数|2023年度决算数
      一、一般公共预算财政拨款收入|1|10|一、一般公共服务支出|2|10
      本年收入合计|1|10|本年支出合计|1|10
      总计|1|10|总计|1|10`,
    table: "Z01",
    facts: { "income.general amount": "C4=10", "expenditure.201 amount": "F4=10" },
  },
  "last year's finals and next year's budget beside 三公": {
    text: `
      “三公”经费支出决算表
      项目|2022年决算数|2023年预算数|2023年决算数|2024年预算数
      合计|1|10|9|3
      因公出国（境）费|1|1|1|3
      公务接待费||2|2|
      公务用车购置及运行费||7|6|`,
    table: "SG",
    facts: { "budget total": "C3=10", "final vehicles": "D6=6" },
  },
  "merged labels filled into each of their cells": {
    text: `
      支出决算表|支出决算表|支出决算表|支出决算表|支出决算表
      项目|项目|本年支出合计|基本支出|项目支出
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      合计|合计|3|2|1
      201|一般公共服务支出|3|2|1
      注：本表反映部门本年度各项支出情况。|注：本表反映部门本年度各项支出情况。|||`,
    table: "Z03",
    facts: { "total total": "C4=3", "201 project": "E5=1" },
  },
  "a third block by economic classification": {
    text: `
      收入支出决算总表
      收入|||支出|||支出||
      项目|行次|决算数|项目（按功能分类）|行次|决算数|项目（按支出性质和经济分类）|行次|决算数
      一、一般公共预算财政拨款收入|1|10|一、一般公共服务支出|10|10|一、基本支出|20|6
      二、事业收入|2||二、外交支出|11||二、项目支出|21|4
      本年收入合计|3|10|本年支出合计|12|10|本年支出合计|22|10
      总计|4|10|总计|13|10|总计|23|10`,
    table: "Z01",
    facts: { "expenditure.201 amount": "F4=10", "expenditure.total amount": "F7=10" },
  },
};

describe.each(Object.entries(VARIANTS))("%s", (_name, { text, table: key, facts }) => {
  const book = bookOf(text);

  test("is read where it stands", () => {
    const table = book.tables.get(key);
    const read = Object.keys(facts).map((fact) => {
      const [row = "", column = ""] = fact.split(" ");
      const figure = table && figureAt(table, row, column);
      return [fact, figure ? `${a1(figure.cell)}=${figure.value.toString()}` : "absent"];
    });
    expect(Object.fromEntries(read)).toEqual(facts);
  });

  test("is not complained of", () => {
    expect(complaints(book)).toEqual([]);
  });
});

/** A slip in a variant that only its own way of adding up shows. */
test.each([
  ["a part of 302 that counts as 人员经费", "合计||13.1|10.1|3", "合计||13.1|11.1|2", "Z06-02"],
  ["classes of the government's own economic classification", "公用经费合计||5", "公用经费合计||6", "Z06-02"],
  ["使用专用结余 on a line of its own", "使用专用结余|1", "使用专用结余|3", "Z01-03"],
  ["a row for each organisation, 合计 last", "合计|15|0|9|6|12|0|7|5", "合计|15|0|9|6|15|0|7|5", "SG-01"],
])("%s: a slip is named", (name, right, wrong, rule) => {
  const text = VARIANTS[name]?.text.replace(right, wrong) ?? "";
  expect(complaints(bookOf(text)).map((item) => item.split(" ")[0])).toContain(rule);
});

describe("heads", () => {
  const HEADS: readonly (readonly [string, string | undefined, string | undefined])[] = [
    ["编制单位：某某局  2024年度    金额单位：元（列至角分）", "某某局", "元"],
    ["单位：万元（保留两位小数）|||部门：某某局", "某某局", "万元"],
    ["部门：某某局||||金额单位：万元、人、次", "某某局", "万元"],
    ["填报单位（公章）|某某局|填报日期：2025年1月3日|单位|万元", "某某局", "万元"],
    ["部门（单位）名称：某某局|||单位：元", "某某局", "元"],
  ];

  test.each(HEADS)("%s", (line, organisation, unit) => {
    const table = bookOf(
      `收入决算表\n${line}\n科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n201|一般公共服务支出|3|2|1`,
    ).tables.get("Z02");
    expect([table?.unitName?.text, table?.moneyUnit?.unit]).toEqual([organisation, unit]);
  });
});

test.each([
  ["2024年度|||2025年9月", 2024],
  ["公开日期：2025年9月20日", undefined],
  ["2024年12月31日", 2024],
])("%s states the year %s", (line, year) => {
  const text = `收入决算表\n${line}\n科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n201|一般公共服务支出|3|2|1`;
  expect(bookOf(text).tables.get("Z02")?.year).toBe(year);
});

test("a stroke stands for nothing, like a dash", () => {
  const book = bookOf("支出决算表\n科目编码|科目名称|本年支出合计|基本支出|项目支出\n201|一般公共服务支出|2|2|/");
  expect(complaints(book)).toEqual([]);
});

test.each([
  ["机构运行信息表", ["SG"]],
  ["财政拨款“三公”经费情况表", ["SG"]],
])("%s with the rows of 三公 is %s", (title, keys) => {
  const rows = "（一）支出合计|9|9\n1.因公出国（境）费|1|1\n2.公务用车购置及运行维护费|6|6\n3.公务接待费|2|2";
  const book = bookOf(`${title}\n部门：某某局||单位：万元\n项目|预算数|决算统计数\n${rows}`);
  expect([...book.tables.keys()]).toEqual(keys);
});
