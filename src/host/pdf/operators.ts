import { initialState, moveText, PLAIN_FONT, type DrawingState, type FontFacts } from "./drawing-state";
import { IDENTITY, matrixOf, multiply, type Matrix } from "./matrix";
import type { Rule } from "./page-model";
import { pathRules } from "./path-rules";
import { shownGlyphs, type PlacedGlyph } from "./shown-glyphs";

/** The numbers by which the library names its drawing operations. */
export type Operations = Readonly<Record<string, number>>;

/** A page's drawing operations as the library hands them out. */
export interface OperatorList {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
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
  let state: DrawingState = initialState(viewport);
  const stack: DrawingState[] = [];
  const save = (): void => void stack.push({ ...state });
  const restore = (): void => {
    state = stack.pop() ?? state;
  };
  const show = (shown: unknown): void => {
    for (const item of shownGlyphs(state, Array.isArray(shown) ? shown : [])) {
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
