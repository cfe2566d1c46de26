import type { TableKey } from "../model/table";
import type { TableShape } from "../tables/descriptor";
import { findHeader, type Header } from "./header";
import { isNoDataText, isNoteText } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";
import { isAnyTitle, isListTitle, isSetTitle, isTitleStart, tablesOfTitle } from "./title";

/** The title of a table on a row; without `keys` it is a table that is none of ours. */
export interface TitleCell {
  readonly cell: FilledCell;
  readonly keys: readonly TableKey[];
}

/** Rows below a title within which its header, or the sentence that stands for the table, begins. */
const REACH = 12;

/** The title a row holds: of a table of ours, or of another one where it stands alone. */
export function titleOn(view: SheetView, row: number): TitleCell | undefined {
  const cells = view.cells(row);
  const first = cells[0];
  if (!first || !cells.some((cell) => cell.label.includes("表"))) return undefined;
  if (!first.numeric && isNoteText(first.label)) return undefined;
  for (const cell of cells) {
    const keys = tablesOf(view, cell);
    if (keys.length > 0) return { cell, keys };
  }
  if (cells.length > 2 || first.numeric || isSetTitle(first.label)) return undefined;
  return isAnyTitle(first.label) || isListTitle(first.label) ? { cell: first, keys: [] } : undefined;
}

const NO_TABLES: readonly TableKey[] = [];

/** The tables a cell may be the title of, alone or together with the line above it. */
export function tablesOf(view: SheetView, cell: FilledCell): readonly TableKey[] {
  if (cell.numeric || !cell.label.includes("表")) return NO_TABLES;
  const above = cell.row > view.firstRow ? view.cells(cell.row - 1) : [];
  const start = above.length === 1 && above[0] && isTitleStart(above[0].label) ? above[0].label : "";
  const together = start === "" ? [] : tablesOfTitle(start + cell.label);
  return together.length > 0 ? together : tablesOfTitle(cell.label);
}

/** The header that belongs to the title on a row: it begins within reach and before any other title. */
export function headerBelow(view: SheetView, row: number, shape: TableShape): Header | undefined {
  return findHeader(view, row + 1, shape, nextTitle(view, row));
}

/** The sentence that stands for a whole table below its title, where nothing but head matter stands between them. */
export function noDataBelow(view: SheetView, row: number): FilledCell | undefined {
  const until = nextTitle(view, row);
  let found: FilledCell | undefined;
  for (let below = row + 1; below < until; below++) {
    const cells = view.cells(below);
    if (cells.some((cell) => cell.numeric)) return undefined;
    found ??= cells.find((cell) => isNoDataText(cell.label) || /^[(]?无[)。]?$/.test(cell.label));
  }
  return found;
}

/** Whether a table begins with the title on a row: a header or a 无数据 sentence of its own follows. */
export function beginsTable(view: SheetView, title: TitleCell, shape: TableShape): boolean {
  const { row } = title.cell;
  return headerBelow(view, row, shape) !== undefined || (title.keys.length > 0 && noDataBelow(view, row) !== undefined);
}

const LEAD_IN =
  /^(?:附(?:件|表|录)?[\d一二三四五六七八九十]*[:：]?|公开\d+(?:-\d)?表|表[\d一二三四五六七八九十]+|(?:金额)?单位:.{1,6})$/;
const TALLEST_LEAD_IN = 3;

/** The row at which what belongs to a title begins: 附件, 公开 code and unit may stand above it. */
export function leadIn(view: SheetView, row: number): number {
  let start = row;
  for (let above = row - 1; above >= view.firstRow && above >= row - TALLEST_LEAD_IN; above--) {
    const cells = view.cells(above);
    if (cells.length === 0) continue;
    if (!cells.every((cell) => LEAD_IN.test(cell.label))) break;
    start = above;
  }
  return start;
}

/**
 * The first row from `from` on at which a standard table begins; undefined where none does. Titles in a row are a list of
 * contents: a sentence below the last of them is not its table.
 */
export function nextTable(view: SheetView, from: number): number | undefined {
  let listed = 0;
  for (let row = from; row < view.endRow; row++) {
    const title = titleOn(view, row);
    if (title === undefined || title.keys.length === 0) continue;
    const begins = listed < 2 ? beginsTable(view, title, "classified") : headerBelow(view, row, "classified");
    if (begins) return leadIn(view.from(from), row);
    listed += 1;
  }
  return undefined;
}

function nextTitle(view: SheetView, row: number): number {
  const limit = Math.min(view.endRow, row + 1 + REACH);
  for (let below = row + 1; below < limit; below++) if (titleOn(view, below) !== undefined) return below;
  return limit;
}
