import type { CellAddress } from "../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";

/** A change of one cell; null empties it. */
export interface Change {
  readonly cell: CellAddress;
  readonly content: CellValue;
}

/** The grid with some cells changed; untouched sheets are shared. */
export function changedGrid(grid: WorkbookGrid, changes: readonly Change[]): WorkbookGrid {
  const bySheet = new Map<string, Change[]>();
  for (const change of changes) bySheet.set(change.cell.sheet, [...(bySheet.get(change.cell.sheet) ?? []), change]);
  return {
    ...grid,
    sheets: grid.sheets.map((sheet) => {
      const own = bySheet.get(sheet.name);
      if (!own) return sheet;
      const values = sheet.values.map((row) => [...row]);
      for (const { cell, content } of own) {
        const row = values[cell.row - sheet.top];
        if (row) row[cell.column - sheet.left] = content;
      }
      return { ...sheet, values };
    }),
  };
}

/** Small deterministic generator of numbers in [0, 1) (mulberry32), so that every run tries the same. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
