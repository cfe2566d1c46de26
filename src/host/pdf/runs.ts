import { around, type Box, type Glyph } from "./page-model";

/** Characters printed one right after the other on one line. */
export interface Run extends Box {
  readonly glyphs: readonly Glyph[];
  readonly baseline: number;
  readonly size: number;
}

/** Characters that share a baseline, from left to right. */
export interface TextLine extends Box {
  readonly glyphs: readonly Glyph[];
  readonly baseline: number;
  readonly size: number;
}

/** Share of the font size by which baselines of one line may differ. */
const WAVER = 0.35;

/** Groups characters into lines, from top to bottom; a raised or smaller character belongs to the line it overlaps most. */
export function linesOf(glyphs: readonly Glyph[]): readonly TextLine[] {
  const sorted = [...glyphs].sort((a, b) => a.baseline - b.baseline);
  const groups: Glyph[][] = [];
  let group: Glyph[] = [];
  let base = 0;
  for (const glyph of sorted) {
    const size = Math.max(glyph.size, group[0]?.size ?? 0);
    if (group.length > 0 && glyph.baseline - base <= WAVER * size) {
      group.push(glyph);
      base += (glyph.baseline - base) / group.length;
      continue;
    }
    group = [glyph];
    groups.push(group);
    base = glyph.baseline;
  }
  return groups.map((members) => {
    const inOrder = members.sort((a, b) => a.left - b.left);
    return {
      ...boxOf(inOrder),
      glyphs: inOrder,
      baseline: medianOf(inOrder, "baseline"),
      size: medianOf(inOrder, "size"),
    };
  });
}

/** Parts a line where it is blank for more than a share of the font size, and where `cut` says so. */
export function runsOf(
  { glyphs }: Pick<TextLine, "glyphs">,
  blank: number,
  cut: (before: Glyph, after: Glyph) => boolean = () => false,
): readonly Run[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs[runs.length - 1];
    const before = run?.[run.length - 1];
    if (run && before && glyph.left - before.right <= blank * Math.max(glyph.size, before.size) && !cut(before, glyph))
      run.push(glyph);
    else runs.push([glyph]);
  }
  return runs.map((members) => ({
    ...boxOf(members),
    glyphs: members,
    baseline: medianOf(members, "baseline"),
    size: medianOf(members, "size"),
  }));
}

/** The text of a line; a gap between words of letters or digits is a blank, a wide gap (two characters) several. */
export function textOfLine({ glyphs }: Pick<TextLine, "glyphs">): string {
  let text = "";
  let before: Glyph | undefined;
  for (const glyph of glyphs) {
    if (before) text += blankBetween(before, glyph);
    text += glyph.text;
    before = glyph;
  }
  return text;
}

/** The text of lines below one another in one cell or paragraph; words of letters stay apart. */
export function joinLines(lines: readonly string[]): string {
  return lines.reduce((text, line) => text + (/[a-z]$/i.test(text) && /^[a-z]/i.test(line) ? " " : "") + line, "");
}

const WIDE = 1.8;

function blankBetween(before: Glyph, after: Glyph): string {
  const gap = (after.left - before.right) / Math.max(before.size, after.size);
  if (gap > WIDE) return "    ";
  const areWords = /[\w)%]$/.test(before.text) && /^[\w(]/.test(after.text);
  if (areWords) return gap > 0.18 ? " " : "";
  return gap > 0.9 ? " " : "";
}

function boxOf(glyphs: readonly Glyph[]): Box {
  return around(glyphs) ?? { left: 0, top: 0, right: 0, bottom: 0 };
}

function medianOf(glyphs: readonly Glyph[], of: "baseline" | "size"): number {
  const values = glyphs.map((glyph) => glyph[of]).sort((a, b) => a - b);
  return values[values.length >> 1] ?? 0;
}
