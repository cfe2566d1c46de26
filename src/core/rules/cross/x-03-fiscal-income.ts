import type { Check, Rule } from "../../model/rule";
import { FUNDS, incomeRow, Z04_ROWS, type AccountTable } from "../../model/table";
import { agreement } from "../shared/agreement";
import { TABLE_AGREEMENT } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingTable, notEvaluated, withTables } from "../shared/require";
import { placeTerm } from "../shared/terms";
import { totalAgreement } from "../shared/total-agreement";

export const rule: Rule = {
  id: "X-03",
  title: "财政拨款收入各表一致",
  statement:
    "财政拨款收入支出决算总表的三类财政拨款收入与收入支出决算总表相同；其本年收入合计等于收入决算表合计行的财政拨款收入。",
  formula: "财政拨款总表.各类拨款 = 总表.各类拨款；财政拨款总表.本年收入合计 = 收入决算表.合计.财政拨款收入",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "财政拨款收入在三张表上都要反映，只改其中一张就会不一致。",
  remedy: "对照财政拨款对账单核对三张表的财政拨款收入，改正填错的一张。",
  scope: ["Z01", "Z02", "Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], function* (z04) {
      const z01 = book.tables.get("Z01");
      if (z01) yield* funds(z04, z01);
      else yield missingTable("Z01");
      const z02 = book.tables.get("Z02");
      if (z02) {
        yield* totalAgreement({
          overview: z04,
          overviewColumn: "amount",
          detail: z02,
          detailColumn: "fiscal",
          row: Z04_ROWS.incomeTotal,
          label: "本年收入合计",
        });
      } else yield missingTable("Z02");
    }),
};

/** Z01 of some provinces prints 财政拨款收入 in one line for all funds, with 其中：政府性基金 … below it. */
function printsFundsTogether(z01: AccountTable): boolean {
  return /^财政(?:补助|拨款)收入$/.test(z01.byKey.get(incomeRow("general"))?.name ?? "");
}

function* fundsTogether(z04: AccountTable, z01: AccountTable): Iterable<Check> {
  yield* agreement({
    left: FUNDS.flatMap((fund) => placeTerm(z04, incomeRow(fund), "amount")),
    right: placeTerm(z01, incomeRow("general"), "amount"),
    subject: `${shortName(z04)}三类财政拨款收入`,
    counterpart: `${shortName(z01)}财政拨款收入`,
    sheet: z04.sheet,
    otherSheet: z01.sheet,
  });
}

function* funds(z04: AccountTable, z01: AccountTable): Iterable<Check> {
  if (printsFundsTogether(z01)) {
    yield* fundsTogether(z04, z01);
    return;
  }
  const pairs = FUNDS.map((fund) => ({
    fund,
    left: placeTerm(z04, incomeRow(fund), "amount"),
    right: placeTerm(z01, incomeRow(fund), "amount"),
  }));
  for (const [table, side] of [
    [z04, "left"],
    [z01, "right"],
  ] as const) {
    if (pairs.every((pair) => pair[side].length === 0)) {
      yield notEvaluated(table, `${shortName(table)}没有按资金分列财政拨款收入`);
      return;
    }
  }
  for (const { fund, left, right } of pairs) {
    const label = `${columnLabel("Z04", fund)}收入`;
    const missing = left.length === 0 ? z04 : right.length === 0 ? z01 : undefined;
    yield* agreement({
      left,
      right,
      subject: `${shortName(z04)}${label}`,
      counterpart: `${shortName(z01)}${label}`,
      sheet: z04.sheet,
      otherSheet: z01.sheet,
      ...(missing ? { remark: `${shortName(missing)}没有这一行` } : {}),
    });
  }
}
