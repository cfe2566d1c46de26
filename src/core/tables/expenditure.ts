import type { ColumnRule, Evidence } from "./descriptor";
import { BALANCE } from "./words";

/** What the group over 小计, 基本支出, 项目支出 names besides 本年支出: the fund (一般公共预算财政拨款支出). */
const FUND = "(?:(?:一般)?公共预算|公共财政预算|政府性基金(?:预算)?|国有资本经营(?:预算)?)?(?:财政)?(?:拨款)?";
const SPENT = `(?:本年|当年)?${FUND}(?:本年|当年)?支出(?:合计|总计|决算数?|数)?`;
/** Groups over 基本支出 and 项目支出, in whatever words, as long as they do not say that it is no expenditure. */
const GROUP = "(?:(?!(?:本年|当年)?收入|年初|年末|期末|上年|下年|结转)[^/]+/)*";
const OPENING = `(?:年初|上年末?)(?:财政拨款)?${BALANCE}`;
const CLOSING = `(?:年末|期末|结转下年)(?:财政拨款)?(?:${BALANCE})?`;
const INCOME = "(?:本年|当年)?(?:财政拨款)?收入(?:合计)?";
const path = (text: string): RegExp => new RegExp(`^(?:${text})$`);

const BASIC = `${GROUP}(?:其中:)?基本支出`;
const PROJECT = `${GROUP}(?:其中:)?项目支出`;

/** 支出 in total, 基本支出 (with 人员 and 公用经费 where these are printed) and 项目支出. */
export const EXPENDITURE_COLUMNS: readonly ColumnRule[] = [
  {
    key: "total",
    label: "小计",
    path: path(`(?:${SPENT}|合计|小计|总计|${FUND}支出决算数?|决算数|金额)`),
    parts: ["basic", "project"],
  },
  { key: "basic", label: "基本支出", path: path(BASIC), parts: ["basic.personnel", "basic.public"] },
  { key: "basic.personnel", label: "人员经费", path: path(`${BASIC}/人员(?:经费|支出)`) },
  { key: "basic.public", label: "公用经费", path: path(`${BASIC}/(?:日常)?公用(?:经费|支出)`) },
  { key: "project", label: "项目支出", path: path(PROJECT) },
];

/** 年初结转和结余 + 本年收入 − 本年支出 = 年末结转和结余, each with its basic and project part where printed (云南, 新疆). */
export const FLOW_COLUMNS: readonly ColumnRule[] = [
  {
    key: "opening",
    label: "年初结转和结余",
    path: path(OPENING),
    parts: ["opening.basic", "opening.project"],
  },
  { key: "opening.basic", label: "年初基本支出结转", path: path(`${OPENING}/基本支出(?:${BALANCE})?`) },
  { key: "opening.project", label: "年初项目支出结转和结余", path: path(`${OPENING}/项目支出(?:${BALANCE})?`) },
  { key: "income", label: "本年收入", path: path(INCOME), parts: ["income.basic", "income.project"] },
  { key: "income.basic", label: "本年收入基本支出", path: path(`${INCOME}/基本支出`) },
  { key: "income.project", label: "本年收入项目支出", path: path(`${INCOME}/项目支出`) },
  ...EXPENDITURE_COLUMNS,
  { key: "closing", label: "年末结转和结余", path: path(CLOSING), parts: ["closing.basic", "closing.project"] },
  { key: "closing.basic", label: "年末基本支出结转", path: path(`${CLOSING}/基本支出(?:${BALANCE})?`) },
  {
    key: "closing.project",
    label: "年末项目支出结转和结余",
    path: path(`${CLOSING}/项目支出结转和结余|${CLOSING}/项目支出${BALANCE}(?:/(?:小计|合计))?`),
    parts: ["closing.project.carried", "closing.project.surplus"],
  },
  {
    key: "closing.project.carried",
    label: "年末项目支出结转",
    path: path(`${CLOSING}/项目支出结转和结余/(?:项目支出)?结转`),
  },
  {
    key: "closing.project.surplus",
    label: "年末项目支出结余",
    path: path(`${CLOSING}/项目支出结转和结余/(?:项目支出)?结余`),
  },
];

/** A header of expenditure: 基本支出 (or both its parts) beside 项目支出. */
export const SPENDS: readonly Evidence[] = [
  { of: ["basic", "project"], atLeast: 2 },
  { of: ["basic.personnel", "basic.public", "project"], atLeast: 3 },
];
/** A header of flows: two of 年初, 本年收入, 年末. */
export const FLOWS_OF: readonly Evidence[] = [{ of: ["opening", "income", "closing"], atLeast: 2 }];
