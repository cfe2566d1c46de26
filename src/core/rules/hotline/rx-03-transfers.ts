import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { pooledScore } from "./pooled-score";
import { eachCaseSheet, scoreColumn } from "./sheet-checks";

const COLUMN = pooledScore("transfers", "转办回退件得分", ["shirkedOnce", "shirkedMore"]);

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
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX1"], ["pool", "repeated"]);
    yield* eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN));
  },
};
