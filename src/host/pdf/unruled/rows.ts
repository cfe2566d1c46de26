import type { Text } from "./texts";

/** Texts that stand beside one another, from left to right. */
export interface TextRow {
  /** Where the row stands: see `rowsOf`. */
  readonly at: number;
  readonly texts: readonly Text[];
}

/** Share of the font size by which texts of one row may stand higher or lower. */
const WAVER = 0.45;

type Anchor = (text: Text) => number;
const ANCHORS: readonly Anchor[] = [({ first, last }) => (first + last) / 2, ({ first }) => first, ({ last }) => last];

/**
 * Puts texts into rows, from top to bottom. Texts of several lines stand in the middle of their row, at its top or at its
 * bottom: whichever brings most of them level with texts of one line.
 */
export function rowsOf(texts: readonly Text[]): readonly TextRow[] {
  const anchor = anchorOf(texts);
  const rows: { at: number; texts: Text[] }[] = [];
  for (const text of [...texts].sort((a, b) => anchor(a) - anchor(b))) {
    const row = rows[rows.length - 1];
    if (row && anchor(text) - row.at <= WAVER * Math.min(text.size, row.texts[0]?.size ?? text.size))
      row.texts.push(text);
    else rows.push({ at: anchor(text), texts: [text] });
  }
  return rows.map(({ at, texts: own }) => ({ at, texts: own.sort((a, b) => a.left - b.left) }));
}

/** Share of the font size within which a text of several lines is level with one of one line. */
const LEVEL = 0.2;

function anchorOf(texts: readonly Text[]): Anchor {
  const single = texts.filter(({ lines }) => lines === 1);
  const several = texts.filter(({ lines }) => lines > 1);
  const level = (anchor: Anchor): number =>
    several.filter((text) => single.some(({ first }) => Math.abs(first - anchor(text)) < LEVEL * text.size)).length;
  return ANCHORS.reduce((best, anchor) => (level(anchor) > level(best) ? anchor : best));
}
