import { lineKind } from "../../core/document/head-and-notes";
import type { AlignedLine } from "./aligned-table";
import { drawnRuns } from "./drawn-runs";
import type { Glyph } from "./page-model";
import { isFigure } from "./page-table";
import { textOfLine, type Run } from "./runs";

/** Blank rows that a table may have between two lines, as a multiple of the font size. */
const BLANK = 6;
/** Blank between characters that parts two cells where no line does: a figure may end where the next label begins. */
const TIGHT = 0.12;
/** Lines with two texts or more that make a table. */
const LEAST_LINES = 3;
/** A line of running text ends so, or is this wide a share of the widest. */
const SENTENCE = /[。；：:，]$/;
const FULL = 0.8;
/** Dots to a page number: a list of contents. */
const LEADERS = /[.…·・]{5,}/;

/**
 * The tables without lines on a page: lines below one another with texts far apart, figures among them, and the short labels
 * between. Titles, heads, notes and running text end one.
 * @param glyphs those outside ruled tables, in the order they were drawn
 */
export function alignedRegions(glyphs: readonly Glyph[]): readonly (readonly AlignedLine[])[] {
  const lines = alignedLines(drawnRuns(glyphs, [], TIGHT));
  const widest = Math.max(0, ...lines.map(widthOf));
  const regions: AlignedLine[][] = [];
  let region: AlignedLine[] = [];
  const close = (): void => {
    while (region.length > 0 && !isTabular(region[region.length - 1])) region.pop();
    if (isTable(region)) regions.push(region);
    region = [];
  };
  for (const line of lines) {
    const before = region[region.length - 1];
    const size = line.runs[0]?.size ?? 10;
    if (before && line.baseline - before.baseline > BLANK * size) close();
    if (isTabular(line)) region.push(line);
    else if (region.length > 0 && isLabel(line, widest)) region.push(line);
    else close();
  }
  close();
  return regions;
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

function isTable(lines: readonly AlignedLine[]): boolean {
  const tabular = lines.filter(isTabular);
  // Shares alone, beside words, are the labels of a chart.
  const withFigures = lines.filter(
    ({ runs }) => runs.length > 1 && runs.some((run) => isFigure(textOfLine(run)) && !/[%％]/.test(textOfLine(run))),
  );
  const wide = lines.filter(({ runs }) => runs.length >= 3);
  return tabular.length >= LEAST_LINES && (withFigures.length >= LEAST_LINES - 1 || wide.length >= 2);
}

function widthOf({ runs }: AlignedLine): number {
  return (runs[runs.length - 1]?.right ?? 0) - (runs[0]?.left ?? 0);
}
