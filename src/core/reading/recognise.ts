import { yearIn, readHeadMatter, type HeadMatter } from "./head-matter";
import { findHeader, type Header } from "./header";
import { readBody, type Body } from "./body";
import { NoteBook } from "./notes";
import type { RawTable, Spot } from "./raw-table";
import { readClassified } from "./read-classified";
import { readEconomic } from "./read-economic";
import { readThreePublic } from "./read-three-public";
import { readTwoSided } from "./read-two-sided";
import type { FilledCell, SheetView } from "./sheet-view";
import { readList } from "./read-list";
import { readMatrix } from "./read-matrix";
import { headerBelow, nextTable, noDataBelow, tablesOf } from "./table-start";
import { isAnyTitle, isListTitle, tablesOfTitle } from "./title";
import { normaliseLabel } from "../glossary/normalise";
import type { ReadingNote } from "../model/book";
import type { TextCell } from "../model/figure";
import { TABLE_KEYS, type TableKey } from "../model/table";
import { descriptorOf, tableName, TABLES } from "../tables/index";
import type { Evidence, Layout, TableDescriptor, TableShape } from "../tables/descriptor";

/** A sheet recognised as a standard table, its figures still without money unit. */
export interface RecognisedTable {
  readonly key: TableKey;
  readonly view: SheetView;
  readonly title: TextCell;
  readonly head: HeadMatter;
  /** The latest year that its header names (2021年度预算数). */
  readonly headerYear?: number;
  readonly raw: RawTable;
  readonly notes: readonly ReadingNote[];
}

/** What a sheet looks like: a table, or why it is none. */
export type Recognition = { readonly kind: "table"; readonly table: RecognisedTable } | NoTable;

interface NoTable {
  readonly kind: "none";
  readonly note: string;
  /** The table that the sheet's title says it is, though it could not be read as that. */
  readonly claims?: TableKey;
  /** Tables may stand further down. */
  readonly passed?: boolean;
}

/** Rows with content in which a title is looked for. */
const TITLE_ROWS = 15;
const TITLE_REACH = 80;
/** Rows by which a sheet without title is judged, so that a long ledger is not read once for each table. */
const SAMPLE_ROWS = 200;

interface FoundTitle {
  readonly keys: readonly TableKey[];
  readonly cell: FilledCell;
}

/** What an upright 三公 list prints besides, and the 三公 part of a 机构运行信息表: a second table on the same rows. */
const SECOND: Readonly<Partial<Record<TableKey, TableKey>>> = { SG: "T-YX", "T-SG": "T-YX", "T-YX": "T-SG" };

/** A table and, where its list holds the lines of another one too, that; each cell belongs to one of them. */
function withSecond(view: SheetView, first: RecognisedTable): readonly RecognisedTable[] {
  const key = SECOND[first.key];
  const { row, column } = first.title.cell;
  const cell = key && view.cell(row, column);
  const found = cell && readAs(view, { keys: [key], cell }, true);
  if (!found) return [first];
  const second = { ...found, head: first.head, notes: [] };
  const [list, items] = first.key === "T-YX" ? [first, second] : [second, first];
  const own = spotsOf(items);
  const rest = list.raw.rows.filter((line) => !line.spots.some(({ cell }) => own.has(placeOf(cell))));
  if (rest.length === 0) return [items];
  const others = spotsOf({ ...list, raw: { ...list.raw, rows: rest } });
  const notes = items.notes.filter((note) => !note.cell || !others.has(placeOf(note.cell)));
  return [
    { ...items, notes },
    { ...list, raw: { ...list.raw, rows: rest } },
  ];
}

const placeOf = ({ row, column }: Spot): string => `${row},${column}`;

const spotsOf = ({ raw }: RecognisedTable): ReadonlySet<string> =>
  new Set(raw.rows.flatMap((line) => line.spots.map(({ cell }) => placeOf(cell))));

