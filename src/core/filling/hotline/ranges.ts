import { a1, type CellAddress } from "../../model/cell";

/** A range whose rows stay where they are when the formula is copied down: "R$4:R$23". */
export function absoluteRange(first: CellAddress, last: CellAddress): string {
  const rows = (cell: CellAddress): string => a1(cell).replace(/^([A-Z]+)/, "$1$");
  return `${rows(first)}:${rows(last)}`;
}
