import { describe } from "vitest";
import { RULES } from "../../../src/core/rules";
import { rule as gz01 } from "../../../src/core/rules/table/gz-01-basic-and-project";
import { rule as jj01 } from "../../../src/core/rules/table/jj-01-rows";
import { rule as sg01 } from "../../../src/core/rules/table/sg-01-composition";
import { rule as sg02 } from "../../../src/core/rules/table/sg-02-within-budget";
import { rule as z0101 } from "../../../src/core/rules/table/z01-01-income-total";
import { rule as z0102 } from "../../../src/core/rules/table/z01-02-expenditure-total";
import { rule as z0103 } from "../../../src/core/rules/table/z01-03-income-grand-total";
import { rule as z0104 } from "../../../src/core/rules/table/z01-04-expenditure-grand-total";
import { rule as z0105 } from "../../../src/core/rules/table/z01-05-totals-agree";
import { rule as z0201 } from "../../../src/core/rules/table/z02-01-income-sources";
import { rule as z0301 } from "../../../src/core/rules/table/z03-01-expenditure-kinds";
import { rule as z0401 } from "../../../src/core/rules/table/z04-01-funds";
import { rule as z0402 } from "../../../src/core/rules/table/z04-02-current-totals";
import { rule as z0403 } from "../../../src/core/rules/table/z04-03-opening";
import { rule as z0404 } from "../../../src/core/rules/table/z04-04-grand-totals";
import { rule as z0405 } from "../../../src/core/rules/table/z04-05-funds-balance";
import { rule as z0501 } from "../../../src/core/rules/table/z05-01-basic-and-project";
import { rule as z0601 } from "../../../src/core/rules/table/z06-01-classes";
import { rule as z0602 } from "../../../src/core/rules/table/z06-02-personnel-and-public";
import type { AccountBook } from "../../../src/core/model/book";
import type { ColumnKey, TableKey } from "../../../src/core/model/table";
import { makeBook, type RowValues, type TableSpec } from "../../support/book-builder";
import { testRule, type Holds } from "../../support/rule-tester";

/** A book of one table with these rows. */
const one = (key: TableKey, rows: Record<string, RowValues>, more: Partial<TableSpec> = {}): AccountBook =>
  makeBook({ tables: { [key]: { rows, ...more } } });
const noTables: Holds = { name: "no tables", book: makeBook({ tables: {} }) };

testRule(z0101, {
  satisfied: [
    {
      name: "Σ of two items",
      book: one("Z01", { "income.general": 100, "income.other": "2.5", "income.current": 102.5 }),
    },
    {
      name: "元 adds up exactly",
      book: makeBook({
        moneyUnit: "元",
        tables: { Z01: { rows: { "income.general": 0.1, "income.fund": 0.2, "income.current": 0.3 } } },
      }),
    },
  ],
  withinRounding: [
    // Three rounded figures: up to 0.015.
    {
      name: "0.01 over three figures",
      book: one("Z01", { "income.general": 1.11, "income.other": 2.22, "income.current": 3.34 }),
    },
  ],
  violated: [
    {
      name: "0.02 over three figures",
      book: one("Z01", { "income.general": 1.11, "income.other": 2.22, "income.current": 3.35 }),
      cells: ["C9"],
      message: /^本年收入合计比.*多 0\.02 万元（应为 3\.33，现为 3\.35）/,
    },
    {
      name: "0.01 in 元, where nothing is rounded",
      book: makeBook({ moneyUnit: "元", tables: { Z01: { rows: { "income.general": 0.1, "income.current": 0.11 } } } }),
      cells: ["C8"],
      message: /0\.01 元/,
    },
    {
      name: "an unlisted item takes part: to be explained only",
      book: one(
        "Z01",
        { "income.general": 10, "income.unlisted.教育收费": 3, "income.current": 10 },
        { names: { "income.general": "一般公共预算", "income.unlisted.教育收费": "教育收费" } },
      ),
      cells: ["C9"],
      severity: "verify",
      message: /教育收费/,
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "缺少收入支出决算总表" },
    { name: "no total line", book: one("Z01", { "income.general": 1 }), reason: "没有“本年收入合计”行" },
    { name: "nothing but blanks", book: one("Z01", { "income.general": null, "income.current": 0 }), reason: "无数据" },
    {
      name: "an error value",
      book: one("Z01", { "income.general": "#REF!", "income.current": 5 }),
      reason: "C7 不是数字",
    },
  ],
});

