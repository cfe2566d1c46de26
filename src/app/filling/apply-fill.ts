import { idOf } from "../../core/filling/plan-cell";
import type { PlannedWrite } from "../../core/filling/model";
import type { WorkbookGrid } from "../../core/model/grid";
import type { CellExpectation, CellWrite, WorkbookHost, WriteReceipt } from "../../host/port";

/** What the user chose to write: live formulas where there are any, or plain values. */
export type FillMode = "formulas" | "values";

/**
 * Writes the accepted cells, all or none, with the number format of a neighbouring figure. `grid` is what the plan was
 * made from: the cells the values are computed from must still hold what it says. The receipt is what `undoFill` needs.
 * @throws HostError `changed` where a cell no longer holds what the plan rests on, `protected` and the like from the host.
 */
export function applyFill(
  host: WorkbookHost,
  accepted: readonly PlannedWrite[],
  mode: FillMode,
  grid: WorkbookGrid,
): Promise<WriteReceipt> {
  return host.write(
    accepted.map((planned) => cellWrite(planned, mode)),
    expectationsOf(accepted, grid),
  );
}

function expectationsOf(accepted: readonly PlannedWrite[], grid: WorkbookGrid): readonly CellExpectation[] {
  const expected = new Map<string, CellExpectation>();
  const sheets = new Map(grid.sheets.map((sheet) => [sheet.name, sheet]));
  for (const cell of accepted.flatMap((write) => write.sources)) {
    const sheet = sheets.get(cell.sheet);
    if (!sheet) continue;
    const [row, column] = [cell.row - sheet.top, cell.column - sheet.left];
    const formula = sheet.formulas?.[row]?.[column] ?? null;
    const content = formula ?? sheet.values[row]?.[column] ?? null;
    expected.set(idOf(cell), { cell, content, isFormula: formula !== null });
  }
  for (const { id, cell, present, presentFormula } of accepted) {
    const content = presentFormula ?? (present === "" ? null : present);
    expected.set(id, { cell, content, isFormula: presentFormula !== undefined });
  }
  return [...expected.values()];
}

function cellWrite(planned: PlannedWrite, mode: FillMode): CellWrite {
  const live = mode === "formulas" ? planned.formula : undefined;
  return {
    cell: planned.cell,
    content: live ?? planned.content,
    isFormula: live !== undefined,
    ...(live === undefined ? {} : { result: planned.content }),
    ...(planned.numberFormat === undefined ? {} : { numberFormat: planned.numberFormat }),
    ...(planned.formatLike === undefined ? {} : { formatFrom: planned.formatLike }),
  };
}

/**
 * Takes a fill back: contents, formulas and number formats as they were before, also after a re-check.
 * @throws HostError `changed`, naming the cells, where one was edited since; then nothing is taken back.
 */
export async function undoFill(host: WorkbookHost, { before, after }: WriteReceipt): Promise<void> {
  await host.write(before, after);
}
