import type { Edition } from "./edition";

/** To 2019. */
export const TO_2019: Edition = {
  id: "2019",
  since: 0,
  tables: ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ"],
  sections: [
    "收支总体",
    "收入",
    "支出",
    "财政拨款总体",
    "一般公共预算",
    "基本支出",
    "三公经费",
    "政府性基金",
    "其他重要事项",
  ],
  template: "narrative-2019.txt",
  threePublicBudget: "年初预算",
};