testRule(z0102, {
  satisfied: [
    {
      name: "sub-lines and balances are no items",
      book: one("Z01", {
        "expenditure.201": 3,
        "expenditure.205": 4,
        "expenditure.current": 7,
        "expenditure.closing": 9,
        "expenditure.closing.basic": 9,
      }),
    },
  ],
  withinRounding: [
    { name: "0.01", book: one("Z01", { "expenditure.201": 3, "expenditure.205": 4, "expenditure.current": 7.01 }) },
  ],
  violated: [
    {
      name: "0.02",
      book: one("Z01", { "expenditure.201": 3, "expenditure.205": 4, "expenditure.current": 7.02 }),
      cells: ["C9"],
      message: "多 0.02 万元",
    },
  ],
  notEvaluated: [
    { ...noTables, reason: "缺少" },
    { name: "no total", book: one("Z01", { "expenditure.201": 3 }), reason: "本年支出合计" },
  ],
});

const grand = (total: number): AccountBook =>
  one("Z01", { "income.current": 5.11, "income.usedSurplus": 1, "income.opening": 2.22, "income.total": total });
testRule(z0103, {
  satisfied: [{ name: "with used surplus", book: grand(8.33) }],
  withinRounding: [{ name: "four figures, 0.02", book: grand(8.35) }],
  violated: [{ name: "four figures, 0.03", book: grand(8.36), cells: ["C10"], message: /^总计（收入）比/ }],
  notEvaluated: [{ ...noTables, reason: "缺少" }],
});

const spent = (total: number): AccountBook =>
  one("Z01", {
    "expenditure.current": 5.11,
    "expenditure.distribution": 1,
    "expenditure.closing": -2.22,
    "expenditure.total": total,
  });
testRule(z0104, {
  satisfied: [{ name: "a negative balance", book: spent(3.89) }],
  withinRounding: [{ name: "0.02", book: spent(3.91) }],
  violated: [{ name: "0.03", book: spent(3.92), cells: ["C10"], message: /^总计（支出）比/ }],
  notEvaluated: [{ ...noTables, reason: "缺少" }],
});

const totals = (left: RowValues, right: RowValues): AccountBook =>
  one("Z01", { "income.total": left, "expenditure.total": right });
testRule(z0105, {
  satisfied: [{ name: "equal", book: totals(8, "8.00") }],
  withinRounding: [{ name: "0.01", book: totals(8.01, 8) }],
  violated: [{ name: "0.011 exact figure", book: totals(8.016, 8), cells: ["C7"], message: "多 0.016 万元" }],
  notEvaluated: [{ name: "one side missing", book: one("Z01", { "income.total": 1 }), reason: "总计（支出）" }],
});

const row = (key: TableKey, values: Partial<Record<ColumnKey, number | string>>): AccountBook =>
  one(key, { total: values });
