import type { Edition } from "./edition";

/** 2020 and 2021: the table of 国有资本经营预算 is new. */
export const FROM_2020: Edition = {
  id: "2020",
  since: 2020,
  tables: ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ", "GZ"],
  sections: [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "三公经费",
    "政府性基金",
    "国有资本经营",
    "其他重要事项",
    "预算绩效",
  ],
  template: "narrative-2020.txt",
  threePublicBudget: "年初预算",
};
