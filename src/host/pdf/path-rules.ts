import { apply, type Matrix } from "./matrix";
import type { Rule } from "./page-model";

/** How the library writes a path: a number for the step, then its coordinates. */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;

/** Points by which a line may lean and still be a ruling line. */
const LEAN = 0.8;
/** A filled box no thicker than this is a line. */
const THIN = 3.5;
/** Shorter pieces are dashes and dots; they count where they join with others. */
const SHORTEST = 0.4;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** The horizontal and vertical lines a path draws on the page: its strokes, or the thin boxes it fills. */
export function pathRules(
  path: ArrayLike<number>,
  matrix: Matrix,
  kind: "stroke" | "fill",
  lineWidth: number,
): { readonly horizontals: readonly Rule[]; readonly verticals: readonly Rule[] } {
  const horizontals: Rule[] = [];
  const verticals: Rule[] = [];
  const add = (a: Point, b: Point): void => {
    const dx = Math.abs(a.x - b.x);
    const dy = Math.abs(a.y - b.y);
    if (dy <= LEAN && dx > Math.max(dy, SHORTEST))
      horizontals.push({ at: (a.y + b.y) / 2, from: Math.min(a.x, b.x), to: Math.max(a.x, b.x) });
    else if (dx <= LEAN && dy > Math.max(dx, SHORTEST))
      verticals.push({ at: (a.x + b.x) / 2, from: Math.min(a.y, b.y), to: Math.max(a.y, b.y) });
  };
  const scale = Math.hypot(matrix[0], matrix[1]);
  for (const { points, closed, curved } of subpaths(path, matrix)) {
    const [first] = points;
    if (!first) continue;
    if (kind === "fill") {
      const box = curved ? undefined : boxOf(points);
      if (box) add(...box);
      continue;
    }
    // A stroke as wide as it is long paints a box: a line drawn the other way.
    if (points.length === 2 && points[1] && lineWidth * scale > THIN * 2) continue;
    for (let i = 1; i < points.length; i++) {
      const before = points[i - 1];
      const here = points[i];
      if (before && here) add(before, here);
    }
    const last = points[points.length - 1];
    if (closed && last) add(last, first);
  }
  return { horizontals, verticals };
}

/** The line a thin filled box stands for; undefined for a thick one. */
function boxOf(points: readonly Point[]): [Point, Point] | undefined {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const [width, height] = [right - left, bottom - top];
  if (Math.min(width, height) > THIN) return undefined;
  if (width >= height)
    return [
      { x: left, y: (top + bottom) / 2 },
      { x: right, y: (top + bottom) / 2 },
    ];
  return [
    { x: (left + right) / 2, y: top },
    { x: (left + right) / 2, y: bottom },
  ];
}

interface Subpath {
  readonly points: Point[];
  closed: boolean;
  curved: boolean;
}

function subpaths(path: ArrayLike<number>, matrix: Matrix): readonly Subpath[] {
  const found: Subpath[] = [];
  let open: Subpath | undefined;
  const at = (i: number): Point => apply(matrix, path[i] ?? 0, path[i + 1] ?? 0);
  for (let i = 0; i < path.length;) {
    const step = path[i++];
    switch (step) {
      case MOVE:
        open = { points: [at(i)], closed: false, curved: false };
        found.push(open);
        i += 2;
        break;
      case LINE:
        open?.points.push(at(i));
        i += 2;
        break;
      case CURVE:
      case QUADRATIC: {
        const length = step === CURVE ? 6 : 4;
        if (open) open.curved = true;
        open?.points.push(at(i + length - 2));
        i += length;
        break;
      }
      case CLOSE:
        if (open) open.closed = true;
        break;
      default:
        return found;
    }
  }
  return found;
}
