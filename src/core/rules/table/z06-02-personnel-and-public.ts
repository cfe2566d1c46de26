import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { economicTotals } from "../shared/economic-sums";
import { withTables } from "../shared/require";

export const rule: Rule = {
  id: "Z06-02",
  title: "人员经费合计和公用经费合计",
  statement:
    "人员经费合计等于 301 工资福利支出与 303 对个人和家庭的补助之和；公用经费合计等于表中其余各类之和；印有合计的，合计等于两者之和。",
  formula: "人员经费合计 = 301 + 303；公用经费合计 = Σ 其余各类；合计 = 人员经费 + 公用经费",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "两项合计常用计算器另算后填入，改了类级数没有改合计，就会不平。",
  remedy: "核对 301、303 和其余各类的数，再重新计算人员经费合计和公用经费合计。",
  scope: ["Z06"],
  check: ({ book }) => withTables(book, ["Z06"], (z06) => economicTotals(z06)),
};
