/** Points (1/72 inch) from the top left corner of the page as it is shown, y downwards. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** One printed character. The box spans from the ascent to the descent of its font. */
export interface Glyph extends Box {
  readonly text: string;
  readonly baseline: number;
  /** Height of the font in points. */
  readonly size: number;
}

/** A ruling line, horizontal or vertical: `at` is its y or x, `from` and `to` span the other coordinate. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

/** What is printed on a page, turned so that its text runs from left to right. */
export interface PageContent {
  /** From 1. */
  readonly page: number;
  readonly width: number;
  readonly height: number;
  /** Quarter turns clockwise that brought the shown page to this position. */
  readonly turned: 0 | 1 | 2 | 3;
  readonly glyphs: readonly Glyph[];
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
  /** Characters that are there but not printed (text laid under a scanned picture). */
  readonly hidden: number;
  /** Characters whose meaning the file does not tell. */
  readonly unmapped: number;
  /** Whether a picture covers a large part of the page. */
  readonly isPicture: boolean;
}

export const middleOf = ({ from, to }: Pick<Rule, "from" | "to">): number => (from + to) / 2;

/** The smallest box around boxes; undefined for none. */
export function around(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (const box of boxes) {
    left = Math.min(left, box.left);
    top = Math.min(top, box.top);
    right = Math.max(right, box.right);
    bottom = Math.max(bottom, box.bottom);
  }
  return { left, top, right, bottom };
}
