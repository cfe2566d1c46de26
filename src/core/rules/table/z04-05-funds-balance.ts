import type { Check, Rule } from "../../model/rule";
import { figureAt, FUNDS, incomeRow, Z04_ROWS, type AccountTable, type FundKey } from "../../model/table";
import { TABLE_BALANCE } from "../shared/basis";
import { columnLabel, shortName } from "../shared/names";
import { missingRow, notEvaluated, withTables } from "../shared/require";
import { keyTerm, term } from "../shared/terms";
import { lineSum } from "../shared/two-sided";

const EXPENDITURE = "总计（支出）";

export const rule: Rule = {
  id: "Z04-05",
  title: "财政拨款总表收支相等",
  statement:
    "财政拨款收入支出决算总表收入方的总计等于支出方的总计；分资金看，本年收入加年初结转等于支出方该资金栏的总计。",
  formula: "总计（收入） = 总计（支出，合计栏）；某类财政拨款收入 + 其年初结转和结余 = 该栏总计",
  severity: "error",
  basis: TABLE_BALANCE,
  rationale: "各类资金自求平衡，收支两方才会相等。结转结余填错资金来源，总数平而分栏不平。",
  remedy: "先核对总计，再按资金逐栏核对收入、年初结转、支出和年末结转。",
  scope: ["Z04"],
  check: ({ book }) =>
    withTables(book, ["Z04"], function* (z04) {
      const right = figureAt(z04, Z04_ROWS.expenditureGrandTotal, "total");
      if (!right) yield missingRow(z04, EXPENDITURE);
      else yield* lineSum(z04, Z04_ROWS.incomeGrandTotal, "amount", term(right, EXPENDITURE));
      for (const fund of FUNDS) if (z04.columns.has(fund)) yield* fundBalance(z04, fund);
    }),
};

function* fundBalance(z04: AccountTable, fund: FundKey): Iterable<Check> {
  const openingKey = Z04_ROWS.openingOf[fund];
  const opening = figureAt(z04, Z04_ROWS.opening, "amount");
  if (!z04.byKey.has(openingKey) && opening && !opening.value.isZero()) {
    const label = columnLabel("Z04", fund);
    yield notEvaluated(z04, `${shortName(z04)}没有按资金分列年初结转和结余，${label}收支未核对`);
    return;
  }
  const sources = [...keyTerm(z04, incomeRow(fund), "amount"), ...relabel(keyTerm(z04, openingKey, "amount"))];
  yield* lineSum(z04, Z04_ROWS.expenditureGrandTotal, fund, sources);
}

/** The opening rows are called like the income rows: said apart, so that the arithmetic reads. */
function relabel(terms: ReturnType<typeof term>): ReturnType<typeof term> {
  return terms.map((item) => ({ ...item, label: `年初结转（${item.label}）` }));
}
