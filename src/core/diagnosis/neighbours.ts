import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { TableRow } from "../model/table";
import type { Neighbours } from "./slips";

/** Figures of the same table directly beside, above or below a figure, in the order of the table's rows. */
export function neighboursIn(book: AccountBook): Neighbours {
  return (figure) => {
    const table = [...book.tables.values()].find((t) => t.sheet === figure.cell.sheet);
    if (!table) return [];
    const at = table.rows.findIndex((row) => figureIndex(row, figure) >= 0);
    const row = table.rows[at];
    if (!row) return [];
    const place = figureIndex(row, figure);
    const beside = [...row.figures.values()];
    const vertical = [table.rows[at - 1], table.rows[at + 1]].flatMap((other) => sameColumn(other, figure));
    return [beside[place - 1], beside[place + 1], ...vertical].filter((f) => f !== undefined);
  };
}

function figureIndex(row: TableRow, figure: Figure): number {
  let index = 0;
  for (const { cell } of row.figures.values()) {
    if (cell.column === figure.cell.column && cell.row === figure.cell.row && cell.sheet === figure.cell.sheet)
      return index;
    index += 1;
  }
  return -1;
}

function sameColumn(row: TableRow | undefined, figure: Figure): readonly Figure[] {
  return row ? [...row.figures.values()].filter((other) => other.cell.column === figure.cell.column) : [];
}
