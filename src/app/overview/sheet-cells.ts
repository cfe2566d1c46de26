import type { CellLook } from "../../core/model/look";
import type { NewCell } from "../../host/xlsx/new-workbook";
import type { Change } from "./compare-runs";
import { LOOKS } from "./cell-looks";
import { decimalsOf, isPlainDecimal } from "./wording";

/** Cells of the sheets of an overview. */

export type Rows = (readonly NewCell[])[];

export const CHANGES: readonly Change[] = ["mended", "remaining", "added", "unclear"];

export function text(content: string, look: CellLook = LOOKS.text): NewCell {
  return { content, look };
}

/** A count; a 0 stays quiet, others take the look. */
export function countCell(content: number, look: CellLook = LOOKS.count): NewCell {
  return { content, look: content === 0 ? LOOKS.zero : look };
}

export function heads(titles: readonly string[]): readonly NewCell[] {
  return titles.map((title) => text(title, LOOKS.head));
}

/** A plain decimal becomes a number that can be summed and sorted; anything else stays the text it is. */
export function figureCell(figure = ""): NewCell {
  if (!isPlainDecimal(figure)) return text(figure, LOOKS.figureText);
  const decimals = decimalsOf(figure);
  const numberFormat = decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}`;
  return { content: Number(figure), look: { ...LOOKS.figure, numberFormat } };
}
