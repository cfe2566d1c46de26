import { foldWidth } from "../glossary/normalise";
import type { CellValue } from "../model/grid";

const FIGURE = /^-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?$/;
/** More digits than this a number of a workbook cannot hold exactly. */
const DIGITS = 15;

/**
 * What a printed cell holds as a cell of a workbook: a figure as a number ("1,225.21" → 1225.21, "－5.00" → -5), else the
 * text; null where nothing is printed. A code with a zero in front ("0301") and longer digit rows stay text, as does
 * anything with a sign or unit ("98%").
 */
export function cellContent(printed: string): CellValue {
  const text = printed.trim();
  if (text === "") return null;
  const plain = foldWidth(text)
    .replace(/^[−–—﹣－](?=\d)/, "-")
    .replace(/\s+/g, "")
    .replaceAll("，", ",");
  const digits = plain.replace(/\D/g, "");
  if (!FIGURE.test(plain) || digits.length > DIGITS || /^-?0\d/.test(plain)) return text;
  return Number(plain.replaceAll(",", ""));
}
