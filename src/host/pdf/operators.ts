import { apply, IDENTITY, matrixOf, multiply, type Matrix } from "./matrix";
import { pathRules } from "./path-rules";
import type { Glyph, Rule } from "./page-model";

/** The numbers by which the library names its drawing operations. */
export type Operations = Readonly<Record<string, number>>;

/** A page's drawing operations as the library hands them out. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

/** What is needed to know of a font. */
export interface FontFacts {
  readonly vertical: boolean;
  /** Glyph space to text space; absent: thousandths. */
  readonly fontMatrix?: Matrix;
}

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

/** What the operations of a page print, in the coordinates of the shown page. */
export interface Drawn {
  readonly glyphs: readonly PlacedGlyph[];
  readonly horizontals: readonly Rule[];
  readonly verticals: readonly Rule[];
  readonly hidden: number;
  readonly unmapped: number;
  /** Area of the largest unit square an operation transforms: that of a picture. */
  readonly largestPicture: number;
}

interface State {
  ctm: Matrix;
  text: Matrix;
  /** Pen in text space. */
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  font: FontFacts;
  size: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  mode: number;
  lineWidth: number;
  stroke: string;
  fill: string;
}

const PLAIN_FONT: FontFacts = { vertical: false };
/** Text rendering modes that print nothing. */
const INVISIBLE = new Set([3, 7]);
/** Lines on a page beyond which they are a drawing rather than tables. */
const MOST_RULES = 30_000;
const UNMAPPED = /[\ue000-\uf8ff\ufffd\u0000-\u0008\u000e-\u001f]/;

/**
 * Follows the drawing operations of a page and notes where each character and each ruling line ends up.
 * @param viewport from the page's own coordinates to those of the shown page, y downwards
 */
export function drawnOn(
  { fnArray, argsArray }: OperatorList,
  ops: Operations,
  viewport: Matrix,
  fontOf: (name: string) => FontFacts | undefined,
): Drawn {
  const glyphs: PlacedGlyph[] = [];
  const horizontals: Rule[] = [];
  const verticals: Rule[] = [];
  let hidden = 0;
  let unmapped = 0;
  let largestPicture = 0;
  let state: State = initialState(viewport);
  const stack: State[] = [];
  const save = (): void => void stack.push({ ...state });
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const show = (shown: unknown): void => {
    for (const item of showGlyphs(state, Array.isArray(shown) ? shown : [])) {
      if (INVISIBLE.has(state.mode)) hidden += 1;
      else if (UNMAPPED.test(item.text)) unmapped += 1;
      else glyphs.push(item);
    }
  };
  const nextLine = (): void => moveText(state, 0, state.leading);

  const handlers: Record<string, (args: readonly unknown[]) => void> = {
    save,
    restore,
    transform: (args) => {
      state.ctm = multiply(state.ctm, matrixOf(args));
      const [a, b, c, d] = state.ctm;
      largestPicture = Math.max(largestPicture, Math.abs(a * d - b * c));
    },
    paintFormXObjectBegin: ([matrix]) => {
      save();
      state.ctm = multiply(state.ctm, matrixOf(matrix));
    },
    paintFormXObjectEnd: restore,
    beginText: () => {
      state.text = IDENTITY;
      state.x = state.y = state.lineX = state.lineY = 0;
    },
    setFont: ([name, size]) => {
      state.font = fontOf(String(name)) ?? PLAIN_FONT;
      state.size = Math.abs(Number(size));
      state.direction = Number(size) < 0 ? -1 : 1;
    },
    setCharSpacing: ([value]) => void (state.charSpacing = Number(value)),
    setWordSpacing: ([value]) => void (state.wordSpacing = Number(value)),
    setHScale: ([value]) => void (state.scale = Number(value) / 100),
    setLeading: ([value]) => void (state.leading = -Number(value)),
    setTextRise: ([value]) => void (state.rise = Number(value)),
    setTextRenderingMode: ([value]) => void (state.mode = Number(value)),
    setTextMatrix: ([matrix]) => {
      state.text = matrixOf(matrix);
      state.x = state.y = state.lineX = state.lineY = 0;
    },
    moveText: ([x, y]) => moveText(state, Number(x), Number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = Number(y);
      moveText(state, Number(x), Number(y));
    },
    nextLine,
    showText: ([shown]) => show(shown),
    setGState: ([entries]) => {
      for (const entry of Array.isArray(entries) ? (entries as unknown[]) : []) {
        if (!Array.isArray(entry)) continue;
        const [key, value] = entry as [unknown, unknown];
        if (key === "LW") state.lineWidth = Number(value);
        if (key === "Font" && Array.isArray(value)) handlers.setFont?.(value);
      }
    },
    setLineWidth: ([value]) => void (state.lineWidth = Number(value)),
    setStrokeRGBColor: ([colour]) => void (state.stroke = String(colour)),
    setFillRGBColor: ([colour]) => void (state.fill = String(colour)),
    setStrokeTransparent: () => void (state.stroke = "transparent"),
    setFillTransparent: () => void (state.fill = "transparent"),
    constructPath: ([painting, data]) => {
      const kind = paintingOf(Number(painting), ops);
      if (kind === undefined || horizontals.length + verticals.length > MOST_RULES) return;
      const colour = kind === "stroke" ? state.stroke : state.fill;
      if (INVISIBLE_COLOURS.has(colour.toLowerCase())) return;
      const path = Array.isArray(data) ? (data as unknown[])[0] : undefined;
      if (!isNumbers(path)) return;
      const found = pathRules(path, state.ctm, kind, state.lineWidth);
      horizontals.push(...found.horizontals);
      verticals.push(...found.verticals);
    },
  };
  const byNumber = new Map(Object.entries(handlers).map(([name, handler]) => [ops[name], handler]));
  fnArray.forEach((fn, index) => {
    const args = argsArray[index];
    byNumber.get(fn)?.(Array.isArray(args) ? args : []);
  });
  return { glyphs, horizontals, verticals, hidden, unmapped, largestPicture };
}

