import { contentsOfGrid } from "../emulator/model/content";
import { WorkbookModel } from "../emulator/model/workbook-model";
import type { CellWrite } from "../host/port";
import { openXlsx } from "../host/xlsx/xlsx-host";
import { readSheetLooks, type SheetLook } from "./sheet-looks";

/** A workbook opened in the demo: what stands for Excel's, and how the file it came from looks. */
export interface OpenedWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly model: WorkbookModel;
  /** By sheet name as opened. */
  readonly looks: ReadonlyMap<string, SheetLook>;
}

/**
 * Opens the bytes of an .xlsx file; nothing leaves the page.
 * @throws HostError as opening a file does (no workbook, password, damaged, too large)
 */
export async function openWorkbook(fileName: string, bytes: Uint8Array): Promise<OpenedWorkbook> {
  const host = await openXlsx(bytes);
  const contents = contentsOfGrid(await host.read());
  const looks = readSheetLooks(bytes);
  const sheets = contents.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(([row, column, cell]) => {
      const look = looks.get(sheet.name)?.cells.get(row)?.get(column);
      return [row, column, { ...cell, numberFormat: look?.numberFormat ?? cell.numberFormat }] as const;
    }),
  }));
  return { fileName, bytes, model: new WorkbookModel({ ...contents, sheets }), looks };
}

/**
 * The file as it was opened with the cells changed since, everything else as it stands in the file; new sheets at
 * the end. Highlights are not part of it: they are put on a copy by the command line.
 * @throws HostError as writing to a file does
 */
export async function savedWorkbook({ bytes, model }: OpenedWorkbook): Promise<Uint8Array> {
  const host = await openXlsx(bytes);
  model.calculate();
  const opened = contentsOfGrid(await host.read());
  const before = new Map(opened.sheets.map((sheet) => [sheet.name, sheet]));
  for (const sheet of model.sheets) {
    const original = before.get(sheet.name);
    const cells = new Map(sheet.allCells().map(([row, column, cell]) => [`${row},${column}`, { row, column, cell }]));
    if (!original) {
      const used = sheet.usedRange(true);
      const rows = used
        ? Array.from({ length: used.bottom + 1 }, (_, row) =>
            Array.from({ length: used.right + 1 }, (__, column) => contentOf(sheet.cell(row, column))),
          )
        : [];
      await host.putSheet({ name: sheet.name, rows });
      continue;
    }
    const writes: CellWrite[] = [];
    for (const [row, column, cell] of original.cells) {
      const now = cells.get(`${row},${column}`)?.cell ?? { value: null, formula: null };
      cells.delete(`${row},${column}`);
      const isSame =
        cell.formula === null && now.formula === null ? cell.value === now.value : cell.formula === now.formula;
      if (!isSame) writes.push({ cell: { sheet: sheet.name, row, column }, ...contentOf(now) });
    }
    for (const { row, column, cell } of cells.values()) {
      if (cell.value === null && cell.formula === null) continue;
      writes.push({ cell: { sheet: sheet.name, row, column }, ...contentOf(cell) });
    }
    if (writes.length > 0) await host.write(writes);
  }
  return host.save();
}

function contentOf(cell: Pick<import("../emulator/model/content").CellContent, "value" | "formula">) {
  return { content: cell.formula ?? cell.value, isFormula: cell.formula !== null };
}
