import { overlap, type Column } from "./aligned-columns";
import { headBlocks, type HeadBlock } from "./head-blocks";
import type { Run } from "./runs";

/** A head in its place: columns and rows from … to, both included. */
export interface PlacedHead {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly runs: readonly Run[];
}

/** The head of a table without lines: the columns it names, and its rows. */
export interface HeadTree {
  readonly leaves: readonly HeadBlock[];
  readonly heads: readonly PlacedHead[];
  readonly rows: number;
}

/** Share of the font size by which a head must stand lower than the one it belongs to. */
const LOWER = 0.75;
/** Points by which a head may overlap the one above without standing under it. */
const SLACK = 1.5;

/** Reads the head of a table: which heads name a column each, and which stand over several of them. */
export function headTree(runs: readonly Run[]): HeadTree {
  const blocks = headBlocks(runs);
  const isUnder = (low: HeadBlock, high: HeadBlock): boolean =>
    low.first >= high.last + LOWER * low.size && overlap(low, high) > SLACK;
  const leaves = blocks.filter((block) => !blocks.some((other) => isUnder(other, block)));
  const groups = blocks.filter((block) => !leaves.includes(block));
  const spans = new Map(groups.map((group) => [group, childrenOf(group, groups, leaves)]));
  const groupsOver = (column: number, low: HeadBlock): readonly HeadBlock[] =>
    groups.filter((group) => {
      const span = spans.get(group);
      return span && heightOf(group) < heightOf(low) - 0.5 * low.size && span.from <= column && span.to >= column;
    });
  const depth = (block: HeadBlock, column: number): number =>
    Math.max(0, ...groupsOver(column, block).map((group) => depth(group, spans.get(group)?.from ?? column) + 1));
  const placed = [
    ...groups.map((group) => ({ ...(spans.get(group) ?? { from: 0, to: 0 }), block: group })),
    ...leaves.map((block, column) => ({ from: column, to: column, block })),
  ].map((item) => ({ ...item, top: depth(item.block, item.from) }));
  const rows = Math.max(0, ...placed.map(({ top }) => top + 1));
  const heads = placed.map(({ from, to, top, block }): PlacedHead => ({
    from,
    to,
    top,
    bottom: groups.includes(block) ? top : rows - 1,
    runs: block.runs,
  }));
  return { leaves, heads, rows };
}

/** The height at which a head stands, whatever the number of its lines. */
const heightOf = ({ first, last }: HeadBlock): number => (first + last) / 2;

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The columns a head stands over: those under it, and those beside them that no other head of its row stands over. */
function childrenOf(group: HeadBlock, groups: readonly HeadBlock[], leaves: readonly HeadBlock[]): Span {
  const under = leaves.filter(
    (leaf) => heightOf(leaf) > heightOf(group) + LOWER * leaf.size && overlap(leaf, group) > SLACK,
  );
  // A head of one row beside it stands half way down; those that belong to it stand a whole row lower.
  const step = Math.min(...under.map((leaf) => heightOf(leaf) - heightOf(group)));
  const isLower = (leaf: HeadBlock): boolean => heightOf(leaf) >= heightOf(group) + LOWER * step;
  const own = leaves.flatMap((leaf, i) => (under.includes(leaf) ? [i] : []));
  let from = own[0] ?? 0;
  let to = own[own.length - 1] ?? from;
  const row = groups.filter((other) => other !== group && Math.abs(other.first - group.first) < LOWER * group.size);
  const isFree = (leaf: HeadBlock | undefined): leaf is HeadBlock =>
    leaf !== undefined && isLower(leaf) && !row.some((other) => overlap(other, leaf) > SLACK);
  // Reach to both sides as far as nothing else stands above, then give back what belongs to a neighbour.
  while (isFree(leaves[from - 1])) from -= 1;
  while (isFree(leaves[to + 1])) to += 1;
  const [first, last] = [own[0] ?? from, own[own.length - 1] ?? to];
  const isFlush = Math.abs((leaves[first]?.left ?? 0) - group.left) < 2.5;
  if (isFlush) return { from: first, to };
  return centred(group, leaves, { from, to }, { from: first, to: last });
}

/** Of all stretches within `widest` that hold `least`, the one whose middle is nearest to that of the head. */
function centred(group: Column, leaves: readonly HeadBlock[], widest: Span, least: Span): Span {
  let best = least;
  let off = Infinity;
  for (let from = widest.from; from <= least.from; from++) {
    for (let to = least.to; to <= widest.to; to++) {
      const [start, end] = [leaves[from]?.left ?? 0, leaves[to]?.right ?? 0];
      const distance = Math.abs((start + end) / 2 - (group.left + group.right) / 2);
      if (distance < off - 1) [best, off] = [{ from, to }, distance];
    }
  }
  return best;
}
