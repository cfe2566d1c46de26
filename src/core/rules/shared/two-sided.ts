import type { Check, Term } from "../../model/rule";
import {
  isFunctionalItem,
  isIncomeItem,
  type AccountTable,
  type ColumnKey,
  type RowKey,
  type TableRow,
} from "../../model/table";
import { columnKeys, lineOf } from "../../tables";
import { columnLabel, shortName } from "./names";
import { perTable } from "./per-table";
import { missingRow, notEvaluated } from "./require";
import { anyStanding, keyTerm, rowTerms } from "./terms";

/** The functional items of the expenditure half of Z01 or Z04; sub-lines, totals and blank lines are none. */
export const functionalItems = perTable((table): readonly TableRow[] =>
  table.rows.filter((row) => isFunctionalItem(row)),
);

/** The income items of Z01 or Z04 (three there). */
export const incomeItems = perTable((table): readonly TableRow[] => table.rows.filter((row) => isIncomeItem(row)));

/** What messages call a line that adds up others; tells the two 总计 apart. */
const lineName = (table: AccountTable, key: RowKey): string => lineOf(table.key, key)?.rule.name ?? key;

/** One line = Σ of other terms in one column; not evaluated where the line itself is not printed. */
export function* lineSum(
  table: AccountTable,
  key: RowKey,
  column: ColumnKey,
  addends: readonly Term[],
): Iterable<Check> {
  const left = keyTerm(table, key, column);
  if (left.length === 0) {
    yield missingRow(table, lineName(table, key));
    return;
  }
  const suffix = column === "amount" ? "" : ` · ${columnLabel(table.key, column)}`;
  const subject = `${lineName(table, key)}${suffix}`;
  yield { kind: "identity", relation: "=", left, right: addends, subject, sheet: table.sheet };
}

/** Each of the lines = Σ of what its descriptor says it adds up, in every column that its half prints. */
export function* lineTotals(table: AccountTable, keys: readonly RowKey[]): Iterable<Check> {
  for (const key of keys) {
    const { rule, half } = lineOf(table.key, key) ?? {};
    if (!rule?.parts) continue;
    const columns = half === "left" ? ["amount"] : expenditureColumns(table);
    if (rule.parts === "items") {
      const items = half === "left" ? incomeItems(table) : functionalItems(table);
      for (const column of columns) yield* itemSum(table, key, column, items);
      continue;
    }
    const parts = rule.parts.flatMap((part) => rowsOf(table, part));
    if (parts.length === 0) yield notEvaluated(table, `${shortName(table)}没有印${lineName(table, key)}的分项`);
    else for (const column of columns) yield* lineSum(table, key, column, rowTerms(parts, column));
  }
}

/** The row of a line; all of them where some editions print it as several. */
function rowsOf(table: AccountTable, key: RowKey): readonly TableRow[] {
  if (lineOf(table.key, key)?.rule.several) return table.rows.filter((row) => row.key === key);
  const row = table.byKey.get(key);
  return row ? [row] : [];
}

/** The columns of the expenditure half that are printed: one amount, or 合计 and the funds. */
function expenditureColumns(table: AccountTable): readonly ColumnKey[] {
  const [amount = "amount", ...funds] = columnKeys(table.key);
  return funds.length === 0 ? [amount] : funds.filter((column) => table.columns.has(column));
}

/**
 * One line = Σ of the items of its half in one column. Where an item that is in no list takes part (a new class, a
 * province's own line), nobody can be sure that it belongs to the sum: the check is then one to be explained.
 */
function* itemSum(table: AccountTable, key: RowKey, column: ColumnKey, items: readonly TableRow[]): Iterable<Check> {
  const unlisted = items.filter((row) => row.kind === "unlisted" && anyStanding(rowTerms([row], column)));
  for (const check of lineSum(table, key, column, rowTerms(items, column))) {
    if (check.kind !== "identity" || unlisted.length === 0) yield check;
    else {
      const names = unlisted.map((row) => `“${row.name}”`).join("、");
      yield { ...check, severity: "verify", remark: `已计入未识别的项目${names}` };
    }
  }
}
