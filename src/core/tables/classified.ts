import type { TableDescriptor } from "./descriptor";

const BALANCE = "(?:财政拨款)?(?:结转(?:和|与|及|、)?结余|结转|结余)(?:资金)?";
const OPENING = new RegExp(`^(?:年初|上年末?)${BALANCE}$`);
const CLOSING = new RegExp(`^(?:年末|期末)${BALANCE}$`);
const INCOME = /^(?:本年|当年)?收入$/;
/** What the group over 小计, 基本支出, 项目支出 names besides 本年支出: the fund (一般公共预算财政拨款支出). */
const FUND = "(?:(?:一般)?公共预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)?(?:财政)?(?:拨款)?";
const SPENT = `(?:本年|当年)?${FUND}(?:本年|当年)?支出(?:合计|总计)?`;
/** The group over 小计, 基本支出, 项目支出; some provinces leave it out or call it 支出决算数. */
const GROUP = `(?:(?:${SPENT}|合计|总计|其中:?)/)*`;
const TOTAL = new RegExp(`^(?:${SPENT}|合计|小计|总计|${FUND}支出决算数?|决算数|金额)$`);
const BASIC = new RegExp(`^${GROUP}(?:其中:)?基本支出$`);
const PROJECT = new RegExp(`^${GROUP}(?:其中:)?项目支出$`);

const EXPENDITURE_COLUMNS = [
  { key: "total", path: TOTAL },
  { key: "basic", path: BASIC },
  { key: "project", path: PROJECT },
] as const;

const FLOW_COLUMNS = [
  { key: "opening", path: OPENING },
  { key: "income", path: INCOME },
  ...EXPENDITURE_COLUMNS,
  { key: "closing", path: CLOSING },
] as const;

/** 收入决算表. */
export const Z02: TableDescriptor = {
  key: "Z02",
  name: "收入决算表",
  shape: "classified",
  title: /收入决算(?:总|明细|情况)?表(?:\(按?功能分类(?:科目)?\))?$/,
  columns: [
    { key: "total", path: /^(?:本年|当年)?收入(?:合计|总计)$|^(?:合计|总计|本年收入)$/ },
    { key: "fiscal", path: /^(?:本年收入\/)?财政(?:补助|拨款)(?:拨款)?收入$/ },
    { key: "superiorSubsidy", path: /^(?:本年收入\/)?上级补助收入$/ },
    { key: "undertaking", path: /^(?:本年收入\/)?事业收入(?:\(.*\))?$/ },
    { key: "business", path: /^(?:本年收入\/)?(?:事业单位)?经营收入$/ },
    { key: "affiliated", path: /^(?:本年收入\/)?附属单位(?:上缴收入|缴款|上缴)$/ },
    { key: "other", path: /^(?:本年收入\/)?其他收入$/ },
  ],
  evidence: [{ of: ["fiscal", "superiorSubsidy", "undertaking", "business", "affiliated", "other"], atLeast: 2 }],
  untitled: [{ of: ["fiscal", "superiorSubsidy", "undertaking", "business", "affiliated", "other"], atLeast: 4 }],
};

/** 支出决算表. */
export const Z03: TableDescriptor = {
  key: "Z03",
  name: "支出决算表",
  shape: "classified",
  title: /支出决算(?:总|明细|情况)?表(?:\(按?功能分类(?:科目)?\))?$/,
  columns: [
    ...EXPENDITURE_COLUMNS,
    { key: "upward", path: new RegExp(`^${GROUP}上缴上级(?:单位)?支出$`) },
    { key: "business", path: new RegExp(`^${GROUP}(?:事业单位)?经营支出$`) },
    { key: "affiliatedSubsidy", path: new RegExp(`^${GROUP}对附属单位补助(?:支出)?$`) },
  ],
  evidence: [{ of: ["basic", "project"], atLeast: 2 }],
  untitled: [
    { of: ["upward", "affiliatedSubsidy"], atLeast: 2 },
    { of: ["basic", "project", "business", "upward", "affiliatedSubsidy"], atLeast: 4 },
  ],
};

/** 一般公共预算财政拨款支出决算表. */
export const Z05: TableDescriptor = {
  key: "Z05",
  name: "一般公共预算财政拨款支出决算表",
  shape: "classified",
  title:
    /(?:一般公共预算(?:当年)?(?:财政)?(?:拨款)?|公共预算财政拨款)支出(?:决算)?(?:功能分类)?(?:决算|情况)(?:情况|功能分类|总|明细)?表(?:\(按?(?:支出)?功能分类(?:科目)?\))?$/,
  columns: EXPENDITURE_COLUMNS,
  evidence: [{ of: ["basic", "project"], atLeast: 2 }],
};

/** 政府性基金预算财政拨款收入支出决算表. */
export const JJ: TableDescriptor = {
  key: "JJ",
  name: "政府性基金预算财政拨款收入支出决算表",
  shape: "classified",
  title:
    /政府性基金(?:预算)?(?:财政)?(?:拨款)?(?:收入支出|收支|收入、支出(?:及结转结余)?|支出)决算(?:情况)?(?:总|明细)?表$/,
  columns: FLOW_COLUMNS,
  evidence: [
    { of: ["basic", "project"], atLeast: 2 },
    { of: ["opening", "income", "closing"], atLeast: 2 },
  ],
};

/** 国有资本经营预算财政拨款支出决算表, or 收入支出决算表 with balances. */
export const GZ: TableDescriptor = {
  key: "GZ",
  name: "国有资本经营预算财政拨款支出决算表",
  shape: "classified",
  title:
    /国有资本经营(?:预算)?(?:财政)?(?:拨款)?(?:收入支出|收支|收入、支出(?:及结转结余)?|支出)决算(?:情况)?(?:总|明细)?表$/,
  columns: FLOW_COLUMNS,
  evidence: [
    { of: ["basic", "project"], atLeast: 2 },
    { of: ["opening", "income", "closing"], atLeast: 2 },
  ],
};
