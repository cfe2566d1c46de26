import type { Glyph, Rule } from "./page-model";
import { around } from "./page-model";
import type { Run } from "./runs";

/** Blank, as a share of the font size, that parts two texts on one line of a ruled table. */
const BLANK = 0.45;
/** Overlap, as a share of the font size, that characters of one text may have. */
const OVERLAP = 0.3;
/** Share of the font size by which baselines in one text may differ. */
const WAVER = 0.35;
/** Line spacing inside a cell, as shares of the font size. */
const [TIGHTEST, LOOSEST] = [0.75, 1.8];

/**
 * Texts as they were drawn: characters drawn one after the other, side by side; pieces of one line that were drawn apart
 * (digits in another font, a broken label) are joined where they meet and no ruling line runs between. Lines printed over
 * one another, as where a cell is too small for its text, stay apart.
 * @param glyphs in the order they were drawn
 * @param blank as a share of the font size, that parts two texts
 */
export function drawnRuns(glyphs: readonly Glyph[], verticals: readonly Rule[], blank = BLANK): readonly Run[] {
  const pieces: Glyph[][] = [];
  for (const glyph of glyphs) {
    const piece = pieces[pieces.length - 1];
    const before = piece?.[piece.length - 1];
    if (piece && before && follows(before, glyph, verticals, blank)) piece.push(glyph);
    else pieces.push([glyph]);
  }
  return joinedPieces(pieces, verticals, blank).map(runOf);
}

/**
 * Runs drawn one after the other and below one another: the lines of one cell, where a cell is drawn as a whole.
 * @param runs in the order they were drawn
 */
export function drawnBlocks(runs: readonly Run[]): readonly (readonly Run[])[] {
  const blocks: Run[][] = [];
  for (const run of runs) {
    const block = blocks[blocks.length - 1];
    const before = block?.[block.length - 1];
    const step = before ? run.baseline - before.baseline : 0;
    const size = before?.size ?? run.size;
    const isBelow =
      before !== undefined &&
      step > TIGHTEST * size &&
      step < LOOSEST * size &&
      Math.abs(run.size - size) < 0.1 * size &&
      Math.min(run.right, before.right) > Math.max(run.left, before.left);
    if (block && isBelow) block.push(run);
    else blocks.push([run]);
  }
  return blocks;
}

function follows(before: Glyph, after: Glyph, verticals: readonly Rule[], blank: number): boolean {
  const size = Math.max(before.size, after.size);
  const gap = after.left - before.right;
  return (
    Math.abs(after.baseline - before.baseline) <= WAVER * size &&
    gap <= blank * size &&
    gap >= -OVERLAP * size &&
    after.left > before.left &&
    !isRuledBetween(verticals, before, after)
  );
}

/** Joins pieces that meet end to end on one line; each keeps the place in the drawing order of its first piece. */
function joinedPieces(
  pieces: readonly Glyph[][],
  verticals: readonly Rule[],
  blank: number,
): readonly (readonly Glyph[])[] {
  const byStart = pieces.map((glyphs, order) => ({ glyphs, order })).sort((a, b) => left(a.glyphs) - left(b.glyphs));
  const chains: { glyphs: Glyph[]; order: number }[] = [];
  for (const { glyphs, order } of byStart) {
    const first = glyphs[0];
    const chain =
      first &&
      chains.find((known) => {
        const last = known.glyphs[known.glyphs.length - 1];
        return last !== undefined && follows(last, first, verticals, blank);
      });
    if (chain) {
      chain.glyphs.push(...glyphs);
      chain.order = Math.min(chain.order, order);
    } else chains.push({ glyphs: [...glyphs], order });
  }
  return chains.sort((a, b) => a.order - b.order).map(({ glyphs }) => glyphs);
}

const left = (glyphs: readonly Glyph[]): number => glyphs[0]?.left ?? 0;

function isRuledBetween(verticals: readonly Rule[], before: Glyph, after: Glyph): boolean {
  const middle = (after.top + after.bottom) / 2;
  const slack = 0.12 * after.size;
  return verticals.some(
    ({ at, from, to }) => at >= before.right - slack && at <= after.left + slack && middle > from && middle < to,
  );
}

function runOf(glyphs: readonly Glyph[]): Run {
  const box = around(glyphs) ?? { left: 0, top: 0, right: 0, bottom: 0 };
  const middle = glyphs[glyphs.length >> 1];
  return { ...box, glyphs, baseline: middle?.baseline ?? 0, size: middle?.size ?? 0 };
}
