import type { AccountBook } from "../model/book";
import { cellNumber, type CellAddress } from "../model/cell";
import type { AccountTable, ColumnKey, TableRow } from "../model/table";

/** Where a figure stands in its table. */
export interface Place {
  readonly table: AccountTable;
  readonly row: TableRow;
  readonly column: ColumnKey;
}

/**
 * The places of the figures of a book's tables, by cell and never by figure: a partial re-check keeps figures of the
 * reading before. A sheet is looked through when it is first asked about.
 */
export class Places {
  private readonly sheets = new Map<string, ReadonlyMap<number, Place>>();

  constructor(private readonly book: AccountBook) {}

  /** The place of a cell; undefined where no table has a figure there. */
  at({ sheet, row, column }: CellAddress): Place | undefined {
    const known = this.sheets.get(sheet) ?? this.lookThrough(sheet);
    return known.get(cellNumber(row, column));
  }

  private lookThrough(sheet: string): ReadonlyMap<number, Place> {
    const places = new Map<number, Place>();
    for (const table of this.book.tables.values()) {
      if (table.sheet !== sheet) continue;
      for (const row of table.rows)
        for (const [column, { cell }] of row.figures)
          places.set(cellNumber(cell.row, cell.column), { table, row, column });
    }
    this.sheets.set(sheet, places);
    return places;
  }
}
