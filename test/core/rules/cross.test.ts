import { rule as x01 } from "../../../src/core/rules/cross/x-01-income";
import { rule as x02 } from "../../../src/core/rules/cross/x-02-expenditure";
import { rule as x03 } from "../../../src/core/rules/cross/x-03-fiscal-income";
import { rule as x04 } from "../../../src/core/rules/cross/x-04-general-budget";
import { rule as x05 } from "../../../src/core/rules/cross/x-05-basic-expenditure";
import { rule as x06 } from "../../../src/core/rules/cross/x-06-funds";
import { rule as x07 } from "../../../src/core/rules/cross/x-07-parts-of-whole";
import { rule as x08 } from "../../../src/core/rules/cross/x-08-three-public";
import { rule as x09 } from "../../../src/core/rules/cross/x-09-balances";
import { rule as x10 } from "../../../src/core/rules/cross/x-10-prior-year";
import { rule as x11 } from "../../../src/core/rules/cross/x-11-codes-and-names";
import { rule as x12 } from "../../../src/core/rules/cross/x-12-parts-within-wholes";
import type { AccountBook } from "../../../src/core/model/book";
import { makeBook, type BookSpec, type TableSpec } from "../../support/book-builder";
import { testRule, type Holds } from "../../support/rule-tester";

const book = (tables: BookSpec["tables"], more: Partial<BookSpec> = {}): AccountBook => makeBook({ tables, ...more });
const noTables: Holds = { name: "no tables", book: book({}) };

const income = (fiscal: number, other?: TableSpec["columns"]): AccountBook =>
  book({
    Z01: { rows: { "income.general": 10, "income.fund": 2, "income.other": 3, "income.current": 15 } },
    Z02: { rows: { total: { total: 15, fiscal, other: 3 } }, ...(other ? { columns: other } : {}) },
  });
testRule(x01, {
  satisfied: [
    { name: "item by item", book: income(12) },
    {
      name: "合计 not printed: the classes stand for it",
      book: book({
        Z01: { rows: { "income.general": 12, "income.current": 12 } },
        Z02: { rows: { "201": { total: 7, fiscal: 7 }, "205": { total: 5, fiscal: 5 } } },
      }),
    },
  ],
  withinRounding: [{ name: "0.01", book: income(12.01) }],
  violated: [
    { name: "0.02", book: income(12.02), cells: ["D7"], message: /^收入决算表合计 · 财政拨款收入比.*多 0\.02 万元/ },
  ],
  notEvaluated: [
    { ...noTables, reason: /缺少收入支出决算总表[^]*缺少收入决算表/ },
    { name: "Z02 prints no such column", book: income(12, ["total", "fiscal"]), reason: "没有“其他收入”栏" },
  ],
});

const expenditure = (z01: Record<string, number>, z03: Record<string, number>): AccountBook =>
  book({
    Z01: { rows: Object.fromEntries(Object.entries(z01).map(([key, value]) => [`expenditure.${key}`, value])) },
    Z03: { rows: z03 },
  });
testRule(x02, {
  satisfied: [
    { name: "by class", book: expenditure({ "201": 5, "205": 0, current: 5 }, { "201": 5, total: 5 }) },
    {
      name: "no 类 printed in Z03: its 款 stand for it",
      book: expenditure({ "201": 5, current: 5 }, { "20103": 3, "20106": 2, total: 5 }),
    },
  ],
  withinRounding: [{ name: "0.01", book: expenditure({ "201": 5.01, current: 5 }, { "201": 5, total: 5 }) }],
  violated: [
    {
      name: "0.02",
      book: expenditure({ "201": 5.02, current: 5 }, { "201": 5, total: 5 }),
      cells: ["C7"],
      message: "多 0.02 万元",
    },
    {
      name: "a class that Z03 does not print",
      book: expenditure({ "201": 5, "205": 2, current: 7 }, { "201": 5, total: 7 }),
      cells: ["C8"],
      message: "支出决算表没有 205 类",
    },
    {
      name: "a class that Z01 does not print",
      book: expenditure({ "201": 5, current: 7 }, { "201": 5, "205": 2, total: 7 }),
      cells: ["C8"],
      message: "收入支出决算总表没有 205 类",
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "缺少支出决算表" },
    {
      name: "the class may be the one nobody knows",
      book: expenditure({ "201": 5, "unlisted.新类": 2, current: 7 }, { "201": 5, "205": 2, total: 7 }),
      reason: "未识别的项目",
    },
  ],
});