const INVISIBLE_COLOURS = new Set(["#ffffff", "#fff", "transparent"]);

function initialState(ctm: Matrix): State {
  return {
    ctm,
    text: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    font: PLAIN_FONT,
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    lineWidth: 1,
    stroke: "#000000",
    fill: "#000000",
  };
}

function moveText(state: State, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}

function isNumbers(value: unknown): value is ArrayLike<number> {
  return (
    value instanceof Float32Array ||
    value instanceof Float64Array ||
    (Array.isArray(value) && typeof value[0] === "number")
  );
}

function paintingOf(operation: number, ops: Operations): "stroke" | "fill" | undefined {
  for (const name of ["stroke", "closeStroke", "fillStroke", "eoFillStroke", "closeFillStroke", "closeEOFillStroke"])
    if (ops[name] === operation) return "stroke";
  return operation === ops.fill || operation === ops.eoFill ? "fill" : undefined;
}

/** The glyphs of one text operation, the pen moved past them. Blanks move the pen only. */
function* showGlyphs(state: State, shown: readonly unknown[]): Generator<PlacedGlyph> {
  const { font, size, direction } = state;
  const perWidth = size * (font.fontMatrix?.[0] ?? 0.001);
  const scale = state.scale * direction;
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
      yield placed(state, text, x, y + state.rise, width * perWidth * (font.vertical ? 1 : scale));
    }
    pen += advance;
  }
  if (font.vertical) state.y -= pen;
  else state.x += pen * scale;
}

/** Share of a font's height above and below the baseline, as Chinese fonts have it. */
const ASCENT = 0.86;
const DESCENT = 0.14;

function placed(state: State, text: string, x: number, y: number, width: number): PlacedGlyph {
  const matrix = multiply(state.ctm, state.text);
  const up = state.size * state.direction;
  const corners = [
    apply(matrix, x, y - DESCENT * up),
    apply(matrix, x + width, y - DESCENT * up),
    apply(matrix, x, y + ASCENT * up),
    apply(matrix, x + width, y + ASCENT * up),
  ];
  const start = apply(matrix, x, y);
  const end = apply(matrix, x + 1, y);
  const xs = corners.map((corner) => corner.x);
  const ys = corners.map((corner) => corner.y);
  return {
    text,
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
    baseline: start.y,
    size: state.size * Math.hypot(matrix[2], matrix[3]),
    turn: turnOf(end.x - start.x, end.y - start.y),
  };
}

/** Quarter turns clockwise of a direction on the page (y downwards); undefined for one askew. */
function turnOf(dx: number, dy: number): 0 | 1 | 2 | 3 | undefined {
  const long = Math.hypot(dx, dy);
  if (Math.min(Math.abs(dx), Math.abs(dy)) > 0.05 * long) return undefined;
  if (Math.abs(dx) >= Math.abs(dy)) return dx >= 0 ? 0 : 2;
  return dy > 0 ? 1 : 3;
}
