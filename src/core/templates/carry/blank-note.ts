import { columnName } from "../../model/cell";
import type { AccountTable, StandardKey } from "../../model/table";
import { noteWhileBlank } from "../formulas";
import { LAYOUTS } from "../layouts";

/** What a table says as long as it shows nothing, as a live formula over all its figures; undefined where it has no row yet. `text`: own words, where it has some. */
export function blankNote(table: AccountTable, text: string): string | undefined {
  const rowsOf = new Map<number, number[]>();
  for (const { figures } of table.rows)
    for (const { cell } of figures.values()) rowsOf.set(cell.column, [...(rowsOf.get(cell.column) ?? []), cell.row]);
  const areas = [...rowsOf].map(([column, rows]) => {
    const name = columnName(column);
    return `${name}${Math.min(...rows) + 1}:${name}${Math.max(...rows) + 1}`;
  });
  return areas.length === 0 ? undefined : noteWhileBlank(text, areas);
}

/** The words of the official form of a table; "{部门}" is what the set is of. */
export function officialBlankNote(key: StandardKey): string | undefined {
  return LAYOUTS.at(-1)?.tables.find((print) => print.key === key)?.blankNote;
}
