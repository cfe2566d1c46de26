import type { Check, Term } from "../../model/rule";
import { isFunctionalItem, isIncomeItem, type AccountTable, type ColumnKey, type TableRow } from "../../model/table";
import { columnLabel } from "./names";
import { perTable } from "./per-table";
import { missingRow } from "./require";
import { anyStanding, keyTerm, rowTerms } from "./terms";

/** The functional items of the expenditure half of Z01 or Z04; sub-lines, totals and blank lines are none. */
export const functionalItems = perTable((table): readonly TableRow[] =>
  table.rows.filter((row) => isFunctionalItem(row)),
);

/** The income items of Z01 or Z04 (three there). */
export const incomeItems = perTable((table): readonly TableRow[] => table.rows.filter((row) => isIncomeItem(row)));

/** The expenditure columns of Z04 that are printed: 合计 and the funds. */
export function expenditureColumns(table: AccountTable): readonly ColumnKey[] {
  const columns: readonly ColumnKey[] = ["total", "general", "fund", "stateCapital"];
  return columns.filter((column) => table.columns.has(column));
}

/** A line of a two-sided table that adds up others. */
export interface TotalLine {
  readonly key: string;
  /** As it is said to the user; tells the two 总计 apart. */
  readonly label: string;
}

/** One line = Σ of other terms in one column; not evaluated where the line itself is not printed. */
export function* lineSum(
  table: AccountTable,
  total: TotalLine,
  column: ColumnKey,
  addends: readonly Term[],
): Iterable<Check> {
  const left = keyTerm(table, total.key, column);
  if (left.length === 0) {
    yield missingRow(table, total.label);
    return;
  }
  const suffix = column === "amount" ? "" : ` · ${columnLabel(table.key, column)}`;
  const subject = `${total.label}${suffix}`;
  yield { kind: "identity", relation: "=", left, right: addends, subject, sheet: table.sheet };
}

/**
 * One line = Σ of the items of its half in one column. Where an item that is in no list takes part (a new class, a
 * province's own line), nobody can be sure that it belongs to the sum: the check is then one to be explained.
 */
export function* itemSum(
  table: AccountTable,
  total: TotalLine,
  column: ColumnKey,
  items: readonly TableRow[],
): Iterable<Check> {
  const unlisted = items.filter((row) => row.kind === "unlisted" && anyStanding(rowTerms([row], column)));
  for (const check of lineSum(table, total, column, rowTerms(items, column))) {
    if (check.kind !== "identity" || unlisted.length === 0) yield check;
    else {
      const names = unlisted.map((row) => `“${row.name}”`).join("、");
      yield { ...check, severity: "verify", remark: `已计入未识别的项目${names}` };
    }
  }
}