const fiscal = (general: number, columns?: TableSpec["columns"]): AccountBook =>
  book({
    Z01: { rows: { "income.general": 10, "income.fund": 2 } },
    Z02: { rows: { total: { fiscal: 12 } }, ...(columns ? { columns } : {}) },
    Z04: { rows: { "income.general": general, "income.fund": 2, "income.stateCapital": null, "income.current": 12 } },
  });
testRule(x03, {
  satisfied: [{ name: "2019: Z01 prints no state capital", book: fiscal(10) }],
  withinRounding: [{ name: "0.01", book: fiscal(10.01) }],
  violated: [{ name: "0.02", book: fiscal(10.02), cells: ["C7"], message: "多 0.02 万元" }],
  notEvaluated: [
    { name: "no Z01, no Z02", book: book({ Z04: { rows: { "income.general": 1 } } }), reason: /总表[^]*收入决算表/ },
    { name: "no fiscal column", book: fiscal(10, ["total"]), reason: "没有“财政拨款收入”栏" },
  ],
});

const general = (value: number): AccountBook =>
  book({
    Z04: {
      rows: {
        "expenditure.201": { general: value },
        "expenditure.212": { fund: 4 },
        "expenditure.current": { general: 5, fund: 4 },
      },
    },
    Z05: { rows: { "201": 5, total: 5 } },
  });
testRule(x04, {
  satisfied: [{ name: "the fund column is none of its business", book: general(5) }],
  withinRounding: [{ name: "0.01", book: general(5.01) }],
  violated: [{ name: "0.02", book: general(5.02), cells: ["E7"], message: "一般公共预算财政拨款" }],
  notEvaluated: [{ ...noTables, reason: "缺少" }],
});

const basic = (value: number, z06: TableSpec["rows"] = { personnelTotal: 4, publicTotal: 1 }): AccountBook =>
  book({ Z05: { rows: { total: { total: 9, basic: value } } }, Z06: { rows: z06 } });
testRule(x05, {
  satisfied: [
    { name: "both totals", book: basic(5) },
    { name: "one total not printed: 合计", book: basic(5, { total: 5, personnelTotal: 4 }) },
    { name: "no totals printed: the classes", book: basic(5, { "301": 4, "302": 1, "30101": 4 }) },
  ],
  withinRounding: [{ name: "0.01", book: basic(5.01) }],
  violated: [{ name: "0.02", book: basic(5.02), cells: ["D7"], message: /比各项之和（2 项）多 0\.02/ }],
  notEvaluated: [
    { ...noTables, reason: "缺少" },
    {
      name: "no basic column",
      book: book({ Z05: { rows: { total: 1 }, columns: ["total"] }, Z06: { rows: { "301": 1 } } }),
      reason: "基本支出",
    },
  ],
});

const fund = (jj: TableSpec["rows"], more: Partial<TableSpec> = {}): AccountBook =>
  book({
    Z04: {
      rows: {
        "income.fund": 5,
        "income.opening": 3,
        "income.opening.fund": 3,
        "expenditure.212": { fund: 6 },
        "expenditure.current": { fund: 6 },
        "expenditure.closing": { fund: 2 },
      },
    },
    JJ: { rows: jj, ...more },
  });