for (const [rule, key, parts] of [
  [z0201, "Z02", ["fiscal", "undertaking", "other"]],
  [z0301, "Z03", ["basic", "project", "business"]],
  [z0501, "Z05", ["basic", "project"]],
  [gz01, "GZ", ["basic", "project"]],
  [jj01, "JJ", ["basic", "project"]],
] as const) {
  const columns: ColumnKey[] = ["total", ...parts];
  const book = (total: number): AccountBook =>
    one(
      key,
      { total: { total, ...Object.fromEntries(parts.map((part) => [part, 1.11])) } },
      key === "GZ" ? { columns } : {},
    );
  // Income that covers the expenditure keeps JJ's closing balance at nil.
  const balanced = (total: number): AccountBook =>
    key === "JJ" ? one(key, { total: { income: total, total, basic: 1.11, project: 1.11 } }) : book(total);
  const k = parts.length + 1;
  const inside = Math.floor(k / 2) / 100;
  const sum = (1.11 * parts.length).toFixed(2);
  testRule(rule, {
    satisfied: [{ name: "Σ of its parts", book: balanced(Number(sum)) }],
    withinRounding: [
      { name: `${inside} over ${k} figures`, book: balanced(Number((Number(sum) + inside).toFixed(2))) },
    ],
    violated: [
      {
        name: "0.01 more",
        book: balanced(Number((Number(sum) + inside + 0.01).toFixed(2))),
        cells: [key === "JJ" ? "E7" : "C7"],
        message: /比.*多 0\.0\d 万元/,
      },
    ],
    notEvaluated: [
      { ...noTables, reason: "缺少" },
      {
        name: "no total column",
        book: one(key, { total: { basic: 1, fiscal: 1 } }, { columns: ["basic", "fiscal"] }),
        reason: "没有“",
      },
    ],
  });
}

describe("JJ-01 balances", () => {
  const flow = (closing: number): AccountBook =>
    row("JJ", { opening: 3.1, income: 5, total: 4.1, project: 4.1, closing });
  testRule(jj01, {
    satisfied: [{ name: "3.10 + 5 − 4.10 = 4", book: flow(4) }],
    withinRounding: [{ name: "four figures, 0.02", book: flow(4.02) }],
    violated: [{ name: "0.03", book: flow(3.97), cells: ["H7"], message: /年末结转和结余比.*少 0\.03 万元/ }],
    notEvaluated: [
      {
        name: "the form prints no balances",
        book: one("JJ", { total: { total: 1, basic: 1 } }, { columns: ["total", "basic", "project"] }),
        reason: "没有“年末结转和结余”栏",
      },
    ],
  });
});

const rowZ04 = (total: number): AccountBook => one("Z04", { "expenditure.201": { total, general: 1.11, fund: 2.22 } });
testRule(z0401, {
  satisfied: [
    { name: "two funds", book: rowZ04(3.33) },
    {
      name: "2019 without state capital",
      book: one(
        "Z04",
        { "expenditure.201": { total: 2, general: 2 } },
        { columns: ["amount", "total", "general", "fund"] },
      ),
    },
  ],
  withinRounding: [{ name: "0.01", book: rowZ04(3.34) }],
  violated: [{ name: "0.02", book: rowZ04(3.35), cells: ["D7"], message: "多 0.02 万元" }],
  notEvaluated: [{ ...noTables, reason: "缺少财政拨款收入支出决算总表" }],
});

const current = (income: number, fund: number): AccountBook =>
  one("Z04", {
    "income.general": 1.11,
    "income.fund": 2.22,
    "income.current": income,
    "expenditure.201": { total: 1.11, general: 1.11 },
    "expenditure.212": { total: 2.22, fund: 2.22 },
    "expenditure.current": { total: 3.33, general: 1.11, fund },
  });
testRule(z0402, {
  satisfied: [{ name: "income and every column", book: current(3.33, 2.22) }],
  withinRounding: [{ name: "0.01", book: current(3.34, 2.23) }],
  violated: [
    {
      name: "0.02 in income, 0.02 in a column",
      book: current(3.35, 2.24),
      cells: ["C9", "F12"],
      message: "本年收入合计",
    },
  ],
  notEvaluated: [{ ...noTables, reason: "缺少" }],
});

const opening = (total: number): AccountBook =>
  one("Z04", { "income.opening": total, "income.opening.general": 1.9, "income.opening.fund": 3.1 });
testRule(z0403, {
  satisfied: [{ name: "two parts", book: opening(5) }],
  withinRounding: [{ name: "0.01", book: opening(5.01) }],
  violated: [{ name: "0.02", book: opening(4.98), cells: ["C7"], message: "少 0.02 万元" }],
  notEvaluated: [{ name: "parts not printed", book: one("Z04", { "income.opening": 5 }), reason: "没有印" }],
});

