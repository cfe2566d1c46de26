import type { AccountBook } from "../../model/book";
import type { PatternMatch } from "../patterns";
import type { Places } from "../places";
import type { LinearSystem } from "../system";

/**
 * Tables without a single figure although other tables of the workbook say they should have some, and without a note
 * that they have no data: nobody has begun them.
 */
export function tablesNotBegun(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  return [...book.tables.values()].flatMap((table) => {
    const isEmpty = table.rows.every(({ figures }) =>
      [...figures.values()].every(({ kind, value }) => kind !== "invalid" && value.isZero()),
    );
    if (!isEmpty || table.noDataNote) return [];
    const equations = system.violated.filter(({ members }) =>
      members.some(({ unknown }) => places.at(unknown.figure.cell)?.table === table),
    );
    if (equations.length === 0) return [];
    const { sheet, title } = table;
    return [{ pattern: { kind: "notBegun" as const, sheet, cell: title.cell }, equations, inQuestion: [] }];
  });
}
