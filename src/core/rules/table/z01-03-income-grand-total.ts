import type { Rule } from "../../model/rule";
import { Z01_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z01-03",
  title: "收入支出决算总表收入总计",
  statement:
    "收入支出决算总表收入方的总计等于本年收入合计、使用非财政拨款结余（2019 年及以前为用事业基金弥补收支差额）、年初结转和结余之和。",
  formula: "总计（收入） = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "总计由三行相加得到。漏填年初结转和结余，或者合计改动后没有改总计，就会不平。",
  remedy: "核对本年收入合计、使用非财政拨款结余和年初结转和结余，再重新计算总计。",
  scope: ["Z01"],
  check: ({ book }) => withTables(book, ["Z01"], (z01) => lineTotals(z01, [Z01_ROWS.incomeGrandTotal])),
};
