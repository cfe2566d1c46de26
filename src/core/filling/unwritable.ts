import type { CellAddress, CellRange } from "../model/cell";
import type { SheetGrid, WorkbookGrid } from "../model/grid";
import { needsOf, withDependents } from "./dependencies";
import { idOf } from "./plan-cell";
import type { FillPlan, PlannedWrite } from "./model";

/**
 * The plan without writes that cannot go where they would: cells a merged area covers without their being its first
 * cell (as far as the host told merged areas), and cells that hold something though reading found no figure there (a form
 * without that column). What would be computed from such a cell is listed as not derivable, and so is a number larger
 * than any cell can hold.
 */
export function withoutUnwritable(plan: FillPlan, grid: WorkbookGrid): FillPlan {
  const sheets = new Map(grid.sheets.map((sheet) => [sheet.name, sheet]));
  const isWritable = ({ cell, isBlank }: Pick<PlannedWrite, "cell" | "isBlank">): boolean => {
    const sheet = sheets.get(cell.sheet);
    return !sheet || !(isCovered(sheet, cell) || (isBlank && !isEmpty(sheet, cell)));
  };
  const unwritable = plan.writes.filter((write) => !isWritable(write) || isEndless(write)).map(({ id }) => id);
  const dropped = withDependents(unwritable, needsOf(plan));
  const orphans = plan.writes.filter((write) => dropped.has(write.id) && isWritable(write));
  return {
    writes: plan.writes.filter(({ id }) => !dropped.has(id)),
    notDerivable: [
      ...plan.notDerivable.filter(({ cell }) => isWritable({ cell, isBlank: true })),
      ...orphans.map((write) => ({
        cell: write.cell,
        group: write.group,
        label: write.label,
        reason: isEndless(write)
          ? "算得的数过大，单元格容不下，请核对所依据的数"
          : `所依据的 ${write.sources.map(idOf).find((id) => dropped.has(id)) ?? ""} 无法填写`,
      })),
    ],
  };
}

function isEndless({ content }: PlannedWrite): boolean {
  return typeof content === "number" && !Number.isFinite(content);
}

function isCovered({ merges = [] }: SheetGrid, cell: CellAddress): boolean {
  return merges.some((area) => covers(area, cell));
}

function isEmpty({ values, top, left }: SheetGrid, { row, column }: CellAddress): boolean {
  const value = values[row - top]?.[column - left] ?? null;
  return value === null || String(value).trim() === "";
}

function covers({ top, left, bottom, right }: CellRange, { row, column }: CellAddress): boolean {
  const inside = row >= top && row <= bottom && column >= left && column <= right;
  return inside && !(row === top && column === left);
}
