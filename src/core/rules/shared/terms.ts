import type { Figure } from "../../model/figure";
import type { Term } from "../../model/rule";
import type { AccountTable, ColumnKey, RowKey, TableRow } from "../../model/table";
import { FLOW_COLUMNS } from "../../tables/expenditure";
import { THREE_PUBLIC_ITEMS } from "../../tables/sg";
import { columnLabel, rowLabel, shortName } from "./names";

/** Columns that stand for one that is not printed: 人员经费 and 公用经费 for 基本支出 without 小计. */
const STAND_INS: ReadonlyMap<ColumnKey, readonly ColumnKey[]> = new Map(
  [...FLOW_COLUMNS, ...THREE_PUBLIC_ITEMS].flatMap(({ key, parts }) =>
    parts && key !== "total" ? [[key, parts] as const] : [],
  ),
);

/** The figures that stand for a column in a row: its own, or those of its parts; none where it is not printed. */
export function figuresAt(row: TableRow, column: ColumnKey): readonly Figure[] {
  const own = row.figures.get(column);
  if (own) return [own];
  return (STAND_INS.get(column) ?? []).flatMap((part) => figuresAt(row, part));
}

/** Whether a row prints any of the columns, itself or by its parts. */
export const anyPrinted = (row: TableRow, columns: readonly ColumnKey[]): boolean =>
  columns.some((column) => figuresAt(row, column).length > 0);

/** Whether a table prints a column, itself or by its parts. */
export function hasColumn(table: AccountTable, column: ColumnKey): boolean {
  return table.columns.has(column) || (STAND_INS.get(column)?.some((part) => hasColumn(table, part)) ?? false);
}

/** A signed figure, or nothing where the figure is not there (an absent figure is zero). */
export function term(figure: Figure | undefined, label: string, sign: 1 | -1 = 1): Term[] {
  return figure ? [{ figure, sign, label }] : [];
}

/** The figures of one row in several columns, labelled by column; absent columns are left out. */
export function columnTerms(table: AccountTable, row: TableRow, columns: readonly ColumnKey[]): Term[] {
  const terms: Term[] = [];
  for (const column of columns)
    for (const figure of figuresAt(row, column)) terms.push({ figure, sign: 1, label: columnLabel(table, column) });
  return terms;
}

/** A row with the label its terms carry: made once for all columns. */
export interface LabelledRow {
  readonly row: TableRow;
  readonly label: string;
}

/** The figures of labelled rows in one column. */
export function labelledTerms(rows: readonly LabelledRow[], column: ColumnKey): Term[] {
  const terms: Term[] = [];
  for (const { row, label } of rows)
    for (const figure of figuresAt(row, column)) terms.push({ figure, sign: 1, label });
  return terms;
}

/** Rows labelled in a clerk's words. */
export function labelRows(rows: readonly TableRow[]): LabelledRow[] {
  return rows.map((row) => ({ row, label: rowLabel(row) }));
}

/** Rows labelled with their table, for relations between tables ("公开03表 201 一般公共服务支出"). */
export function labelRowsOf(table: AccountTable, rows: readonly TableRow[]): LabelledRow[] {
  return rows.map((row) => ({ row, label: `${shortName(table)} ${rowLabel(row)}` }));
}

/** The figures of several rows in one column, labelled by row. */
export function rowTerms(rows: readonly TableRow[], column: ColumnKey): Term[] {
  return labelledTerms(labelRows(rows), column);
}

/** The figure at a row key and column as a term labelled by its row; nothing where the row is not printed. */
export function keyTerm(table: AccountTable, key: RowKey, column: ColumnKey, sign: 1 | -1 = 1): Term[] {
  const row = table.byKey.get(key);
  return row ? term(row.figures.get(column), rowLabel(row), sign) : [];
}

/** Whether a figure stands at something other than zero (or at something unreadable). */
export function isStanding({ kind, value }: Figure): boolean {
  return kind === "invalid" || !value.isZero();
}

/** Whether any of the terms stands at something other than zero (or at something unreadable). */
export function anyStanding(terms: readonly Term[]): boolean {
  return terms.some(({ figure }) => isStanding(figure));
}

/** As `keyTerm`, labelled with its table for relations between tables ("公开01表本年收入合计"). */
export function placeTerm(table: AccountTable, key: RowKey, column: ColumnKey): Term[] {
  const row = table.byKey.get(key);
  return row ? term(row.figures.get(column), `${shortName(table)}${rowLabel(row)}`) : [];
}
