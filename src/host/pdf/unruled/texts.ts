import { drawnRuns } from "../drawn-runs";
import { around, type Box, type Glyph } from "../page-model";
import { beginsItem, isFigure } from "../page-table";
import { joinLines, textOfLine, type Run } from "../runs";
import { withoutSpacing } from "../spaced-words";

/** What is printed in one cell, as far as it can be told without lines: its lines, joined. */
export interface Text extends Box {
  readonly text: string;
  readonly glyphs: readonly Glyph[];
  readonly size: number;
  /** Baselines of its first and its last line. */
  readonly first: number;
  readonly last: number;
  readonly lines: number;
}

/** Blank, as a share of the font size, that parts two texts: a figure may end where the next label begins. */
const TIGHT = 0.12;
/** Blank inside a text where letters or digits stand beside Chinese characters. */
const LOOSE = 0.45;
/** Distance of two lines of one text, as multiples of the font size. */
const [TIGHTEST, LOOSEST] = [0.75, 1.85];
/** Share of the font size by which edges or middles of lines of one text may differ. */
const ALIGNED = 0.17;
/** Share of the font size by which two distances of lines may differ and be the same. */
const SAME_STEP = 0.025;
/** Share of the font size by which baselines of one row may differ. */
const WAVER = 0.3;
/** What follows a figure in one text. */
const UNIT =
  /^(?:[百千万亿]*元|[%％月次件台套余多万亿天批处户条篇场间辆吨米亩届]|年(?![末初])|人(?!员)|日(?!常)|个(?!人)|分(?!配)|名(?!称)|项(?!目)|期(?![末初])|平方|立方|千瓦|公[里斤顷])/;
/** A figure that may stand inside a text: 拨打12345热线. */
const WHOLE = /^\d{1,9}$/;

/**
 * The texts of a page, cell by cell. A cell is drawn as a whole, line after line, so lines drawn one after the other and
 * below one another are one text: where they stand closer or wider than rows do; where rows stand just as far apart, only
 * if the upper line is full and nothing says that the lower one is a row of its own.
 * @param glyphs in the order they were drawn
 */
