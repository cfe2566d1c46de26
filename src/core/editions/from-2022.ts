import type { Edition } from "./edition";

/** From 2022: the tables of 三公 behind those of the funds; 机关运行, 采购 and 资产 are sections of their own. */
export const FROM_2022: Edition = {
  id: "2022",
  since: 2022,
  tables: ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "JJ", "GZ", "SG"],
  sections: [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "政府性基金",
    "国有资本经营",
    "三公经费",
    "机关运行经费",
    "政府采购",
    "国有资产",
    "预算绩效",
  ],
  template: "narrative-2022.txt",
  threePublicBudget: "全年预算",
};