testRule(x06, {
  satisfied: [
    {
      name: "all four and the class",
      book: fund({ "212": { total: 6 }, total: { opening: 3, income: 5, total: 6, closing: 2 } }),
    },
    {
      name: "without balance columns",
      book: fund({ "212": { total: 6 }, total: { total: 6 } }, { columns: ["total", "basic", "project"] }),
    },
  ],
  withinRounding: [
    { name: "0.01", book: fund({ "212": { total: 6 }, total: { opening: 3.01, income: 5, total: 6, closing: 2 } }) },
  ],
  violated: [
    {
      name: "0.02",
      book: fund({ "212": { total: 6 }, total: { opening: 3, income: 5, total: 6, closing: 2.02 } }),
      cells: ["H8"],
      message: "年末结转和结余",
    },
    {
      name: "figures in Z04, no data in JJ",
      book: fund({}, { noDataNote: "本表无数据" }),
      cells: ["F11", "F10", "C7", "C9", "F12"],
      message: "本年支出合计",
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "缺少财政拨款收入支出决算总表" },
    {
      name: "2019: no GZ",
      book: book({ Z04: { rows: { "expenditure.current": { total: 1 } } } }),
      reason: "国有资本经营",
    },
  ],
});

const parts = (z03: number, otherIncome: number | null, z05 = 10): AccountBook =>
  book({
    Z01: { rows: { "income.general": 12, "income.other": otherIncome, "income.opening": 1 } },
    Z03: { rows: { "201": { total: z03, basic: z03 }, total: { total: z03, basic: z03 } } },
    Z04: { rows: { "income.opening": 1, "expenditure.current": { total: 10, general: 10 } } },
    Z05: { rows: { "201": { total: z05, basic: z05 }, total: { total: z05, basic: z05 } } },
  });
testRule(x07, {
  satisfied: [
    { name: "equal where all income is fiscal", book: parts(10, null) },
    { name: "above where there is other income", book: parts(12, 3) },
    {
      name: "levels that Z03 does not print are not compared",
      book: book({
        Z03: { rows: { "201": 10, total: 10 } },
        Z05: { rows: { "201": 10, "20103": 10, "2010301": 10, total: 10 } },
      }),
    },
    {
      name: "above where Z01 has more opening balance than Z04",
      book: book({
        Z01: { rows: { "income.general": 12, "income.opening": 5 } },
        Z03: { rows: { "201": 12, total: 12 } },
        Z04: { rows: { "income.opening": 1 } },
        Z05: { rows: { "201": 10, total: 10 } },
      }),
    },
  ],
  withinRounding: [{ name: "0.01 below", book: parts(9.99, 3) }],
  violated: [
    {
      name: "0.02 above in a fiscal-only book",
      book: parts(10.02, null),
      cells: ["C8", "D8", "C7", "D7"],
      message: "应相等",
    },
    { name: "0.02 below", book: parts(9.98, 3), cells: ["C8", "D8", "C7", "D7"], message: "不应小于 10.00" },
    {
      name: "a code that Z03 lacks",
      book: book({ Z03: { rows: { "201": 10, total: 12 } }, Z05: { rows: { "201": 10, "205": 2, total: 12 } } }),
      cells: ["C8"],
      message: /少 2\.00 万元/,
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "缺少支出决算表" },
    {
      name: "no parts",
      book: book({ Z03: { rows: { total: 1 } } }),
      reason: /一般公共预算[^]*政府性基金[^]*国有资本经营/,
    },
    {
      name: "a column of a part that was not read: the rest is still compared",
      book: book({
        Z03: { rows: { "201": { total: 10, basic: 10, project: 0 } } },
        Z05: { rows: { "201": { total: 10, project: 0 } }, columns: ["total", "project"] },
      }),
      reason: "一般公共预算财政拨款支出决算表没有“基本支出”栏",
    },
    {
      name: "a row that contradicts itself",
      book: book({
        Z03: { rows: { "201": { total: 9, basic: 9, project: 0 } } },
        Z05: { rows: { "201": { total: 10, basic: 9, project: 0 } } },
      }),
      reason: "201 科目201一行本身不平",
    },
    {
      name: "a column of the whole that was not read",
      book: book({
        Z03: { rows: { "201": { total: 10 } }, columns: ["total"] },
        Z05: { rows: { "201": { total: 10, basic: 10, project: 0 } } },
      }),
      reason: "支出决算表没有“项目支出”栏",
    },
  ],
});

