import type { Check, Rule } from "../../model/rule";
import { Z04_ROWS, type AccountTable, type FundKey, type TableKey } from "../../model/table";
import { TABLE_AGREEMENT } from "../shared/basis";
import { classAgreement } from "../shared/class-agreement";
import { fundFlows } from "../shared/fund-flows";
import { missingTable, withTables } from "../shared/require";
import { totalAgreement } from "../shared/total-agreement";

/** The detail table of each fund that has one with balances. */
const DETAILS: readonly (readonly [TableKey, FundKey])[] = [
  ["JJ", "fund"],
  ["GZ", "stateCapital"],
];

export const rule: Rule = {
  id: "X-06",
  title: "政府性基金、国有资本经营预算与财政拨款总表一致",
  statement:
    "政府性基金预算财政拨款收入支出决算表、国有资本经营预算财政拨款支出决算表的合计行（年初结转、本年收入、本年支出、年末结转）和各类支出，与财政拨款收入支出决算总表相应资金的数相等。",
  formula: "政府性基金表.合计 = 财政拨款总表.政府性基金；国有资本经营表.合计 = 财政拨款总表.国有资本经营",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "同一项资金在两张表上都要反映。总表上有数而明细表写“无数据”，或者只改一张，就会不一致。",
  remedy: "对照该项资金的账目核对两表；确实没有该项资金的，总表相应栏也应为空。",
  scope: ["Z04", "JJ", "GZ"],
  check: ({ book }) =>
    withTables(book, ["Z04"], function* (z04) {
      for (const [key, fund] of DETAILS) {
        const detail = book.tables.get(key);
        if (detail) yield* fundTable(z04, detail, fund);
        else yield missingTable(key);
      }
    }),
};

function* fundTable(z04: AccountTable, detail: AccountTable, fund: FundKey): Iterable<Check> {
  const expenditure = { overview: z04, overviewColumn: fund, detail, detailColumn: "total" as const };
  yield* totalAgreement({ ...expenditure, row: Z04_ROWS.expenditureTotal, label: "本年支出合计" });
  if (z04.columns.has(fund)) yield* classAgreement(expenditure);
  yield* fundFlows(z04, detail, fund);
}
