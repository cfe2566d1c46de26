import { around, type Box, type Rule } from "./page-model";

/** Ruling lines that belong together: those of one table. */
export interface Frame extends Box {
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
}

/** Points within which two parallel lines are one. */
export const SAME_LINE = 2;
/** Points by which pieces of a line, or lines that should meet, may stay apart. */
const GAP = 3.5;

/** Joins the pieces of ruling lines (dashes, cell by cell borders, doubled lines), nearest lines first. */
export function joinedRules(rules: readonly Rule[]): readonly Rule[] {
  const sorted = [...rules].sort((a, b) => a.at - b.at);
  const bands: Rule[][] = [];
  for (const rule of sorted) {
    const band = bands[bands.length - 1];
    const first = band?.[0];
    if (band && first && rule.at - first.at <= SAME_LINE) band.push(rule);
    else bands.push([rule]);
  }
  return bands.flatMap((band) => {
    const at = weightedAt(band);
    const pieces: { from: number; to: number }[] = [];
    for (const { from, to } of [...band].sort((a, b) => a.from - b.from)) {
      const piece = pieces[pieces.length - 1];
      if (piece && from <= piece.to + GAP) piece.to = Math.max(piece.to, to);
      else pieces.push({ from, to });
    }
    return pieces.map((piece) => ({ at, ...piece }));
  });
}

/** Where most of a band of lines lies. */
function weightedAt(band: readonly Rule[]): number {
  let weight = 0;
  let sum = 0;
  for (const { at, from, to } of band) {
    const length = Math.max(0.1, to - from);
    weight += length;
    sum += at * length;
  }
  return sum / weight;
}

/** Groups lines that meet. Lines must have been joined before. */
export function framesOf(horizontals: readonly Rule[], verticals: readonly Rule[]): readonly Frame[] {
  const groups = new Groups(horizontals.length + verticals.length);
  horizontals.forEach((h, i) => {
    verticals.forEach((v, j) => {
      const meet = v.at >= h.from - GAP && v.at <= h.to + GAP && h.at >= v.from - GAP && h.at <= v.to + GAP;
      if (meet) groups.join(i, horizontals.length + j);
    });
  });
  const frames = new Map<number, { horizontals: Rule[]; verticals: Rule[] }>();
  const frameOf = (index: number): { horizontals: Rule[]; verticals: Rule[] } => {
    const root = groups.root(index);
    const frame = frames.get(root) ?? { horizontals: [], verticals: [] };
    frames.set(root, frame);
    return frame;
  };
  horizontals.forEach((rule, i) => frameOf(i).horizontals.push(rule));
  verticals.forEach((rule, j) => frameOf(horizontals.length + j).verticals.push(rule));
  return [...frames.values()].map(framed);
}

/** One frame of several. */
export function unitedFrame(frames: readonly Frame[]): Frame {
  return framed({
    horizontals: frames.flatMap((frame) => frame.horizontals),
    verticals: frames.flatMap((frame) => frame.verticals),
  });
}

function framed({ horizontals, verticals }: { horizontals: readonly Rule[]; verticals: readonly Rule[] }): Frame {
  const box = around([
    ...horizontals.map(({ at, from, to }) => ({ left: from, right: to, top: at, bottom: at })),
    ...verticals.map(({ at, from, to }) => ({ left: at, right: at, top: from, bottom: to })),
  ]);
  return { ...(box ?? { left: 0, top: 0, right: 0, bottom: 0 }), horizontals, verticals };
}

/** Sets of numbers that grow together (union-find). */
export class Groups {
  private readonly parent: number[];

  constructor(size: number) {
    this.parent = Array.from({ length: size }, (_, i) => i);
  }

  root(of: number): number {
    let at = of;
    while (this.parent[at] !== at) {
      const up = this.parent[at] ?? at;
      this.parent[at] = this.parent[up] ?? up;
      at = up;
    }
    return at;
  }

  join(a: number, b: number): void {
    this.parent[this.root(a)] = this.root(b);
  }
}
