import type { Check, Rule } from "../../model/rule";
import { incomeRow, Z04_ROWS, type AccountTable, type ColumnKey, type FundKey, type TableKey } from "../../model/table";
import { agreement } from "../shared/agreement";
import { TABLE_AGREEMENT } from "../shared/basis";
import { classAgreement } from "../shared/class-agreement";
import { totalTerms } from "../shared/hierarchy";
import { columnLabel, shortName } from "../shared/names";
import { missingTable, withTables } from "../shared/require";
import { placeTerm } from "../shared/terms";
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
  yield* flow(z04, detail, { fund, row: incomeRow(fund), from: "amount", column: "income" });
  yield* flow(z04, detail, { fund, row: Z04_ROWS.openingOf[fund], from: "amount", column: "opening" });
  yield* flow(z04, detail, { fund, row: Z04_ROWS.closing, from: fund, column: "closing" });
}

/** A balance or income: checked where both tables print it (GZ often prints expenditure only). */
function* flow(
  z04: AccountTable,
  detail: AccountTable,
  of: { readonly fund: FundKey; readonly row: string; readonly from: ColumnKey; readonly column: ColumnKey },
): Iterable<Check> {
  const left = totalTerms(detail, of.column);
  const right = placeTerm(z04, of.row, of.from);
  if (left === undefined || right.length === 0) return;
  const label = columnLabel(detail.key, of.column);
  yield* agreement({
    left,
    right,
    subject: `${shortName(detail)}合计 · ${label}`,
    counterpart: `${shortName(z04)}${columnLabel("Z04", of.fund)}${label}`,
    sheet: detail.sheet,
    otherSheet: z04.sheet,
  });
}