const publicExpenses = (abroad: number): AccountBook =>
  book({ Z06: { rows: { "30212": 3 } }, SG: { rows: { budget: {}, final: { abroad } } } });
testRule(x08, {
  satisfied: [{ name: "part of the whole", book: publicExpenses(4) }],
  withinRounding: [{ name: "0.01 below", book: publicExpenses(2.99) }],
  violated: [{ name: "0.02 below", book: publicExpenses(2.98), cells: ["D8"], message: "不应小于 3.00" }],
  notEvaluated: [
    { ...noTables, reason: "缺少" },
    {
      name: "no final row",
      book: book({ Z06: { rows: { "30212": 3 } }, SG: { rows: { budget: {} } } }),
      reason: "决算数",
    },
    {
      name: "no such column",
      book: book({ Z06: { rows: { "30212": 3 } }, SG: { rows: { final: {} }, columns: ["total"] } }),
      reason: "因公出国",
    },
  ],
});

const balances = (opening: number): AccountBook =>
  book({
    Z01: { rows: { "income.opening": opening, "expenditure.closing": 9 } },
    Z04: { rows: { "income.opening": 5, "expenditure.closing": { total: 8 } } },
  });
testRule(x09, {
  satisfied: [{ name: "both above", book: balances(6) }],
  withinRounding: [{ name: "0.01 below", book: balances(4.99) }],
  violated: [{ name: "0.02 below", book: balances(4.98), cells: ["C7"], message: "不应小于 5.00" }],
  notEvaluated: [
    { name: "not printed", book: book({ Z01: { rows: {} }, Z04: { rows: {} } }), reason: "年初结转和结余" },
  ],
});

const thisYear = (opening: number, jj = 2): AccountBook =>
  book(
    {
      Z01: { rows: { "income.opening": opening } },
      Z04: { rows: { "income.opening": opening, "income.opening.general": opening } },
      JJ: { rows: { "212": { opening: jj }, total: { opening: jj } } },
    },
    { year: 2022 },
  );
const lastYear = (more: Partial<BookSpec> = {}, factor = 1): AccountBook =>
  book(
    {
      Z01: { rows: { "expenditure.closing": 5 * factor } },
      Z04: { rows: { "expenditure.closing": { total: 5 * factor, general: 5 * factor } } },
      JJ: { rows: { "212": { closing: 2 * factor }, total: { closing: 2 * factor } } },
    },
    { year: 2021, ...more },
  );
testRule(x10, {
  satisfied: [
    { name: "as last year closed", book: thisYear(5), priorYear: lastYear() },
    { name: "last year in 元", book: thisYear(5), priorYear: lastYear({ moneyUnit: "元" }, 10_000) },
  ],
  withinRounding: [{ name: "0.01", book: thisYear(5.01), priorYear: lastYear() }],
  violated: [
    {
      name: "0.02 in Z01 and Z04",
      book: thisYear(5.02),
      priorYear: lastYear(),
      cells: ["C7", "C8"],
      message: /多 0\.02 万元（上年 5\.00，本年 5\.02；上年“表Z01”C7）/,
    },
    {
      name: "JJ by row",
      book: thisYear(5, 3),
      priorYear: lastYear(),
      cells: ["C8", "C7"],
      message: "合计 · 年初结转和结余",
    },
  ],
  notEvaluated: [
    { name: "no workbook of last year", book: thisYear(5), reason: "没有提供上年决算工作簿" },
    { name: "not last year", book: thisYear(5), priorYear: lastYear({ year: 2019 }), reason: "2019 年" },
    {
      name: "last year lacks tables",
      book: thisYear(5),
      priorYear: book({}, { year: 2021 }),
      reason: "上年工作簿缺少",
    },
  ],
});

