import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { closingBalances } from "../shared/closing-balance";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "GZ-01",
  title: "国有资本经营预算财政拨款支出各行小计",
  statement:
    "国有资本经营预算财政拨款支出决算表每一行的小计等于基本支出与项目支出之和；印有结转结余栏的，年末结转和结余等于年初结转和结余加本年收入减本年支出。",
  formula: "小计 = 基本支出 + 项目支出；年末结转和结余 = 年初结转和结余 + 本年收入 − 小计",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "小计是基本支出与项目支出的汇总，结转结余由年初数、本年收入和本年支出算出，改一栏就要改与它相关的栏。",
  remedy: "核对该行各栏，再重新计算小计和年末结转和结余。",
  scope: ["GZ"],
  check: ({ book }) =>
    withTables(book, ["GZ"], function* (gz) {
      yield* rowSums(book, gz);
      if (gz.columns.has("closing")) yield* closingBalances(gz);
    }),
};
