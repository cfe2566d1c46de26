import type { AccountBook } from "../model/book";
import { cellNumber, type CellAddress } from "../model/cell";
import type { AccountTable, ColumnKey, TableKey, TableRow } from "../model/table";

/** Tables that print a code only where money was received or spent under it; others print every code there is. */
const LISTED_BY_FUNCTION: ReadonlySet<TableKey> = new Set<TableKey>(["Z02", "Z03", "Z05", "JJ", "GZ"]);

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

  /** The rows of a table that some cells stand in, one for each of its cells. */
  rowsOf(table: AccountTable, cells: readonly CellAddress[]): readonly TableRow[] {
    return cells.flatMap((cell) => {
      const place = this.at(cell);
      return place?.table === table ? [place.row] : [];
    });
  }

  /** Whether the cell stands in a row of a functional code without any figure: nobody prints a code for nothing. */
  isInEmptyRow(cell: CellAddress): boolean {
    const place = this.at(cell);
    if (place?.row.code === undefined || !LISTED_BY_FUNCTION.has(place.table.key)) return false;
    return [...place.row.figures.values()].every(({ kind }) => kind === "blank");
  }

  /** Whether no row of the cell's table has a figure in its column. */
  isInEmptyColumn(cell: CellAddress): boolean {
    const place = this.at(cell);
    return (
      place?.table.rows.every(({ figures }) => figures.get(place.column)?.value.isZero() ?? true) === true &&
      place.table.rows.length > 1
    );
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
