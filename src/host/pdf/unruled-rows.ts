import type { Boundaries } from "./lattice";
import { beginsItem, isFigure } from "./page-table";
import { linesOf, textOfLine, type Run, type TextLine } from "./runs";

/** A cell with the texts printed in it. */
export interface RunCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly runs: readonly Run[];
}

/**
 * Parts rows that nobody ruled apart: where several figures stand below one another in a cell of a row, each of their lines
 * is a row. Labels beside them go to the line they stand on, or, broken over several, to the nearest one.
 */
export function parted(
  cells: readonly RunCell[],
  bounds: Boundaries,
): { readonly cells: readonly RunCell[]; readonly bounds: Boundaries } {
  const rows = bounds.ys.length - 1;
  const cuts = new Map<number, readonly number[]>();
  for (let row = 0; row < rows; row++) {
    const own = cells.filter(({ top, bottom }) => top === row && bottom === row);
    const baselines = rowLines(own, bounds);
    if (baselines.length > 1) cuts.set(row, baselines);
  }
  if (cuts.size === 0) return { cells, bounds };
  const ys: number[] = [];
  const first: number[] = [];
  for (let row = 0; row < rows; row++) {
    first.push(ys.length);
    ys.push(bounds.ys[row] ?? 0);
    const baselines = cuts.get(row) ?? [];
    for (let i = 1; i < baselines.length; i++) ys.push(between(baselines[i - 1] ?? 0, baselines[i] ?? 0));
  }
  const end = ys.length;
  ys.push(bounds.ys[rows] ?? 0);
  const moved = (row: number): number => first[row] ?? end;
  const split = cells.flatMap((cell): RunCell[] => {
    const baselines = cell.top === cell.bottom ? cuts.get(cell.top) : undefined;
    const top = moved(cell.top);
    if (!baselines) return [{ ...cell, top, bottom: moved(cell.bottom + 1) - 1 }];
    const parts = partsOf(cell.runs, baselines);
    return parts.map((runs, i) => ({ ...cell, top: top + i, bottom: top + i, runs }));
  });
  return { cells: split, bounds: { xs: bounds.xs, ys } };
}

/** Share of the way from one baseline to the next at which the row between them ends: below its descent. */
const between = (upper: number, lower: number): number => upper + 0.25 * (lower - upper);

/** Baselines of the rows within a ruled row: where some column holds nothing but figures, two or more, one a line. */
function rowLines(cells: readonly RunCell[], { xs }: Boundaries): readonly number[] {
  const columns = cells.map(({ runs, left, right }) => ({
    lines: linesOf(runs.flatMap(({ glyphs }) => glyphs)),
    width: (xs[right + 1] ?? 0) - (xs[left] ?? 0),
  }));
  const figures = columns.filter(
    ({ lines, width }) => lines.length > 1 && lines.every((line) => isFigure(plain(line))) && !isBroken(lines, width),
  );
  if (figures.length === 0) return [];
  const all = columns.flatMap(({ lines }) => lines);
  const size = all[0]?.size ?? 10;
  const sorted = figures.flatMap(({ lines }) => lines.map(({ baseline }) => baseline)).sort((a, b) => a - b);
  const anchors = sorted.filter((baseline, i) => i === 0 || baseline - (sorted[i - 1] ?? 0) > 0.6 * size);
  const pitch = pitchOf(anchors);
  // A label far from every figure, or one that begins an item, is a row of its own: one whose figures are blank.
  for (const line of all) {
    const near = Math.min(...anchors.map((anchor) => Math.abs(anchor - line.baseline)));
    if (near > (beginsItem(plain(line)) ? 0.8 * size : 0.9 * pitch)) anchors.push(line.baseline);
  }
  return anchors.sort((a, b) => a - b);
}

const plain = (line: TextLine): string => textOfLine(line).replace(/\s/g, "");

/** The smallest distance of two rows. */
function pitchOf(anchors: readonly number[]): number {
  const sorted = [...anchors].sort((a, b) => a - b);
  return Math.min(...sorted.slice(1).map((anchor, i) => anchor - (sorted[i] ?? 0)), 40);
}

/**
 * Whether figures below one another are one figure broken over lines: every line but the last fills the cell and ends
 * before its second decimal.
 */
function isBroken(lines: readonly TextLine[], width: number): boolean {
  return lines.slice(0, -1).every((line) => {
    const room = width - (line.right - line.left);
    return room < 14 + 0.6 * line.size && !/\.\d\d$/.test(plain(line));
  });
}

function partsOf(runs: readonly Run[], baselines: readonly number[]): readonly (readonly Run[])[] {
  const parts: Run[][] = baselines.map(() => []);
  for (const run of runs) {
    let nearest = 0;
    baselines.forEach((baseline, i) => {
      if (Math.abs(baseline - run.baseline) < Math.abs((baselines[nearest] ?? 0) - run.baseline)) nearest = i;
    });
    parts[nearest]?.push(run);
  }
  return parts;
}
