import type { AccountBook } from "../../core/model/book";

/**
 * What rules of every scope depend on, as one text: year, organisation, money unit, what each sheet was read as and
 * which sheets stand for the tables. While it stays the same, an edit concerns only the rules of its own sheets.
 */
export function bookShape(book: AccountBook): string {
  return JSON.stringify([
    book.year ?? null,
    book.unitName ?? null,
    book.moneyUnit,
    book.sheets.map(({ name, kind, note }) => [name, kind, note ?? null]),
    [...book.tables].map(([key, { sheet }]) => [key, sheet]),
    book.rivals.map(({ table, cause }) => [table.key, table.sheet, cause]),
    book.forms.map(({ sheet, index }) => [sheet, index]),
    book.summaries.map(({ sheet }) => sheet),
  ]);
}
