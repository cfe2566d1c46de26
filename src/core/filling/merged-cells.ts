import type { CellAddress, CellRange } from "../model/cell";
import type { WorkbookGrid } from "../model/grid";
import { needsOf, withDependents } from "./dependencies";
import { idOf } from "./plan-cell";
import type { FillPlan } from "./model";

/** Whether a cell is covered by a merged area without being its first cell: nothing can stand there. */
export type IsCovered = (cell: CellAddress) => boolean;

/** Covered cells of the sheets, as far as the host told their merged areas. */
export function coveredCells({ sheets }: WorkbookGrid): IsCovered {
  const merges = new Map(sheets.map(({ name, merges: areas }) => [name, areas ?? []]));
  return (cell) => (merges.get(cell.sheet) ?? []).some((area) => covers(area, cell));
}

function covers({ top, left, bottom, right }: CellRange, { row, column }: CellAddress): boolean {
  const inside = row >= top && row <= bottom && column >= left && column <= right;
  return inside && !(row === top && column === left);
}

/** The plan without covered cells; what would be computed from one is listed as not derivable. */
export function withoutCovered(plan: FillPlan, isCovered: IsCovered): FillPlan {
  const covered = plan.writes.filter(({ cell }) => isCovered(cell)).map(({ id }) => id);
  const dropped = withDependents(covered, needsOf(plan));
  const orphans = plan.writes.filter(({ id, cell }) => dropped.has(id) && !isCovered(cell));
  return {
    writes: plan.writes.filter(({ id }) => !dropped.has(id)),
    notDerivable: [
      ...plan.notDerivable.filter(({ cell }) => !isCovered(cell)),
      ...orphans.map(({ cell, group, label, sources }) => ({
        cell,
        group,
        label,
        reason: `所依据的 ${sources.filter((s) => dropped.has(idOf(s))).map(idOf)[0] ?? ""} 在合并单元格之内`,
      })),
    ],
  };
}
