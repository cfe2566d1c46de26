import { ALL_TABLES, columnsOf, tableName } from "../../tables";
import {
  TOTAL_ROW,
  Z06_ROWS,
  type AccountTable,
  type ColumnKey,
  type TableKey,
  type TableRow,
} from "../../model/table";

/** Labels of the columns by table, from the descriptors. */
const COLUMN_LABELS: ReadonlyMap<TableKey, ReadonlyMap<ColumnKey, string>> = new Map(
  ALL_TABLES.map(({ key }) => [key, new Map(columnsOf(key).map((column) => [column.key, column.label]))]),
);

/** The usual label of a column ("基本支出"); of a matrix, what its header prints. */
export function columnLabel(table: TableKey | AccountTable, column: ColumnKey): string {
  if (typeof table !== "string" && table.headed) return table.headed.get(column)?.label ?? column;
  return COLUMN_LABELS.get(typeof table === "string" ? table : table.key)?.get(column) ?? column;
}

/** A row in a clerk's words: "201 一般公共服务支出", "本年收入合计". */
export function rowLabel(row: TableRow): string {
  if (row.key === TOTAL_ROW) return "合计";
  if (row.key === Z06_ROWS.personnelTotal) return "人员经费合计";
  if (row.key === Z06_ROWS.publicTotal) return "公用经费合计";
  if (row.level === "line") return row.name;
  return row.name === "" ? (row.code ?? row.key) : `${row.code ?? row.key} ${row.name}`;
}

/** The short name of a printed table: its 公开 number where it has one ("公开03表"), else its usual name. */
export function shortName(table: AccountTable): string {
  return table.publicNumber?.text ?? tableName(table.key);
}

export { tableName };
