import { titleOf } from "../../core/document/head-and-notes";
import { clustered } from "./lattice";
import type { PageBlock, PageLine } from "./page-blocks";
import type { PageTable, TableCell } from "./page-table";

/** A table as printed, its pieces on several pages joined. */
export interface JoinedTable {
  readonly kind: "joined";
  readonly page: number;
  readonly columns: number;
  readonly rows: number;
  readonly cells: readonly (TableCell & { readonly page: number })[];
}

export type JoinedBlock = PageLine | JoinedTable;

/** Rows at most that a header repeated on the next page has. */
const HEADER_ROWS = 8;
/** Rows that must be the same, title included, for a table with a title to be the next piece of one. */
const LEAST_REPEATED = 3;
/** Lines of a head (title, unit) that may be repeated above the piece on the next page. */
const HEAD_LINES = 5;
/** Points by which column lines of two pieces may differ. */
const SAME_COLUMN = 5;
/** Share of the columns that both pieces must have. */
const SHARED_COLUMNS = 0.75;

/**
 * Joins tables that go on on the next page: nothing but a repeated head stands between the pieces, and their columns are the
 * same. Header rows printed again are dropped, and a label that the page break cut goes back to its row.
 * @param pages blocks of each page in order, page numbers taken out
 */
export function joinOverPages(pages: readonly (readonly PageBlock[])[]): readonly JoinedBlock[] {
  const blocks: JoinedBlock[] = [];
  let open: { pieces: PageTable[]; head: readonly string[] } | undefined;
  const close = (): void => {
    if (open) blocks.push(joined(open.pieces));
    open = undefined;
  };
  for (const own of pages) {
    own.forEach((block, at) => {
      if (block.kind === "line") {
        if (open && isRepeatedHead(own, at, open)) return;
        close();
        blocks.push(block);
        return;
      }
      const before = open?.pieces[open.pieces.length - 1];
      if (open && before && isNext(before, block) && goesOn(open.pieces, block)) open.pieces.push(block);
      else {
        const head = headAbove(own, at);
        close();
        open = { pieces: [block], head };
      }
    });
  }
  close();
  return blocks;
}

const isNext = (before: PageTable, table: PageTable): boolean => table.page === before.page + 1;

/** Texts of the lines right above a table on its page. */
function headAbove(blocks: readonly PageBlock[], at: number): readonly string[] {
  const texts: string[] = [];
  for (let above = at - 1; above >= 0 && texts.length < HEAD_LINES; above--) {
    const block = blocks[above];
    if (block?.kind !== "line") break;
    texts.push(plain(block.text));
  }
  return texts;
}

/** Whether a line at the top of a page belongs to the head that is printed again above the next piece of an open table. */
function isRepeatedHead(
  blocks: readonly PageBlock[],
  at: number,
  { pieces, head }: { readonly pieces: readonly PageTable[]; readonly head: readonly string[] },
): boolean {
  const tableAt = blocks.findIndex(({ kind }) => kind === "table");
  const table = blocks[tableAt];
  const before = pieces[pieces.length - 1];
  if (table?.kind !== "table" || !before || at > tableAt || tableAt > HEAD_LINES) return false;
  if (!isNext(before, table) || !goesOn(pieces, table)) return false;
  return blocks.slice(0, tableAt).every((block) => {
    const text = block.kind === "line" ? plain(block.text) : "";
    return block.kind === "line" && (text === "" || head.includes(text) || isUnitLine(text));
  });
}

const isUnitLine = (text: string): boolean => /^(?:金额)?单位[:：]?[万千百]*元$/.test(text);

/** Without blanks and without the word that says that a table goes on (续表, （续）). */
const plain = (text: string): string => text.replace(/\s/g, "").replace(/[(（]续表?\d*[)）]$|续表?\d*$/, "");

/** Whether a table is the next piece of one: the same columns, and a title in its first rows only with the header again. */
function goesOn(pieces: readonly PageTable[], table: PageTable): boolean {
  const [first] = pieces;
  const last = pieces[pieces.length - 1];
  if (!first || !last || !sameColumns(last, table)) return false;
  return titleIn(table) === "" || repeatedRows(first.cells, table.cells, table.rows) >= LEAST_REPEATED;
}

/** The title in the first rows of a table: alone in its row, where a label has figures or a code beside it. */
function titleIn({ cells }: PageTable): string {
  const rows = [0, 1, 2].map((row) => cells.filter(({ top, text }) => top === row && text !== ""));
  return titleOf(
    [],
    rows.filter((own) => own.length === 1).map((own) => own.map(({ text }) => text)),
  );
}

