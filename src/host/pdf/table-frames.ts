import { framesOf, Groups, joinedRules, unitedFrame, type Frame } from "./frames";
import type { Glyph, PageContent, Rule } from "./page-model";

/** Smaller frames are marks and underlines. */
const LEAST_WIDTH = 40;
const LEAST_HEIGHT = 8;
/** Points between two frames, with nothing printed there, that are still one table with a blank row unruled. */
const BLANK_ROW = 40;

/** The frames of the tables on a page. Frames side by side, or below one another with no text between, are one. */
export function tableFrames({ horizontals, verticals, glyphs }: PageContent): readonly Frame[] {
  const frames = framesOf(joinedRules(horizontals), joinedRules(verticals)).filter(isTable);
  const groups = new Groups(frames.length);
  for (let united = true; united;) {
    united = false;
    const current = unitedGroups(frames, groups);
    for (const [i, a] of current) {
      for (const [j, b] of current) {
        if (i < j && groups.root(i) !== groups.root(j) && belongTogether(a, b, glyphs)) {
          groups.join(i, j);
          united = true;
        }
      }
    }
  }
  const current = unitedGroups(frames, groups);
  return [...current.values()].filter(isLarge).sort((a, b) => a.top - b.top || a.left - b.left);
}

function unitedGroups(frames: readonly Frame[], groups: Groups): ReadonlyMap<number, Frame> {
  const members = new Map<number, Frame[]>();
  frames.forEach((frame, i) => {
    const root = groups.root(i);
    members.set(root, [...(members.get(root) ?? []), frame]);
  });
  return new Map([...members].map(([root, own]) => [root, unitedFrame(own)]));
}

function isTable({ horizontals, verticals }: Frame): boolean {
  const across = placesOf(horizontals);
  const along = placesOf(verticals);
  return (across >= 2 && along >= 1) || (across >= 1 && along >= 2);
}

function placesOf(rules: readonly Rule[]): number {
  return new Set(rules.map(({ at }) => at)).size;
}

function isLarge({ left, right, top, bottom }: Frame): boolean {
  return right - left >= LEAST_WIDTH && bottom - top >= LEAST_HEIGHT;
}

function belongTogether(a: Frame, b: Frame, glyphs: readonly Glyph[]): boolean {
  const [upper, lower] = a.top <= b.top ? [a, b] : [b, a];
  const gap = lower.top - upper.bottom;
  if (gap < -2) return true;
  const meet = Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0;
  if (gap > BLANK_ROW || (!meet && gap > 2)) return false;
  return !glyphs.some(({ top, bottom }) => {
    const middle = (top + bottom) / 2;
    return middle > upper.bottom && middle < lower.top;
  });
}
