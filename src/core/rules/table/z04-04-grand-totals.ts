import type { Rule } from "../../model/rule";
import { Z04_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z04-04",
  title: "财政拨款总表总计",
  statement:
    "财政拨款收入支出决算总表收入方的总计等于本年收入合计加年初财政拨款结转和结余；支出方每一栏的总计等于本年支出合计加年末财政拨款结转和结余。",
  formula: "总计（收入） = 本年收入合计 + 年初财政拨款结转和结余；总计（支出） = 本年支出合计 + 年末财政拨款结转和结余",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "总计由本年数和结转结余相加得到。改了合计没有改总计，就会不平。",
  remedy: "核对合计与结转结余，再重新计算总计。",
  scope: ["Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], (z04) => lineTotals(z04, [Z04_ROWS.incomeGrandTotal, Z04_ROWS.expenditureGrandTotal])),
};