/** All that stands on a sheet: usually one table, or why it is none; several where tables stand below one another. */
export function recogniseAll(view: SheetView): readonly Recognition[] {
  const first = recognise(view);
  const tables = first.kind === "table" ? [...withSecond(view, first.table)] : [];
  let next = first.kind === "table" ? first.table.raw.next : below(view, view.firstRow, first);
  while (next !== undefined) {
    const part = view.from(next);
    const found = recognise(part);
    if (found.kind === "table") {
      tables.push(...withSecond(part, inherited(found.table, tables[tables.length - 1])));
    }
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
  const keys = new Set(titles.map((title) => title.keys[0]));
  const isContents = keys.size >= 3 || top.some((cell) => /^目录$/.test(cell.label));
  for (const [index, title] of titles.entries()) {
    const table =
      readAs(view, title, keys.size === 1 && !isContents) ??
      (isContents && index > 0 ? undefined : readBare(view, title));
    if (table) return { kind: "table", table };
  }
  if (isContents) return { ...none("目录或封面，不是数据表。"), passed: true };
  const first = titles[0];
  if (first) {
    const note = `标题是“${String(first.cell.value).trim()}”，但没有找到该表的表头或数据行，未作为该表读取。`;
    return { ...none(note), ...(first.keys[0] === undefined ? {} : { claims: first.keys[0] }), passed: true };
  }
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
    for (const cell of own) cells.push(cell);
  }
  return cells;
}

function titlesIn(view: SheetView, cells: readonly FilledCell[]): readonly FoundTitle[] {
  const titles: FoundTitle[] = [];
  for (const cell of cells) {
    const keys = tablesOf(view, cell);
    if (keys.length > 0) titles.push({ keys, cell });
  }
  return titles;
}

/**
 * Reads the sheet as the first of the tables its title may name, in the first of its layouts, that the header below bears
 * out; undefined where none is. Where no other title is about (`alone`), the header may stand far below or beside it.
 */
function readAs(view: SheetView, title: FoundTitle, alone: boolean): RecognisedTable | undefined {
  for (const key of title.keys) {
    const descriptor = descriptorOf(key);
    for (const layout of descriptor.layouts) {
      const table = readLayout(view, title.cell, { descriptor, layout }, alone);
      if (table) return table;
    }
  }
  return undefined;
}

/** A table in one of its layouts. */
interface Printed {
  readonly descriptor: TableDescriptor;
  readonly layout: Layout;
}

function readLayout(view: SheetView, at: FilledCell, printed: Printed, alone: boolean): RecognisedTable | undefined {
  const { shape, evidence, codes } = printed.layout;
  const header =
    headerBelow(view, at.row, shape) ??
    (alone ? (findHeader(view, at.row + 1, shape) ?? findHeader(view, at.row, shape)) : undefined);
  if (!header) return undefined;
  const notes = new NoteBook(view.name);
  const raw = readShape(view, header, printed, notes);
  if (!isBorneOut(raw, evidence) || isOtherClassification(raw, codes)) return undefined;
  const text = { cell: view.address(at.row, at.column), text: String(at.value).trim() };
  return recognised(view, printed.descriptor, text, header, raw, notes);
}

/** A title with nothing but a sentence that the table has no data: zero in every column. */
function readBare(view: SheetView, { keys, cell }: FoundTitle): RecognisedTable | undefined {
  const sentence = noDataBelow(view, cell.row);
  const [key] = keys;
  if (!sentence || key === undefined) return undefined;
  const descriptor = descriptorOf(key);
  const at = (of: FilledCell): TextCell => ({ cell: view.address(of.row, of.column), text: String(of.value).trim() });
  const columns = new Map(
    descriptor.layouts[0]?.columns.filter(isPlainColumn).map((column) => [column.key, cell.column]),
  );
  const next = nextTable(view, sentence.row + 1);
  const raw = { rows: [], columns, noDataNote: at(sentence), ...(next === undefined ? {} : { next }) };
  const header = { top: sentence.row, rows: [], bodyStart: sentence.row, paths: new Map<number, readonly string[]>() };
  return recognised(view, descriptor, at(cell), header, raw, new NoteBook(view.name));
}

/** Columns that every edition prints: parts within parts are some provinces' own. */
const isPlainColumn = ({ key }: { readonly key: string }): boolean => !key.includes(".");

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
  const headerYear = latestYear(view, header);
  return {
    key: descriptor.key,
    view,
    title,
    head,
    ...(headerYear === undefined ? {} : { headerYear }),
    raw,
    notes: notes.all(),
  };
}

function latestYear(view: SheetView, { top, bodyStart }: Header): number | undefined {
  let latest: number | undefined;
  for (let row = top; row < bodyStart; row++)
    for (const { label, numeric } of view.cells(row)) {
      const year = numeric ? undefined : yearIn(label);
      if (year !== undefined && (latest === undefined || year > latest)) latest = year;
    }
  return latest;
}

