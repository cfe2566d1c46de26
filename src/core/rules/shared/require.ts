import type { AccountBook } from "../../model/book";
import type { Check, NotEvaluated } from "../../model/rule";
import type { AccountTable, ColumnKey, TableKey } from "../../model/table";
import { columnLabel, shortName, tableName } from "./names";

type Tables<K extends readonly TableKey[]> = { readonly [I in keyof K]: AccountTable };

/**
 * The checks of `body` on the tables of the given keys; where one is missing, why the rule could not run instead (one
 * reason for each missing table).
 */
export function withTables<const K extends readonly TableKey[]>(
  book: AccountBook,
  keys: K,
  body: (...tables: Tables<K>) => Iterable<Check>,
): Iterable<Check> {
  const found: AccountTable[] = [];
  const missing: NotEvaluated[] = [];
  for (const key of keys) {
    const table = book.tables.get(key);
    if (table) found.push(table);
    else missing.push(missingTable(key));
  }
  // Where none is missing, every key was found, in order, so the list has the tuple's shape.
  return missing.length > 0 ? missing : body(...(found as unknown as Tables<K>));
}

/** The workbook has no such table. */
export function missingTable(key: TableKey): NotEvaluated {
  return { kind: "notEvaluated", reason: `缺少${tableName(key)}`, missing: key };
}

/** A table lacks a column the rule needs. */
export function missingColumn(table: AccountTable, column: ColumnKey): NotEvaluated {
  return notEvaluated(table, `${shortName(table)}没有“${columnLabel(table.key, column)}”栏`);
}

/** A table lacks a row the rule needs; `label` as it is usually printed. */
export function missingRow(table: AccountTable, label: string): NotEvaluated {
  return notEvaluated(table, `${shortName(table)}没有“${label}”行`);
}

/** A table without any row of figures, as tables without data are published. */
export function emptyTable(table: AccountTable): NotEvaluated {
  return { ...notEvaluated(table, `${shortName(table)}无数据`), because: "empty" };
}

/** Any other reason why something on a table was not checked. */
export function notEvaluated(table: AccountTable, reason: string): NotEvaluated {
  return { kind: "notEvaluated", reason, sheet: table.sheet };
}
