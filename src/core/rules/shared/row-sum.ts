import type { AccountBook } from "../../model/book";
import type { Check } from "../../model/rule";
import type { AccountTable, ColumnKey, TableRow } from "../../model/table";
import { columnLabel, rowLabel, shortName } from "./names";
import { missingColumn, notEvaluated } from "./require";
import { columnTerms, term } from "./terms";

/**
 * Every row: the column `total` = Σ of the columns `parts` (those the table prints). Not evaluated where the table has
 * no total column or none of the parts. Where a part was not found and the sheet has columns reading could not place, a
 * difference may lie in one of those: it is then to be explained, no error.
 */
export function rowSums(
  book: AccountBook,
  table: AccountTable,
  total: ColumnKey,
  parts: readonly ColumnKey[],
  rows: readonly TableRow[] = table.rows,
): readonly Check[] {
  if (rows.length === 0) return [notEvaluated(table, `${shortName(table)}无数据`)];
  if (!table.columns.has(total)) return [missingColumn(table, total)];
  const printed = parts.filter((column) => table.columns.has(column));
  if (printed.length === 0) {
    const labels = parts.map((column) => columnLabel(table.key, column)).join("、");
    return [notEvaluated(table, `${shortName(table)}没有“${labels}”各栏`)];
  }
  const totalLabel = columnLabel(table.key, total);
  const doubtful = printed.length < parts.length && hasUnknownColumn(book, table);
  const checks: Check[] = [];
  for (const row of rows) {
    const left = term(row.figures.get(total), totalLabel);
    if (left.length === 0) continue;
    checks.push({
      kind: "identity",
      relation: "=",
      left,
      right: columnTerms(table, row, printed),
      subject: `${rowLabel(row)} · ${totalLabel}`,
      sheet: table.sheet,
      remark: doubtful ? "表中有未识别的栏，可能未计入" : undefined,
      severity: doubtful ? "verify" : undefined,
    });
  }
  return checks;
}

function hasUnknownColumn(book: AccountBook, table: AccountTable): boolean {
  return book.sheets
    .filter((sheet) => sheet.name === table.sheet)
    .some((sheet) => sheet.notes.some((note) => note.code === "unknownColumn"));
}