function readShape(view: SheetView, header: Header, { descriptor, layout }: Printed, notes: NoteBook): RawTable {
  const body = readBody(view, header, { key: descriptor.key, shape: layout.shape }, notes);
  return READERS[layout.shape](view, body, layout, notes);
}

type Reader = (view: SheetView, body: Body, layout: Layout, notes: NoteBook) => RawTable;

/** One reader a shape. */
const READERS: Readonly<Record<TableShape, Reader>> = {
  classified: readClassified,
  twoSided: readTwoSided,
  economic: readEconomic,
  threePublic: readThreePublic,
  matrix: readMatrix,
  list: readList,
};

/** Codes of the other classification say that a table of the same title is meant: 2xx 功能分类, 3xx and 5xx 经济分类. */
function isOtherClassification(raw: RawTable, codes: Layout["codes"]): boolean {
  if (codes === undefined) return false;
  const begins = codes === "economic" ? /^[35]/ : /^[12]/;
  let coded = 0;
  let own = 0;
  for (const { code } of raw.rows) {
    if (code === undefined) continue;
    coded += 1;
    if (begins.test(code)) own += 1;
  }
  return own * 2 < coded;
}

function isBorneOut(raw: RawTable, evidence: readonly Evidence[]): boolean {
  const isFound = (key: string): boolean =>
    raw.columns.has(key) || raw.rows.some((row) => row.key === key || row.spots.some((spot) => spot.key === key));
  return evidence.length === 0 || evidence.some((item) => item.of.filter(isFound).length >= item.atLeast);
}

/** A sheet without a title of ours: told by its labels, or by its tab name where the labels fit that table. */
function untitled(view: SheetView, top: readonly FilledCell[]): Recognition {
  const foreign = top.find((cell) => !cell.numeric && (isAnyTitle(cell.label) || isOtherTitle(view, cell)));
  const foreignNote = foreign ? `“${String(foreign.value).trim()}”不是本工具核对的表。` : undefined;
  if (foreignNote !== undefined) return none(foreignNote);
  const named = tablesOfTitle(normaliseLabel(view.name))[0];
  const candidates = TABLE_KEYS.flatMap((key) => {
    const descriptor = TABLES[key];
    const [layout] = descriptor.layouts;
    const evidence = named === key ? layout?.evidence : descriptor.untitled;
    const table = layout && evidence ? readUntitled(view, { descriptor, layout }, evidence) : undefined;
    return table ? [table] : [];
  });
  const hinted = candidates.find((table) => table.key === named);
  const told = hinted ?? (candidates.length === 1 ? candidates[0] : undefined);
  if (!told)
    return none(candidates.length > 1 ? "没有标题，表头与几张表都相符，未读取。" : "没有找到九张公开表的标题或表头。");
  const how = hinted ? "表内没有标题，按工作表名称和表头" : "没有找到标题，按表头和项目名称";
  const note = `${how}识别为“${tableName(told.key)}”。`;
  return {
    kind: "table",
    table: { ...told, notes: [{ code: "untitled", message: note, sheet: view.name }, ...told.notes] },
  };
}

/** A line that stands alone and names a table of another kind (机构运行信息表), whatever its rows are called. */
function isOtherTitle(view: SheetView, { row, label }: FilledCell): boolean {
  return view.cells(row).length === 1 && isListTitle(label) && !/收入|支出|收支|拨款|三公|决算|基金|经营/.test(label);
}

function readUntitled(view: SheetView, printed: Printed, evidence: readonly Evidence[]): RecognisedTable | undefined {
  const sample = view.head(SAMPLE_ROWS);
  const header = findHeader(sample, view.firstRow, printed.layout.shape);
  if (!header) return undefined;
  const sampled = readShape(sample, header, printed, new NoteBook(view.name));
  if (!isBorneOut(sampled, evidence) || isOtherClassification(sampled, printed.layout.codes)) return undefined;
  const notes = new NoteBook(view.name);
  const raw = readShape(view, header, printed, notes);
  const corner = view.cells(header.top)[0];
  const title = { cell: view.address(header.top, corner?.column ?? view.grid.left), text: "" };
  return recognised(view, printed.descriptor, title, header, raw, notes);
}
