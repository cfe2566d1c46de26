import type { Rule } from "../../model/rule";
import { TABLE_BALANCE } from "../shared/basis";
import { closingBalances } from "../shared/closing-balance";
import { withTables } from "../shared/require";
import { rowSums } from "../shared/row-sum";

export const rule: Rule = {
  id: "JJ-01",
  title: "政府性基金预算财政拨款各行平衡",
  statement:
    "政府性基金预算财政拨款收入支出决算表每一行的小计等于基本支出与项目支出之和，年末结转和结余等于年初结转和结余加本年收入减本年支出小计。",
  formula: "小计 = 基本支出 + 项目支出；年末结转和结余 = 年初结转和结余 + 本年收入 − 小计",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "一行里收、支、余自成平衡。漏填年初结转，或者支出改动后没有改年末结转，就会不平。",
  remedy: "先核对小计与基本支出、项目支出，再核对年初结转和本年收入，最后重新计算年末结转和结余。",
  scope: ["JJ"],
  check: ({ book }) =>
    withTables(book, ["JJ"], function* (jj) {
      yield* rowSums(book, jj);
      yield* closingBalances(jj);
    }),
};
