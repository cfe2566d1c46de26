import type { Text } from "./texts";

/** The texts of a head: those that name a column each, from left to right, and those that stand over several. */
export interface Head {
  readonly leaves: readonly Text[];
  readonly groups: readonly Text[];
}

/** A head in its place: leaves and rows from … to, both included. */
export interface PlacedHead {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly head: Text;
}

/** Where the columns of a leaf begin and end. */
export interface Edges {
  readonly left: number;
  readonly right: number;
}

/** Share of the font size by which a head must stand lower than the one it belongs to. */
const LOWER = 0.75;
/** Share of the font size by which a head may overlap the one above without standing under it. */
const SLACK = 0.16;

/** Tells the heads that name a column each from those over several. */
export function headOf(texts: readonly Text[]): Head {
  const heads = [...texts].sort((a, b) => a.left - b.left);
  const leaves = heads.filter((head) => !heads.some((other) => isUnder(other, head)));
  const groups = heads.filter((head) => !leaves.includes(head));
  // A head may be centred over two columns and stand over neither of their heads.
  const between = leaves.filter((head) => isBetween(head, leaves, heads));
  return { leaves: leaves.filter((head) => !between.includes(head)), groups: [...groups, ...between] };
}

const isUnder = (low: Text, high: Text): boolean =>
  low.first >= high.last + LOWER * low.size && overlap(low, high) > SLACK * low.size;

/** Whether the leaves at both sides of a head stand a row lower, and nothing else stands over either of them. */
function isBetween(head: Text, leaves: readonly Text[], heads: readonly Text[]): boolean {
  const lower = (leaf: Text): boolean => leaf.first >= head.last + LOWER * head.size;
  const at = leaves.indexOf(head);
  const before = leaves
    .slice(0, at)
    .reverse()
    .find((leaf) => !isLevel(leaf, head));
  const after = leaves.slice(at + 1).find((leaf) => !isLevel(leaf, head));
  const isFree = (leaf: Text): boolean => !heads.some((other) => isUnder(leaf, other) && isLevel(other, head));
  const next = [leaves[at - 1], leaves[at + 1]];
  return (
    before !== undefined &&
    after !== undefined &&
    next.includes(before) &&
    next.includes(after) &&
    [before, after].every((leaf) => lower(leaf) && isFree(leaf))
  );
}

const isLevel = (a: Text, b: Text): boolean => Math.abs(heightOf(a) - heightOf(b)) < 0.4 * a.size;

/**
 * Puts the heads in their rows and over their columns.
 * @param edges of the columns of each leaf
 * @param isCentred whether heads stand in the middle of their columns rather than at the left
 */
export function placedHeads(head: Head, edges: readonly Edges[], isCentred: boolean): readonly PlacedHead[] {
  const { leaves, groups } = head;
  const levels = levelsOf(groups);
  const spans = new Map(levels.flatMap((level) => spansOf(level, leaves, edges, isCentred)));
  const over = (column: number, low: Text): readonly Text[] =>
    groups.filter((group) => {
      const span = spans.get(group);
      return span && heightOf(group) < heightOf(low) - 0.5 * low.size && span.from <= column && span.to >= column;
    });
  const depth = (own: Text, column: number): number =>
    Math.max(0, ...over(column, own).map((group) => depth(group, spans.get(group)?.from ?? column) + 1));
  const lowest = Math.max(...leaves.map(heightOf));
  const placed = [
    ...groups.map((own) => ({ ...(spans.get(own) ?? { from: 0, to: 0 }), head: own })),
    ...leaves.map((own, column) => ({ from: column, to: column, head: own })),
  ].map((item) => ({ ...item, top: depth(item.head, item.from) }));
  const last = Math.max(0, ...placed.map(({ top }) => top));
  return placed.map((item): PlacedHead => {
    if (groups.includes(item.head)) return { ...item, bottom: item.top };
    // A head that spans rows stands in their middle; one on the lowest row has nothing above it where no group does.
    const isLowest = heightOf(item.head) > lowest - 0.3 * item.head.size;
    return { ...item, top: isLowest ? last : item.top, bottom: last };
  });
}

/** The height at which a head stands, whatever the number of its lines. */
const heightOf = ({ first, last }: Text): number => (first + last) / 2;
const middle = ({ left, right }: Edges): number => (left + right) / 2;

