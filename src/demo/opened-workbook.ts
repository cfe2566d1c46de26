import { breathing } from "../app/breathing";
import { contentsOfGrid, type SheetContents } from "../emulator/model/content";
import { WorkbookModel } from "../emulator/model/workbook-model";
import { stateXml } from "../host/state-part";
import { openXlsx } from "../host/xlsx/xlsx-host";
import type { CellLook } from "./cell-looks";
import { layoutOf, styleOfLook } from "./emulated-look";
import { openSheetLooks, type SheetLook } from "./sheet-looks";

/** A workbook opened in the demo: what stands for Excel's, and how the file it came from looks. */
export interface OpenedWorkbook {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly model: WorkbookModel;
  /** By sheet name as opened. */
  readonly looks: ReadonlyMap<string, SheetLook>;
}

/** Reading the cells takes about half of the time, reading how they look the other half. */
const READING = 0.5;

/**
 * Opens the bytes of an .xlsx file; nothing leaves the page. Sheet by sheet, so that the page stays alive.
 * @param onProgress told which part of the way is done, from 0 to 1
 * @throws HostError as opening a file does (no workbook, password, damaged, too large)
 */
export async function openWorkbook(
  fileName: string,
  bytes: Uint8Array,
  onProgress: (done: number) => void = () => undefined,
): Promise<OpenedWorkbook> {
  const pause = breathing();
  const host = await openXlsx(bytes, fileName);
  const grid = await host.read({ pause, onProgress: (done) => onProgress(done * READING) });
  const lookOf = openSheetLooks(bytes);
  const looks = new Map<string, SheetLook>();
  const sheets: SheetContents[] = [];
  const styleOf = sharedStyles();
  for (const [i, sheet] of grid.sheets.entries()) {
    onProgress(READING + (i / grid.sheets.length) * (1 - READING));
    await pause();
    const look = lookOf(sheet.name);
    if (look) looks.set(sheet.name, look);
    sheets.push(...contentsOfGrid({ sheets: [sheet] }).sheets.map((contents) => formatted(contents, look, styleOf)));
  }
  const state = await host.loadState();
  const contents = {
    ...contentsOfGrid({ sheets: [] }),
    sheets,
    customXml: state === undefined ? [] : [stateXml(state)],
  };
  return { fileName, bytes, model: new WorkbookModel(contents, { fileName }), looks };
}

/** The sheet with the looks and sizes of the file, its cells in row order. */
function formatted(sheet: SheetContents, look: SheetLook | undefined, styleOf: typeof styleOfLook): SheetContents {
  const cells = [...sheet.cells, ...drawnBlanks(sheet, look)].map(([row, column, cell]) => {
    const own = look?.cells.get(row)?.get(column);
    if (!own) return [row, column, cell] as const;
    return [row, column, { ...cell, numberFormat: own.numberFormat, style: styleOf(own) }] as const;
  });
  return { ...sheet, cells: cells.sort(([a, c], [b, d]) => a - b || c - d), ...layoutOf(look) };
}

/** The same look has the same style: a thousand sheets have a few dozen of them. */
function sharedStyles(): typeof styleOfLook {
  const styles = new Map<CellLook, ReturnType<typeof styleOfLook>>();
  return (look) => {
    const known = styles.get(look) ?? styleOfLook(look);
    styles.set(look, known);
    return known;
  };
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
