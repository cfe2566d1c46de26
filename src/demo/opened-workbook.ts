import { contentsOfGrid } from "../emulator/model/content";
import { WorkbookModel } from "../emulator/model/workbook-model";
import { stateXml } from "../host/state-part";
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
  const host = await openXlsx(bytes, fileName);
  const contents = contentsOfGrid(await host.read());
  const looks = readSheetLooks(bytes);
  const sheets = contents.sheets.map((sheet) => ({
    ...sheet,
    cells: sheet.cells.map(([row, column, cell]) => {
      const look = looks.get(sheet.name)?.cells.get(row)?.get(column);
      return [row, column, { ...cell, numberFormat: look?.numberFormat ?? cell.numberFormat }] as const;
    }),
  }));
  const state = await host.loadState();
  const customXml = state === undefined ? [] : [stateXml(state)];
  return { fileName, bytes, model: new WorkbookModel({ ...contents, sheets, customXml }, { fileName }), looks };
}
