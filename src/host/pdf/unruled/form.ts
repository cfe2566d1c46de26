import { lineKind } from "../../../core/document/head-and-notes";
import { around } from "../page-model";
import type { PageTable, PartColumn, TableCell } from "../page-table";
import { boundaryIn, columnAt, columnsBetween, gapsOf, places, type Gap } from "./columns";
import { cellOf, joinedCell, type Area } from "./cells";
import type { TextRow } from "./rows";
import type { Text } from "./texts";
import { tiled, type Tile } from "./tiles";

/** Heads of a self-evaluation form, which stand in its middle: of its funds, and of its indicators. */
const FUND_HEAD = /^(?:年初|全年|调整后?)?(?:预算|执行)数|^分值|^权重|^执行率|^得分/;
const INDICATOR_HEAD =
  /^(?:[一二三]级指标|(?:年度)?(?:绩效)?指标值|(?:全年)?(?:实际)?完成(?:值|情况)|(?:年度)?总体目标|偏差|未完成原因)/;
/** Of these, so many make a form. */
const LEAST = 3;
const LEVEL = /^[一二三]级指标/;

const plain = ({ text }: Text): string => text.replace(/\s/g, "");

/** Whether texts are a form of several tables with heads of their own. */
export function isForm(rows: readonly TextRow[]): boolean {
  const heads = rows.flatMap(({ texts }) => texts.map((text) => INDICATOR_HEAD.exec(plain(text))?.[0]));
  return new Set(heads.filter((head) => head !== undefined)).size >= LEAST;
}

/** The rows of each form on a page: from one title to the next, heads and notes around them left out. */
export function formsOf(rows: readonly TextRow[]): readonly (readonly TextRow[])[] {
  const forms: TextRow[][] = [[]];
  for (const row of rows) {
    const form = forms[forms.length - 1] ?? [];
    const text = row.texts.map((own) => own.text).join("");
    if (row.texts.length === 1 && lineKind(text) === "title") forms.push([]);
    else if (form.length > 0 || row.texts.length > 1) form.push(row);
  }
  return forms.filter((form) => form.length > 0);
}

/** Rows that share their columns: those below one head, or one row by itself. */
interface Part {
  readonly head: TextRow | undefined;
  readonly rows: TextRow[];
}

/** A row of the form with the columns of its part. */
interface PlacedRow {
  readonly row: TextRow;
  readonly part: Part;
  readonly columns: readonly PartColumn[];
}

/**
 * Reads a form that has no lines: its parts one by one, each by the heads above it, and all in one grid. A cell that spans
 * rows, its text in their middle, goes to the first of them. Undefined where its rows do not come out whole, or
 * nothing tells which of them a cell spans: better unread than read wrongly.
 * @param before the form that ended the page before: rows without a head go on with its last part
 */
export function formTable(page: number, rows: readonly TextRow[], before?: PageTable): PageTable | undefined {
  const box = around(rows.flatMap(({ texts }) => texts));
  if (!box) return undefined;
  const goesOn = rows.some(isHead) ? undefined : before?.lastPart;
  const parts = goesOn ? [{ head: undefined, rows: [...rows] }] : partsOf(rows);
  const own = goesOn ? [] : parts.map(placesOf);
  const all = places(own.flat());
  const texts = rows.flatMap((row) => row.texts);
  const xs = goesOn && before ? before.xs : [box.left, ...all.map((gap) => boundaryIn(gap, texts)), box.right];
  const placed = parts.flatMap((part, i): readonly PlacedRow[] => {
    const columns = goesOn ?? columnsOf(part, own[i] ?? [], all);
    return part.rows.map((row) => ({ row, part, columns }));
  });
  const kept = placed.filter((_, i) => !isBetween(placed, i));
  const cells = kept.every(isWhole) ? cellsOf(placed, kept) : undefined;
  if (!cells) return undefined;
  return {
    kind: "table",
    page,
    box,
    xs,
    columns: columnsBetween(xs),
    lastPart: placed[placed.length - 1]?.columns ?? [],
    rows: kept.length,
    cells,
  };
}

