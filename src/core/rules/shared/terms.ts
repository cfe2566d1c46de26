import type { Figure } from "../../model/figure";
import type { Term } from "../../model/rule";
import type { AccountTable, ColumnKey, RowKey, TableRow } from "../../model/table";
import { columnLabel, rowLabel, shortName } from "./names";

/** A signed figure, or nothing where the figure is not there (an absent figure is zero). */
export function term(figure: Figure | undefined, label: string, sign: 1 | -1 = 1): Term[] {
  return figure ? [{ figure, sign, label }] : [];
}

/** The figures of one row in several columns, labelled by column; absent columns are left out. */
export function columnTerms(table: AccountTable, row: TableRow, columns: readonly ColumnKey[]): Term[] {
  const terms: Term[] = [];
  for (const column of columns) {
    const figure = row.figures.get(column);
    if (figure) terms.push({ figure, sign: 1, label: columnLabel(table.key, column) });
  }
  return terms;
}

/** The figures of several rows in one column, labelled by row. */
export function rowTerms(rows: readonly TableRow[], column: ColumnKey): Term[] {
  const terms: Term[] = [];
  for (const row of rows) {
    const figure = row.figures.get(column);
    if (figure) terms.push({ figure, sign: 1, label: rowLabel(row) });
  }
  return terms;
}

/** The figure at a row key and column as a term labelled by its row; nothing where the row is not printed. */
export function keyTerm(table: AccountTable, key: RowKey, column: ColumnKey, sign: 1 | -1 = 1): Term[] {
  const row = table.byKey.get(key);
  return row ? term(row.figures.get(column), rowLabel(row), sign) : [];
}

/** Whether any of the terms stands at something other than zero (or at something unreadable). */
export function anyStanding(terms: readonly Term[]): boolean {
  return terms.some(({ figure }) => figure.kind === "invalid" || !figure.value.isZero());
}

/** As `keyTerm`, labelled with its table for relations between tables ("公开01表本年收入合计"). */
export function placeTerm(table: AccountTable, key: RowKey, column: ColumnKey): Term[] {
  return keyTerm(table, key, column).map((item) => ({ ...item, label: `${shortName(table)}${item.label}` }));
}