const sides = (income: number, general: number): AccountBook =>
  one("Z04", {
    "income.current": 10,
    "income.opening": 1,
    "income.total": income,
    "expenditure.current": { total: 9, general: 9 },
    "expenditure.closing": { total: 2, general: 2 },
    "expenditure.total": { total: 11, general },
  });
testRule(z0404, {
  satisfied: [{ name: "both sides", book: sides(11, 11) }],
  withinRounding: [{ name: "0.01", book: sides(11.01, 11) }],
  violated: [{ name: "0.02", book: sides(11.02, 10.98), cells: ["C9", "E12"], message: "总计（收入）" }],
  notEvaluated: [{ name: "no 总计", book: one("Z04", { "income.current": 1 }), reason: "总计（收入）" }],
});

const funds = (general: number, openingGeneral: RowValues): AccountBook =>
  one("Z04", {
    "income.general": 10,
    "income.opening": 1,
    "income.opening.general": openingGeneral,
    "income.total": 11,
    "expenditure.total": { total: 11, general },
  });
testRule(z0405, {
  satisfied: [{ name: "by fund", book: funds(11, 1) }],
  withinRounding: [{ name: "0.01", book: funds(11.01, 1) }],
  violated: [{ name: "0.02", book: funds(11.02, 1), cells: ["E11"], message: "一般公共预算财政拨款" }],
  notEvaluated: [
    {
      name: "openings not printed by fund",
      book: one("Z04", { "income.general": 10, "income.opening": 1 }),
      reason: "没有按资金分列",
    },
  ],
});

const classes = (total: number): AccountBook => one("Z06", { "301": total, "30101": 1.11, "30102": 2.22, "302": 7 });
testRule(z0601, {
  satisfied: [{ name: "a class without printed 款 is left alone", book: classes(3.33) }],
  withinRounding: [{ name: "0.01", book: classes(3.34) }],
  violated: [
    { name: "0.02", book: classes(3.35), cells: ["C7"], message: /^301 科目301比 30101\+30102 多 0\.02 万元/ },
  ],
  notEvaluated: [{ name: "classes only", book: one("Z06", { "301": 1, "302": 2 }), reason: "没有同时印有类和款" }],
});

const fundsTotals = (personnel: number, publicTotal: number): AccountBook =>
  one("Z06", { "301": 4355.63, "303": 508.23, "302": 465.03, "310": 1, personnelTotal: personnel, publicTotal });
testRule(z0602, {
  satisfied: [
    { name: "both totals", book: fundsTotals(4863.86, 466.03) },
    {
      name: "款 stand in where no 类 is printed",
      book: one("Z06", { "30101": 1, "30301": 2, "30201": 4, personnelTotal: 3, publicTotal: 4 }),
    },
  ],
  withinRounding: [{ name: "0.01", book: fundsTotals(4863.85, 466.03) }],
  violated: [
    {
      name: "the case of 2022",
      book: fundsTotals(4863.84, 466.05),
      cells: ["C11", "C12"],
      message: /^人员经费合计比 301\+303 少 0\.02 万元（应为 4,863\.86，现为 4,863\.84）$/,
    },
  ],
  notEvaluated: [{ name: "no totals", book: one("Z06", { "301": 1 }), reason: "人员经费合计" }],
});

testRule(sg01, {
  satisfied: [
    {
      name: "without subtotal column",
      book: one(
        "SG",
        { budget: {}, final: { total: 9, vehiclePurchase: 4, vehicleOperation: 5 } },
        { columns: ["total", "vehiclePurchase", "vehicleOperation"] },
      ),
    },
  ],
  withinRounding: [{ name: "0.01", book: one("SG", { budget: {}, final: { total: 3.01, abroad: 1, reception: 2 } }) }],
  violated: [
    {
      name: "total and subtotal",
      book: makeBook({
        tables: {
          SG: {
            rows: {
              budget: {},
              final: { total: 13, abroad: 1, vehicles: 9.02, vehiclePurchase: 4, vehicleOperation: 5, reception: 2 },
            },
          },
        },
      }),
      cells: ["C8", "E8"],
      message: "“三公”经费合计",
    },
  ],
  notEvaluated: [{ name: "no final row", book: one("SG", { budget: { total: 1, abroad: 1 } }), reason: "决算数" }],
});
testRule(sg02, {
  satisfied: [{ name: "all below", book: one("SG", { budget: { total: 5 }, final: { total: 4 } }) }],
  withinRounding: [{ name: "0.01 above", book: one("SG", { budget: { total: 5 }, final: { total: 5.01 } }) }],
  violated: [
    {
      name: "0.02 above",
      book: one("SG", { budget: { total: 5 }, final: { total: 5.02 } }),
      cells: ["C7"],
      message: /预算数比决算数少 0\.02 万元（不应小于 5\.02，现为 5\.00）/,
    },
  ],
  notEvaluated: [
    { name: "no budget filled in", book: one("SG", { budget: {}, final: { total: 1 } }), reason: "预算数没有填列" },
  ],
});

