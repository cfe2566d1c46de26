import type { Check } from "../../model/rule";
import type { AccountTable, ColumnKey } from "../../model/table";
import { columnLabel, rowLabel, shortName } from "./names";
import { missingColumn, notEvaluated } from "./require";
import { term } from "./terms";

const NEEDED: readonly ColumnKey[] = ["closing", "opening", "income", "total"];

/** Every row of JJ or GZ: 年末结转 = 年初结转 + 本年收入 − 本年支出小计. Not evaluated where one of the columns is missing. */
export function* closingBalances(table: AccountTable): Iterable<Check> {
  const missing = NEEDED.filter((column) => !table.columns.has(column));
  for (const column of missing) yield missingColumn(table, column);
  if (missing.length > 0) return;
  const label = (column: ColumnKey): string => columnLabel(table, column);
  for (const row of table.rows) {
    const { figures } = row;
    const unprinted = NEEDED.find((column) => !figures.has(column));
    if (unprinted !== undefined) {
      yield notEvaluated(table, `${shortName(table)}${rowLabel(row)}行没有印“${label(unprinted)}”`);
      continue;
    }
    yield {
      kind: "identity",
      relation: "=",
      left: term(figures.get("closing"), label("closing")),
      right: [
        ...term(figures.get("opening"), label("opening")),
        ...term(figures.get("income"), label("income")),
        ...term(figures.get("total"), "本年支出小计", -1),
      ],
      subject: `${rowLabel(row)} · ${label("closing")}`,
      sheet: table.sheet,
    };
  }
}
