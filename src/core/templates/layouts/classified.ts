import type { ClassifiedPrint, EconomicPrint, PrintedColumn, ThreePublicPrint } from "./layout";

const SPENT = "本年支出";
const SPENDING: readonly PrintedColumn[] = [
  { key: "total", label: "小计", group: SPENT },
  { key: "basic", label: "基本支出", group: SPENT },
  { key: "project", label: "项目支出", group: SPENT },
];

export const INCOME: ClassifiedPrint = {
  shape: "classified",
  key: "Z02",
  title: "收入决算表",
  columns: [
    { key: "total", label: "本年收入合计" },
    { key: "fiscal", label: "财政拨款收入" },
    { key: "superiorSubsidy", label: "上级补助收入" },
    { key: "undertaking", label: "事业收入" },
    { key: "business", label: "经营收入" },
    { key: "affiliated", label: "附属单位上缴收入" },
    { key: "other", label: "其他收入" },
  ],
  note: "注：本表反映{部门}本年度取得的各项收入情况。",
  blankNote: "本{部门}本年度没有收入，故本表无数据。",
};

export const EXPENDITURE: ClassifiedPrint = {
  shape: "classified",
  key: "Z03",
  title: "支出决算表",
  columns: [
    { key: "total", label: "本年支出合计" },
    { key: "basic", label: "基本支出" },
    { key: "project", label: "项目支出" },
    { key: "upward", label: "上缴上级支出" },
    { key: "business", label: "经营支出" },
    { key: "affiliatedSubsidy", label: "对附属单位补助支出" },
  ],
  note: "注：本表反映{部门}本年度各项支出情况。",
  blankNote: "本{部门}本年度没有支出，故本表无数据。",
};

export const GENERAL: ClassifiedPrint = {
  shape: "classified",
  key: "Z05",
  title: "一般公共预算财政拨款支出决算表",
  columns: SPENDING,
  note: "注：本表反映{部门}本年度一般公共预算财政拨款支出情况。",
  blankNote: "本{部门}没有一般公共预算财政拨款支出，故本表无数据。",
};

export const FUND: ClassifiedPrint = {
  shape: "classified",
  key: "JJ",
  title: "政府性基金预算财政拨款收入支出决算表",
  columns: [
    { key: "opening", label: "年初结转和结余" },
    { key: "income", label: "本年收入" },
    ...SPENDING,
    { key: "closing", label: "年末结转和结余" },
  ],
  note: "注：本表反映{部门}本年度政府性基金预算财政拨款收入、支出及结转和结余情况。",
  blankNote: "本{部门}没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。",
};

export const STATE_CAPITAL: ClassifiedPrint = {
  shape: "classified",
  key: "GZ",
  title: "国有资本经营预算财政拨款支出决算表",
  columns: SPENDING,
  note: "注：本表反映{部门}本年度国有资本经营预算财政拨款支出情况。",
  blankNote: "本{部门}没有使用国有资本经营预算安排的支出，故本表无数据。",
};

/** 一般公共预算财政拨款基本支出决算表; its last word differs with the edition. */
export function basicTable(title: string, without: readonly string[]): EconomicPrint {
  return {
    shape: "economic",
    key: "Z06",
    title,
    blocks: [
      { heading: "人员经费", classes: ["301", "303"] },
      { heading: "公用经费", classes: ["302"] },
      { heading: "公用经费", classes: ["307", "310", "312", "399"] },
    ],
    without,
    note: "注：本表反映{部门}本年度一般公共预算财政拨款基本支出明细情况。",
    blankNote: "本{部门}没有一般公共预算财政拨款基本支出，故本表无数据。",
  };
}

/** “三公”经费支出决算表: which budget and which money its note names differs with the edition. */
export function threePublicTable(title: string, budget: string, money: string): ThreePublicPrint {
  return {
    shape: "threePublic",
    key: "SG",
    title,
    note: `注：本表反映{部门}本年度“三公”经费支出预决算情况。其中，预算数为${budget}；决算数是包括当年${money}和以前年度结转资金安排的实际支出。`,
    blankNote: "本{部门}没有“三公”经费支出，故本表无数据。",
  };
}
