import { normaliseLabel } from "../glossary/normalise";
import type { CellRange } from "../model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../model/grid";
import type { DocumentBlock, DocumentParagraph, DocumentTable, PublishedDocument, RowPlace } from "./model";

/** A document's tables as sheets of a workbook, and its prose: what every other part of the product reads. */
export interface SplitDocument {
  readonly grid: WorkbookGrid;
  /** Where each row of each sheet stands, by the sheet's name; row 0 is the first of the grid's values. */
  readonly places: ReadonlyMap<string, readonly RowPlace[]>;
  /** Every paragraph in order, those that became the head or the note of a sheet included. */
  readonly prose: readonly (DocumentParagraph & { readonly block: number })[];
}

/** Lines in front of a table that can be its head: 收入决算表, 公开02表, 部门：…, 金额单位：万元. */
const MOST_HEAD_LINES = 6;
const LONGEST_HEAD = 60;
const NOTE = /^(?:注|备注|说明)\d?[:.]|^\d[.、].*本表|无数据|本表(?:反映|为空)/;

/**
 * Takes a document apart. Lines right in front of a table are the first rows of its sheet, notes right behind it the
 * last; a table that follows another one without a title of its own, as wide as that one, goes on with it (a table split
 * over pages). Amounts become numbers ("1,234.50" → 1234.5), so that a cell is judged as one of a workbook.
 */
export function splitDocument({ blocks }: PublishedDocument): SplitDocument {
  const sheets: OpenSheet[] = [];
  let head: Line[] = [];
  let last: OpenSheet | undefined;
  blocks.forEach((block, index) => {
    if (block.kind === "paragraph") {
      const text = block.text.trim();
      if (text === "" || /^[-—\s]*\d{1,3}[-—\s]*$/.test(text)) return;
      if (last && head.length === 0 && NOTE.test(normaliseLabel(text))) put(last, [text], placeOf(block, index));
      else head.push({ text, place: placeOf(block, index) });
      return;
    }
    const lines = headOf(head);
    head = [];
    if (last && lines.length === 0 && goesOn(last, block)) {
      putTable(last, block, index);
      return;
    }
    last = { name: nameOf(lines, block, sheets), width: widthOf(block), rows: [], merges: [], places: [] };
    for (const { text, place } of lines) put(last, partsOf(text), place);
    putTable(last, block, index);
    sheets.push(last);
  });
  return {
    grid: {
      sheets: sheets.map(({ name, rows, merges }): SheetGrid => ({ name, top: 0, left: 0, values: rows, merges })),
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

/** The last short lines before a table; a sentence ends what can be a head. */
function headOf(lines: readonly Line[]): readonly Line[] {
  const isSentence = ({ text }: Line): boolean => text.length > LONGEST_HEAD || /[。！？]/.test(text);
  return lines
    .reduce<readonly Line[]>((head, line) => (isSentence(line) ? [] : [...head, line]), [])
    .slice(-MOST_HEAD_LINES);
}

function put(sheet: OpenSheet, row: readonly CellValue[], place: RowPlace): void {
  sheet.rows.push(row);
  sheet.places.push(place);
}

function putTable(sheet: OpenSheet, table: DocumentTable, index: number): void {
  const from = sheet.rows.length;
  table.rows.forEach((cells, row) => {
    put(sheet, cells.map(valueOf), { ...placeOf(table, index), row });
  });
  for (const { top, bottom, left, right } of table.merges ?? []) {
    sheet.merges.push({ top: top + from, bottom: bottom + from, left, right });
  }
}

/** A line of a head may hold several things, far apart: 部门：某局　　　　金额单位：万元. */
function partsOf(text: string): readonly string[] {
  return /[:：]/.test(text) ? text.split(/\t|[ \u3000\u00a0]{2,}/).filter((part) => part !== "") : [text];
}

/** Amounts and whole numbers; codes keep their leading zeros as text. */
function valueOf(cell: CellValue): CellValue {
  if (typeof cell !== "string") return cell;
  const text = cell.trim();
  const isNumber = /^-?(?:\d{1,3}(?:,\d{3})+|[1-9]\d*|0)(?:\.\d+)?$/.test(text);
  return isNumber ? Number(text.replace(/,/g, "")) : cell;
}

function widthOf({ rows }: DocumentTable): number {
  return Math.max(0, ...rows.map((row) => row.length));
}

function goesOn({ width }: OpenSheet, table: DocumentTable): boolean {
  return widthOf(table) === width;
}

/** The line that names a table, 公开02表 and the unit aside; numbered where it names none or one taken before. */
function nameOf(lines: readonly Line[], table: DocumentTable, taken: readonly { name: string }[]): string {
  const inTable = table.rows.slice(0, 2).flatMap((row) => row.filter((cell) => typeof cell === "string"));
  const title = [...lines.map(({ text }) => text), ...inTable]
    .map((text) => text.replace(/\s/g, ""))
    .filter((text) => /表(?:[(（].*[)）])?$/.test(text) && !/^公开\d+表$/.test(text) && text.length <= 31)
    .at(0);
  const name = title ?? `表${taken.length + 1}`;
  const same = taken.filter((other) => other.name === name || other.name.startsWith(`${name} (`)).length;
  return same === 0 ? name : `${name} (${same + 1})`;
}
