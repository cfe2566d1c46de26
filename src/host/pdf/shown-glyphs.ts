import type { DrawingState } from "./drawing-state";
import { multiply, type Matrix } from "./matrix";
import type { Glyph } from "./page-model";

/** A text glyph as the library hands it out. */
interface ShownGlyph {
  readonly unicode?: string;
  readonly width?: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[] | null;
}

/** A glyph with the direction it is printed in: quarter turns clockwise, undefined where it stands askew. */
export interface PlacedGlyph extends Glyph {
  readonly turn: 0 | 1 | 2 | 3 | undefined;
}

/** The glyphs of one text operation, the pen moved past them. Blanks move the pen only. */
export function* shownGlyphs(state: DrawingState, shown: readonly unknown[]): Generator<PlacedGlyph> {
  const { font, size, direction } = state;
  const perWidth = size * (font.fontMatrix?.[0] ?? 0.001);
  const scale = state.scale * direction;
  const matrix = multiply(state.ctm, state.text);
  const turn = turnOf(matrix[0], matrix[1]);
  let pen = 0;
  for (const item of shown) {
    if (typeof item === "number") {
      pen += ((font.vertical ? 1 : -1) * item * size) / 1000;
      continue;
    }
    if (!item || typeof item !== "object") continue;
    const glyph = item as ShownGlyph;
    const spacing = (glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = glyph.width ?? 0;
    const advance = font.vertical
      ? -(glyph.vmetric?.[0] ?? -1000) * perWidth - spacing * direction
      : width * perWidth + spacing * direction;
    const text = glyph.unicode ?? "";
    if (text.trim() !== "") {
      const x = font.vertical ? state.x - (width * perWidth) / 2 : state.x + pen * scale;
      const y = font.vertical ? state.y - pen - size : state.y;
      yield placed(
        { matrix, turn, size, up: size * direction },
        text,
        x,
        y + state.rise,
        width * perWidth * (font.vertical ? 1 : scale),
      );
    }
    pen += advance;
  }
  if (font.vertical) state.y -= pen;
  else state.x += pen * scale;
}

/** Share of a font's height above and below the baseline, as Chinese fonts have it. */
const ASCENT = 0.86;
const DESCENT = 0.14;

/** How the glyphs of one text operation are printed: text space to page, and their height with its sign. */
interface Printing {
  readonly matrix: Matrix;
  readonly turn: PlacedGlyph["turn"];
  readonly size: number;
  readonly up: number;
}

function placed({ matrix, turn, size, up }: Printing, text: string, x: number, y: number, width: number): PlacedGlyph {
  const [a, b, c, d, e, f] = matrix;
  const [low, high] = [y - DESCENT * up, y + ASCENT * up];
  // The corners of the box differ by these from its first.
  const [left, top] = [a * x + c * low + e, b * x + d * low + f];
  const [alongX, alongY] = [a * width, b * width];
  const [upX, upY] = [c * (high - low), d * (high - low)];
  return {
    text,
    left: left + Math.min(0, alongX) + Math.min(0, upX),
    right: left + Math.max(0, alongX) + Math.max(0, upX),
    top: top + Math.min(0, alongY) + Math.min(0, upY),
    bottom: top + Math.max(0, alongY) + Math.max(0, upY),
    baseline: b * x + d * y + f,
    size: size * Math.hypot(c, d),
    turn,
  };
}

/** Quarter turns clockwise of a direction on the page (y downwards); undefined for one askew. */
function turnOf(dx: number, dy: number): 0 | 1 | 2 | 3 | undefined {
  const long = Math.hypot(dx, dy);
  if (Math.min(Math.abs(dx), Math.abs(dy)) > 0.05 * long) return undefined;
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}
