import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import type { AccountBook } from "../../../src/core/model/book";
import { rule as f01 } from "../../../src/core/rules/form/f-01-tables-present";
import { rule as f02 } from "../../../src/core/rules/form/f-02-no-data-note";
import { rule as f03 } from "../../../src/core/rules/form/f-03-same-head";
import { rule as f04 } from "../../../src/core/rules/form/f-04-figures";
import { rule as f05 } from "../../../src/core/rules/form/f-05-plausible-figures";
import { rule as f06, wrongNumbers } from "../../../src/core/rules/form/f-06-line-numbers";
import { NOT_CALCULATED, type CellValue } from "../../../src/core/model/grid";
import { TABLE_KEYS, type TableKey } from "../../../src/core/model/table";
import { makeBook, makeTable, type BookSpec, type TableSpec } from "../../support/book-builder";
import { testRule, type Holds } from "../../support/rule-tester";

const book = (tables: BookSpec["tables"], more: Partial<BookSpec> = {}): AccountBook => makeBook({ tables, ...more });
const noTables: Holds = { name: "no tables", book: book({}) };
const empty: TableSpec = { rows: {} };
const all = (left: readonly TableKey[] = []): BookSpec["tables"] =>
  Object.fromEntries(TABLE_KEYS.filter((key) => !left.includes(key)).map((key) => [key, empty]));

testRule(f01, {
  satisfied: [
    { name: "all nine of 2022", book: book(all(), { year: 2022 }) },
    { name: "2019 has no GZ", book: book(all(["GZ"]), { year: 2019 }) },
    {
      name: "a rival of another unit is said by F-03",
      book: book(all(), { year: 2022, rivals: [{ table: makeTable("Z02", empty), cause: "otherUnit" }] }),
    },
  ],
  violated: [
    {
      name: "2020 requires GZ",
      book: book(all(["GZ"]), { year: 2020 }),
      cells: [""],
      message: "缺少国有资本经营预算财政拨款",
      severity: "verify",
    },
    {
      name: "the missing one may be on a sheet that was not read",
      book: {
        ...book(all(["Z03"]), { year: 2022 }),
        sheets: [{ name: "公开03表", kind: null, note: "内容损坏", notes: [], unread: true }],
      },
      cells: [""],
      message: "，没有读取的工作表“公开03表”中或许有",
      severity: "error",
    },
    {
      name: "some provinces publish 三公 elsewhere",
      book: book(all(["SG"]), { year: 2022 }),
      cells: [""],
      message: "缺少财政拨款“三公”经费支出决算表",
      severity: "verify",
    },
    {
      name: "a sheet that says it is the table is named, and the table is not missing",
      book: {
        ...book(all(["Z03"]), { year: 2022 }),
        sheets: [{ name: "公开03表", kind: null, claims: "Z03", note: "没有找到该表的表头。", notes: [] }],
      },
      cells: [""],
      message: "“公开03表”标明是支出决算表，但没有读出：没有找到该表的表头",
      severity: "error",
    },
    {
      name: "two are missing",
      book: book(all(["Z02", "Z06"]), { year: 2021 }),
      cells: ["", ""],
      message: "缺少收入决算表（2021 年公开表样要求列出）",
    },
    {
      name: "one stands twice",
      book: book(all(), {
        year: 2022,
        rivals: [{ table: makeTable("Z02", { rows: {}, sheet: "表二" }), cause: "duplicate" }],
      }),
      cells: ["A1"],
      message: "“表二”与“表Z02”都是收入决算表",
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "没有识别出任何一张决算公开表" },
    { name: "no year, no GZ", book: book(all(["GZ"])), reason: "没有读到决算年度" },
  ],
});

testRule(f02, {
  satisfied: [
    { name: "empty with note", book: book({ JJ: { rows: { total: {} }, noDataNote: "本单位没有……故本表无数据" } }) },
    { name: "filled without note", book: book({ JJ: { rows: { total: { total: 1 } } } }) },
    {
      name: "a note about a part of a filled table",
      book: book({ SG: { rows: { final: { reception: 1 } }, noDataNote: "本单位没有因公出国（境）费支出" } }),
    },
    { name: "unreadable figures are not nothing", book: book({ JJ: { rows: { total: { total: "#REF!" } } } }) },
  ],
  violated: [
    {
      name: "empty without note",
      book: book({ JJ: { rows: { total: { total: 0 } } } }),
      cells: ["A1"],
      message: "没有注明",
    },
    {
      name: "filled with note",
      book: book({ JJ: { rows: { total: { total: 1 } }, noDataNote: "本表无数据" } }),
      cells: ["A8"],
      message: "却注明无数据",
    },
  ],
  notEvaluated: [{ ...noTables, reason: "没有识别出" }],
});

const heads = (second: Partial<TableSpec>): AccountBook =>
  book({
    Z01: { rows: {}, unitName: "某某（局）", year: 2022 },
    Z02: { rows: {}, unitName: "某某(局)", year: 2022 },
    Z03: { rows: {}, unitName: "某某 （局）", year: 2022, ...second },
  });