export function textsOf(glyphs: readonly Glyph[]): readonly Text[] {
  const lines = besides(drawnRuns(glyphs, [], TIGHT).flatMap(withoutTouching));
  const goesOn = continuation(lines);
  const groups: Run[][] = [];
  for (const line of lines) {
    const group = groups[groups.length - 1];
    const before = group?.[group.length - 1];
    if (group && before && goesOn(before, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map(textOf);
}

/** Puts together what was drawn one after the other on one line, and words printed character by character. */
function besides(runs: readonly Run[]): readonly Run[] {
  const lines: Run[][] = [];
  for (const run of runs) {
    const line = lines[lines.length - 1];
    const before = line?.[line.length - 1];
    if (line && before && Math.abs(before.baseline - run.baseline) < WAVER * run.size && run.left > before.left)
      line.push(run);
    else lines.push([run]);
  }
  const edges = new Set(runs.filter((run) => !isFigure(textOfLine(run))).map(edgeOf));
  return lines.flatMap((line) => {
    const joined: Run[] = [];
    for (const run of withoutSpacing(line)) {
      const before = joined[joined.length - 1];
      if (before && isOneText(before, run, edges.has(edgeOf(before)))) joined[joined.length - 1] = united(before, run);
      else joined.push(run);
    }
    return joined;
  });
}

/** Where a run begins, to an eighth of its size. */
const edgeOf = ({ left, size }: Run): number => Math.round((8 * left) / size);

/** @param isFlush whether labels begin where `before` does: a figure there is the beginning of one (2800 立方米) */
function isOneText(before: Run, run: Run, isFlush: boolean): boolean {
  const gap = run.left - before.right;
  if (gap > LOOSE * Math.max(run.size, before.size)) return false;
  const [first, second] = [textOfLine(before), textOfLine(run)];
  // Inside a text there is a blank only beside letters, digits and brackets.
  if (!LATIN_END.test(first) && !LATIN_START.test(second)) return false;
  if (isFigure(second)) return WHOLE.test(second) && !isFigure(first);
  return !isFigure(first) || UNIT.test(second) || (isFlush && !/\.\d\d$/.test(first) && !CODE.test(first));
}

function united(before: Run, run: Run): Run {
  return { ...before, ...(around([before, run]) ?? before), glyphs: [...before.glyphs, ...run.glyphs] };
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

const CODE = /^\d{3}(?:\d\d)*$/;
const LATIN_END = /[\w%.,)\]）]$/;
const LATIN_START = /^[\w(（[]/;

type GoesOn = (upper: Run, lower: Run) => boolean;

/** Tells, for the lines of a page, which of them goes on in the next one. */
function continuation(lines: readonly Run[]): GoesOn {
  const figures = lines.filter((line) => isFigure(textOfLine(line)));
  const rowSteps = stepsOf(figures);
  const mayGoOn = (upper: Run, lower: Run): boolean => {
    const step = lower.baseline - upper.baseline;
    return (
      step > TIGHTEST * upper.size &&
      step < LOOSEST * upper.size &&
      Math.abs(upper.size - lower.size) < 0.1 * upper.size &&
      isAligned(upper, lower) &&
      !isFigure(textOfLine(upper)) &&
      !isFigure(textOfLine(lower))
    );
  };
  const isRowStep = (step: number, size: number): boolean =>
    rowSteps.some((row) => Math.abs(row - step) < SAME_STEP * size);
  const hasFigure = (line: Run): boolean =>
    figures.some((figure) => Math.abs(figure.baseline - line.baseline) < WAVER * line.size);
  const isFull = fullness(lines);
  const pitches = new Map<number, number>();
  lines.slice(1).forEach((lower, i) => {
    const upper = lines[i];
    if (!upper || !mayGoOn(upper, lower) || beginsItem(textOfLine(lower))) return;
    const step = lower.baseline - upper.baseline;
    if (isRowStep(step, upper.size) || (hasFigure(upper) && hasFigure(lower)) || !isFull(upper, lower)) return;
    const pitch = Math.round(step / upper.size / SAME_STEP);
    pitches.set(pitch, (pitches.get(pitch) ?? 0) + 1);
  });
  const [common] = [...pitches].sort((a, b) => b[1] - a[1])[0] ?? [];
  return (upper, lower) => {
    if (!mayGoOn(upper, lower)) return false;
    const step = lower.baseline - upper.baseline;
    const isPitch = common !== undefined && Math.abs(common * SAME_STEP - step / upper.size) < SAME_STEP;
    const isRow = isRowStep(step, upper.size);
    if (isPitch !== isRow && rowSteps.length > 0) return isPitch;
    return !beginsItem(textOfLine(lower)) && !(hasFigure(upper) && hasFigure(lower)) && isFull(upper, lower);
  };
}

/** Distances of figures below one another that occur more than once: those of rows. */
function stepsOf(figures: readonly Run[]): readonly number[] {
  const byEdge = new Map<number, number[]>();
  for (const { right, baseline, size } of figures) {
    const edge = Math.round((4 * right) / size);
    byEdge.set(edge, [...(byEdge.get(edge) ?? []), baseline]);
  }
  const counts = new Map<number, number>();
  const unit = SAME_STEP * (figures[0]?.size ?? 10);
  for (const baselines of byEdge.values()) {
    const sorted = baselines.sort((a, b) => a - b);
    for (const [i, at] of sorted.slice(1).entries()) {
      const step = Math.round((at - (sorted[i] ?? 0)) / unit) * unit;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  return [...counts].flatMap(([step, count]) => (count > 1 ? [step] : []));
}

function isAligned(upper: Run, lower: Run): boolean {
  const overlap = Math.min(upper.right, lower.right) - Math.max(upper.left, lower.left);
  if (overlap <= 0) return false;
  const middle = (run: Run): number => (run.left + run.right) / 2;
  return (
    Math.abs(upper.left - lower.left) < ALIGNED * upper.size ||
    Math.abs(upper.right - lower.right) < ALIGNED * upper.size ||
    Math.abs(middle(upper) - middle(lower)) < ALIGNED * upper.size ||
    // The first line of a paragraph is set in.
    (upper.left > lower.left &&
      upper.left - lower.left < 2.5 * upper.size &&
      upper.right - lower.left > 10 * upper.size)
  );
}

/** Whether what the next line begins with would not have fitted any more, by the widest line that begins or is centred there. */
function fullness(lines: readonly Run[]): GoesOn {
  const widest = new Map<string, number>();
  const keysOf = ({ left, right, size }: Run): readonly string[] => [
    `l${Math.round((4 * left) / size)}`,
    `c${Math.round((2 * (left + right)) / size)}`,
  ];
  for (const line of lines) {
    for (const key of keysOf(line)) widest.set(key, Math.max(widest.get(key) ?? 0, line.right - line.left));
  }
  return (upper, lower) => {
    const room = Math.min(...keysOf(upper).map((key) => widest.get(key) ?? 0));
    return upper.right - upper.left + firstWord(lower) > room - 0.6 * upper.size;
  };
}

/** Width of what may not be broken at the beginning of a line: a character, a word of letters or digits. */
function firstWord({ glyphs, left }: Run): number {
  let right = left;
  for (const [i, { text, right: end }] of glyphs.entries()) {
    if (i > 0 && !/^[\w.,%]/.test(text)) break;
    right = end;
    if (!/^[\w.,%]/.test(text)) break;
  }
  return right - left;
}

function textOf(lines: readonly Run[]): Text {
  const glyphs = lines.flatMap((line) => line.glyphs);
  const baselines = lines.map(({ baseline }) => baseline);
  return {
    ...(around(glyphs) ?? { left: 0, top: 0, right: 0, bottom: 0 }),
    text: joinLines(lines.map((line) => textOfLine(line).replace(/ {2,}/g, " "))),
    glyphs,
    size: lines[0]?.size ?? 10,
    first: Math.min(...baselines),
    last: Math.max(...baselines),
    lines: lines.length,
  };
}
