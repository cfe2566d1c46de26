import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { eachCaseSheet, scoreColumn, type ScoreColumn } from "./sheet-checks";

const COLUMN: ScoreColumn = {
  column: "revisits",
  name: "回访重办件得分",
  inputs: ["returnedOnce", "returnedMore"],
  due: (scores, row) => scores.revisits(row),
  others: [
    { said: "与在本类单位内分摊的结果相符，请核实口径", due: (scores, row) => scores.revisits(row, "class") },
    { said: "与在全部单位内分摊的结果相符，请核实口径", due: (scores, row) => scores.revisits(row, "all") },
  ],
  remark: ({ pool, repeated }) =>
    `件数在${pool === "all" ? "全部单位" : "本类单位"}内分摊，两次及以上的${repeated === "once" ? "不再计入一次件数" : "同时计入一次件数"}（可在设置中更改）`,
};

export const rule: Rule = {
  id: "RX-04",
  title: "回访重办件得分",
  statement: "回访重办件得分等于 11 减去一次重办（6 分）、两次及以上重办（5 分）按件数占比所扣的分。",
  formula: "11 − 6 × 一次重办 ÷ Σ 一次重办 − 5 × 两次重办 ÷ Σ 两次重办",
  severity: "error",
  basis: HOTLINE,
  rationale: "一个单位的件数改了，各单位的占比都要重算，常只改了一行。",
  remedy: "按全部单位的合计重新计算各单位得分。",
  scope: ["RX1"],
  check: ({ book, settings: { hotline } }) => eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN)),
};
