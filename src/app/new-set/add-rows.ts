import { cellKey } from "../../core/model/cell";
import type { PlannedRow } from "../../core/templates/rows/plan-rows";
import { HostError } from "../../host/errors";
import type { WorkbookHost } from "../../host/port";

/** Puts planned rows into their tables: all of them or none. @throws HostError */
export async function addRows(host: WorkbookHost, rows: readonly PlannedRow[]): Promise<void> {
  await host.insertRows(rows);
}

/**
 * Takes the rows out again, as long as nothing but what was put there stands on them.
 * @throws HostError `changed` (naming a sheet) where something does
 */
export async function withdrawRows(host: WorkbookHost, rows: readonly PlannedRow[]): Promise<void> {
  const { sheets } = await host.read({ sheets: [...new Set(rows.map(({ sheet }) => sheet))] });
  for (const [i, { sheet, row, cells }] of rows.entries()) {
    const below = rows.slice(i + 1).filter((later) => later.sheet === sheet && later.row <= row).length;
    const at = row + below;
    const grid = sheets.find(({ name }) => name === sheet);
    const values = grid?.values[at - grid.top] ?? [];
    const formulas = grid?.formulas?.[at - grid.top] ?? [];
    const own = new Map(cells.map((cell) => [cellKey({ sheet, row: at, column: cell.column }), cell]));
    const isChanged = values.some((value, c) => {
      const put = own.get(cellKey({ sheet, row: at, column: (grid?.left ?? 0) + c }));
      if (put?.isFormula || (formulas[c] ?? null) !== null) return !put?.isFormula || (formulas[c] ?? null) === null;
      return String(value ?? "") !== String(put?.content ?? "");
    });
    if (isChanged || values.length === 0) throw new HostError("changed", { sheet });
  }
  await host.removeRows(rows);
}
