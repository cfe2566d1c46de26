import type { Drawn } from "./operators";
import type { Box, Glyph, PageContent, Rule } from "./page-model";
import type { PlacedGlyph } from "./shown-glyphs";

type Turn = 0 | 1 | 2 | 3;

/** Share of the page a picture must cover to be a scan. */
const PICTURE_SHARE = 0.3;

/**
 * Turns a page so that most of its text runs from left to right: wide tables are often printed sideways on an upright page.
 * Text in other directions (a watermark askew, a remark up the margin) is left out.
 */
export function uprightPage(page: number, width: number, height: number, drawn: Drawn): PageContent {
  const turned = mostUsed(drawn.glyphs);
  const isSideways = turned === 1 || turned === 3;
  const box = (of: Box): Box => turnBox(of, turned, width, height);
  const [across, along] = isSideways ? [drawn.verticals, drawn.horizontals] : [drawn.horizontals, drawn.verticals];
  const rule =
    (isHorizontal: boolean) =>
    (of: Rule): Rule => {
      const was = isHorizontal !== isSideways;
      const turnedBox = box(
        was
          ? { left: of.from, right: of.to, top: of.at, bottom: of.at }
          : { left: of.at, right: of.at, top: of.from, bottom: of.to },
      );
      return isHorizontal
        ? { at: turnedBox.top, from: turnedBox.left, to: turnedBox.right }
        : { at: turnedBox.left, from: turnedBox.top, to: turnedBox.bottom };
    };
  return {
    page,
    width: isSideways ? height : width,
    height: isSideways ? width : height,
    turned,
    glyphs: withoutDoubles(upright(drawn.glyphs, turned, box)),
    horizontals: across.map(rule(true)),
    verticals: along.map(rule(false)),
    hidden: drawn.hidden,
    unmapped: drawn.unmapped,
    isPicture: drawn.largestPicture > PICTURE_SHARE * width * height,
  };
}

/** How a page was turned, and its size after that. */
export type Turned = Pick<PageContent, "turned" | "width" | "height">;

/** Where a box of an upright page stands on the page as it is shown. */
export function asShown(box: Box, { turned, width, height }: Turned): Box {
  return turnBox(box, ((4 - turned) % 4) as Turn, width, height);
}

function mostUsed(glyphs: readonly PlacedGlyph[]): Turn {
  const counts = [0, 0, 0, 0];
  for (const { turn } of glyphs) if (turn !== undefined) counts[turn] = (counts[turn] ?? 0) + 1;
  return counts.indexOf(Math.max(...counts)) as Turn;
}

/** The box after the page of that size was turned back by so many quarter turns (counter-clockwise). */
function turnBox(box: Box, turns: Turn, width: number, height: number): Box {
  switch (turns) {
    case 0:
      return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
    case 1:
      return { left: box.top, top: width - box.right, right: box.bottom, bottom: width - box.left };
    case 2:
      return { left: width - box.right, top: height - box.bottom, right: width - box.left, bottom: height - box.top };
    case 3:
      return { left: height - box.bottom, top: box.left, right: height - box.top, bottom: box.right };
  }
}

function upright(glyphs: readonly PlacedGlyph[], turned: Turn, box: (of: Box) => Box): readonly Glyph[] {
  const own = glyphs.filter(({ turn }) => turn === turned);
  return turned === 0 ? own : own.map((glyph) => turnGlyph(glyph, box));
}

function turnGlyph({ text, size, ...printed }: PlacedGlyph, box: (of: Box) => Box): Glyph {
  const placed = box(printed);
  // The baseline turns with the box: its distance from the descent stays.
  return { ...placed, text, size, baseline: placed.bottom - 0.14 * (placed.bottom - placed.top) };
}

/** Points between the places by which doubles are looked up. */
const PLACE = 12;
/** Share of the font size within which a character printed again is the same one. */
const DOUBLE = 0.15;

/** Bold that was made by printing a character twice, a hair apart, is one character. */
function withoutDoubles(glyphs: readonly Glyph[]): readonly Glyph[] {
  const byPlace = new Map<number, Glyph[]>();
  return glyphs.filter((glyph) => {
    const reach = DOUBLE * glyph.size;
    const [left, right] = [placeOf(glyph.left - reach), placeOf(glyph.left + reach)];
    const [top, bottom] = [placeOf(glyph.baseline - reach), placeOf(glyph.baseline + reach)];
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) {
        if (byPlace.get(keyOf(column, row))?.some((other) => isDouble(glyph, other, reach))) return false;
      }
    }
    const key = keyOf(placeOf(glyph.left), placeOf(glyph.baseline));
    const there = byPlace.get(key);
    if (there) there.push(glyph);
    else byPlace.set(key, [glyph]);
    return true;
  });
}

const placeOf = (at: number): number => Math.floor(at / PLACE);
const keyOf = (column: number, row: number): number => row * 100_000 + column;

function isDouble(glyph: Glyph, other: Glyph, reach: number): boolean {
  return (
    other.text === glyph.text &&
    Math.abs(other.left - glyph.left) < reach &&
    Math.abs(other.baseline - glyph.baseline) < reach
  );
}