for (const key of ["Z02", "Z03", "Z05", "JJ", "GZ"] as const) {
  const rule = RULES.find((item) => item.id === `${key}-H1`);
  if (!rule) throw new Error(`no rule ${key}-H1`);
  const column: ColumnKey = "total";
  const levels = (rows: Record<string, number | string | null>, more: Partial<TableSpec> = {}): AccountBook =>
    one(key, Object.fromEntries(Object.entries(rows).map(([code, value]) => [code, { [column]: value }])), {
      columns: [column],
      ...more,
    });
  testRule(rule, {
    satisfied: [
      { name: "three levels", book: levels({ total: 6, "201": 6, "20103": 6, "2010301": 4, "2010302": 2 }) },
      { name: "款 left out", book: levels({ total: 6, "201": 6, "2010301": 4, "2010602": 2 }) },
      { name: "a 类 without printed 款", book: levels({ total: 6, "201": 4, "205": 2, "20103": 4 }) },
      { name: "合计 last", book: levels({ "201": 4, "205": 2, total: 6 }) },
      { name: "no 类 printed", book: levels({ total: 6, "20103": 4, "20508": 2 }) },
    ],
    withinRounding: [{ name: "0.01 over three figures", book: levels({ total: 6.01, "201": 4, "205": 2 }) }],
    violated: [
      {
        name: "0.02 over three figures",
        book: levels({ total: 6.02, "201": 4, "205": 2 }),
        cells: ["C9"],
        message: /^合计 · .*多 0\.02 万元/,
      },
      {
        name: "a row printed twice is added twice",
        book: levels({ total: 4, "201": 4, "20103": 4, "2010301": 4, "2010301#2": 4 }),
        cells: ["C8"],
        message: /^20103 .*少 4\.00 万元/,
      },
    ],
    notEvaluated: [
      { ...noTables, reason: "缺少" },
      { name: "no 合计 row", book: levels({ "201": 4, "205": 2 }), reason: "没有“合计”行" },
      { name: "no data", book: levels({ total: null }), reason: "无数据" },
      { name: "only 合计", book: levels({ total: 5 }), reason: "只有合计" },
    ],
  });
}

describe("a column that reading could not place", () => {
  const unknown = (columns: readonly ColumnKey[]): AccountBook => ({
    ...one("Z03", { total: { total: 5, basic: 3 } }, { columns }),
    sheets: [{ name: "表Z03", kind: "Z03", notes: [{ code: "unknownColumn", message: "某栏" }] }],
  });
  testRule(z0301, {
    satisfied: [{ name: "adds up all the same", book: one("Z03", { total: { total: 3, basic: 3 } }) }],
    withinRounding: [{ name: "0.01", book: one("Z03", { total: { total: 3.01, basic: 3 } }) }],
    violated: [
      {
        name: "may hold the difference",
        book: unknown(["total", "basic"]),
        cells: ["C7"],
        message: "未识别的栏",
        severity: "verify",
      },
      {
        name: "does not matter where all parts were found",
        book: unknown(["total", "basic", "project", "upward", "business", "affiliatedSubsidy"]),
        cells: ["C7"],
        message: "多 2.00",
      },
    ],
    notEvaluated: [{ ...noTables, reason: "缺少" }],
  });
});