function sameColumns(a: PageTable, b: PageTable): boolean {
  const [few, many] = a.xs.length <= b.xs.length ? [a.xs, b.xs] : [b.xs, a.xs];
  const shift = (many[0] ?? 0) - (few[0] ?? 0);
  const shared = few.filter((x) => many.some((other) => Math.abs(other - x - shift) <= SAME_COLUMN));
  return few.length > 2 && shared.length === few.length && few.length >= SHARED_COLUMNS * many.length;
}

function joined(pieces: readonly PageTable[]): JoinedTable {
  const first = pieces[0];
  const origin = first?.xs[0] ?? 0;
  const aligned = pieces.map((piece) => {
    const shift = (piece.xs[0] ?? 0) - origin;
    return { piece, xs: piece.xs.map((x) => x - shift) };
  });
  const xs = pieces.length === 1 ? (first?.xs ?? []) : clusteredWide(aligned.flatMap((item) => item.xs));
  const cells: (TableCell & { page: number })[] = [];
  let rows = 0;
  for (const { piece, xs: own } of aligned) {
    const column = (index: number): number => nearest(xs, own[index] ?? 0);
    let placed = piece.cells.map((cell) => ({
      ...cell,
      page: piece.page,
      left: column(cell.left),
      right: Math.max(column(cell.left), column(cell.right + 1) - 1),
    }));
    let height = piece.rows;
    if (rows > 0) {
      const repeated = repeatedRows(cells, placed, piece.rows);
      placed = placed
        .filter(({ bottom }) => bottom >= repeated)
        .map((cell) => ({ ...cell, top: Math.max(0, cell.top - repeated), bottom: cell.bottom - repeated }));
      height -= repeated;
      const cut = cutLabel(cells, placed, rows);
      if (cut) {
        const label = cells.indexOf(cut.label);
        cells[label] = { ...cut.label, text: cut.label.text + cut.rest };
        placed = placed
          .filter(({ top }) => top > 0)
          .map((cell) => ({ ...cell, top: cell.top - 1, bottom: cell.bottom - 1 }));
        height -= 1;
      }
    }
    for (const cell of placed) cells.push({ ...cell, top: cell.top + rows, bottom: cell.bottom + rows });
    rows += height;
  }
  return { kind: "joined", page: first?.page ?? 1, columns: Math.max(1, xs.length - 1), rows, cells };
}

/** Boundaries of several pieces, those of one column no further apart than pieces may differ. */
function clusteredWide(places: readonly number[]): readonly number[] {
  const groups: number[] = [];
  for (const place of clustered(places)) {
    const last = groups[groups.length - 1];
    if (last === undefined || place - last > SAME_COLUMN) groups.push(place);
  }
  return groups;
}

function nearest(places: readonly number[], x: number): number {
  let best = 0;
  places.forEach((place, i) => {
    if (Math.abs(place - x) < Math.abs((places[best] ?? 0) - x)) best = i;
  });
  return best;
}

/** How many of the first rows of a piece are the first rows of the table again. */
function repeatedRows(cells: readonly TableCell[], piece: readonly TableCell[], rows: number): number {
  let repeated = 0;
  for (let row = 0; row < Math.min(HEADER_ROWS, rows - 1); row++) {
    const here = rowText(piece, row);
    if (here === "" && repeated < row) break;
    if (here !== rowText(cells, row)) break;
    if (here !== "") repeated = row + 1;
  }
  // A header is text: rows of figures that happen to be the same are not one.
  return /\d\.\d\d/.test(Array.from({ length: repeated }, (_, row) => rowText(piece, row)).join("")) ? 0 : repeated;
}

function rowText(cells: readonly TableCell[], row: number): string {
  return cells
    .filter(({ top, text }) => top === row && text !== "")
    .map(({ left, text }) => `${left}:${plain(text)}`)
    .join("|");
}

/** The rest of a label that a page break cut from a row with a code: alone in its row, under a label that ends openly. */
function cutLabel<Cell extends TableCell>(
  cells: readonly Cell[],
  piece: readonly TableCell[],
  rows: number,
): { readonly label: Cell; readonly rest: string } | undefined {
  const first = piece.filter(({ top, text }) => top === 0 && text !== "");
  const [rest] = first;
  if (
    first.length !== 1 ||
    !rest ||
    rest.text.length > 12 ||
    /^[（(]?[一二三四五六七八九十\d]|^[注说备合总本年]/.test(rest.text)
  )
    return undefined;
  const last = cells.filter(({ bottom, text }) => bottom === rows - 1 && text !== "");
  const code = last.find(({ left }) => left < rest.left);
  const label = last.find(({ left }) => left === rest.left);
  return code && label && /^\d{3,7}$/.test(code.text) ? { label, rest: rest.text } : undefined;
}