/** Rows with a head go on as long as they keep to its columns; others stand by themselves, a single text with those above. */
function partsOf(rows: readonly TextRow[]): readonly Part[] {
  const parts: Part[] = [];
  for (const row of rows) {
    const part = parts[parts.length - 1];
    if (isHead(row)) parts.push({ head: row, rows: [row] });
    else if (part && (row.texts.length === 1 || keepsTo(row, part.head))) part.rows.push(row);
    else parts.push({ head: undefined, rows: [row] });
  }
  return parts;
}

function isHead({ texts }: TextRow): boolean {
  const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(plain(text))).length;
  return count(FUND_HEAD) > 2 || count(INDICATOR_HEAD) > 1;
}

/** Whether every blank of a row runs over one of the head's, or begins left of its first text. */
function keepsTo(row: TextRow, head: TextRow | undefined): boolean {
  if (!head) return false;
  const known = gapsOf(head.texts);
  const left = head.texts[0]?.left ?? 0;
  return gapsOf(row.texts).every(
    (gap) => gap.from <= left || known.some(({ from, to }) => from <= gap.to && gap.from <= to),
  );
}

/**
 * Where the columns of a part are apart: between the texts of each row; left of its head where labels stand there; and
 * between those labels where none stands over the blank, for cells that span rows stand beside no other text.
 */
function placesOf({ head, rows }: Part): readonly Gap[] {
  const gaps = rows.flatMap(({ texts }) => gapsOf(texts));
  const [first] = head?.texts ?? [];
  const isLabel = ({ right }: Text): boolean => first !== undefined && right < first.left + 0.06 * first.size;
  const labels = rows.flatMap(({ texts }) => texts.filter(isLabel));
  return places([...gaps, ...blanksOf([...labels, ...(first && labels.length > 0 ? [first] : [])])]);
}

/** The blanks that no text stands over. */
function blanksOf(texts: readonly Text[]): readonly Gap[] {
  const blanks: Gap[] = [];
  let end = Infinity;
  for (const { left, right } of [...texts].sort((a, b) => a.left - b.left)) {
    if (left > end) blanks.push({ from: end, to: left });
    end = Math.max(end === Infinity ? right : end, right);
  }
  return blanks;
}

function columnsOf({ rows }: Part, own: readonly Gap[], all: readonly Gap[]): readonly PartColumn[] {
  const texts = rows.flatMap((row) => row.texts);
  const ends = own.map((gap) => all.findIndex(({ from, to }) => from >= gap.from - 0.01 && to <= gap.to + 0.01));
  return [-1, ...ends].map((end, i) => ({
    from: i === 0 ? -Infinity : boundaryIn(own[i - 1] ?? { from: 0, to: 0 }, texts),
    first: end + 1,
    last: ends[i] ?? all.length,
  }));
}

/** The column of its part that a text stands in. */
function columnOf(text: Text, { columns }: PlacedRow): number {
  return columnAt(
    text,
    columns.slice(1).map(({ from }) => from),
  );
}

/** Whether the cell of a text may span rows: it stands left of the lowest level of indicators, or in the first column. */
function maySpan(text: Text, placed: PlacedRow): boolean {
  const column = columnOf(text, placed);
  return column === 0 || column < firstOwnColumn(placed);
}

/** The column of the lowest level of indicators in a part: its texts make the rows. */
function firstOwnColumn(placed: PlacedRow): number {
  const levels = (placed.part.head?.texts ?? []).filter((text) => LEVEL.test(plain(text)));
  const lowest = levels[levels.length - 1];
  return lowest ? columnOf(lowest, placed) : 0;
}

/** Whether a row of indicators has both a name and a figure, or neither: else texts of two rows were taken for one. */
function isWhole(placed: PlacedRow): boolean {
  const { row, part } = placed;
  const levels = (part.head?.texts ?? []).filter((text) => LEVEL.test(plain(text)));
  const weight = part.head?.texts.find((text) => /^(?:分值|权重)/.test(plain(text)));
  if (levels.length === 0 || !weight || row === part.head || row.texts.length < 2) return true;
  if (row.texts.some((text) => TOTAL.test(plain(text)))) return true;
  const hasName = row.texts.some((text) => columnOf(text, placed) === firstOwnColumn(placed));
  const hasFigure = row.texts.some(
    (text) => columnOf(text, placed) > firstOwnColumn(placed) && /^\d/.test(plain(text)),
  );
  return hasName || !hasFigure;
}

