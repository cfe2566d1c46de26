import type { TableShape } from "../tables/descriptor";
import {
  isCodeHeader,
  isCodePart,
  isHeaderWord,
  isNameHeader,
  isNoteText,
  isOrdinalRow,
  isTotalLabel,
} from "./row-kinds";
import { withoutRepeats } from "./labels";
import type { FilledCell, SheetView } from "./sheet-view";
import { isAnyTitle } from "./title";
import { isDash, isErrorValue } from "./read-figure";

/** The header of a table: its rows, the first row below it, and the labels above each column. */
export interface Header {
  readonly top: number;
  /** Rows with labels, top to bottom (the 栏次 row is not one of them). */
  readonly rows: readonly number[];
  readonly bodyStart: number;
  /** Labels above a column from top to bottom, group labels included; columns without labels are absent. */
  readonly paths: ReadonlyMap<number, readonly string[]>;
  /** The 合计 row, where it also holds the last labels of the header (合计 | | | 105.00 | 合计 | 基本支出 | 项目支出). */
  readonly mixedRow?: number;
}

const SEARCH_ROWS = 60;
const TALLEST_HEADER = 12;

/** Finds the first header from a row on and before `until`; undefined where there is none in the next rows. */
export function findHeader(
  view: SheetView,
  from: number,
  shape: TableShape,
  until = Number.MAX_SAFE_INTEGER,
): Header | undefined {
  const limit = Math.min(view.endRow, from + SEARCH_ROWS, until);
  for (let row = from; row < limit; row++) {
    const cells = view.cells(row);
    if (cells.length === 0 || isOrdinalRow(cells) || cells.some((cell) => isAnyTitle(cell.label))) continue;
    const begins =
      cells.some((cell) => isHeaderWord(withoutYear(cell.label))) || (isFree(shape) && headsColumns(cells));
    if (begins && !isDataRow(cells, shape)) return headerAt(view, groupsAbove(view, row, from), shape);
  }
  return undefined;
}

/** Shapes whose header is in words of its own: told by where it stands, below the head matter, not by its words. */
const isFree = (shape: TableShape): boolean => shape === "matrix" || shape === "list";

/** Two or more texts side by side, none of which states the organisation, the unit or the number of the table. */
function headsColumns(cells: readonly FilledCell[]): boolean {
  return (
    cells.length >= 2 && cells.every((cell) => !cell.numeric && !/[:。;]|表\d*$|^(?:万?元|单位)$/.test(cell.label))
  );
}

/** Ends of labels that head groups of columns, whatever stands before them ("一般公共预算财政拨款“三公”经费"). */
const GROUP_LABEL = /(?:经费|收入|支出|预算数?|决算数?|拨款|结余|项目|科目|合计|小计|金额)(?:\([^()]*\))?$/;

/** The top of a header whose first rows hold only group labels in words we do not know: two or more of them side by side. */
function groupsAbove(view: SheetView, row: number, from: number): number {
  let top = row;
  for (let above = row - 1; above >= from; above--) {
    const cells = view.cells(above);
    if (cells.length === 0) continue;
    const groups = cells.every((cell) => !cell.numeric && GROUP_LABEL.test(cell.label) && !cell.label.includes(":"));
    if (cells.length < 2 || !groups) break;
    top = above;
  }
  return top;
}

function headerAt(view: SheetView, top: number, shape: TableShape): Header {
  const rows: number[] = [];
  const limit = Math.min(view.endRow, top + TALLEST_HEADER);
  let bodyStart = top;
  for (let row = top; row < limit; row++) {
    const cells = view.cells(row);
    if (cells.length === 0) continue;
    if (isOrdinalRow(cells)) {
      bodyStart = row + 1;
      break;
    }
    if (isMixedRow(view, rows, cells, shape)) {
      return { top, rows, bodyStart: row, paths: columnPaths(view, [...rows, row]), mixedRow: row };
    }
    if (isDataRow(cells, shape) || cells.some((cell) => isNoteText(cell.label))) break;
    rows.push(row);
    bodyStart = row + 1;
  }
  return { top, rows, bodyStart, paths: columnPaths(view, rows) };
}

/** Whether a row is the 合计 row and, further right, the last row of the header: below a header of codes or names. */
function isMixedRow(
  view: SheetView,
  rows: readonly number[],
  cells: readonly FilledCell[],
  shape: TableShape,
): boolean {
  const [first, ...others] = cells.filter((cell) => !isCodePart(cell.label));
  if (shape !== "classified" || !first || !isTotalLabel(first.label)) return false;
  const isBelowLabels = rows.some((row) => {
    const above = view.label(row, first.column);
    return isCodeHeader(above) || isNameHeader(above);
  });
  return isBelowLabels && others.some((cell) => !cell.numeric && /^(?:基本|项目)支出$/.test(cell.label));
}

