import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { eachCaseSheet, scoreColumn, type ScoreColumn } from "./sheet-checks";

const COLUMN: ScoreColumn = {
  column: "timeliness",
  name: "办理时限得分",
  inputs: ["overdue", "cases"],
  due: (scores, row) => scores.timeliness(row),
};

export const rule: Rule = {
  id: "RX-02",
  title: "办理时限得分",
  statement: "办理时限得分等于 6 乘以按时办理的比例；没有承办工单的单位不计分。",
  formula: "6 ×（100% − 超期办理工单数 ÷ 承办工单数）",
  severity: "error",
  basis: HOTLINE,
  rationale: "承办数或超期数改了没有重算得分。",
  remedy: "按超期办理工单数和承办工单数重新计算。",
  scope: ["RX1"],
  check: ({ book, settings: { hotline } }) => eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN)),
};
