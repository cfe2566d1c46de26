/** A picture as shapes, in units of 1/100 mm, origin at the top left. Written as SVG or EMF. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly title: string;
  readonly shapes: readonly Shape[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape =
  | { readonly kind: "polygon"; readonly points: readonly Point[]; readonly fill: Colour }
  | { readonly kind: "line"; readonly from: Point; readonly to: Point; readonly colour: Colour }
  | {
      readonly kind: "text";
      /** Middle of the line's height; horizontally its start, middle or end. */
      readonly at: Point;
      readonly anchor: "start" | "middle" | "end";
      readonly size: number;
      readonly text: string;
    };

/** Red, green, blue, 0 to 255. */
export type Colour = readonly [number, number, number];

/** The font of all texts: on every Chinese Windows; others take their own Chinese font. */
export const CHART_FONT = "宋体";

/** Colours that also differ in grey print; none carries a meaning alone, every part is labelled. */
export const CHART_COLOURS: readonly Colour[] = [
  [31, 78, 121],
  [237, 125, 49],
  [112, 173, 71],
  [255, 192, 0],
  [91, 155, 213],
  [165, 165, 165],
  [158, 72, 14],
  [67, 104, 43],
  [99, 99, 99],
  [153, 115, 0],
];
export const GREY: Colour = [127, 127, 127];

/** A rectangle as polygon. */
export function rectangle(left: number, top: number, right: number, bottom: number): readonly Point[] {
  return [
    { x: left, y: top },
    { x: right, y: top },
    { x: right, y: bottom },
    { x: left, y: bottom },
  ];
}
