import { foldWidth } from "../glossary/normalise";
import type { FilledCell } from "./sheet-view";

const BLANKS = /[\s\u00a0\u2000-\u200f\u2028-\u202f\u3000\ufeff]+/g;
const ORDINAL = /^(?:[一二三四五六七八九十]+[、.．,，]|[（(][一二三四五六七八九十\d]+[）)]|\d+[、.．](?!\d))/;

/** A label as printed, without blanks and leading ordinal: "七、文化 旅游…" → "文化旅游…"; brackets stay as they are. */
export function printedName(text: string): string {
  return text.replace(BLANKS, "").replace(ORDINAL, "");
}

/** Digits of a cell that holds nothing but a code (2010301, "201 03 01", "201.03.01", "[2010301]", "201类"), or undefined. */
export function codeDigits(cell: FilledCell): string | undefined {
  if (/^\d{1,9}$/.test(cell.label)) return cell.label;
  if (typeof cell.value === "number" || !/\d/.test(cell.label)) return undefined;
  const compact = foldWidth(String(cell.value))
    .replace(BLANKS, "")
    .replace(/^[[({'’]+|[\])}]+$/g, "")
    .replace(/^(\d{3,7})(?:\.0+|[类款项])$/, "$1")
    .replace(/^(\d{3})[.·-](\d{2})(?:[.·-](\d{2}))?$/, "$1$2$3");
  return /^\d{1,9}$/.test(compact) ? compact : undefined;
}

/** Code and name in one cell ("2010301 行政运行", "[30101]基本工资"), or undefined. */
export function codeAndName(cell: FilledCell): { code: string; name: string } | undefined {
  const match = /^[[(]?(\d{3,7})[\])]?[-—.、:：]*([^\d].*)$/.exec(foldWidth(String(cell.value)).replace(BLANKS, ""));
  return match?.[1] && match[2] ? { code: match[1], name: match[2] } : undefined;
}

/** Cells without those that repeat the text left of them, as conversions fill merged areas ("合计" | "合计"). */
export function withoutRepeats(cells: readonly FilledCell[]): readonly FilledCell[] {
  return cells.filter((cell, index) => cell.numeric || cells[index - 1]?.label !== cell.label);
}
