import { yearIn, readHeadMatter, type HeadMatter } from "./head-matter";
import { findHeader, type Header } from "./header";
import { readBody } from "./body";
import { NoteBook } from "./notes";
import type { RawTable } from "./raw-table";
import { readClassified } from "./read-classified";
import { readEconomic } from "./read-economic";
import { readThreePublic } from "./read-three-public";
import { readTwoSided } from "./read-two-sided";
import type { FilledCell, SheetView } from "./sheet-view";
import { headerBelow, nextTable, noDataBelow, tableOf } from "./table-start";
import { isAnyTitle, isListTitle, tableOfTitle } from "./title";
import { normaliseLabel } from "../glossary/normalise";
import type { ReadingNote } from "../model/book";
import type { TextCell } from "../model/figure";
import { TABLE_KEYS, type TableKey } from "../model/table";
import { TABLES } from "../tables/index";
import type { Evidence, TableDescriptor } from "../tables/descriptor";

/** A sheet recognised as a standard table, its figures still without money unit. */
export interface RecognisedTable {
  readonly key: TableKey;
  readonly view: SheetView;
  readonly title: TextCell;
  readonly head: HeadMatter;
  readonly raw: RawTable;
  readonly notes: readonly ReadingNote[];
}

/** What a sheet looks like: a table, or why it is none. */
export type Recognition = { readonly kind: "table"; readonly table: RecognisedTable } | NoTable;

interface NoTable {
  readonly kind: "none";
  readonly note: string;
  /** Tables may stand further down. */
  readonly passed?: boolean;
}

/** Rows with content in which a title is looked for. */
const TITLE_ROWS = 15;
const TITLE_REACH = 80;
/** Rows by which a sheet without title is judged, so that a long ledger is not read once for each table. */
const SAMPLE_ROWS = 200;

interface FoundTitle {
  readonly key: TableKey;
  readonly cell: FilledCell;
}

/** All that stands on a sheet: usually one table, or why it is none; several where tables stand below one another. */
export function recogniseAll(view: SheetView): readonly Recognition[] {
  const first = recognise(view);
  const tables = first.kind === "table" ? [first.table] : [];
  let next = first.kind === "table" ? first.table.raw.next : below(view, view.firstRow, first);
  while (next !== undefined) {
    const part = view.from(next);
    const found = recognise(part);
    if (found.kind === "table") tables.push(inherited(found.table, tables[tables.length - 1]));
    next = found.kind === "table" ? found.table.raw.next : below(view, next + 1, found);
  }
  return tables.length > 0 ? tables.map((table) => ({ kind: "table", table })) : [first];
}

/** Where a table begins below contents, or below a title whose table was not found or is none of ours. */
function below(view: SheetView, row: number, { passed }: NoTable): number | undefined {
  return passed ? nextTable(view, row + 1) : undefined;
}

/** Tables below another one on a sheet often leave out what the first one stated. */
function inherited(table: RecognisedTable, above: RecognisedTable | undefined): RecognisedTable {
  if (!above) return table;
  const { unitName, moneyUnit, foreignUnit, year } = above.head;
  const stated = {
    ...(unitName ? { unitName } : {}),
    ...(moneyUnit ? { moneyUnit } : foreignUnit && !table.head.moneyUnit ? { foreignUnit } : {}),
    ...(year === undefined ? {} : { year }),
  };
  return { ...table, head: { ...stated, ...table.head } };
}

/** Recognises what stands first by its title and header; without a title by its labels where no other table has them. */
function recognise(view: SheetView): Recognition {
  const top = topCells(view);
  if (top.length === 0) return none("空白工作表。");
  const titles = titlesIn(view, top);
  const keys = new Set(titles.map((title) => title.key));
  const isContents = keys.size >= 3 || top.some((cell) => /^目录$/.test(cell.label));
  for (const [index, title] of titles.entries()) {
    const table =
      readAs(view, title, keys.size === 1 && !isContents) ??
      (isContents && index > 0 ? undefined : readBare(view, title));
    if (table) return { kind: "table", table };
  }
  if (isContents) return { ...none("目录或封面，不是数据表。"), passed: true };
  const first = titles[0];
  if (first)
    return {
      ...none(`标题是“${String(first.cell.value).trim()}”，但没有找到该表的表头或数据行，未作为该表读取。`),
      passed: true,
    };
  return untitled(view, top);
}

const none = (note: string): NoTable => ({ kind: "none", note });

/** The filled cells of the first rows of a sheet. */
function topCells(view: SheetView): readonly FilledCell[] {
  const cells: FilledCell[] = [];
  let filledRows = 0;
  const limit = Math.min(view.endRow, view.firstRow + TITLE_REACH);
  for (let row = view.firstRow; row < limit && filledRows < TITLE_ROWS; row++) {
    const own = view.cells(row);
    if (own.length > 0) filledRows += 1;
    cells.push(...own);
  }
  return cells;
}

function titlesIn(view: SheetView, cells: readonly FilledCell[]): readonly FoundTitle[] {
  return cells.flatMap((cell) => {
    const key = tableOf(view, cell);
    return key === undefined ? [] : [{ key, cell }];
  });
}

/**
 * Reads the sheet as the table its title names; undefined where the header below does not bear the title out. Where no
 * other title is about (`alone`), the header may stand far below or beside the title.
 */
