import { normaliseLabel } from "../glossary/normalise";
import type { TextCell } from "../model/figure";
import type { TableKey } from "../model/table";
import type { TableShape } from "../tables/descriptor";
import type { Header } from "./header";
import { readHeadMatter } from "./head-matter";
import type { NoteBook } from "./notes";
import { isHeaderWord, isNoDataText, isNoteText, isOrdinalRow } from "./row-kinds";
import type { FilledCell, SheetView } from "./sheet-view";
import { beginsTable, headerBelow, leadIn, titleOn, type TitleCell } from "./table-start";

/** Rows below one header. A page break pasted into a table starts another part with its own header. */
export interface BodyPart {
  readonly header: Header;
  readonly rows: readonly number[];
}

/** The rows of a table's body, without 栏次, repeated headers, blank rows and what stands below the notes. */
export interface Body {
  readonly parts: readonly BodyPart[];
  readonly noDataNote?: TextCell;
  /** The row at which another table begins on the same sheet. */
  readonly next?: number;
}

/** The table a body belongs to. */
export interface BodyOf {
  readonly key: TableKey;
  readonly shape: TableShape;
}

/** Walks down from a header to the notes, over pasted page breaks, in one pass. */
export function readBody(view: SheetView, header: Header, table: BodyOf, notes: NoteBook): Body {
  const parts: { header: Header; rows: number[] }[] = [{ header, rows: [] }];
  const head = headRows(view, header);
  let noDataNote: TextCell | undefined;
  let ended = false;
  let strayBelow: FilledCell | undefined;
  let nextTable: number | undefined;

  for (let row = header.bodyStart; row < view.endRow; row++) {
    const cells = view.cells(row);
    if (cells.length === 0 || isPageFooter(cells)) continue;
    const isNote = isNoteRow(cells);
    const holdsFigures = !isNote && cells.some((cell) => cell.numeric);
    const noData = holdsFigures ? undefined : cells.find((cell) => isNoDataText(cell.label));
    noDataNote ??= noData && { cell: view.address(row, noData.column), text: String(noData.value).trim() };

    const title = titleOn(view, row);
    const next = title && continuation(view, title, table, header);
    if (next === "other") {
      nextTable = leadIn(view, row);
      break;
    }
    if (next !== undefined) {
      parts.push({ header: next, rows: [] });
      ended = false;
      row = next.bodyStart - 1;
      continue;
    }
    if (title && title.keys.length > 0) continue;
    if (isOrdinalRow(cells) && (cells.length > 2 || cells.some((cell) => !cell.numeric)) && isHeading(cells, parts))
      continue;
    if (head.some((above) => isRepeated(above, cells))) {
      // A page may end with the notes: its header printed again says that the table goes on.
      if (cells.some((cell) => isHeaderWord(cell.label))) ended = false;
      continue;
    }
    if (isNote) ended = true;
    else if (!ended) parts[parts.length - 1]?.rows.push(row);
    else strayBelow ??= cells.find((cell) => cell.numeric);
  }
  if (strayBelow) {
    notes.add(
      "belowNotes",
      "表下说明之后还有数字，未作为本表数据读取。",
      view.address(strayBelow.row, strayBelow.column),
    );
  }
  if (nextTable === undefined) return { parts, ...(noDataNote ? { noDataNote } : {}) };
  const end = nextTable;
  const own = parts.map((part) => ({ ...part, rows: part.rows.filter((row) => row < end) }));
  return { parts: own, next: end, ...(noDataNote ? { noDataNote } : {}) };
}

/** A printed page number that a conversion left between the rows: "— 3 —", "第3页 共9页", "3/9". */
function isPageFooter(cells: readonly FilledCell[]): boolean {
  if (cells.length > 2) return false;
  const text = cells.map((cell) => cell.label).join("");
  return /^(?:[-—–─]+\d{1,3}[-—–─]+|第\d+页[,、/]?(?:共\d+页)?|\d{1,3}\/\d{1,3})$/.test(text);
}

/** A row of running numbers is a 栏次 row only where it says so or where it stands at the top of a part. */
function isHeading(cells: readonly FilledCell[], parts: readonly { rows: readonly number[] }[]): boolean {
  return cells.some((cell) => !cell.numeric) || (parts[parts.length - 1]?.rows.length ?? 0) === 0;
}

/** A row that begins with a note's text is a note whatever was jotted beside it. */
function isNoteRow(cells: readonly FilledCell[]): boolean {
  const first = cells[0];
  if (!first || first.numeric) return false;
  return isNoteText(first.label) || (cells.length === 1 && first.label.length > 40);
}

/**
 * The header of a pasted page break, "other" where another table (or the same one of another organisation) begins,
 * undefined where the title is only mentioned.
 */
function continuation(
  view: SheetView,
  title: TitleCell,
  { key, shape }: BodyOf,
  first: Header,
): Header | "other" | undefined {
  const { row } = title.cell;
  if (!title.keys.includes(key)) return beginsTable(view, title, shape) ? "other" : undefined;
  const header = headerBelow(view, row, shape);
  if (!header) return undefined;
  const above = readHeadMatter(view, view.firstRow, first.top).unitName?.text;
  const below = readHeadMatter(view, row, header.top).unitName?.text;
  const isOther = above !== undefined && below !== undefined && normaliseLabel(above) !== normaliseLabel(below);
  return isOther ? "other" : header;
}

/** Whether two rows hold the same. */
function isRepeated(above: readonly FilledCell[], cells: readonly FilledCell[]): boolean {
  return above.length === cells.length && above.every((cell, index) => cell.label === cells[index]?.label);
}

/** The rows above the body that hold anything. */
function headRows(view: SheetView, header: Header): readonly (readonly FilledCell[])[] {
  const rows: (readonly FilledCell[])[] = [];
  for (let row = view.firstRow; row < header.bodyStart; row++) {
    const cells = view.cells(row);
    // A row of figures above the header belongs to another table: the same row may occur in this one.
    if (cells.length > 0 && (cells.every((cell) => !cell.numeric) || isOrdinalRow(cells))) rows.push(cells);
  }
  return rows;
}
