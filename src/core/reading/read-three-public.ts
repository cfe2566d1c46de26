import type { CellAddress } from "../model/cell";
import { SG_ROWS, type ColumnKey, type RowKey } from "../model/table";
import type { Layout } from "../tables/descriptor";
import { SIDES } from "../tables/sg";
import { stripOrdinal } from "../glossary/normalise";
import type { Body, BodyPart } from "./body";
import { findHeader, withoutYear } from "./header";
import { withoutRepeats } from "./labels";
import type { NoteBook } from "./notes";
import type { RawRow, RawTable } from "./raw-table";
import { besideRows } from "./read-classified";
import { isDash } from "./read-figure";
import { isTotalLabel } from "./row-kinds";
import type { SheetView } from "./sheet-view";
import { noteStrayCells } from "./stray-cells";

/** Where the figure of one side (预算 or 决算) and item stands. */
interface Place {
  readonly row: RowKey;
  readonly item: ColumnKey;
  readonly spot: CellAddress;
}

interface Side {
  readonly row: RowKey;
  readonly rank: number;
}

const ABOVE =
  /^(?:项目|栏次|单位:?.*|金额|(?:(?:一般)?公共预算(?:当年)?)?(?:财政拨款)?(?:安排的?)?"?三公"?经费"?(?:支出)?|本年数|其中:?)$/;

/** Reads the 三公 table: figures in one row under either header orientation, or items down the rows. */
export function readThreePublic(view: SheetView, body: Body, table: Layout, notes: NoteBook): RawTable {
  const part = body.parts[0];
  if (!part) return { rows: [], columns: new Map() };
  const places = blocksOf(view, part).flatMap((block) => {
    const across = itemColumns(block, table, notes, view);
    return across.length >= 3 ? placesAcross(view, block, across, notes) : placesDown(view, block, table, notes);
  });
  const rows = [SG_ROWS.budget, SG_ROWS.final].flatMap((key) => rowOf(key, places));
  const columns = new Map(
    places.filter((place) => place.row === SG_ROWS.final).map((place) => [place.item, place.spot.column]),
  );
  return { rows, columns, ...besideRows(body) };
}

/** 预算数 over 决算数, each with a header of its own, where the twelve columns were too wide for a page. */
function blocksOf(view: SheetView, part: BodyPart): readonly BodyPart[] {
  const heads = part.rows.filter((row) => {
    const cells = view.cells(row);
    return cells.length === 1 && cells[0] !== undefined && sideOf(withoutYear(cells[0].label)) !== undefined;
  });
  const top = heads[0];
  const header = top === undefined ? undefined : findHeader(view, top, "threePublic");
  if (top === undefined || header?.top !== top || header.rows.length < 2) return [part];
  return [
    { ...part, rows: part.rows.filter((row) => row < top) },
    { header, rows: part.rows.filter((row) => row >= header.bodyStart && !isRunning(view, row)) },
  ];
}

/** Column numbers that go on from the block above (7, 8, 9 …). */
function isRunning(view: SheetView, row: number): boolean {
  const numbers = view.cells(row).map((cell) => Number(cell.label));
  return numbers.length >= 3 && numbers.every((number, index) => number === (numbers[0] ?? 0) + index);
}

function rowOf(key: RowKey, places: readonly Place[]): readonly RawRow[] {
  const own = places.filter((place) => place.row === key);
  if (own.length === 0) return [];
  const name = key === SG_ROWS.budget ? "预算数" : "决算数";
  return [{ key, level: "line", name, spots: own.map(({ item, spot }) => ({ key: item, cell: spot })) }];
}

/** The side a label names, if any. */
function sideOf(label: string): Side | undefined {
  return SIDES.find((side) => side.label.test(label));
}

function itemOf(labels: readonly string[], table: Layout): ColumnKey | undefined {
  const telling = labels.filter((label) => !ABOVE.test(label) || labels.length === 1);
  const stripped = telling.map((label) => stripOrdinal(stripOrdinal(label).replace(/^其中:?/, "")));
  const forms = [stripped.join("/"), stripped.join(""), stripped.slice(-2).join("/"), stripped.slice(-2).join("")];
  return table.columns.find((rule) => forms.some((form) => rule.path.test(form)))?.key;
}

interface ItemColumn {
  readonly column: number;
  readonly item: ColumnKey;
  readonly side: Side | undefined;
}

/** Columns whose header names an item, with the side their header names. */
function itemColumns(part: BodyPart, table: Layout, notes: NoteBook, view: SheetView): readonly ItemColumn[] {
  const found: ItemColumn[] = [];
  const sides = new Map<number, Side>();
  for (const [column, path] of part.header.paths) {
    const side = path.map(sideOf).find((item) => item !== undefined);
    if (side) sides.set(column, side);
    const item = itemOf(
      path.filter((label) => sideOf(label) === undefined),
      table,
    );
    if (item !== undefined) found.push({ column, item, side });
  }
  return firstOfEach(withSidesByOrder(withoutSecondBudget(found, notes, view), part));
}

/** A second column for the same item and side is none of ours: its figures are said to be unread, not put in its place. */
function firstOfEach(columns: readonly ItemColumn[]): readonly ItemColumn[] {
  const isSame = (a: ItemColumn, b: ItemColumn): boolean => a.item === b.item && a.side?.row === b.side?.row;
  return columns.filter((column, index) => columns.findIndex((other) => isSame(other, column)) === index);
}

/** Where 年初预算数 and 全年预算数 are both printed, 决算 is compared with 全年预算数. */
function withoutSecondBudget(columns: readonly ItemColumn[], notes: NoteBook, view: SheetView): readonly ItemColumn[] {
  const ranks = new Set(columns.filter((item) => item.side?.row === SG_ROWS.budget).map((item) => item.side?.rank));
  if (ranks.size < 2) return columns;
  notes.add("secondBudget", `工作表“${view.name}”同时列有年初预算数和全年预算数，预算数取全年预算数。`);
  return columns.filter((item) => item.side?.row !== SG_ROWS.budget || item.side.rank === 0);
}

/** Columns without a side of their own (a group label standing off) take it from the order: first 预算, then 决算. */
function withSidesByOrder(columns: readonly ItemColumn[], part: BodyPart): readonly ItemColumn[] {
  if (columns.every((item) => item.side !== undefined)) return columns;
  const printed = [...part.header.paths.values()].flat().flatMap((label) => sideOf(label) ?? []);
  const order = [...new Set(printed.map((side) => side.row))];
  const final: Side = { row: SG_ROWS.final, rank: 0 };
  const seen = new Map<ColumnKey, number>();
  return columns.map((item) => {
    const times = seen.get(item.item) ?? 0;
    seen.set(item.item, times + 1);
    const row = order.length === 2 ? order[times] : (order[0] ?? SG_ROWS.final);
    return { ...item, side: row === undefined ? final : { row, rank: 0 } };
  });
}

/** The row of figures: the first with a figure under the items, or the first row below the header where all are blank. */
function placesAcross(
  view: SheetView,
  part: BodyPart,
  columns: readonly ItemColumn[],
  notes: NoteBook,
): readonly Place[] {
  const own = new Set(columns.map((item) => item.column));
  const sided = sideRows(view, part, own);
  if (sided.length > 0) {
    noteStrayCells(view, { ...part, rows: sided.map((item) => item.at) }, own, notes);
    return sided.flatMap((side) =>
      columns
        .filter((item, index) => columns.findIndex((other) => other.item === item.item) === index)
        .map(({ column, item }) => ({ row: side.row, item, spot: view.address(side.at, column) })),
    );
  }
  const filled = part.rows.filter((row) => view.cells(row).some((cell) => own.has(cell.column)));
  const numeric = filled.filter((item) => view.cells(item).some((cell) => own.has(cell.column) && cell.numeric));
  const isTotal = (item: number): boolean => view.cells(item).some((cell) => isTotalLabel(cell.label));
  // Where each organisation has a row, the table is what its 合计 row says.
  const row = numeric.find(isTotal) ?? numeric[0] ?? filled[0];
  const at =
    row ??
    (part.header.bodyStart < view.endRow && view.cells(part.header.bodyStart).length === 0
      ? part.header.bodyStart
      : undefined);
  if (at === undefined) return [];
  for (const other of filled) {
    const cell = other === at ? undefined : view.cells(other).find((item) => own.has(item.column) && item.numeric);
    if (cell)
      notes.add("unlabelledRow", "“三公”经费表有不止一行数字，此行未读取。", view.address(cell.row, cell.column));
  }
  noteStrayCells(view, { ...part, rows: [at] }, own, notes);
  return columns.flatMap(({ column, item, side }) =>
    side ? [{ row: side.row, item, spot: view.address(at, column) }] : [],
  );
}

/** Rows that are each a side of their own ("2023年年初预算数", then "2023年决算数"), under items across. */
function sideRows(
  view: SheetView,
  part: BodyPart,
  own: ReadonlySet<number>,
): readonly { readonly row: RowKey; readonly at: number }[] {
  const found = new Map<RowKey, { row: RowKey; at: number; rank: number }>();
  for (const at of part.rows) {
    const label = view.cells(at).find((cell) => !cell.numeric && !own.has(cell.column));
    const side = label && sideOf(withoutYear(label.label));
    const known = side && found.get(side.row);
    if (side && (!known || side.rank < known.rank)) found.set(side.row, { row: side.row, at, rank: side.rank });
  }
  return [...found.values()];
}

/** Items down the rows, 预算数 and 决算数 in columns. */
function placesDown(view: SheetView, part: BodyPart, table: Layout, notes: NoteBook): readonly Place[] {
  const sides = sideColumns(part);
  const isAmount = (column: number): boolean => part.header.paths.get(column)?.some((label) => sideOf(label)) ?? false;
  const holdsFigure = (row: number): boolean => view.cells(row).some((cell) => cell.numeric && isAmount(cell.column));
  const rowOfItem = new Map<ColumnKey, number>();
  for (const row of part.rows) {
    const texts = view.cells(row).filter((cell) => !cell.numeric && !isAmount(cell.column) && !isDash(cell.value));
    const label = withoutRepeats(texts)
      .map((cell) => cell.label)
      .filter((text) => !/^\d+$/.test(text))
      .join("");
    const item = itemOf([label], table);
    const known = item === undefined ? undefined : rowOfItem.get(item);
    // 一、“三公”经费支出 may only head the list: its （一）支出合计 below holds the figures.
    const isHeading = item === "total" && known !== undefined && !holdsFigure(known);
    if (item !== undefined && (known === undefined || isHeading)) rowOfItem.set(item, row);
    else {
      const figure = view.cells(row).find((cell) => cell.numeric && sides.some((side) => side.column === cell.column));
      if (figure) notes.add("unknownLine", `未识别项目“${label}”，未参与核对。`, view.address(row, figure.column));
    }
  }
  const used = new Set(sides.map((side) => side.column));
  noteStrayCells(
    view,
    part,
    used,
    notes,
    (cell) =>
      !part.header.paths.has(cell.column) ||
      /^(?:行次|序号)$/.test(part.header.paths.get(cell.column)?.slice(-1)[0] ?? ""),
  );
  return [...rowOfItem].flatMap(([item, row]) =>
    sides.map((side) => ({ row: side.row, item, spot: view.address(row, side.column) })),
  );
}

function sideColumns(part: BodyPart): readonly { column: number; row: RowKey }[] {
  const best = new Map<RowKey, { column: number; rank: number }>();
  for (const [column, path] of part.header.paths) {
    const side = path.map(sideOf).find((item) => item !== undefined);
    const known = side && best.get(side.row);
    if (side && (!known || side.rank < known.rank)) best.set(side.row, { column, rank: side.rank });
  }
  return [...best].map(([row, { column }]) => ({ row, column }));
}
