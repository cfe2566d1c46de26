import type { Figure } from "../model/figure";
import type { TableRow } from "../model/table";
import type { Places } from "./places";
import type { Neighbours } from "./slips";

/** Figures of the same table directly beside, above or below a figure, in the order of the table's rows. */
export function neighboursIn(places: Places): Neighbours {
  return (figure) => {
    const place = places.at(figure.cell);
    if (!place) return [];
    const { table, row, column } = place;
    const columns = [...row.figures.keys()];
    const beside = [columns.indexOf(column) - 1, columns.indexOf(column) + 1].map((at) => columns[at]);
    const at = table.rows.indexOf(row);
    const vertical = [table.rows[at - 1], table.rows[at + 1]].flatMap((other) => sameColumn(other, figure));
    return [...beside.map((other) => (other === undefined ? undefined : row.figures.get(other))), ...vertical].filter(
      (f) => f !== undefined,
    );
  };
}

function sameColumn(row: TableRow | undefined, figure: Figure): readonly Figure[] {
  return row ? [...row.figures.values()].filter((other) => other.cell.column === figure.cell.column) : [];
}
