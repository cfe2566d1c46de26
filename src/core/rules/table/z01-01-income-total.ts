import type { Rule } from "../../model/rule";
import { Z01_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z01-01",
  title: "收入支出决算总表本年收入合计",
  statement: "收入支出决算总表的本年收入合计等于各收入项目之和。",
  formula: "本年收入合计 = Σ 各收入项目",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "本年收入合计是左半表各收入项目的汇总。漏加一项，或者改了一项没有改合计，就会不平。",
  remedy: "逐项核对收入项目，再重新计算本年收入合计。",
  scope: ["Z01"],
  check: ({ book }) => withTables(book, ["Z01"], (z01) => lineTotals(z01, [Z01_ROWS.incomeTotal])),
};
