import { IDENTITY, type Matrix } from "./matrix";

/** What is needed to know of a font. */
export interface FontFacts {
  readonly vertical: boolean;
  /** Glyph space to text space; absent: thousandths. */
  readonly fontMatrix?: Matrix;
}

/** What the drawing operations of a page have set so far. */
export interface DrawingState {
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

export const PLAIN_FONT: FontFacts = { vertical: false };
/** The state a page begins with. @param ctm from the page's own coordinates to those of the shown page */
export function initialState(ctm: Matrix): DrawingState {
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

/** Moves the pen to the beginning of another line, from that of this one. */
export function moveText(state: DrawingState, x: number, y: number): void {
  state.x = state.lineX += x;
  state.y = state.lineY += y;
}
