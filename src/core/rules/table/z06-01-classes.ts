import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { economicClassSums } from "../shared/economic-sums";
import { withTables } from "../shared/require";

export const rule: Rule = {
  id: "Z06-01",
  title: "基本支出经济分类类级汇总",
  statement: "一般公共预算财政拨款基本支出决算表中，301、302、303 等各类的数等于所属各款之和。",
  formula: "类（301、302、303、307、309、310、311、312、313、399） = Σ 所属各款",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "类由所属各款汇总。三组科目并排，款级数容易填错行或填到相邻一组，使类与款不平。",
  remedy: "对照经济分类明细账核对该类各款，再重新计算类级数。",
  scope: ["Z06"],
  check: ({ book }) => withTables(book, ["Z06"], (z06) => economicClassSums(z06)),
};
