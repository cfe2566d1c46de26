import type { Box } from "./page-model";

/** A column told from where texts stand below one another. */
export interface Column {
  readonly left: number;
  readonly right: number;
}

/** Texts that may stand across two columns, as a share of those that stand in one, before the two are one column. */
const BRIDGES = 0.1;
/** Texts a column must have on each side of a split. */
const LEAST = 3;

/**
 * Columns of a table without lines: where the texts of its body stand below one another. A text across two columns (合计 under
 * code and name) does not make them one.
 * @param body texts of rows with figures
 * @param header texts above them: a header over nothing but blanks is a column too
 */
export function alignedColumns(body: readonly Box[], header: readonly Box[]): readonly Column[] {
  const columns = spansOf(body).flatMap((span) => split(body.filter((box) => isWithin(box, span))));
  const narrow = header.filter((box) => !isAcross(box, [...columns, ...header]));
  const under = (box: Box): readonly Column[] => columns.filter((column) => overlap(box, column) > 0);
  const placed = narrow.filter((box) => under(box).length > 0);
  // A line of a head belongs where its other lines stand.
  const alone = narrow.filter((box) => under(box).length === 0 && !placed.some((other) => isBelow(box, other)));
  return withHeads(columns, spansOf(alone), narrow).sort((a, b) => a.left - b.left);
}

/** Whether a head stands over two texts side by side. */
function isAcross(box: Column, others: readonly Column[]): boolean {
  const under = others.filter((other) => other !== box && overlap(box, other) > 0);
  return under.some((a) => under.some((b) => a.right <= b.left));
}

/** Whether two lines stand one below the other. */
function isBelow(a: Column, b: Column): boolean {
  return overlap(a, b) > 0.6 * Math.min(a.right - a.left, b.right - b.left);
}

/**
 * Gives heads that stand over no text to their columns: figures stand right and labels left in a column, their head often
 * on the other side. A head between two columns that have heads of their own is a column of blanks.
 */
function withHeads(columns: readonly Column[], heads: readonly Column[], header: readonly Box[]): Column[] {
  const result = [...columns].sort((a, b) => a.left - b.left);
  const lowest = (of: Column): number =>
    Math.max(-Infinity, ...header.filter((box) => overlap(box, of) > 0).map(({ bottom }) => bottom));
  const isHeaded = (column: Column, from: Column): boolean =>
    header.some((box) => overlap(box, column) > 0 && box.bottom >= lowest(from) - 1);
  for (const head of heads) {
    const right = result.findIndex(({ left }) => left >= head.right);
    const at = right < 0 ? result.length : right;
    const next = [at, at - 1].find((i) => {
      const column = result[i];
      return column !== undefined && !isHeaded(column, head);
    });
    const column = next === undefined ? undefined : result[next];
    if (next === undefined || column === undefined) result.splice(at, 0, head);
    else result[next] = { left: Math.min(column.left, head.left), right: Math.max(column.right, head.right) };
  }
  return result;
}

/** Boundaries between columns: half way between what stands in them. */
export function boundariesBetween(columns: readonly Column[], left: number, right: number): readonly number[] {
  return [
    Math.min(left, columns[0]?.left ?? left),
    ...columns.slice(1).map((column, i) => (column.left + (columns[i]?.right ?? column.left)) / 2),
    Math.max(right, columns[columns.length - 1]?.right ?? right),
  ];
}

export function overlap(a: Column, b: Column): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

function isWithin(box: Box, { left, right }: Column): boolean {
  return box.left >= left - 0.01 && box.right <= right + 0.01;
}

/** The places covered by boxes, those that overlap as one. */
function spansOf(boxes: readonly Box[]): readonly Column[] {
  const spans: { left: number; right: number }[] = [];
  for (const { left, right } of [...boxes].sort((a, b) => a.left - b.left)) {
    const last = spans[spans.length - 1];
    if (last && left < last.right) last.right = Math.max(last.right, right);
    else spans.push({ left, right });
  }
  return spans;
}

/** Parts a column that only a few texts across hold together. */
function split(boxes: readonly Box[]): readonly Column[] {
  const whole = spansOf(boxes);
  const places = boxes.flatMap(({ left, right }) => [left - 0.05, right + 0.05]).sort((a, b) => a - b);
  let best: { at: number; across: number } | undefined;
  for (const at of places) {
    const across = boxes.filter(({ left, right }) => left < at && right > at).length;
    const [before, after] = [
      boxes.filter(({ right }) => right <= at).length,
      boxes.filter(({ left }) => left >= at).length,
    ];
    if (Math.min(before, after) < LEAST || across > Math.max(1, BRIDGES * (before + after))) continue;
    if (!best || across < best.across) best = { at, across };
  }
  if (!best) return whole;
  const { at } = best;
  return [...split(boxes.filter(({ right }) => right <= at)), ...split(boxes.filter(({ left }) => left >= at))];
}