const named = (
  names: Record<string, string>,
  rows: Record<string, number> = { "201": 1, "20103": 1, "2010301": 1 },
): TableSpec => ({ rows, names });
const STANDARD = { "201": "一般公共服务支出", "20103": "政府办公厅（室）及相关机构事务", "2010301": "行政运行" };
testRule(x11, {
  satisfied: [
    {
      name: "label noise is no difference",
      book: book({
        Z02: named(STANDARD),
        Z03: named({ ...STANDARD, "201": "一般公共服务", "20103": "政府办公厅(室)及相关 机构事务" }),
      }),
    },
    { name: "款 left out throughout", book: book({ Z02: named(STANDARD, { "201": 1, "2010301": 1 }) }) },
    {
      name: "an earlier name of the class",
      book: book({
        Z01: { rows: { "expenditure.210": 1 }, names: { "expenditure.210": "卫生健康支出" } },
        Z03: named({ "210": "医疗卫生与计划生育支出" }, { "210": 1 }),
      }),
    },
  ],
  violated: [
    {
      name: "two names for one code",
      book: book({ Z02: named(STANDARD), Z03: named(STANDARD), Z05: named({ ...STANDARD, "2010301": "机关服务" }) }),
      cells: ["B9"],
      message: "科目 2010301 在一般公共预算财政拨款支出决算表为“机关服务”",
    },
    {
      name: "cut short: to be explained only",
      book: book({ Z02: named(STANDARD), Z03: named({ ...STANDARD, "20103": "政府办公厅（室）" }) }),
      cells: ["B8"],
      message: "20103",
      severity: "verify",
    },
    {
      name: "a class named like another",
      book: book({ Z03: named({ ...STANDARD, "201": "教育支出" }) }),
      cells: ["B7"],
      message: "与编码不符",
    },
    {
      name: "a code twice",
      book: book({ Z03: named(STANDARD, { "201": 1, "20103": 1, "2010301": 1, "2010301#2": 1 }) }),
      cells: ["A10"],
      message: "出现 2 次",
    },
    {
      name: "an item without its 款",
      book: book({ Z03: named(STANDARD, { "201": 1, "20103": 1, "2010301": 1, "2010602": 1 }) }),
      cells: ["A10"],
      message: "没有所属的款 20106",
    },
    {
      name: "a 款 without its 类",
      book: book({ Z06: { rows: { "301": 1, "30101": 1, "30201": 1 } } }),
      cells: ["A9"],
      message: "没有所属的类 302",
    },
  ],
  notEvaluated: [{ ...noTables, reason: "没有列示科目编码的表" }],
});

const opening = (whole: number, parts: Readonly<Record<string, number>>): AccountBook =>
  book({ Z01: { rows: { "income.opening": whole, ...parts } } });
const tuition = (part: number): AccountBook =>
  book({
    Z02: {
      rows: { total: { undertaking: 10, "undertaking.tuition": part } },
      columns: ["undertaking", "undertaking.tuition"],
    },
  });
testRule(x12, {
  satisfied: [
    { name: "parts of a balance", book: opening(10, { "income.opening.basic": 10, "income.opening.project": 0 }) },
    { name: "a column", book: tuition(10) },
    { name: "a line that only its 其中 tells", book: opening(10, { "income.opening.sub.专用结余": 9 }) },
  ],
  withinRounding: [{ name: "0.01", book: opening(10, { "income.opening.basic": 10.01 }) }],
  violated: [
    {
      name: "a part of a balance by 0.02",
      book: opening(10, { "income.opening.basic": 10.02 }),
      cells: ["C7"],
      message: "0.02",
    },
    {
      name: "a line that only its 其中 tells",
      book: opening(10, { "income.opening.sub.专用结余": 11 }),
      cells: ["C7"],
      message: "1.00",
    },
    { name: "a column", book: tuition(11), cells: ["C7"], message: "1.00" },
  ],
  notEvaluated: [
    {
      name: "beside a negative part",
      book: opening(5, { "income.opening.basic": 8, "income.opening.business": -3 }),
      reason: "有负数",
    },
    { name: "no such line or column", book: book({ Z05: { rows: { total: 1 } } }), reason: "没有“其中”" },
  ],
});
