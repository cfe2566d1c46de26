import type { Rule } from "../../model/rule";
import { Z04_ROWS } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { withTables } from "../shared/require";
import { lineTotals } from "../shared/two-sided";

export const rule: Rule = {
  id: "Z04-02",
  title: "财政拨款总表本年收入合计和本年支出合计",
  statement:
    "财政拨款收入支出决算总表的本年收入合计等于三类财政拨款之和；支出方每一栏的本年支出合计等于各功能分类支出项目之和。",
  formula: "本年收入合计 = Σ 三类财政拨款；本年支出合计 = Σ 各功能分类支出项目",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "合计行是上面各项目的汇总。改了一个项目没有改合计，就会不平。",
  remedy: "逐项核对该栏各项目，再重新计算合计。",
  scope: ["Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], (z04) => lineTotals(z04, [Z04_ROWS.incomeTotal, Z04_ROWS.expenditureTotal])),
};
