import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { AccountTable } from "../../model/table";
import { perTable } from "./per-table";

/** Every amount of a table, in print order. */
export const figuresOf = perTable((table): readonly Figure[] => {
  const figures: Figure[] = [];
  for (const row of table.rows) for (const figure of row.figures.values()) figures.push(figure);
  return figures;
});

/** Whether any amount of a table is other than zero. */
export function hasFigures(table: AccountTable): boolean {
  return figuresOf(table).some(({ value }) => !value.isZero());
}

const NAMED_CELLS = 5;

/** "C7、D9 等 8 处": the first cells of a list by name. */
export function cellList(cells: readonly CellAddress[]): string {
  const named = cells.slice(0, NAMED_CELLS).map(a1).join("、");
  return cells.length > NAMED_CELLS ? `${named} 等 ${cells.length} 处` : named;
}
