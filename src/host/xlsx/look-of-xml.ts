import type { CellLook } from "../../core/model/look";
import { isTrue } from "./workbook-part";
import { attribute } from "./xml-attributes";

/** The parts of a cell format as a style sheet holds them. */
export interface LookXml {
  /** The `xf` element, which holds the alignment. */
  readonly alignment: string;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly numberFormat: string;
}

/** A look from what a style sheet says; what it leaves to the workbook or gives by theme is left out. */
export function lookOfXml({ alignment, font, fill, border, numberFormat }: LookXml): CellLook {
  const name = attribute(tagOf(font, "name"), "val");
  const size = Number(attribute(tagOf(font, "sz"), "val") ?? "");
  const bold = tagOf(font, "b");
  const color = rgb(tagOf(font, "color"));
  const isSolid = attribute(tagOf(fill, "patternFill"), "patternType") === "solid";
  const filled = isSolid ? rgb(tagOf(fill, "fgColor")) : undefined;
  const drawn = SIDES.map((side) => sideOf(border, side)).find((side) => side !== undefined);
  const aligned = tagOf(alignment, "alignment");
  const align = ALIGNMENTS.find((each) => each === attribute(aligned, "horizontal"));
  return {
    ...(name === undefined ? {} : { font: name }),
    ...(size > 0 ? { size } : {}),
    ...(bold !== "" && isTrue(attribute(bold, "val") ?? "1") ? { bold: true } : {}),
    ...(color === undefined ? {} : { color }),
    ...(filled === undefined ? {} : { fill: filled }),
    ...(drawn === undefined ? {} : { boxed: true, lines: drawn }),
    ...(align === undefined ? {} : { align }),
    ...(isTrue(attribute(aligned, "wrapText")) ? { wrap: true } : {}),
    numberFormat,
  };
}

const ALIGNMENTS = ["left", "center", "right"] as const;
const SIDES = ["top", "left", "bottom", "right"] as const;

/** Colour of a side's line; undefined where none is drawn. */
function sideOf(border: string, side: (typeof SIDES)[number]): string | undefined {
  const tag = tagOf(border, side);
  const style = attribute(tag, "style");
  if (style === undefined || style === "none") return undefined;
  const from = border.indexOf(tag) + tag.length;
  const next = /^\s*<[\w.-]*:?color\s[^>]*>/.exec(border.slice(from))?.[0] ?? "";
  return (tag.endsWith("/>") ? undefined : rgb(next)) ?? "000000";
}

/** Start tag of the first element of that name; "" where there is none. */
function tagOf(xml: string, name: string): string {
  return new RegExp(`<(?:[\\w.-]+:)?${name}(?:\\s[^>]*|/)?>`).exec(xml)?.[0] ?? "";
}

function rgb(tag: string): string | undefined {
  return attribute(tag, "rgb")?.slice(-6).toUpperCase();
}
