import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseRange } from "../../src/core/model/cell";
import type { AccountBook } from "../../src/core/model/book";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../src/core/model/grid";
import { readBook } from "../../src/core/reading/read-book";

/** Published final accounts kept as grids exactly as printed, the source's own mistakes included. */
export const CASE_NAMES = ["2020-zaozhuang", "2021-luozhuang", "2022-zibo"] as const;
export type CaseName = (typeof CASE_NAMES)[number];

export interface CaseSheet {
  readonly name: string;
  readonly merges: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** A figure the published 情况说明 states. */
export interface StatedFigure {
  readonly section: string;
  readonly what: string;
  readonly value: number | null;
  readonly unit: string;
  readonly literal?: string;
  readonly code?: string;
}

export interface CaseFile {
  readonly case: string;
  readonly year: number;
  readonly unitName: string;
  readonly moneyUnit: "万元" | "元";
  readonly sheets: readonly CaseSheet[];
  readonly facts: { readonly stated: readonly StatedFigure[] } & Readonly<Record<string, unknown>>;
}

/** What `make` yields for a case, made once: nothing changes it. */
function once<T>(make: (name: CaseName) => T): (name: CaseName) => T {
  const made = new Map<CaseName, T>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** Loads a case from test/cases. */
export const loadCase = once((name): CaseFile => {
  const path = join(import.meta.dirname, "../cases", `${name}.json`);
  return JSON.parse(readFileSync(path, "utf8")) as CaseFile;
});

/** The grid of one case sheet, as a host would read it. */
export function sheetGrid(sheet: CaseSheet): SheetGrid {
  return { name: sheet.name, top: 0, left: 0, values: sheet.rows, merges: sheet.merges.map(parseRange) };
}

/** The case as a workbook grid. */
export function caseGrid(file: CaseFile): WorkbookGrid {
  return { sheets: file.sheets.map(sheetGrid) };
}

/** The case as it is read. */
export const caseBook = once((name): AccountBook => readBook(caseGrid(loadCase(name))));
