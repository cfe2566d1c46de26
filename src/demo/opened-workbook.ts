import { contentsOfGrid, type SheetContents } from "../emulator/model/content";
import { WorkbookModel } from "../emulator/model/workbook-model";
import { stateXml } from "../host/state-part";
import { openXlsx } from "../host/xlsx/xlsx-host";
import { layoutOf, styleOfLook } from "./emulated-look";
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
    cells: [...sheet.cells, ...drawnBlanks(sheet, looks.get(sheet.name))].map(([row, column, cell]) => {
      const look = looks.get(sheet.name)?.cells.get(row)?.get(column);
      if (!look) return [row, column, cell] as const;
      return [row, column, { ...cell, numberFormat: look.numberFormat, style: styleOfLook(look) }] as const;
    }),
    ...layoutOf(looks.get(sheet.name)),
  }));
  const state = await host.loadState();
  const customXml = state === undefined ? [] : [stateXml(state)];
  return { fileName, bytes, model: new WorkbookModel({ ...contents, sheets, customXml }, { fileName }), looks };
}

/** Cells that hold nothing but have lines around them. */
function drawnBlanks({ cells }: SheetContents, look: SheetLook | undefined): SheetContents["cells"] {
  if (!look) return [];
  const held = new Set(cells.map(([row, column]) => `${row},${column}`));
  return [...look.cells].flatMap(([row, ofRow]) =>
    [...ofRow].flatMap(([column, { borders, numberFormat }]) =>
      Object.keys(borders).length === 0 || held.has(`${row},${column}`)
        ? []
        : [[row, column, { value: null, formula: null, numberFormat }] as const],
    ),
  );
}
