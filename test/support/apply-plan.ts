import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";
import type { PlannedWrite } from "../../src/core/filling/model";

/** The grid with values put into some cells, by sheet, row and column. */
export function withCells(
  grid: WorkbookGrid,
  cells: readonly {
    readonly sheet: string;
    readonly row: number;
    readonly column: number;
    readonly value: CellValue;
  }[],
): WorkbookGrid {
  return {
    sheets: grid.sheets.map((sheet) => {
      const own = cells.filter((cell) => cell.sheet === sheet.name);
      if (own.length === 0) return sheet;
      const values = sheet.values.map((row) => [...row]);
      for (const { row, column, value } of own) {
        const line = (values[row - sheet.top] ??= []);
        while (line.length <= column - sheet.left) line.push(null);
        line[column - sheet.left] = value;
      }
      return { ...sheet, values };
    }),
  };
}

/** The grid after the blank cells of a plan were written, as values. */
export function filled(grid: WorkbookGrid, writes: readonly PlannedWrite[]): WorkbookGrid {
  return withCells(
    grid,
    writes.filter(({ isBlank }) => isBlank).map(({ cell, content }) => ({ ...cell, value: content })),
  );
}