/** Share of the usual distance of rows within which a row before and one behind leave no room for one between. */
const NO_ROOM = 1.4;

/** Whether a row is but the text of a cell that spans rows, in their middle between two of them. */
function isBetween(rows: readonly PlacedRow[], at: number): boolean {
  const [before, here, after] = [rows[at - 1], rows[at], rows[at + 1]];
  if (!before || !here || !after) return false;
  return (
    here.row.texts.every((text) => maySpan(text, here)) &&
    after.row.at - before.row.at < NO_ROOM * stepOf(here.part.rows)
  );
}

/** The usual distance of rows with several texts. */
function stepOf(rows: readonly TextRow[]): number {
  const at = rows.filter(({ texts }) => texts.length > 2).map((row) => row.at);
  const steps = at
    .slice(1)
    .map((place, i) => place - (at[i] ?? 0))
    .sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 0;
}

function cellsOf(placed: readonly PlacedRow[], kept: readonly PlacedRow[]): readonly TableCell[] | undefined {
  const at = kept.map(({ row }) => row.at);
  const byCell = new Map<string, { area: Area; texts: Text[] }>();
  const put = (text: Text, area: Area): void => {
    const key = `${area.top},${area.left}`;
    const cell = byCell.get(key);
    if (cell) cell.texts.push(text);
    else byCell.set(key, { area, texts: [text] });
  };
  const spanning = new Map<
    string,
    { text: Text; at: number; from: number; until: number; left: number; right: number }[]
  >();
  for (const own of placed) {
    const [from, until] = rowsOfPart(own.part, kept);
    for (const text of own.row.texts) {
      const column = columnOf(text, own);
      const { first: left, last: right } = own.columns[column] ?? { first: 0, last: 0 };
      const top = nearest(at, own.row.at);
      if (column === 0) add(spanning, "first", { text, at: own.row.at, from: 0, until: kept.length, left, right });
      else if (own.row !== own.part.head && maySpan(text, own) && top < until)
        add(spanning, `${from},${column}`, { text, at: own.row.at, from, until, left, right });
      else put(text, { top, bottom: top, left, right });
    }
  }
  // From right to left: a cell of a higher level holds whole cells of the one right of it.
  const found = new Map<number, readonly Tile[]>();
  for (const texts of [...spanning.values()].sort((x, y) => (y[0]?.left ?? 0) - (x[0]?.left ?? 0))) {
    const [{ from, until } = { from: 0, until: 0 }] = texts;
    const tiles = tiled(
      kept.slice(from, until).map(({ row }) => row),
      texts.map((item) => item.at),
      from === 0 ? [] : (found.get(from) ?? []),
    );
    if (tiles) found.set(from, tiles);
    else if (from > 0) return undefined;
    texts.forEach(({ text, at: y, left, right }, i) => {
      const tile = tiles?.[i];
      const row = nearest(at, y);
      put(text, { left, right, top: tile ? from + tile.first : row, bottom: tile ? from + tile.last : row });
    });
  }
  return [...byCell.values()].map(({ area, texts }) => {
    const [single] = texts;
    return texts.length === 1 && single ? cellOf(single, area) : joinedCell(texts, area);
  });
}

function add<T>(map: Map<string, T[]>, key: string, item: T): void {
  map.set(key, [...(map.get(key) ?? []), item]);
}

const TOTAL = /^(?:总分|合计|总计|总得分)/;

/** The rows below a part's head, up to its total. */
function rowsOfPart(part: Part, kept: readonly PlacedRow[]): readonly [from: number, until: number] {
  const first = kept.findIndex((placed) => placed.part === part);
  const from = part.head ? first + 1 : first;
  const end = kept.findIndex(
    (placed, i) => i >= from && (placed.part !== part || placed.row.texts.some((text) => TOTAL.test(plain(text)))),
  );
  return [from, end < 0 ? kept.length : end];
}

function nearest(at: readonly number[], y: number): number {
  return at.reduce((best, place, i) => (Math.abs(place - y) < Math.abs((at[best] ?? place) - y) ? i : best), 0);
}
