import type { Highlight, WorkbookHost } from "../src/host/port";
import { closeExcel, openInExcel } from "../test/support/excel-session";
import type { SheetGrid } from "../src/core/model/grid";

/** Requests that each action of the pane sends to Excel, counted on Microsoft's own runtime. */
export async function roundTrips(sheets: readonly SheetGrid[]): Promise<Readonly<Record<string, number>>> {
  const { host, tripsOf } = await openInExcel(sheets);
  const [first] = sheets;
  const cell = { sheet: first?.name ?? "", row: 20, column: 0 };
  const highlights: readonly Highlight[] = sheets.map(({ name }) => ({
    cell: { sheet: name, row: 7, column: 2 },
    severity: "error",
    role: "finding",
  }));
  const actions: Readonly<Record<string, (host: WorkbookHost) => Promise<unknown>>> = {
    check: (h) => h.read(),
    "re-check of one sheet": (h) => h.read({ sheets: [cell.sheet] }),
    highlight: (h) => h.highlight(highlights),
    "clear highlights": (h) => h.clearHighlights(),
    fill: (h) => h.write([{ cell, content: 1, isFormula: false }], [{ cell, content: null, isFormula: false }]),
    select: (h) => h.select(cell),
  };
  const counts: Record<string, number> = {};
  for (const [name, act] of Object.entries(actions)) {
    counts[name] = await tripsOf(async () => {
      try {
        await act(host);
      } catch (error) {
        if (name !== "fill") throw error;
      }
    });
  }
  closeExcel();
  return counts;
}
