import type { CellValue, SheetGrid, WorkbookGrid } from "../../../src/core/model/grid";

/**
 * One consistent set of accounts in the layouts that years, provinces and conversions really print. A sheet is a line a
 * row, cells separated by "|", a figure marked "~" (in 万元, two decimals once scaled), "⏎" is a line break
 * in a cell, everything else text.
 */
export interface LayoutBook {
  readonly name: string;
  readonly year: number;
  readonly grid: WorkbookGrid;
  /** Cells that hold figures, by sheet index, row and column. */
  /** Figures that belong to none of our tables' columns ("07三公 M7"): said to be unread. */
  readonly outside: readonly string[];
  readonly figures: readonly { readonly sheet: number; readonly row: number; readonly column: number }[];
}

type Print = (value: number) => CellValue;

/** Figures that do not end in 00, so that a column number is never mistaken for one. */
const SCALE = 1.01;

const asNumber: Print = (value) => value;
export const asYuan: Print = (value) => Math.round(value * 1_000_000) / 100;
export const asText: Print = (value) => value.toLocaleString("en-US", { minimumFractionDigits: 2 });

/** Builds a book from sheets written as text, tab name first. */
export function layoutBook(
  name: string,
  year: number,
  sheets: Readonly<Record<string, string>>,
  { print = asNumber, outside = [] }: { readonly print?: Print; readonly outside?: readonly string[] } = {},
): LayoutBook {
  const figures: { sheet: number; row: number; column: number }[] = [];
  const grids = Object.entries(sheets).map(([tab, text], sheet): SheetGrid => {
    const lines = text
      .replace(/^\n/, "")
      .replace(/\n\s*$/, "")
      .split("\n");
    const values = lines.map((line, row) =>
      line.split("|").map((cell, column): CellValue => {
        const trimmed = cell.trim();
        if (!trimmed.startsWith("~")) return trimmed === "" ? null : trimmed.replace(/⏎/g, "\n");
        figures.push({ sheet, row, column });
        return print(Math.round(Number(trimmed.slice(1)) * SCALE * 100) / 100);
      }),
    );
    return { name: tab, top: 0, left: 0, values };
  });
  return { name, year, grid: { sheets: grids }, figures, outside };
}
