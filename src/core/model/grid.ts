import type { CellRange } from "./cell";

/** What a cell shows: text, number, truth value, or null where it is empty. Error values are their text ("#REF!"). */
export type CellValue = string | number | boolean | null;

/** What a formula cell is handed over as where the file holds no result for it: nobody has calculated the workbook yet. */
export const NOT_CALCULATED = "公式未计算";

/**
 * One worksheet as a host read it: the used range only. `values[r][c]` is the cell at
 * row `top + r`, column `left + c` (zero-based); rows may differ in length, missing cells are empty.
 */
export interface SheetGrid {
  readonly name: string;
  readonly top: number;
  readonly left: number;
  readonly values: readonly (readonly CellValue[])[];
  /** Formula text ("=C8+C15") where the cell holds one, else null or absent; same shape as `values`. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  /** Merged areas in sheet coordinates, where the host knows them. Reading must not depend on them. */
  readonly merges?: readonly CellRange[];
}

/** A sheet that was not handed over, and why (too large, a chart sheet, unreadable part). */
export interface SkippedSheet {
  readonly name: string;
  readonly reason: string;
}

/** A visible sheet as the workbook lists it; the id stays when it is renamed or moved. */
export interface SheetTab {
  readonly id: string;
  readonly name: string;
}

/** Whose accounts of which year the cover of a document says it holds. */
export interface Cover {
  readonly unitName?: string;
  readonly year?: number;
}

/** All visible worksheets of a workbook in tab order, as read at one moment. */
export interface WorkbookGrid {
  readonly sheets: readonly SheetGrid[];
  readonly skipped?: readonly SkippedSheet[];
  /** The name of the file, where the host knows it ("某局2021年度决算.xlsx"). */
  readonly fileName?: string;
  /** What the cover says, where the sheets are the tables of a document. */
  readonly cover?: Cover;
  /** All visible sheets in tab order, also where only some were read; absent where the host cannot tell them. */
  readonly tabs?: readonly SheetTab[];
}
