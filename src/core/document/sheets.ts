import type { CellRange } from "../model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../model/grid";
import type { DocumentBlock, DocumentParagraph, DocumentTable, PublishedDocument, RowPlace } from "./model";
import { cellContent } from "./cell-content";
import { coverOf } from "./cover";
import { headLines, noteLines, standsAlone, titleOf } from "./head-and-notes";
import { SheetNames } from "./sheet-names";

/** A document's tables as sheets of a workbook, and its prose: what every other part of the product reads. */
export interface SplitDocument {
  readonly grid: WorkbookGrid;
  /** Where each row of each sheet stands, by the sheet's name; row 0 is the first of the grid's values. */
  readonly places: ReadonlyMap<string, readonly RowPlace[]>;
  /** Every paragraph in order, those that became the head or the note of a sheet included. */
  readonly prose: readonly (DocumentParagraph & { readonly block: number })[];
}

/**
 * Takes a document apart. The title of a table, its unit and number printed above it are the first rows of its sheet, notes
 * below it the last; a table that follows another one without a head of its own, as wide as that one, goes on with it (a
 * table split over pages); a title followed only by the sentence that there is nothing to show is a sheet too. Figures
 * become numbers ("1,234.50" → 1234.5), so that a cell is judged as one of a workbook.
 */
export function splitDocument({ blocks }: PublishedDocument): SplitDocument {
  const sheets: OpenSheet[] = [];
  const names = new SheetNames();
  let lines: Line[] = [];
  let last: OpenSheet | undefined;
  const open = (head: readonly Line[], title: string, width: number): OpenSheet => {
    const sheet = { name: names.nameFor(title === "" ? `表${sheets.length + 1}` : title), width, ...EMPTY() };
    for (const { text, place } of head) put(sheet, partsOf(text), place);
    sheets.push(sheet);
    return sheet;
  };
  /** Gives the notes below a table to it; what is left may be the head of the next. */
  const endTable = (): void => {
    const notes = last ? noteLines(lines.map(({ text }) => text)) : 0;
    for (const { text, place } of lines.slice(0, notes)) if (last) put(last, [text], place);
    lines = lines.slice(notes);
  };
  /** Titles whose table is only a sentence. */
  const bareTables = (): void => {
    for (let at = 0; at < lines.length; at++) {
      const title = lines[at]?.text ?? "";
      const length = standsAlone(
        title,
        lines.slice(at + 1).map(({ text }) => text),
      );
      if (length === undefined) continue;
      last = open(lines.slice(at, at + 1 + length), title, 0);
      lines.splice(at, 1 + length);
      at -= 1;
    }
  };
  blocks.forEach((block, index) => {
    if (block.kind === "paragraph") {
      const text = block.text.trim();
      if (text !== "" && !/^[-—\s]*\d{1,3}[-—\s]*$/.test(text)) lines.push({ text, place: placeOf(block, index) });
      return;
    }
    if (last && lines.length === 0 && goesOn(last, block)) {
      putTable(last, block, index);
      return;
    }
    endTable();
    const own = headLines(lines.map(({ text }) => text).reverse());
    const head = own === 0 ? [] : lines.splice(-own);
    bareTables();
    lines = [];
    last = open(
      head,
      titleOf(
        head.map(({ text }) => text),
        block.rows,
      ),
      widthOf(block),
    );
    putTable(last, block, index);
  });
  endTable();
  bareTables();
  return {
    grid: {
      sheets: sheets.map(({ name, rows, merges }): SheetGrid => ({ name, top: 0, left: 0, values: rows, merges })),
      cover: coverOf(blocks.flatMap((block) => (block.kind === "paragraph" && !block.aside ? [block.text] : []))),
    },
    places: new Map(sheets.map(({ name, places }) => [name, places])),
    prose: blocks.flatMap((block, index) => (block.kind === "paragraph" ? [{ ...block, block: index }] : [])),
  };
}

interface Line {
  readonly text: string;
  readonly place: RowPlace;
}

interface OpenSheet {
  readonly name: string;
  readonly width: number;
  readonly rows: (readonly CellValue[])[];
  readonly merges: CellRange[];
  readonly places: RowPlace[];
}

function placeOf({ page }: DocumentBlock, block: number): RowPlace {
  return page === undefined ? { block } : { block, page };
}

const EMPTY = (): Pick<OpenSheet, "rows" | "merges" | "places"> => ({ rows: [], merges: [], places: [] });

function put(sheet: OpenSheet, row: readonly CellValue[], place: RowPlace): void {
  sheet.rows.push(row);
  sheet.places.push(place);
}

function putTable(sheet: OpenSheet, table: DocumentTable, index: number): void {
  const from = sheet.rows.length;
  table.rows.forEach((cells, row) => {
    put(sheet, cells.map(contentOf), { ...placeOf(table, index), row });
  });
  for (const { top, bottom, left, right } of table.merges ?? []) {
    sheet.merges.push({ top: top + from, bottom: bottom + from, left, right });
  }
}

/** A line of a head may hold several things, far apart: 部门：某局　　　　金额单位：万元. */
function partsOf(text: string): readonly string[] {
  return /[:：]/.test(text) ? text.split(/\t|[ \u3000\u00a0]{2,}/).filter((part) => part !== "") : [text];
}

function contentOf(cell: CellValue): CellValue {
  return typeof cell === "string" ? cellContent(cell) : cell;
}

/** A reader that knows places has joined what goes on over pages itself; a table with a title of its own is another. */
function goesOn({ width, name }: OpenSheet, table: DocumentTable): boolean {
  const title = titleOf([], table.rows);
  return table.places === undefined && width === widthOf(table) && (title === "" || title === name);
}

function widthOf({ rows }: DocumentTable): number {
  return Math.max(0, ...rows.map((row) => row.length));
}
