import { parseRange } from "../../src/core/model/cell";
import {
  contentsOfGrid,
  type CellContent,
  type SheetContents,
  type WorkbookContents,
} from "../../src/emulator/model/content";
import type { BuildSheet, BuildStyle } from "./xlsx-builder";

/** Contents for the emulator of the sheets from which the builder makes files. */
export function emulatedContents(sheets: readonly BuildSheet[]): WorkbookContents {
  const contents = contentsOfGrid({ sheets });
  return { ...contents, sheets: contents.sheets.map((sheet, index) => dress(sheet, sheets[index]!)) };
}

function dress(contents: SheetContents, sheet: BuildSheet): SheetContents {
  const known = new Map(contents.cells.map(([row, column, cell]) => [`${row},${column}`, cell]));
  const cells: (readonly [number, number, CellContent])[] = [];
  for (const [r, row] of sheet.values.entries()) {
    for (const c of row.keys()) {
      const [at, column] = [sheet.top + r, sheet.left + c];
      const cell = known.get(`${at},${column}`);
      const style = sheet.style?.(at, column);
      if (cell ?? style) cells.push([at, column, styled(cell, style)]);
    }
  }
  return {
    ...contents,
    cells,
    visibility: sheet.state === undefined ? "Visible" : "Hidden",
    isProtected: sheet.protection !== undefined,
    allowFormatCells: sheet.protection?.includes('formatCells="0"') ?? false,
    conditionalFormats: (sheet.conditionalFormats ?? []).map(({ range, formula, fill }) => ({
      type: "Custom",
      ranges: [parseRange(range)],
      formula: `=${formula}`,
      style: { "fill.color": `#${fill}` },
    })),
  };
}

function styled(cell: CellContent | undefined, style: BuildStyle | undefined): CellContent {
  const { numberFormat = "General", unlocked, ...look } = style ?? {};
  return {
    value: cell?.value ?? null,
    formula: cell?.formula ?? null,
    numberFormat,
    ...(Object.keys(look).length > 0 ? { style: { ...look } } : {}),
    ...(unlocked ? { locked: false } : {}),
  };
}
