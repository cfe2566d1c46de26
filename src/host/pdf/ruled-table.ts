import type { Frame } from "./frames";
import { areasOf, boundariesOf, boxOfArea, type Area, type Boundaries } from "./lattice";
import { drawnBlocks, drawnRuns } from "./drawn-runs";
import { around, type Box, type Glyph, type Rule } from "./page-model";
import { isFigure, type PageTable, type TableCell } from "./page-table";
import { joinLines, linesOf, textOfLine, type Run } from "./runs";
import { parted } from "./unruled-rows";

/** A column or row narrower than this, with nothing printed in it, is two lines that were meant to be one. */
const SLIVER = 9;
const FLAT = 4;

/**
 * Reads a table by its ruling lines: each text goes into the cell it stands in. What lines leave open is decided by the
 * texts: an open area with texts in several of its base cells is these cells, and a row in which figures stand below one
 * another is several rows. Undefined where the lines make no table: fewer than two cells, or a drawing.
 */
export function ruledTable(page: number, frame: Frame, glyphs: readonly Glyph[]): PageTable | undefined {
  const bounds = withoutSlivers(boundariesOf(frame), glyphs);
  const snapped = snappedTo(frame, bounds);
  const areas = areasOf(snapped, bounds);
  if (!areas || bounds.xs.length < 2 || bounds.ys.length < 2) return undefined;
  const runs = drawnRuns(glyphs, snapped.verticals);
  const cells = splitOpen(areas, runs, bounds).map(({ area, runs: own }) => ({ ...area, runs: own }));
  const split = parted(cells, bounds);
  const texts = split.cells.map(({ top, left, bottom, right, runs: own }): TableCell => ({
    top,
    left,
    bottom,
    right,
    text: textOfRuns(own),
    box: boxOfArea({ top, left, bottom, right }, split.bounds),
  }));
  if (texts.length < 2 || texts.filter(({ text }) => text !== "").length < 2) return undefined;
  const { left, top, right, bottom } = frame;
  return {
    kind: "table",
    page,
    box: { left, top, right, bottom },
    xs: bounds.xs,
    rows: split.bounds.ys.length - 1,
    cells: texts,
  };
}

/** The text of runs in one cell: lines below one another joined, a figure broken over two lines too. */
export function textOfRuns(runs: readonly Run[]): string {
  return joinLines(
    linesOf(runs.flatMap(({ glyphs }) => glyphs)).map((line) => textOfLine(line).replace(/ {2,}/g, " ")),
  );
}

/** Drops boundaries between which nothing is printed and nothing could be. */
function withoutSlivers({ xs, ys }: Boundaries, glyphs: readonly Glyph[]): Boundaries {
  const across = glyphs.map(({ left, right }) => (left + right) / 2);
  const along = glyphs.map(({ top, bottom }) => (top + bottom) / 2);
  return { xs: merged(xs, across, SLIVER), ys: merged(ys, along, FLAT) };
}

function merged(places: readonly number[], centres: readonly number[], narrow: number): readonly number[] {
  const kept: number[] = [];
  for (const place of places) {
    const before = kept[kept.length - 1];
    const isSliver =
      before !== undefined && place - before < narrow && !centres.some((centre) => centre > before && centre < place);
    if (isSliver) kept[kept.length - 1] = (before + place) / 2;
    else kept.push(place);
  }
  return kept;
}

/** The frame with each line moved onto the boundary it belongs to. */
function snappedTo(frame: Frame, { xs, ys }: Boundaries): Frame {
  const onto =
    (places: readonly number[], narrow: number) =>
    (rule: Rule): Rule => {
      const nearest = places.reduce(
        (best, place) => (Math.abs(place - rule.at) < Math.abs(best - rule.at) ? place : best),
        places[0] ?? rule.at,
      );
      return Math.abs(nearest - rule.at) <= narrow ? { ...rule, at: nearest } : rule;
    };
  return {
    ...frame,
    horizontals: frame.horizontals.map(onto(ys, FLAT)),
    verticals: frame.verticals.map(onto(xs, SLIVER)),
  };
}