function readAs(view: SheetView, title: FoundTitle, alone: boolean): RecognisedTable | undefined {
  const descriptor = TABLES[title.key];
  const { row } = title.cell;
  const header =
    headerBelow(view, row, descriptor.shape) ??
    (alone ? (findHeader(view, row + 1, descriptor.shape) ?? findHeader(view, row, descriptor.shape)) : undefined);
  if (!header) return undefined;
  const notes = new NoteBook(view.name);
  const raw = readShape(view, header, descriptor, notes);
  if (!isBorneOut(raw, descriptor.evidence)) return undefined;
  const text = { cell: view.address(title.cell.row, title.cell.column), text: String(title.cell.value).trim() };
  return recognised(view, descriptor, text, header, raw, notes);
}

/** A title with nothing but a sentence that the table has no data: zero in every column. */
function readBare(view: SheetView, { key, cell }: FoundTitle): RecognisedTable | undefined {
  const sentence = noDataBelow(view, cell.row);
  if (!sentence) return undefined;
  const descriptor = TABLES[key];
  const at = (of: FilledCell): TextCell => ({ cell: view.address(of.row, of.column), text: String(of.value).trim() });
  const columns = new Map(descriptor.columns.map((column) => [column.key, cell.column]));
  const next = nextTable(view, sentence.row + 1);
  const raw = { rows: [], columns, noDataNote: at(sentence), ...(next === undefined ? {} : { next }) };
  const header = { top: sentence.row, rows: [], bodyStart: sentence.row, paths: new Map<number, readonly string[]>() };
  return recognised(view, descriptor, at(cell), header, raw, new NoteBook(view.name));
}

function recognised(
  view: SheetView,
  descriptor: TableDescriptor,
  title: TextCell,
  header: Header,
  raw: RawTable,
  notes: NoteBook,
): RecognisedTable {
  const above = readHeadMatter(view, view.firstRow, header.top);
  const within = readHeadMatter(view, header.top, header.bodyStart);
  const year = yearIn(normaliseLabel(title.text)) ?? above.year;
  const moneyUnit = above.moneyUnit ?? within.moneyUnit;
  const head = { ...above, ...(year === undefined ? {} : { year }), ...(moneyUnit ? { moneyUnit } : {}) };
  return { key: descriptor.key, view, title, head, raw, notes: notes.all() };
}

function readShape(view: SheetView, header: Header, descriptor: TableDescriptor, notes: NoteBook): RawTable {
  const body = readBody(view, header, descriptor, notes);
  switch (descriptor.shape) {
    case "classified":
      return readClassified(view, body, descriptor, notes);
    case "twoSided":
      return readTwoSided(view, body, descriptor, notes);
    case "economic":
      return readEconomic(view, body, descriptor, notes);
    case "threePublic":
      return readThreePublic(view, body, descriptor, notes);
  }
}

function isBorneOut(raw: RawTable, evidence: readonly Evidence[]): boolean {
  const found = new Set<string>([...raw.columns.keys(), ...raw.rows.map((row) => row.key)]);
  for (const row of raw.rows) for (const column of row.spots.keys()) found.add(column);
  return evidence.some((item) => item.of.filter((key) => found.has(key)).length >= item.atLeast);
}

/** A sheet without a title of ours: told by its labels, or by its tab name where the labels fit that table. */
function untitled(view: SheetView, top: readonly FilledCell[]): Recognition {
  const foreign = top.find((cell) => !cell.numeric && (isAnyTitle(cell.label) || isOtherTitle(view, cell)));
  const foreignNote = foreign ? `“${String(foreign.value).trim()}”不是本工具核对的九张表之一。` : undefined;
  if (foreignNote !== undefined) return none(foreignNote);
  const named = tableOfTitle(normaliseLabel(view.name));
  const candidates = TABLE_KEYS.flatMap((key) => {
    const evidence = named === key ? TABLES[key].evidence : TABLES[key].untitled;
    const table = evidence ? readUntitled(view, TABLES[key], evidence) : undefined;
    return table ? [table] : [];
  });
  const hinted = candidates.find((table) => table.key === named);
  const told = hinted ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (!told)
    return none(candidates.length > 1 ? "没有标题，表头与几张表都相符，未读取。" : "没有找到九张公开表的标题或表头。");
  const how = hinted ? "表内没有标题，按工作表名称和表头" : "没有找到标题，按表头和项目名称";
  const note = `${how}识别为“${TABLES[told.key].name}”。`;
  return {
    kind: "table",
    table: { ...told, notes: [{ code: "untitled", message: note, sheet: view.name }, ...told.notes] },
  };
}

/** A line that stands alone and names a table of another kind (机构运行信息表), whatever its rows are called. */
function isOtherTitle(view: SheetView, { row, label }: FilledCell): boolean {
  return view.cells(row).length === 1 && isListTitle(label) && !/收入|支出|收支|拨款|三公|决算|基金|经营/.test(label);
}

function readUntitled(
  view: SheetView,
  descriptor: TableDescriptor,
  evidence: readonly Evidence[],
): RecognisedTable | undefined {
  const sample = view.head(SAMPLE_ROWS);
  const header = findHeader(sample, view.firstRow, descriptor.shape);
  if (!header) return undefined;
  if (!isBorneOut(readShape(sample, header, descriptor, new NoteBook(view.name)), evidence)) return undefined;
  const notes = new NoteBook(view.name);
  const raw = readShape(view, header, descriptor, notes);
  const corner = view.cells(header.top)[0];
  const title = { cell: view.address(header.top, corner?.column ?? view.grid.left), text: "" };
  return recognised(view, descriptor, title, header, raw, notes);
}
