import type { PlannedWrite } from "../../core/filling/model";
import type { CellWrite, WorkbookHost, WriteReceipt } from "../../host/port";

/** What the user chose to write: live formulas where there are any, or plain values. */
export type FillMode = "formulas" | "values";

/**
 * Writes the accepted cells, all or none, with the number format of a neighbouring figure. The receipt is what
 * `undoFill` needs.
 * @throws HostError `changed` where a cell no longer holds what the plan showed, `protected` and the like from the host.
 */
export function applyFill(
  host: WorkbookHost,
  accepted: readonly PlannedWrite[],
  mode: FillMode,
): Promise<WriteReceipt> {
  return host.write(
    accepted.map((planned) => cellWrite(planned, mode)),
    accepted.map(({ cell, present, presentFormula }) => ({
      cell,
      content: presentFormula ?? (present === "" ? null : present),
      isFormula: presentFormula !== undefined,
    })),
  );
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
