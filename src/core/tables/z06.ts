import type { ColumnRule, Layout, TableDescriptor } from "./descriptor";
import { BY_ECONOMY, GENERAL } from "./words";

const AMOUNT: ColumnRule = {
  key: "amount",
  label: "决算数",
  path: /^(?:[^/]*(?:支出|经费|决算数|拨款)\/)*(?:(?:本年|全年)?决算(?:数|金额|额)?|金额|合计|小计|总计|(?:本年)?(?:(?:一般)?公共预算)?(?:财政拨款)?(?:基本|项目|本年|机关运行经费)支出(?:合计)?|数额)$/,
};

/** Blocks of code, name and amount side by side, or one list with 人员经费 and 公用经费 beside the amount. */
export const ECONOMIC_LAYOUT: Layout = {
  shape: "economic",
  codes: "economic",
  columns: [
    AMOUNT,
    { key: "personnel", label: "人员经费", path: /^(?:[^/]*\/)*人员(?:经费|支出)?$/ },
    { key: "public", label: "公用经费", path: /^(?:[^/]*\/)*(?:日常)?公用(?:经费|支出)?$/ },
  ],
  evidence: [{ of: ["amount"], atLeast: 1 }],
};

const TABLE = "(?:经济分类)?(?:支出)?决算(?:情况|经济分类|总体情况)?(?:总|明细)?表";

/** 一般公共预算财政拨款基本支出决算(明细)表. */
export const Z06: TableDescriptor = {
  key: "Z06",
  name: "一般公共预算财政拨款基本支出决算表",
  chip: "06表",
  title: new RegExp(
    `${GENERAL}\\(?基本支出\\)?${TABLE}${BY_ECONOMY}$|${GENERAL}支出决算(?:情况)?表(?:\\(按?(?:部门)?(?:预算)?(?:支出)?经济分类(?:科目)?\\))?$`,
  ),
  layouts: [ECONOMIC_LAYOUT],
  untitled: [{ of: ["301", "302", "303"], atLeast: 2 }],
};

/** 财政拨款基本支出决算表: of all funds, beside the one of 一般公共预算 (江苏) or alone. */
export const ALL_FUNDS_BASIC: TableDescriptor = {
  key: "T-CJ",
  name: "财政拨款基本支出决算表",
  chip: "财拨基本",
  title: new RegExp(`(?:^|[^算])财政拨款\\(?基本支出\\)?${TABLE}${BY_ECONOMY}$`),
  layouts: [ECONOMIC_LAYOUT],
  standsFor: "Z06",
  agrees: [{ with: ["Z06"], relation: ">=", columns: { amount: "amount" } }],
};

/** 政府性基金预算财政拨款基本支出决算表 (北京). */
export const FUND_BASIC: TableDescriptor = {
  key: "T-JB",
  name: "政府性基金预算财政拨款基本支出决算表",
  chip: "基金基本",
  title: new RegExp(`政府性基金(?:预算)?(?:财政)?(?:拨款)?基本支出${TABLE}${BY_ECONOMY}$`),
  layouts: [ECONOMIC_LAYOUT],
  agrees: [{ with: ["JJ"], relation: "=", columns: { amount: "basic" }, totalsOnly: true }],
};

/** 机关运行经费支出决算表 by economic classification (江苏). */
export const OPERATING: TableDescriptor = {
  key: "T-JG",
  name: "机关运行经费支出决算表",
  chip: "机关运行",
  title: /(?:一般公共预算)?(?:财政拨款)?机关运行经费支出(?:情况)?(?:决算)?(?:情况)?表$/,
  layouts: [ECONOMIC_LAYOUT],
  agrees: [],
};
