import type { TextRow } from "./rows";

/** Rows that a cell spans, both included. */
export interface Tile {
  readonly first: number;
  readonly last: number;
}

/** Share of the mean distance of rows by which texts may stand off the middle of the rows they span, on average. */
const OFF = 0.3;

/**
 * The rows that each of several cells below one another spans, where their texts stand in the middle of them: together they
 * span all rows; or from its own row on, where each stands on the first. Undefined where their places do not tell.
 * @param texts where the texts stand, from top to bottom
 * @param within cells of the next column that none of these may cut through
 */
export function tiled(
  rows: readonly TextRow[],
  texts: readonly number[],
  within: readonly Tile[] = [],
): readonly Tile[] | undefined {
  if (rows.length === 0 || texts.length === 0 || texts.length > rows.length) return undefined;
  const edges = edgesOf(rows);
  const at = rows.map((row) => row.at);
  const step = ((at[at.length - 1] ?? 0) - (at[0] ?? 0)) / Math.max(1, rows.length - 1);
  const firsts = firstRows(at, texts, step);
  if (firsts) return firsts.map((first, i) => ({ first, last: (firsts[i + 1] ?? rows.length) - 1 }));
  // cost[i]: the least sum of distances with the texts so far on the first i rows.
  let costs: readonly { readonly cost: number; readonly tiles: readonly Tile[] }[] = [{ cost: 0, tiles: [] }];
  texts.forEach((y, k) => {
    costs = edges.map((end, until) => {
      let best = { cost: Infinity, tiles: [] as readonly Tile[] };
      if (within.some(({ first, last }) => first < until && last >= until)) return best;
      for (let from = k; from < until; from++) {
        const before = costs[from];
        if (!before || before.cost === Infinity) continue;
        const cost = before.cost + Math.abs(((edges[from] ?? 0) + end) / 2 - y);
        if (cost < best.cost) best = { cost, tiles: [...before.tiles, { first: from, last: until - 1 }] };
      }
      return best;
    });
  });
  const { cost, tiles } = costs[rows.length] ?? { cost: Infinity, tiles: [] };
  return cost <= OFF * step * texts.length || rows.length === 1 ? tiles : undefined;
}

/** The rows that texts stand on, where each stands on one, and the first on the first though it would span more. */
function firstRows(rows: readonly number[], texts: readonly number[], step: number): readonly number[] | undefined {
  const onRow = texts.map((y) => rows.findIndex((row) => Math.abs(row - y) < 0.15 * step));
  const areRows = onRow.every((row) => row >= 0) && new Set(onRow).size === onRow.length;
  return areRows && texts.length < rows.length && onRow[0] === 0 && (onRow[1] ?? rows.length) > 1 ? onRow : undefined;
}

/** From the middle of a printed line to its baseline, where rows stand, as a share of the font size. */
const TO_BASELINE = 0.36;

/** Where rows end and the next begin: half way between what is printed in them; between their middles where that overlaps. */
function edgesOf(rows: readonly TextRow[]): readonly number[] {
  const between = rows.slice(1).map((row, i) => {
    const above = rows[i] ?? row;
    const [end, start] = [
      Math.max(...above.texts.map(({ bottom }) => bottom)),
      Math.min(...row.texts.map(({ top }) => top)),
    ];
    return end < start ? (end + start) / 2 + TO_BASELINE * (row.texts[0]?.size ?? 0) : (above.at + row.at) / 2;
  });
  const [first, last] = [rows[0]?.at ?? 0, rows[rows.length - 1]?.at ?? 0];
  const [head, tail] = [between[0] ?? first, between[between.length - 1] ?? last];
  return [2 * first - head, ...between, 2 * last - tail];
}
