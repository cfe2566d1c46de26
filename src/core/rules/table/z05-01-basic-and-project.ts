import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { closingBalances } from "../shared/closing-balance";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "Z05-01",
  title: "一般公共预算财政拨款支出各行小计",
  statement:
    "一般公共预算财政拨款支出决算表每一行的小计等于基本支出与项目支出之和；印有结转结余栏的，年末结转和结余等于年初结转和结余加本年收入减本年支出。",
  formula: "小计 = 基本支出 + 项目支出；年末结转和结余 = 年初结转和结余 + 本年收入 − 小计",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "小计是基本支出与项目支出的汇总。改了其中一栏而没有改小计，就会不平。",
  remedy: "核对该行的基本支出和项目支出，再重新计算小计。",
  scope: ["Z05"],
  check: ({ book }) =>
    withTables(book, ["Z05"], function* (z05) {
      yield* rowSums(book, z05);
      if (z05.columns.has("closing")) yield* closingBalances(z05);
    }),
};
