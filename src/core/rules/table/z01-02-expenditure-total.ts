import type { Rule } from "../../model/rule";
import { Z01_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z01-02",
  title: "收入支出决算总表本年支出合计",
  statement: "收入支出决算总表的本年支出合计等于各功能分类支出项目之和。",
  formula: "本年支出合计 = Σ 各功能分类支出项目",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "本年支出合计是右半表各功能分类项目的汇总。漏填一类，或者把数填到相邻一类，就会不平。",
  remedy: "对照支出决算表各类的数逐项核对，再重新计算本年支出合计。",
  scope: ["Z01"],
  check: ({ book }) => withTables(book, ["Z01"], (z01) => lineTotals(z01, [Z01_ROWS.expenditureTotal])),
};
