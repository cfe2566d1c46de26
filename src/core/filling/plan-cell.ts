import { a1, type CellAddress } from "../model/cell";

/** Sheet and address: equal for the same cell in every plan. */
export function idOf(cell: CellAddress): string {
  return `${cell.sheet}!${a1(cell)}`;
}
