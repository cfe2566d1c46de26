import { editionOf, type Edition } from "../../editions";
import type { AccountBook, SheetReading } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { CellValue, SheetGrid, WorkbookGrid } from "../../model/grid";
import type { SheetLooks } from "../../model/look";
import { isStandardKey, type AccountTable } from "../../model/table";
import { named } from "../head";
import type { SheetPlan } from "../model";
import { publicNumber } from "../public-number";
import { freeSheetName } from "../sheet-names";
import { blankNote, officialBlankNote } from "./blank-note";
import type { CarriedItem } from "./carried";
import { carriedSheet } from "./carried-sheet";
import { changesOf, countsOf, leftOf } from "./items";
import { goalResults } from "./goal-results";
import { movedYear } from "./moved-year";
import { openingsOf } from "./openings";
import { resultsOf } from "./results";
import { strayFigures } from "./stray-figures";

/** Last year's workbook: what was read, the cells it was read from, and how they look. */
export interface LastYear {
  readonly book: AccountBook;
  readonly grid: WorkbookGrid;
  /** Of every sheet of `carriedNames`. */
  readonly looks: readonly SheetLooks[];
  /** Keys of cells that the check of the book calls wrong: such a figure opens nothing. */
  readonly unsound: ReadonlySet<string>;
}

export interface Carried {
  readonly sheets: readonly SheetPlan[];
  readonly items: readonly CarriedItem[];
}

/** Why a book cannot be carried on: it tells no year, has no table, or is another unit's. */
export type CarryFault =
  { readonly kind: "noYear" | "noTables" } | { readonly kind: "otherUnit"; readonly name: string };

/** What stands against carrying a book on. @param unitName the unit the set is for, where it is known */
export function carryFaultOf(book: AccountBook, unitName: string | undefined): CarryFault | undefined {
  if (book.year === undefined) return { kind: "noYear" };
  if (![...book.tables.keys()].some(isStandardKey)) return { kind: "noTables" };
  if (unitName && book.unitName && unitName !== book.unitName) return { kind: "otherUnit", name: book.unitName };
  return undefined;
}

/** Sheets that are a year's: tables, forms, summaries. Those of a month or quarter, and unknown ones, stay behind. */
export function carriedNames({ sheets }: AccountBook): readonly string[] {
  return [...new Set(sheets.filter(isYearly).map(({ name }) => name))];
}

const isYearly = ({ kind, note }: SheetReading): boolean =>
  kind !== null && !kind.startsWith("RX") && note === undefined;

/**
 * The next year's set from a book, in the book's own layout: rows, labels, looks and formulas stay, the year moves on, what
 * a year brings about is emptied, and what closed opens. Forms keep names, goals, indicators, targets and weights.
 * @param inUse names that no sheet may take
 */
export function carryOn(last: LastYear, inUse: Iterable<string>): Carried {
  const { book, grid, looks, unsound } = last;
  const year = book.year ?? 0;
  const edition = editionOf(year + 1);
  const taken = new Set([...inUse].map((name) => name.toLowerCase()));
  const wanted = new Set(carriedNames(book));
  const kept = grid.sheets.filter(({ name }) => wanted.has(name));
  const names = new Map(
    kept.map(({ name }) => [name.toLowerCase(), freeSheetName(newName(book, name, edition), taken)]),
  );
  const { values, items } = openingsOf(book, unsound);
  const results = resultsOf(book);
  const carried = kept.flatMap((sheet) => {
    const own = looks.find(({ name }) => name === sheet.name);
    const kind = book.sheets.find(({ name, kind: each }) => name === sheet.name && each !== null)?.kind;
    if (!own || !kind) return [];
    const forms = [...book.forms, ...book.departmentForms].filter((form) => form.sheet === sheet.name);
    const tables = [...book.tables.values()].filter((table) => table.sheet === sheet.name);
    const bodyStart = startOf(book, tables, sheet);
    const emptied = new Set([
      ...results,
      ...strayFigures(book, sheet, bodyStart),
      ...forms.flatMap((form) => [...goalResults(form, sheet)]),
    ]);
    const made = carriedSheet(sheet, own, {
      kind,
      name: names.get(sheet.name.toLowerCase()) ?? sheet.name,
      names,
      emptied,
      values: new Map<string, CellValue>([...numbersOf(tables, edition), ...values]),
      formulas: notesOf(book, tables, sheet),
      text: (text, row) => (tables.length > 0 || row < bodyStart ? movedYear(text, year) : text),
      headEnd: Math.max(0, bodyStart - 1),
    });
    return [{ ...made, kind }];
  });
  return {
    sheets: carried.map(({ plan }) => plan),
    items: [...changesOf(book), ...countsOf(book, carried), ...items, ...leftOf(book, wanted)],
  };
}

/** The name with its year and 公开 number moved on. */
function newName(book: AccountBook, name: string, edition: Edition): string {
  const table = [...book.tables.values()].find((each) => each.sheet === name);
  return renumbered(movedYear(name, book.year ?? 0), table, edition);
}

/** A text with the 公开 number that the table has in an edition. */
function renumbered(text: string, table: AccountTable | undefined, edition: Edition): string {
  if (!table || !isStandardKey(table.key)) return text;
  const number = publicNumber(edition, table.key);
  return number === undefined ? text : text.replace(/公开\s*\d{1,2}\s*表?/, number);
}

/** Printed 公开 numbers that the new edition changes, by cell. */
function numbersOf(tables: readonly AccountTable[], edition: Edition): ReadonlyMap<string, string> {
  return new Map(
    tables.flatMap((table) => {
      const { publicNumber: printed } = table;
      const text = printed && renumbered(printed.text, table, edition);
      return printed && text !== undefined && text !== printed.text ? [[cellKey(printed.cell), text] as const] : [];
    }),
  );
}

/** The note 无数据 of a sheet's one table, live: its own words in their place, else the official ones below the sheet. */
function notesOf(
  { body: of = "部门" }: AccountBook,
  [table, ...more]: readonly AccountTable[],
  sheet: SheetGrid,
): ReadonlyMap<string, string> {
  if (!table || more.length > 0 || !isStandardKey(table.key)) return new Map();
  const { noDataNote } = table;
  // A note that also says what the table shows stays as it is.
  if (noDataNote && /反映/.test(noDataNote.text)) return new Map();
  const words = noDataNote?.text ?? named(officialBlankNote(table.key) ?? "", { of });
  const below = { sheet: sheet.name, row: sheet.top + sheet.values.length, column: sheet.left };
  const formula = words === "" ? undefined : blankNote(table, words);
  return formula === undefined ? new Map() : new Map([[cellKey(noDataNote?.cell ?? below), formula]]);
}

/** The first row of what a sheet's head stands above. */
function startOf(book: AccountBook, tables: readonly AccountTable[], { name, top }: SheetGrid): number {
  const forms = [...book.forms, ...book.departmentForms].filter(({ sheet }) => sheet === name);
  const rows = [
    ...tables.flatMap((table) =>
      table.rows.flatMap(({ figures }) => [...figures.values()].map(({ cell }) => cell.row)),
    ),
    ...forms.flatMap(({ projectName, funds }) => [projectName?.cell.row, funds[0]?.label.cell.row]),
    ...book.summaries.filter(({ sheet }) => sheet === name).flatMap(({ rows: lines }) => lines.map(({ row }) => row)),
    ...book.scoreTables
      .filter(({ sheet }) => sheet === name)
      .flatMap(({ roots }) => roots.map((root) => root.name.cell.row)),
  ].flatMap((row) => row ?? []);
  return rows.length > 0 ? Math.min(...rows) : top;
}
