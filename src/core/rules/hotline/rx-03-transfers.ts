import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { eachCaseSheet, scoreColumn, type ScoreColumn } from "./sheet-checks";

const COLUMN: ScoreColumn = {
  column: "transfers",
  name: "转办回退件得分",
  inputs: ["shirkedOnce", "shirkedMore"],
  due: (scores, row) => scores.transfers(row),
  others: [
    { said: "与在本类单位内分摊的结果相符，请核实口径", due: (scores, row) => scores.transfers(row, "class") },
    { said: "与在全部单位内分摊的结果相符，请核实口径", due: (scores, row) => scores.transfers(row, "all") },
  ],
  remark: ({ pool, repeated }) =>
    `件数在${pool === "all" ? "全部单位" : "本类单位"}内分摊，两次及以上的${repeated === "once" ? "不再计入一次件数" : "同时计入一次件数"}（可在设置中更改）`,
};

export const rule: Rule = {
  id: "RX-03",
  title: "转办回退件得分",
  statement: "转办回退件得分等于 8 减去一次推诿、两次及以上推诿按件数占比各扣的 4 分。",
  formula: "8 − 4 × 一次推诿 ÷ Σ 一次推诿 − 4 × 两次推诿 ÷ Σ 两次推诿",
  severity: "error",
  basis: HOTLINE,
  rationale: "一个单位的件数改了，各单位的占比都要重算，常只改了一行。",
  remedy: "按全部单位的合计重新计算各单位得分。",
  scope: ["RX1"],
  check: ({ book, settings: { hotline } }) => eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN)),
};
