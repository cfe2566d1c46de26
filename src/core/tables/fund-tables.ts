import type { Layout, TableDescriptor } from "./descriptor";
import { FLOW_COLUMNS, FLOWS_OF, SPENDS } from "./expenditure";
import { FINALS, FLOWS } from "./words";

const FLOW_LAYOUT: Layout = {
  shape: "classified",
  codes: "functional",
  columns: FLOW_COLUMNS,
  evidence: [...SPENDS, ...FLOWS_OF],
};
const fundTitle = (fund: string, what: string): RegExp =>
  new RegExp(`${fund}(?:预算)?(?:财政)?(?:拨款)?${what}${FINALS}$`);

/** 政府性基金预算财政拨款收入支出决算表. */
export const JJ: TableDescriptor = {
  key: "JJ",
  name: "政府性基金预算财政拨款收入支出决算表",
  chip: "基金",
  title: fundTitle("政府性基金", `(?:${FLOWS}|支出)`),
  layouts: [FLOW_LAYOUT],
};

/** 国有资本经营预算财政拨款支出决算表. */
export const GZ: TableDescriptor = {
  key: "GZ",
  name: "国有资本经营预算财政拨款支出决算表",
  chip: "国资",
  title: fundTitle("国有资本经营", "支出"),
  layouts: [FLOW_LAYOUT],
};

const EXPENDITURE = { total: "total", basic: "basic", project: "project" };

/** 国有资本经营预算财政拨款收入支出决算表: with balances; some places publish it beside the table of expenditure (四川). */
export const STATE_CAPITAL_FLOWS: TableDescriptor = {
  key: "T-GZ",
  name: "国有资本经营预算财政拨款收入支出决算表",
  chip: "国资收支",
  title: fundTitle("国有资本经营", FLOWS),
  layouts: [FLOW_LAYOUT],
  standsFor: "GZ",
  agrees: [{ with: ["GZ"], relation: "=", columns: EXPENDITURE }],
};

/** 一般公共预算财政拨款收入支出决算表: alone (云南, 新疆) or beside the table of expenditure (北京). */
export const GENERAL_FLOWS: TableDescriptor = {
  key: "T-GS",
  name: "一般公共预算财政拨款收入支出决算表",
  chip: "一般收支",
  title: new RegExp(`(?:一般)?公共(?:财政)?预算(?:财政)?(?:拨款)?${FLOWS}${FINALS}$`),
  layouts: [FLOW_LAYOUT],
  standsFor: "Z05",
  agrees: [{ with: ["Z05"], relation: "=", columns: EXPENDITURE }],
};

/** 财政拨款支出决算表: the expenditure of all funds together (江苏). */
export const ALL_FUNDS: TableDescriptor = {
  key: "T-CZ",
  name: "财政拨款支出决算表",
  chip: "财拨支出",
  title: new RegExp(`(?:^|[^算])财政拨款支出${FINALS}(?:\\(按?(?:支出)?功能(?:分类)?(?:科目)?\\))?$`),
  layouts: [FLOW_LAYOUT],
  agrees: [{ with: ["Z05", "JJ", "GZ"], relation: "=", columns: EXPENDITURE }],
};
