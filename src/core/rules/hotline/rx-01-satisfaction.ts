import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { eachCaseSheet, scoreColumn, type ScoreColumn } from "./sheet-checks";

const COLUMN: ScoreColumn = {
  column: "satisfaction",
  name: "满意度考核得分",
  inputs: ["serviceRate", "resultRate"],
  due: (scores, row) => scores.satisfaction(row),
};

export const rule: Rule = {
  id: "RX-01",
  title: "满意度考核得分",
  statement: "满意度考核得分等于 20 加 50 乘以综合满意度，综合满意度为服务过程满意率和办理结果满意率各占一半。",
  formula: "20 + 50 ×（服务过程满意率 × 50% + 办理结果满意率 × 50%）",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了满意率没有重算得分，或者只用了其中一个满意率。",
  remedy: "按两个满意率重新计算。",
  scope: ["RX1"],
  check: ({ book, settings: { hotline } }) => eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN)),
};
