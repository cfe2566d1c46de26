import { isFigure } from "../page-table";
import type { Text } from "./texts";

/** A stretch of blank between two texts side by side: a boundary of columns runs through it. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** Share of the font size by which texts may overlap their neighbours and still stand beside them. */
const SLACK = 0.06;

/** The blanks between the texts of a row; where texts run into one another there is none. */
export function gapsOf(texts: readonly Text[]): readonly Gap[] {
  return texts.slice(1).flatMap((text, i) => {
    const from = texts[i]?.right ?? text.left;
    return text.left > from - SLACK * text.size ? [{ from: Math.min(from, text.left), to: text.left }] : [];
  });
}

/**
 * The fewest places such that one lies in every gap, from left to right; each as the stretch it may lie in. So two texts
 * that stand beside one another anywhere are in different columns, and no column is made up.
 */
export function places(gaps: readonly Gap[]): readonly Gap[] {
  const found: Gap[] = [];
  for (const gap of [...gaps].sort((a, b) => a.to - b.to || b.from - a.from)) {
    const last = found[found.length - 1];
    if (last && gap.from <= last.to) found[found.length - 1] = { from: Math.max(last.from, gap.from), to: last.to };
    else found.push(gap);
  }
  return found;
}

/** Share of the font size that a text keeps away from the edge of its column. */
export const PAD = 0.17;

/**
 * Where in its stretch a boundary runs: right of the figures that stand in it (figures stand right in their column), left of
 * the labels; close to either, for both keep the same distance from their edge.
 */
export function boundaryIn({ from, to }: Gap, texts: readonly Text[]): number {
  const size = texts[0]?.size ?? 10;
  const [slack, pad] = [SLACK * size, PAD * size];
  const figures = texts.filter(
    ({ text, left, right }) => isNumber(text) && left < to && right > from - slack && right < to,
  );
  const low = Math.max(from, ...figures.map(({ right }) => right));
  const starts = texts.filter(({ left, right }) => left > low - slack && left <= to + slack && right > low);
  const high = Math.min(to, ...starts.map(({ left }) => left));
  const room = Math.max(0, high - low);
  const isRight = figures.length > 0;
  const isLeft = starts.some(({ text, left }) => !isNumber(text) && left < high + slack);
  if (isRight !== isLeft) return isRight ? low + Math.min(pad, room / 2) : high - Math.min(pad, room / 2);
  return (low + high) / 2;
}

/** A figure, not the code of a row, which stands left as labels do. */
export function isNumber(text: string): boolean {
  return isFigure(text) && !/^\d{3,7}$/.test(text) && /\d/.test(text);
}

/** The column a text stands in: a figure ends there, a label begins there. @param bounds boundaries between columns */
export function columnAt({ left, right, text, size }: Text, bounds: readonly number[]): number {
  const at = isNumber(text) ? right - SLACK * size : left + SLACK * size;
  return bounds.filter((bound) => bound <= at).length;
}

/** The columns that boundaries part, left to right: one fewer than boundaries. */
export function columnsBetween(xs: readonly number[]): readonly { readonly left: number; readonly right: number }[] {
  return xs.slice(1).map((right, i) => ({ left: xs[i] ?? right, right }));
}
