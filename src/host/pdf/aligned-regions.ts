import { lineKind } from "../../core/document/head-and-notes";
import type { AlignedLine } from "./aligned-table";
import { drawnRuns } from "./drawn-runs";
import { around, type Glyph } from "./page-model";
import { beginsItem, isFigure } from "./page-table";
import { textOfLine, type Run } from "./runs";

/** Blank rows that a table may have between two lines, as a multiple of the font size. */
const BLANK = 6;
/** Blank between characters that parts two cells where no line does: a figure may end where the next label begins. */
const TIGHT = 0.12;
/** How far above the first line with several texts the first line of a head may stand, as a multiple of the font size. */
const HEAD = 1.8;
/** Lines with two texts or more that make a table. */
const LEAST_LINES = 3;
/** Texts that a head has at least whose table has no rows. */
const HEADS_ALONE = 6;
/** A line of running text ends so, or is this wide a share of the widest. */
const SENTENCE = /[。；：:，]$/;
const FULL = 0.8;
/** Dots to a page number: a list of contents. */
const LEADERS = /[.…·・]{5,}/;

/**
 * The tables without lines on a page: lines below one another with texts far apart, figures among them, and the short labels
 * between. Titles, heads, notes and running text end one.
 * @param glyphs those outside ruled tables, in the order they were drawn
 * @param continued whether a table ended the page before: its last rows may stand on top of this one, few as they are
 */
export function alignedRegions(
  glyphs: readonly Glyph[],
  continued: (lines: readonly AlignedLine[]) => boolean = () => false,
): readonly (readonly AlignedLine[])[] {
  const lines = alignedLines(drawnRuns(glyphs, [], TIGHT).flatMap(withoutTouching));
  const widest = Math.max(0, ...lines.map(widthOf));
  const regions: AlignedLine[][] = [];
  let region: AlignedLine[] = [];
  /** Short lines right above, which may be the first of a head. */
  let above: AlignedLine[] = [];
  const close = (): void => {
    while (region.length > 0 && !isTabular(region[region.length - 1]) && !isLastRow(region)) region.pop();
    if (isTable(region) || (regions.length === 0 && region.length > 0 && continued(region))) regions.push(region);
    region = [];
  };
  for (const line of lines) {
    const before = region[region.length - 1];
    const size = line.runs[0]?.size ?? 10;
    if (before && line.baseline - before.baseline > BLANK * size) close();
    if (isTabular(line)) {
      if (region.length === 0) region.push(...above.filter((other) => line.baseline - other.baseline < HEAD * size));
      region.push(line);
      above = [];
    } else if (region.length > 0 && isLabel(line, widest)) region.push(line);
    else {
      close();
      above = isHeadLine(line, widest) ? [...above, line] : [];
    }
  }
  close();
  return regions;
}

/** A label and the figure of the next column that it touches are two texts; so are a code and its name. */
function withoutTouching(run: Run): readonly Run[] {
  const texts = run.glyphs.map(({ text }) => text);
  const whole = texts.join("");
  const label =
    /^(.*[\u4e00-\u9fff）)])-?[\d,]+\.\d\d$/.exec(whole)?.[1] ?? /^(\d{3,7})[\u4e00-\u9fff]/.exec(whole)?.[1];
  if (label === undefined) return [run];
  let length = 0;
  const cut = texts.findIndex((text) => (length += text.length) >= label.length) + 1;
  return [run.glyphs.slice(0, cut), run.glyphs.slice(cut)].map((glyphs) => ({
    ...run,
    ...(around(glyphs) ?? run),
    glyphs,
  }));
}

/** Texts by the line they stand on, lines from top to bottom. */
function alignedLines(runs: readonly Run[]): readonly AlignedLine[] {
  const lines: { baseline: number; runs: Run[] }[] = [];
  for (const run of [...runs].sort((a, b) => a.baseline - b.baseline)) {
    const line = lines[lines.length - 1];
    if (line && run.baseline - line.baseline <= 0.35 * run.size) line.runs.push(run);
    else lines.push({ baseline: run.baseline, runs: [run] });
  }
  return lines.map(({ baseline, runs: own }) => ({ baseline, runs: own.sort((a, b) => a.left - b.left) }));
}

/** Whether a line has texts far apart, and is neither title, head nor note. */
function isTabular(line: AlignedLine | undefined): boolean {
  if (!line || isOfText(line)) return false;
  const { runs } = line;
  const [first] = runs;
  if (!first) return false;
  if (runs.length === 1) return isFigure(textOfLine(first)) && textOfLine(first).length > 2;
  return runs.slice(1).some((run, i) => run.left - (runs[i]?.right ?? 0) > 0.8 * run.size);
}

function isOfText(line: AlignedLine): boolean {
  const text = line.runs.map((run) => textOfLine(run)).join("");
  if (LEADERS.test(text)) return true;
  return (
    lineKind(text) !== "other" && lineKind(text) !== "titleStart" && !line.runs.some((run) => isFigure(textOfLine(run)))
  );
}

function isLabel(line: AlignedLine, widest: number): boolean {
  if (isOfText(line)) return false;
  const text = line.runs.map((run) => textOfLine(run)).join("");
  return !SENTENCE.test(text) && widthOf(line) < FULL * widest;
}

/** Whether a line can be the first of a head that is broken over lines, or a label alone: a few characters, no title. */
function isHeadLine(line: AlignedLine, widest: number): boolean {
  const text = line.runs.map((run) => textOfLine(run)).join("");
  return text.length <= 20 && lineKind(text) === "other" && isLabel(line, widest);
}

/**
 * Whether the last line is a label of a row without figures, or the rest of one: as far below as a row is, flush with
 * labels of the rows above, in the first column only where it begins an item.
 */
function isLastRow(lines: readonly AlignedLine[]): boolean {
  const [before, last] = [lines[lines.length - 2], lines[lines.length - 1]];
  const [run] = last?.runs ?? [];
  if (!before || !last || !run || last.baseline - before.baseline > HEAD * run.size) return false;
  const mayBeFirst = beginsItem(textOfLine(run));
  return lines
    .slice(0, -1)
    .some(({ runs }) =>
      runs.some(({ left }, i) => (i > 0 || (mayBeFirst && runs.length > 1)) && Math.abs(left - run.left) < 1),
    );
}

function isTable(lines: readonly AlignedLine[]): boolean {
  const tabular = lines.filter(isTabular);
  // Shares alone, beside words, are the labels of a chart.
  const withFigures = lines.filter(
    ({ runs }) => runs.length > 1 && runs.some((run) => isFigure(textOfLine(run)) && !/[%％]/.test(textOfLine(run))),
  );
  const wide = lines.filter(({ runs }) => runs.length >= 3);
  const texts = lines.flatMap(({ runs }) => runs);
  const isHeadAlone =
    tabular.length >= 2 && texts.length >= HEADS_ALONE && !texts.some((run) => /\d/.test(textOfLine(run)));
  return isHeadAlone || (tabular.length >= LEAST_LINES && (withFigures.length >= LEAST_LINES - 1 || wide.length >= 2));
}

function widthOf({ runs }: AlignedLine): number {
  return (runs[runs.length - 1]?.right ?? 0) - (runs[0]?.left ?? 0);
}
