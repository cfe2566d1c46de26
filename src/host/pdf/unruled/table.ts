import { around } from "../page-model";
import { isFigure, type PageTable, type TableCell } from "../page-table";
import { boundaryIn, columnAt, columnsBetween, gapsOf, isNumber, places, type Gap } from "./columns";
import { cellOf, joinedCell } from "./cells";
import { areCentred, edgesAround } from "./centring";
import { headOf, placedHeads, type Edges, type Head } from "./head";
import type { TextRow } from "./rows";
import type { Text } from "./texts";

/** Rows that must part two texts for a boundary that no head knows of. */
const SUPPORT = 2;
/** Share of the font size by which a text may reach over the edge of its column. */
const OVER = 0.25;
/** Share of the texts of a further page that must stand in one column each. */
const FITTING = 0.95;

/**
 * Reads a table that has no lines at all, or none between its columns, from where its texts stand: heads and texts side by
 * side tell its columns. Undefined where there are fewer than two.
 * @param before the table that ended the page before: its columns are taken where this is its next piece
 */
export function tableOf(page: number, rows: readonly TextRow[], before?: PageTable): PageTable | undefined {
  const texts = rows.flatMap((row) => row.texts);
  const box = around(texts);
  if (!box) return undefined;
  const bodyAt = firstOfBody(rows);
  const body = rows.slice(bodyAt);
  const head = headOf(rows.slice(0, bodyAt).flatMap((row) => row.texts));
  const goesOn = before?.columns !== undefined && fits(rows, before);
  const xs = goesOn ? before.xs : [box.left, ...boundariesOf(head.leaves, body), box.right];
  const bounds = xs.slice(1, -1);
  if (bounds.length === 0) return undefined;
  const heads = headCells(head, bounds, xs, body);
  const headRows = Math.max(0, ...heads.map(({ bottom }) => bottom + 1));
  const cells = [...heads, ...body.flatMap((row, i) => rowCells(row, headRows + i, bounds))];
  return {
    kind: "table",
    page,
    box,
    xs,
    columns: columnsBetween(xs),
    rows: headRows + body.length,
    cells,
  };
}

/** The first row with a figure, a code, a numbered item, or a total without figures; all rows are head where there is none. */
function firstOfBody(rows: readonly TextRow[]): number {
  const at = rows.findIndex(({ texts }) => {
    const plain = texts.map(({ text }) => text.replace(/\s/g, ""));
    if (plain.some((text) => isFigure(text) || /^[一二三四五六七八九十]+、/.test(text))) return true;
    return plain[0] === "栏次" || plain[0] === "行次" || (plain.length === 1 && plain[0] === "合计");
  });
  return at < 0 ? rows.length : at;
}

/** Where columns end and the next begin. */
function boundariesOf(leaves: readonly Text[], body: readonly TextRow[]): readonly number[] {
  const inHead = gapsOf(leaves);
  const inBody = body.flatMap(({ texts }) => gapsOf(texts));
  const known = places(inHead);
  const isKnown = (gap: Gap): boolean => known.some(({ from, to }) => from <= gap.to && gap.from <= to);
  const further = places(inBody.filter((gap) => !isKnown(gap))).filter(
    (place) =>
      leaves.length === 0 || inBody.filter(({ from, to }) => from <= place.to && place.from <= to).length >= SUPPORT,
  );
  const all = places([
    ...inHead,
    ...inBody.filter((gap) => isKnown(gap) || further.some((place) => meets(place, gap))),
  ]);
  const texts = [...leaves, ...body.flatMap((row) => row.texts)];
  return all.map((gap) => boundaryIn(gap, texts));
}

const meets = (a: Gap, b: Gap): boolean => a.from <= b.to && b.from <= a.to;

/** Whether texts stand in the columns of a table: what goes on from the page before. */
export function fits(rows: readonly TextRow[], { xs }: PageTable): boolean {
  const bounds = xs.slice(1, -1);
  const texts = rows.flatMap((row) => row.texts);
  const areApart = rows.every((row) => {
    const taken = row.texts.map((text) => columnAt(text, bounds));
    return new Set(taken).size === taken.length;
  });
  const inOne = texts.filter((text) => {
    const at = columnAt(text, bounds);
    const column = {
      left: at === 0 ? -Infinity : (xs[at] ?? -Infinity),
      right: at === bounds.length ? Infinity : (xs[at + 1] ?? Infinity),
    };
    const slack = OVER * text.size;
    return text.right < column.right + slack && (!isNumber(text.text) || text.left > column.left - slack);
  });
  return areApart && inOne.length >= FITTING * texts.length;
}

function headCells(
  head: Head,
  bounds: readonly number[],
  xs: readonly number[],
  body: readonly TextRow[],
): readonly TableCell[] {
  if (head.leaves.length === 0) return [];
  const owners = ownersOf(head.leaves, bounds, xs, body);
  const first = head.leaves.map((_, leaf) => owners.indexOf(leaf));
  const last = head.leaves.map((_, leaf) => owners.lastIndexOf(leaf));
  const texts = body.flatMap((row) => row.texts);
  const under = head.leaves.map((_, leaf) => texts.filter((text) => owners[columnAt(text, bounds)] === leaf));
  const isCentred = areCentred(head, under);
  const edges = head.leaves.map((leaf, i): Edges => {
    const ofColumns = { left: xs[first[i] ?? -1] ?? leaf.left, right: xs[(last[i] ?? 0) + 1] ?? leaf.right };
    return isCentred ? edgesAround(leaf, under[i] ?? [], ofColumns) : ofColumns;
  });
  return placedHeads(head, edges, isCentred).map(({ from, to, top, bottom, head: own }) =>
    cellOf(own, { top, bottom, left: Math.max(0, first[from] ?? 0), right: Math.max(0, last[to] ?? 0) }),
  );
}

/** The leaf each column belongs to: the one over it; else figures stand right of their head, labels left. */
function ownersOf(
  leaves: readonly Text[],
  bounds: readonly number[],
  xs: readonly number[],
  body: readonly TextRow[],
): readonly number[] {
  const columns = columnsBetween(xs);
  const texts = body.flatMap((row) => row.texts);
  const over = columns.map(({ left, right }) => {
    const overlaps = leaves.map((leaf) => Math.min(leaf.right, right) - Math.max(leaf.left, left));
    const most = Math.max(...overlaps);
    return most > 0 ? overlaps.indexOf(most) : -1;
  });
  return over.map((leaf, column) => {
    if (leaf >= 0) return leaf;
    const own = texts.filter((text) => columnAt(text, bounds) === column);
    const before = over
      .slice(0, column)
      .reverse()
      .find((other) => other >= 0);
    const after = over.slice(column + 1).find((other) => other >= 0);
    const areFigures = own.filter(({ text }) => isNumber(text)).length * 2 > own.length;
    return (areFigures ? (before ?? after) : (after ?? before)) ?? 0;
  });
}

/** The cells of a row of the body: where two texts stand in one column, they are one cell. */
function rowCells({ texts }: TextRow, row: number, bounds: readonly number[]): readonly TableCell[] {
  const byColumn = new Map<number, Text[]>();
  for (const text of texts) {
    const column = columnAt(text, bounds);
    byColumn.set(column, [...(byColumn.get(column) ?? []), text]);
  }
  return [...byColumn].map(([column, own]) => {
    const [single] = own;
    const area = { top: row, bottom: row, left: column, right: column };
    return own.length === 1 && single ? cellOf(single, area) : joinedCell(own, area);
  });
}