function overlap(a: Edges, b: Edges): number {
  return Math.min(a.right, b.right) - Math.max(a.left, b.left);
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** The heads over several by the row they stand in, from top to bottom, each row from left to right. */
function levelsOf(groups: readonly Text[]): readonly (readonly Text[])[] {
  const levels: Text[][] = [];
  for (const group of [...groups].sort((a, b) => heightOf(a) - heightOf(b))) {
    const level = levels[levels.length - 1];
    if (level?.[0] && heightOf(group) - heightOf(level[0]) < 0.4 * group.size) level.push(group);
    else levels.push([group]);
  }
  return levels.map((level) => level.sort((a, b) => a.left - b.left));
}

/** A stretch of leaves that a head may stand over: it holds those right under it. */
interface Choice {
  readonly span: Span;
  /** How far its middle is from the head's, or its left edge from the head's. */
  readonly off: number;
}

/** Which leaves each head of one row stands over: of all ways to share the leaves out, the one that fits their places best. */
function spansOf(
  level: readonly Text[],
  leaves: readonly Text[],
  edges: readonly Edges[],
  isCentred: boolean,
): readonly (readonly [Text, Span])[] {
  const least = level.map((group) => leastOf(group, leaves));
  const steps = level.map((group, k) => {
    const { from, to } = least[k] ?? { from: 0, to: -1 };
    return Math.min(...leaves.slice(from, to + 1).map((leaf) => heightOf(leaf) - heightOf(group)));
  });
  // A head of one row beside it stands half way down; those that belong to it stand a whole row lower.
  const belongs = (leaf: Text | undefined, k: number): boolean =>
    leaf !== undefined && heightOf(leaf) - heightOf(level[k] ?? leaf) >= LOWER * (steps[k] ?? Infinity);
  const choices = level.map((group, k): readonly Choice[] => {
    const own = least[k];
    if (!own) return [];
    const [after, until] = [least[k - 1]?.to ?? -1, least[k + 1]?.from ?? leaves.length];
    const found: Choice[] = [];
    for (let from = own.from; from > after && belongs(leaves[from], k); from--) {
      for (let to = own.to; to < until && belongs(leaves[to], k); to++) {
        found.push({ span: { from, to }, off: offOf(group, edges[from], edges[to], isCentred) });
      }
    }
    return found;
  });
  const best = bestOf(choices, 0, -1, new Map());
  return level.flatMap((group, k) => {
    const span = best.spans[k] ?? least[k];
    return span ? [[group, span] as const] : [];
  });
}

interface Sharing {
  readonly cost: number;
  readonly spans: readonly (Span | undefined)[];
}

/** Points a leaf that no head stands over costs: heads share out all leaves below them where that fits as well. */
const LEFT_OVER = 0.01;

function bestOf(
  choices: readonly (readonly Choice[])[],
  k: number,
  taken: number,
  known: Map<string, Sharing>,
): Sharing {
  const own = choices[k];
  if (!own) return { cost: 0, spans: [] };
  const key = `${k},${taken}`;
  const before = known.get(key);
  if (before) return before;
  let best: Sharing = { cost: Infinity, spans: [] };
  for (const { span, off } of own) {
    if (span.from <= taken) continue;
    const rest = bestOf(choices, k + 1, span.to, known);
    const cost = off - LEFT_OVER * (span.to - span.from) + rest.cost;
    if (cost < best.cost) best = { cost, spans: [span, ...rest.spans] };
  }
  if (best.cost === Infinity) {
    const rest = bestOf(choices, k + 1, taken, known);
    best = { cost: rest.cost + 1000, spans: [undefined, ...rest.spans] };
  }
  known.set(key, best);
  return best;
}

const isLower = (leaf: Text | undefined, group: Text): boolean =>
  leaf !== undefined && heightOf(leaf) > heightOf(group) + LOWER * leaf.size;

/** Whole multiples of a quarter of the font size: what is nearer is the same. */
function offOf(group: Text, first: Edges | undefined, last: Edges | undefined, isCentred: boolean): number {
  if (!first || !last) return Infinity;
  const off = isCentred ? (first.left + last.right) / 2 - middle(group) : first.left - group.left;
  return Math.round((4 * Math.abs(off)) / group.size);
}

/** The leaves right under a head, or at both sides below it. */
function leastOf(group: Text, leaves: readonly Text[]): Span | undefined {
  const lower = leaves.flatMap((leaf, i) => (isLower(leaf, group) ? [i] : []));
  const under = lower.filter((i) => overlap(leaves[i] ?? group, group) > SLACK * group.size);
  const own = under.length > 0 ? under : nearestTwo(group, lower, leaves);
  const [from] = own;
  const to = own[own.length - 1];
  return from === undefined || to === undefined ? undefined : { from, to };
}

function nearestTwo(group: Text, lower: readonly number[], leaves: readonly Text[]): readonly number[] {
  const before = lower.filter((i) => (leaves[i]?.right ?? 0) <= middle(group)).slice(-1);
  const after = lower.filter((i) => (leaves[i]?.left ?? 0) >= middle(group)).slice(0, 1);
  return [...before, ...after];
}
