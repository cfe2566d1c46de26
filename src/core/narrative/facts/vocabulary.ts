import { PARAMETER_CATALOGUE } from "../parameters/catalogue";

/** Names of lists, flags and texts a template may use; subjects and counts are in their own catalogues. */
export const LIST_NAMES = [
  "收入构成",
  "支出构成",
  "类",
  "项",
  "基金项",
  "国资项",
  "人员经费款",
  "公用经费款",
  "自评项目",
  "评价项目",
] as const;
export const FLAG_NAMES = ["政府性基金", "国有资本经营"] as const;
export const TEXT_NAMES: readonly string[] = [
  "单位",
  "上年度",
  ...PARAMETER_CATALOGUE.filter((spec) => spec.kind === "text").map((spec) => spec.key),
];
export const COUNT_NAMES: readonly string[] = PARAMETER_CATALOGUE.filter((spec) => spec.kind === "count").map(
  (spec) => spec.key,
);
/** 图1–图6, in order. */
export const CHART_NAMES = [
  "收支总计变动",
  "收入构成",
  "支出构成",
  "财政拨款收支变动",
  "一般公共预算支出变动",
  "一般公共预算支出结构",
] as const;
export type ChartName = (typeof CHART_NAMES)[number];
