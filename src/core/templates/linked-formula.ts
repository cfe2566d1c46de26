import type { CellAddress } from "../model/cell";
import type { ColumnKey, RowKey } from "../model/table";
import { copyOf, lookUp, restOf, sumOf, sumOfRange } from "./formulas";
import type { Link, Ref } from "./links";
import type { PlacedTables } from "./shapes/shape";

/** What a formula may look at: the sheet's own cells, the other tables of the set, the items of the half. */
export interface Surroundings {
  readonly cellOf: (row: RowKey, column: ColumnKey) => CellAddress | undefined;
  readonly others: PlacedTables;
  readonly items: readonly RowKey[];
  readonly column: ColumnKey;
}

/** The first of the links whose cells are all in the set, as a formula; undefined where none is: the clerk types. */
export function linkedFormula(cell: CellAddress, links: readonly Link[], around: Surroundings): string | undefined {
  for (const link of links) {
    const formula = formulaOf(cell, link, around);
    if (formula !== undefined) return formula;
  }
  return undefined;
}

function formulaOf(cell: CellAddress, link: Link, around: Surroundings): string | undefined {
  const find = ({ table, row, column }: Ref): CellAddress | undefined =>
    (table === undefined ? around.cellOf : around.others.get(table)?.cellOf)?.(row, column);
  const present = (refs: readonly Ref[]): readonly CellAddress[] => refs.flatMap((ref) => find(ref) ?? []);
  switch (link.kind) {
    case "sum":
      return sumOf(cell, present(link.plus), present(link.minus ?? []));
    case "copy": {
      const of = find(link.of);
      return of && copyOf(cell, of);
    }
    case "rest": {
      const of = find(link.of);
      return of && restOf(cell, of, present(link.less));
    }
    case "class": {
      const other = around.others.get(link.table);
      const column = other?.cellOf("total", link.column)?.column;
      return other?.coded && column !== undefined
        ? lookUp(cell, link.code, { ...other.coded, sheet: other.sheet, codes: other.coded.column, column })
        : undefined;
    }
    case "items":
      return sumOfItems(cell, around);
  }
}

/** Σ of the items of the half: one range, so that a line put in between counts too. */
function sumOfItems(cell: CellAddress, { items, cellOf, column }: Surroundings): string | undefined {
  const cells = items.flatMap((row) => cellOf(row, column) ?? []);
  const [first] = cells;
  return first && sumOfRange(first, { ...first, row: cell.row - 1 });
}
