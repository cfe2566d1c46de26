import type { Rule } from "../../model/rule";
import { Z04_ROWS } from "../../model/table";
import { TABLE_AGREEMENT } from "../shared/basis";
import { classAgreement } from "../shared/class-agreement";
import { fundFlows } from "../shared/fund-flows";
import { withTables } from "../shared/require";
import { totalAgreement } from "../shared/total-agreement";

export const rule: Rule = {
  id: "X-04",
  title: "一般公共预算财政拨款支出两表一致",
  statement:
    "财政拨款收入支出决算总表一般公共预算财政拨款栏，各功能分类项目等于一般公共预算财政拨款支出决算表同一类的小计，本年支出合计等于其合计；印有结转结余和本年收入的，也与总表相等。",
  formula: "财政拨款总表.一般公共预算.各类 = 一般公共预算支出表.类；本年支出合计 = 合计",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "一般公共预算财政拨款支出在两张表上都要反映，只改一张或者填错资金栏就会不一致。",
  remedy: "逐类核对两表，注意是否把政府性基金支出填到了一般公共预算栏，改正填错的一张。",
  scope: ["Z04", "Z05", "T-GS"],
  check: ({ book }) =>
    withTables(book, ["Z04", "Z05"], function* (z04, z05) {
      const overview = { overview: z04, overviewColumn: "general" as const };
      const detail = { detail: z05, detailColumn: "total" as const };
      yield* totalAgreement({ ...overview, ...detail, row: Z04_ROWS.expenditureTotal, label: "本年支出合计" });
      yield* classAgreement({ ...overview, ...detail });
      // Printed as 收入支出决算表, alone or beside the table of expenditure, it has balances and income too.
      yield* fundFlows(z04, book.tables.get("T-GS") ?? z05, "general");
    }),
};