interface FilledArea {
  readonly area: Area;
  readonly runs: readonly Run[];
}

/** Puts the runs into the areas; open areas whose texts stand in several base cells are taken apart. */
function splitOpen(areas: readonly Area[], runs: readonly Run[], bounds: Boundaries): readonly FilledArea[] {
  const boxes = areas.map((area) => boxOfArea(area, bounds));
  const filled = areas.map((area) => ({ area, runs: [] as Run[] }));
  for (const block of drawnBlocks(runs)) {
    const isOver = block.length > 1 && block.some((run) => isCrossed(run, boxes));
    const whole = isOver ? around(block) : undefined;
    for (const run of block) {
      const index = areaOf(whole ? { ...run, ...whole } : run, boxes);
      if (index >= 0) filled[index]?.runs.push(run);
    }
  }
  return filled.flatMap((item) => (isSeveral(item, bounds) ? baseCells(item, bounds) : [item]));
}

/** Whether the edge of a row runs through the characters: a text of several lines that is taller than its row. */
function isCrossed(run: Run, boxes: readonly Box[]): boolean {
  const [centre, slack] = [(run.left + run.right) / 2, 0.15 * (run.bottom - run.top)];
  return boxes.some(
    ({ left, right, top, bottom }) =>
      centre > left &&
      centre < right &&
      ((top > run.top + slack && top < run.bottom - slack) ||
        (bottom > run.top + slack && bottom < run.bottom - slack)),
  );
}

/** The area a run belongs to: where it stands; a text wider than its cell begins there, a figure ends there. */
function areaOf(run: Run, boxes: readonly Box[]): number {
  const middle = (run.top + run.bottom) / 2;
  const inRow = (box: Box): boolean => middle >= box.top && middle <= box.bottom;
  const at = (x: number): number => boxes.findIndex((box) => inRow(box) && x >= box.left && x <= box.right);
  const centre = at((run.left + run.right) / 2);
  const [start, end] = [at(run.left + 0.1), at(run.right - 0.1)];
  if (start === end || start < 0 || end < 0) return centre >= 0 ? centre : Math.max(start, end);
  if (isFigure(textOfLine(run))) return overlap(run, boxes[end]) >= 0.5 * overlap(run, boxes[centre]) ? end : centre;
  const middleBox = boxes[centre];
  return middleBox && run.left < middleBox.left - 1 && run.right > middleBox.right + 1 ? centre : start;
}

function overlap(run: Box, box: Box | undefined): number {
  return box ? Math.min(run.right, box.right) - Math.max(run.left, box.left) : 0;
}

function isSeveral({ area, runs }: FilledArea, bounds: Boundaries): boolean {
  if (area.isClosed || (area.top === area.bottom && area.left === area.right) || runs.length < 2) return false;
  const columns = new Set(runs.map((run) => indexOf(bounds.xs, (run.left + run.right) / 2)));
  const rows = new Set(runs.map((run) => indexOf(bounds.ys, (run.top + run.bottom) / 2)));
  return columns.size > 1 || (rows.size > 1 && runs.some((run) => isFigure(textOfLine(run))));
}

function baseCells({ area, runs }: FilledArea, bounds: Boundaries): readonly FilledArea[] {
  const cells: { area: Area; runs: Run[] }[] = [];
  for (let row = area.top; row <= area.bottom; row++) {
    for (let column = area.left; column <= area.right; column++) {
      cells.push({ area: { top: row, bottom: row, left: column, right: column, isClosed: false }, runs: [] });
    }
  }
  const boxes = cells.map((cell) => boxOfArea(cell.area, bounds));
  for (const run of runs) cells[Math.max(0, areaOf(run, boxes))]?.runs.push(run);
  return cells;
}

function indexOf(places: readonly number[], at: number): number {
  return places.filter((place) => place <= at).length - 1;
}
