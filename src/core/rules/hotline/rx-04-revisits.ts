import type { Rule } from "../../model/rule";
import { HOTLINE } from "./basis";
import { choicesMet } from "./choices";
import { pooledScore } from "./pooled-score";
import { eachCaseSheet, scoreColumn } from "./sheet-checks";

const COLUMN = pooledScore("revisits", "回访重办件得分", ["returnedOnce", "returnedMore"]);

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
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX1"], ["pool", "repeated"]);
    yield* eachCaseSheet(book, (sheet) => scoreColumn(sheet, hotline, COLUMN));
  },
};
