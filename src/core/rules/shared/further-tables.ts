import type { AccountBook } from "../../model/book";
import type { Check } from "../../model/rule";
import { isStandardKey, type AccountTable } from "../../model/table";

/** The tables of a workbook beside the nine, in sheet order. */
function furtherTables(book: AccountBook): readonly AccountTable[] {
  return [...book.tables.values()].filter(({ key }) => !isStandardKey(key));
}

/** The checks of `body` on every table beside the nine; where a workbook has none, there is nothing to check. */
export function* eachFurtherTable(book: AccountBook, body: (table: AccountTable) => Iterable<Check>): Iterable<Check> {
  const tables = furtherTables(book);
  if (tables.length === 0) yield { kind: "notEvaluated", reason: "工作簿中没有九张表以外的表", notApplicable: true };
  for (const table of tables) yield* body(table);
}
