import type { Check } from "../../model/rule";
import { incomeRow, Z04_ROWS, type AccountTable, type ColumnKey, type FundKey } from "../../model/table";
import { agreement } from "./agreement";
import { totalTerms } from "./hierarchy";
import { columnLabel, shortName } from "./names";
import { placeTerm } from "./terms";

/**
 * 年初结转, 本年收入 and 年末结转 of a fund's table = those of the fund in Z04, as far as both print them (many tables print
 * expenditure only).
 */
export function* fundFlows(z04: AccountTable, detail: AccountTable, fund: FundKey): Iterable<Check> {
  const of = { z04, detail, fund };
  yield* flow({ ...of, row: incomeRow(fund), from: "amount", column: "income" });
  yield* flow({ ...of, row: Z04_ROWS.openingOf[fund], from: "amount", column: "opening" });
  yield* flow({ ...of, row: Z04_ROWS.closing, from: fund, column: "closing" });
}

interface Flow {
  readonly z04: AccountTable;
  readonly detail: AccountTable;
  readonly fund: FundKey;
  readonly row: string;
  readonly from: ColumnKey;
  readonly column: ColumnKey;
}

function* flow({ z04, detail, fund, row, from, column }: Flow): Iterable<Check> {
  const left = totalTerms(detail, column);
  const right = placeTerm(z04, row, from);
  if (left === undefined || right.length === 0) return;
  const label = columnLabel(detail, column);
  yield* agreement({
    left,
    right,
    subject: `${shortName(detail)}合计 · ${label}`,
    counterpart: `${shortName(z04)}${columnLabel("Z04", fund)}${label}`,
    sheet: detail.sheet,
    otherSheet: z04.sheet,
  });
}
