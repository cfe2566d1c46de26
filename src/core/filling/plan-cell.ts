import { a1, type CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";
import type { PlannedWrite } from "./model";

/** Sheet and address: equal for the same cell in every plan. */
export function idOf(cell: CellAddress): string {
  return `${cell.sheet}!${a1(cell)}`;
}

/** How a write came about. */
export type How = Pick<PlannedWrite, "rule" | "reason" | "sources" | "formula" | "formatLike" | "numberFormat">;

/** The write for a cell: what stands there, and what will. */
export function writeOf(
  { cell, raw, formula, kind }: Pick<Figure, "cell" | "raw" | "formula" | "kind">,
  planned: How & Pick<PlannedWrite, "group" | "label" | "content">,
): PlannedWrite {
  return {
    ...planned,
    id: idOf(cell),
    cell,
    present: raw,
    ...(formula === undefined ? {} : { presentFormula: formula }),
    isBlank: kind === "blank",
  };
}

/** The number format of the nearest figure among the candidates on the target's sheet, else the one given. */
export function formatAmong(
  target: Figure,
  candidates: readonly Figure[],
  otherwise = "General",
): Pick<PlannedWrite, "formatLike" | "numberFormat"> {
  const distance = ({ cell }: Figure) =>
    Math.abs(cell.row - target.cell.row) + Math.abs(cell.column - target.cell.column);
  const [nearest] = candidates
    .filter((f) => f.cell.sheet === target.cell.sheet && f.kind === "amount" && !f.storedAsText)
    .sort((a, b) => distance(a) - distance(b));
  return nearest ? { formatLike: nearest.cell } : { numberFormat: otherwise };
}
