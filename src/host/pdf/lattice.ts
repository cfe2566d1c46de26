import { Groups, SAME_LINE, type Frame } from "./frames";
import type { Box, Rule } from "./page-model";

/** Columns and rows of a ruled table: boundaries in points, one more than columns or rows. */
export interface Boundaries {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
}

/** A cell of a ruled table: base columns and rows from … to, both included. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  /** Whether lines run all around it; an open area may hold several cells that nobody ruled apart. */
  readonly isClosed: boolean;
}

/** Share of a side that must be ruled for two cells to be apart. */
const RULED = 0.6;
/** Points by which outermost lines may stick out over the last line across without making a column or row. */
const STICKS_OUT = 4;
const MOST_CELLS = 40_000;

/** Where the columns and rows of a frame begin and end; sides that nobody ruled are where the lines across end. */
export function boundariesOf({ horizontals, verticals }: Frame): Boundaries {
  return {
    xs: withOpenEnds(clustered(verticals.map(({ at }) => at)), horizontals),
    ys: withOpenEnds(clustered(horizontals.map(({ at }) => at)), verticals),
  };
}

function withOpenEnds(places: readonly number[], across: readonly Rule[]): readonly number[] {
  const first = Math.min(...across.map(({ from }) => from));
  const last = Math.max(...across.map(({ to }) => to));
  return [
    ...(first < (places[0] ?? Infinity) - STICKS_OUT ? [first] : []),
    ...places,
    ...(last > (places[places.length - 1] ?? -Infinity) + STICKS_OUT ? [last] : []),
  ];
}

/** Places no more than a line's width apart are one, at their mean. */
export function clustered(places: readonly number[]): readonly number[] {
  const groups: number[][] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const group = groups[groups.length - 1];
    if (group && place - (group[0] ?? place) <= SAME_LINE + 0.5) group.push(place);
    else groups.push([place]);
  }
  return groups.map((group) => group.reduce((sum, place) => sum + place, 0) / group.length);
}

/** The cells of a frame: base cells between which no line runs are one area. Undefined where there are far too many. */
export function areasOf(frame: Frame, { xs, ys }: Boundaries): readonly Area[] | undefined {
  const [rows, columns] = [ys.length - 1, xs.length - 1];
  if (rows * columns > MOST_CELLS) return undefined;
  const below = sidesRuled(frame.horizontals, ys, xs);
  const beside = sidesRuled(frame.verticals, xs, ys);
  const groups = new Groups(rows * columns);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const here = row * columns + column;
      if (column + 1 < columns && !beside(column + 1, row)) groups.join(here, here + 1);
      if (row + 1 < rows && !below(row + 1, column)) groups.join(here, here + columns);
    }
  }
  const members = new Map<number, number[]>();
  for (let cell = 0; cell < rows * columns; cell++) {
    const root = groups.root(cell);
    const group = members.get(root);
    if (group) group.push(cell);
    else members.set(root, [cell]);
  }
  const areas: Area[] = [];
  for (const cells of members.values()) {
    const area = spanOf(cells, columns);
    const isWhole = (area.bottom - area.top + 1) * (area.right - area.left + 1) === cells.length;
    if (isWhole) areas.push({ ...area, isClosed: isClosed(area, { rows, columns, below, beside }) });
    else areas.push(...rowPieces(cells, columns));
  }
  return areas.sort((a, b) => a.top - b.top || a.left - b.left);
}

type IsRuled = (boundary: number, along: number) => boolean;

/** For each boundary and each stretch between two boundaries across: whether a line runs there. */
function sidesRuled(rules: readonly Rule[], places: readonly number[], across: readonly number[]): IsRuled {
  const width = Math.max(0, across.length - 1);
  const covered = new Float64Array(places.length * width);
  for (const { at, from, to } of rules) {
    places.forEach((place, index) => {
      if (Math.abs(place - at) > SAME_LINE + 0.5) return;
      for (let along = 0; along < width; along++) {
        const overlap = Math.min(to, across[along + 1] ?? 0) - Math.max(from, across[along] ?? 0);
        if (overlap > 0) covered[index * width + along] = (covered[index * width + along] ?? 0) + overlap;
      }
    });
  }
  return (boundary, along) =>
    (covered[boundary * width + along] ?? 0) >= RULED * ((across[along + 1] ?? 0) - (across[along] ?? 0));
}

function spanOf(cells: readonly number[], columns: number): Omit<Area, "isClosed"> {
  const rowsOf = cells.map((cell) => Math.floor(cell / columns));
  const columnsOf = cells.map((cell) => cell % columns);
  return {
    top: Math.min(...rowsOf),
    bottom: Math.max(...rowsOf),
    left: Math.min(...columnsOf),
    right: Math.max(...columnsOf),
  };
}

function isClosed(
  { top, left, bottom, right }: Omit<Area, "isClosed">,
  { rows, columns, below, beside }: { rows: number; columns: number; below: IsRuled; beside: IsRuled },
): boolean {
  for (let column = left; column <= right; column++) {
    if (top > 0 && !below(top, column)) return false;
    if (bottom + 1 < rows && !below(bottom + 1, column)) return false;
  }
  for (let row = top; row <= bottom; row++) {
    if (left > 0 && !beside(left, row)) return false;
    if (right + 1 < columns && !beside(right + 1, row)) return false;
  }
  return true;
}

/** An area that is no rectangle, taken apart row by row. */
function rowPieces(cells: readonly number[], columns: number): readonly Area[] {
  const pieces: Area[] = [];
  for (const cell of [...cells].sort((a, b) => a - b)) {
    const [row, column] = [Math.floor(cell / columns), cell % columns];
    const piece = pieces[pieces.length - 1];
    if (piece?.top === row && piece.right === column - 1) pieces[pieces.length - 1] = { ...piece, right: column };
    else pieces.push({ top: row, bottom: row, left: column, right: column, isClosed: false });
  }
  return pieces;
}

/** The rectangle of an area on the page. */
export function boxOfArea({ top, left, bottom, right }: Omit<Area, "isClosed">, { xs, ys }: Boundaries): Box {
  return { left: xs[left] ?? 0, right: xs[right + 1] ?? 0, top: ys[top] ?? 0, bottom: ys[bottom + 1] ?? 0 };
}