testRule(f03, {
  satisfied: [{ name: "label noise is no difference", book: heads({}) }],
  violated: [
    {
      name: "another name",
      book: heads({ unitName: "某某局本级" }),
      cells: ["A3"],
      message: "“表Z03”的单位名称是“某某局本级”，其他表是“某某（局）”",
    },
    { name: "last year's title", book: heads({ year: 2021 }), cells: ["A1"], message: "年度是“2021”" },
    { name: "another money unit", book: heads({ moneyUnit: "元" }), cells: ["F3"], message: "金额单位是“元”" },
    {
      name: "a table of another unit",
      book: makeBook({
        tables: { Z01: { rows: {}, unitName: "甲局", year: 2022 }, Z02: { rows: {}, unitName: "甲局", year: 2022 } },
        rivals: [{ table: makeTable("Z01", { rows: {}, unitName: "乙局", sheet: "乙" }), cause: "otherUnit" }],
      }),
      cells: ["A3"],
      message: "“乙”是“乙局”的收入支出决算总表",
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "注明单位名称的表不足两张" },
    { name: "one table", book: book({ Z01: empty }), reason: "注明年度的表不足两张" },
  ],
});

const cellOf = (value: CellValue): AccountBook => book({ Z03: { rows: { "201": { total: 5, basic: value } } } });
const many = (value: string, count: number): AccountBook =>
  book({
    Z03: { rows: Object.fromEntries(Array.from({ length: count }, (_, i) => [`${201 + i}`, { total: value }])) },
  });
testRule(f04, {
  satisfied: [
    { name: "a number", book: cellOf(3.2) },
    { name: "blanks and dashes are zero", book: cellOf("——") },
  ],
  violated: [
    { name: "an error value", book: cellOf("#REF!"), cells: ["D7"], message: "D7 应填数字，现在是错误值 #REF" },
    { name: "words", book: cellOf("见附表"), cells: ["D7"], message: "是“见附表”" },
    {
      name: "a formula nobody calculated",
      book: cellOf(NOT_CALCULATED),
      cells: ["D7"],
      message: "有 1 个公式没有计算结果，请用 Excel 或 WPS 打开并保存后再核对：D7",
    },
    {
      name: "a number stored as text",
      book: cellOf("1,225.21"),
      cells: ["D7"],
      severity: "verify",
      message: "有 1 个数以文本形式存放：D7",
    },
    {
      name: "many texts at once are one finding",
      book: many("1.00", 7),
      cells: ["C7,C8,C9,C10,C11,C12,C13"],
      severity: "verify",
      message: "有 7 个数以文本形式存放：C7、C8、C9、C10、C11 等 7 处",
    },
    {
      name: "eleven error values are one finding",
      book: many("#N/A", 11),
      cells: [Array.from({ length: 11 }, (_, i) => `C${7 + i}`).join()],
      message: "有 11 个应填金额的单元格不是数字",
    },
  ],
  notEvaluated: [{ ...noTables, reason: "没有识别出" }],
});

testRule(f05, {
  satisfied: [
    {
      name: "negative balances",
      book: book({
        Z01: { rows: { "income.opening": -3, "expenditure.closing": -2, "expenditure.distribution": -1 } },
        JJ: { rows: { "212": { opening: -1, closing: -1 } } },
      }),
    },
    { name: "binary noise is no decimal", book: cellOf(1234.56 + 0.000000000001) },
    {
      name: "fen in a table in 元",
      book: makeBook({ moneyUnit: "元", tables: { Z03: { rows: { "201": { total: "12.345" } } } } }),
    },
    {
      name: "a sheet in 元 converted to 万元",
      book: book({ Z03: { rows: { "201": { total: 12345 } }, moneyUnit: "元" } }),
    },
  ],
  violated: [
    { name: "negative expenditure", book: cellOf(-3), cells: ["D7"], message: "D7 201 科目201 · 基本支出为负数 -3.00" },
    { name: "three decimals", book: cellOf(3.125), cells: ["D7"], message: "有 1 个万元数超过两位小数：D7" },
  ],
  notEvaluated: [{ ...noTables, reason: "没有识别出" }],
});

const numbered = (...numbers: CellValue[]): AccountBook => {
  const keys = numbers.map((_, i) => `income.item${i}`);
  return book({
    Z01: {
      rows: Object.fromEntries(keys.map((key) => [key, 1])),
      lineNumbers: Object.fromEntries(keys.map((key, i) => [key, numbers[i] ?? null])),
    },
  });
};
testRule(f06, {
  satisfied: [{ name: "starts anywhere", book: numbered(31, 32, 33) }],
  violated: [
    { name: "one odd number", book: numbered(1, 2, 29, 4, 5), cells: ["B9"], message: "行次为 29，应为 3" },
    { name: "a gap is said once", book: numbered(1, 2, 4, 5, 6), cells: ["B9"], message: "行次为 4，应为 3" },
  ],
  notEvaluated: [
    { ...noTables, reason: "没有识别出带行次的表" },
    { name: "no such column", book: book({ Z01: { rows: { "income.general": 1 } } }), reason: "没有行次栏" },
  ],
});

describe("wrong line numbers", () => {
  it.each([
    [[1, 2, 3], {}],
    [[7, 2, 3, 4], { 0: 1 }],
    [[1, 2, 2, 3, 4], { 2: 3 }],
    [[1, 2, 3, 9], { 3: 4 }],
    [[26, 29, 28, 29, 30, 31, 14], { 1: 27, 6: 32 }],
    [[5], {}],
    [[], {}],
  ])("%j → %j", (numbers, expected) => {
    const wrong = wrongNumbers(numbers.map((number) => amount(number)));
    expect(Object.fromEntries([...wrong].map(([index, value]) => [index, value.toNumber()]))).toEqual(expected);
  });
});
