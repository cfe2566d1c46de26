import type { Rule } from "../../model/rule";
import { Z01_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z01-04",
  title: "收入支出决算总表支出总计",
  statement: "收入支出决算总表支出方的总计等于本年支出合计、结余分配、年末结转和结余之和。",
  formula: "总计（支出） = 本年支出合计 + 结余分配 + 年末结转和结余",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "总计由三行相加得到。支出调整后没有改年末结转和结余或总计，就会不平。",
  remedy: "核对本年支出合计、结余分配和年末结转和结余，再重新计算总计。",
  scope: ["Z01"],
  check: ({ book }) => withTables(book, ["Z01"], (z01) => lineTotals(z01, [Z01_ROWS.expenditureGrandTotal])),
};
