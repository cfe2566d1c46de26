import type { Check, Rule } from "../../model/rule";
import { incomeRow, Z01_ROWS, type AccountTable, type ColumnKey, type RowKey } from "../../model/table";
import { agreement } from "../shared/agreement";
import { TABLE_AGREEMENT } from "../shared/basis";
import { totalTerms } from "../shared/hierarchy";
import { columnLabel, shortName } from "../shared/names";
import { missingColumn, missingRow, withTables } from "../shared/require";
import { anyStanding, placeTerm } from "../shared/terms";

/** Columns of Z02 and the rows of Z01 that they must agree with. */
const PAIRS: readonly (readonly [ColumnKey, readonly RowKey[]])[] = [
  ["total", [Z01_ROWS.incomeTotal]],
  ["fiscal", [incomeRow("general"), incomeRow("fund"), incomeRow("stateCapital")]],
  ["superiorSubsidy", [incomeRow("superiorSubsidy")]],
  ["undertaking", [incomeRow("undertaking")]],
  ["business", [incomeRow("business")]],
  ["affiliated", [incomeRow("affiliated")]],
  ["other", [incomeRow("other")]],
];

export const rule: Rule = {
  id: "X-01",
  title: "收入总表与收入决算表一致",
  statement:
    "收入支出决算总表的本年收入合计等于收入决算表的合计；三类财政拨款之和等于其财政拨款收入，其余各项收入与其相应栏相等。",
  formula: "总表.本年收入合计 = 收入决算表.合计；总表各项收入 = 收入决算表相应栏合计",
  severity: "error",
  basis: TABLE_AGREEMENT,
  rationale: "同一笔收入在两张表上都要反映。只改一张表，或者把收入填到另一来源，两表就不一致。",
  remedy: "以账上收入为准，找出两表中填错的一张，连同其合计一起改正。",
  scope: ["Z01", "Z02"],
  check: ({ book }) =>
    withTables(book, ["Z01", "Z02"], function* (z01, z02) {
      for (const [column, rows] of PAIRS) yield* pair(z01, z02, column, rows);
    }),
};

function* pair(z01: AccountTable, z02: AccountTable, column: ColumnKey, rows: readonly RowKey[]): Iterable<Check> {
  const right = rows.flatMap((key) => placeTerm(z01, key, "amount"));
  const left = totalTerms(z02, column);
  if (left === undefined) {
    // A column that is not printed says nothing as long as there is nothing to say.
    if (anyStanding(right)) yield missingColumn(z02, column);
    return;
  }
  const label = columnLabel("Z02", column);
  if (right.length === 0) {
    if (anyStanding(left)) yield missingRow(z01, column === "total" ? "本年收入合计" : label);
    return;
  }
  yield* agreement({
    left,
    right,
    subject: `${shortName(z02)}合计 · ${label}`,
    counterpart: `${shortName(z01)}${label}`,
    sheet: z02.sheet,
    otherSheet: z01.sheet,
  });
}