/** Whether a row belongs to the body: it holds a figure, a code, an error value, an item's ordinal or only a 合计 label. */
function isDataRow(cells: readonly FilledCell[], shape: TableShape): boolean {
  if (isOrdinalRow(cells)) return false;
  if (
    cells.some(
      (cell) =>
        cell.numeric || isDash(cell.value) || isErrorValue(cell.value) || /^\d{3,7}\D/.test(withoutYear(cell.label)),
    )
  )
    return true;
  if (shape === "threePublic") return cells.some((cell) => /^(?:\(?[一1]\)?[、.．])/.test(cell.label));
  if (shape === "list")
    return cells.some((cell) => /^(?:\(?[一二三四五六七八九十\d]{1,2}\)?[、.．)])/.test(cell.label));
  if (cells.some((cell) => /^[一二三]、/.test(cell.label))) return true;
  const labels = withoutRepeats(cells).filter((cell) => !isCodePart(cell.label) || cells.length <= 2);
  return labels.length <= 2 && isTotalLabel(labels.map((cell) => cell.label).join(""));
}

function columnPaths(view: SheetView, rows: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const columns = new Set<number>();
  for (const row of rows) for (const cell of view.cells(row)) columns.add(cell.column);
  for (const row of rows) {
    for (const cell of view.cells(row)) {
      const merge = view.mergeAt(row, cell.column);
      if (merge && isCodeHeader(cell.label)) for (let c = merge.left; c <= merge.right; c++) columns.add(c);
    }
  }
  const year = yearOfFinals(view, rows);
  const paths = new Map<number, readonly string[]>();
  for (const column of [...columns].sort((a, b) => a - b)) {
    const path: string[] = [];
    // A group label must not come from further left than the group above it.
    let leftmost = 0;
    for (const [index, row] of rows.entries()) {
      const source = view.cell(row, column) ?? groupLabel(view, rows, index, column, leftmost);
      if (!source || source.numeric) continue;
      leftmost = Math.max(leftmost, source.column);
      const label = relativeLabel(source.label, year);
      if (path[path.length - 1] !== label) path.push(label);
    }
    if (path.length > 0) paths.set(column, path);
  }
  return paths;
}

/**
 * The label of the group a blank header cell belongs to: the anchor of its merged area, or the nearest label to the left,
 * where both this column and the label's own column carry labels further down (so the label heads several columns).
 */
function groupLabel(
  view: SheetView,
  rows: readonly number[],
  index: number,
  column: number,
  leftmost: number,
): FilledCell | undefined {
  const row = rows[index] ?? 0;
  const merge = view.mergeAt(row, column);
  if (merge) return merge.top === row ? view.cell(merge.top, merge.left) : undefined;
  if (!hasLabelBelow(view, rows, index, column)) return undefined;
  const left = view.cells(row).filter((cell) => cell.column < column && cell.column >= leftmost);
  const nearest = left[left.length - 1];
  return nearest && hasLabelBelow(view, rows, index, nearest.column) ? nearest : undefined;
}

const YEAR = /^(20\d\d)年度?(?=.)/;

/** The latest year that a header names together with 决算: the year the table is about. */
function yearOfFinals(view: SheetView, rows: readonly number[]): number {
  let latest = 0;
  for (const row of rows)
    for (const { label } of view.cells(row))
      if (label.includes("决算")) latest = Math.max(latest, Number(YEAR.exec(label)?.[1] ?? 0));
  return latest;
}

/** A label without its year; where the header is about another year, that year is said relative to it (上年决算数). */
function relativeLabel(label: string, year: number): string {
  const own = Number(YEAR.exec(label)?.[1] ?? year);
  const plain = withoutYear(label);
  if (year === 0 || own === year) return plain;
  return own < year ? `上年${plain}` : `下年${plain}`;
}

/** "2023年度决算数" → "决算数": the year in a header says nothing about the column's kind. */
export function withoutYear(label: string): string {
  return label.replace(/^20\d\d年度?(?=.)/, "");
}

function hasLabelBelow(view: SheetView, rows: readonly number[], index: number, column: number): boolean {
  return rows.slice(index + 1).some((row) => view.label(row, column) !== "");
}
