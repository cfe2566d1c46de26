import type { AccountBook } from "../../model/book";
import { type AccountTable, type ColumnKey, type RowKey, type TableKey, type TableRow } from "../../model/table";
import { firstKnown, fromFigure, known, missing, total, type Quantity } from "../quantity";
import { numberOf, type Parameters } from "../parameters/parameters";
import { tableName } from "../../tables";
import { fromSheets } from "./from-sheets";

/** Where facts come from. */
export interface Sources {
  readonly book: AccountBook;
  readonly parameters: Parameters;
}

/** A table's figure; the 合计 row of a classified table that prints none is the sum of its topmost rows. */
export function cell(sources: Sources, key: TableKey, row: RowKey, column: ColumnKey): Quantity {
  const id = `表.${key}.${row}.${column}`;
  const table = sources.book.tables.get(key);
  if (!table) return missing("table", `表.${key}`, `缺${tableName(key)}`);
  const figure = table.byKey.get(row)?.figures.get(column);
  if (figure) return fromFigure(figure, id);
  if (row === "total" && isClassified(key) && table.columns.has(column)) {
    return total(topmost(table).map((top) => rowFigure(table, top, column)));
  }
  return missing("table", id, `${table.sheet}缺所需的行或列`);
}

/** The figure of a row of a table; a column the row has no cell for is missing. */
export function rowFigure(table: AccountTable, row: TableRow, column: ColumnKey): Quantity {
  const id = `表.${table.key}.${row.key}.${column}`;
  const figure = row.figures.get(column);
  return figure ? fromFigure(figure, id) : missing("table", id, `${table.sheet}缺所需的行或列`);
}

/** A figure the clerk filled in, else what the workbook's own sheets tell of it. */
export function parameter(sources: Sources, key: string, label: string): Quantity {
  const value = numberOf(sources.parameters, key);
  return value
    ? known(value.value, value.cell ? [value.cell] : [], `情况说明参数：${label}`)
    : (fromSheets(sources.book, key) ?? missing("parameter", key, label));
}

/** The first source that has the figure. */
export function either(first: Quantity, ...others: readonly Quantity[]): Quantity {
  return firstKnown(first, ...others);
}

function isClassified(key: TableKey): boolean {
  return (["Z02", "Z03", "Z05", "JJ", "GZ"] as const).some((classified) => classified === key);
}

/** Rows that no other row of the table contains: the 类, or the rows of a table without 类. */
function topmost(table: AccountTable): readonly TableRow[] {
  const rows = [...table.byKey.values()].filter((row) => row.code !== undefined);
  return rows.filter((row) => !rows.some((other) => other !== row && contains(other, row)));
}

/** Σ of the 类 of Z06 that are 人员经费 (301, 303) or 公用经费 (all others), for tables that print no such 合计. */
export function economicTotal(sources: Sources, group: "personnel" | "public"): Quantity {
  const table = sources.book.tables.get("Z06");
  const rows = table ? topmost(table).filter((row) => /^30[13]/.test(row.code ?? "") === (group === "personnel")) : [];
  return table && rows.length > 0
    ? total(rows.map((row) => rowFigure(table, row, "amount")))
    : missing("table", `表.Z06.${group}`, `缺${tableName("Z06")}的合计`);
}

/** Rows that contain no other row of the table: the 项, or a 款 or 类 without parts, in sheet order. */
export function leaves(table: AccountTable): readonly TableRow[] {
  const rows = [...table.byKey.values()].filter((row) => row.code !== undefined);
  return rows.filter((row) => !rows.some((other) => other !== row && contains(row, other)));
}

function contains(upper: TableRow, lower: TableRow): boolean {
  return (
    upper.code !== undefined &&
    lower.code !== undefined &&
    lower.code.length > upper.code.length &&
    lower.code.startsWith(upper.code)
  );
}

/** Whether a table has any figure other than 0; undefined where the workbook has no such table. */
export function hasFigures(sources: Sources, key: TableKey): boolean | undefined {
  const table = sources.book.tables.get(key);
  if (!table) return undefined;
  return table.rows.some(({ figures }) =>
    [...figures.values()].some((figure) => figure.kind === "invalid" || !figure.value.isZero()),
  );
}
