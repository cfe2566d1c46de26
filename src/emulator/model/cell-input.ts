import type { CellValue } from "../../core/model/grid";

/** What Excel makes of something entered into a cell. */
export interface Entered {
  readonly value: CellValue;
  readonly formula: string | null;
}

const EMPTY: Entered = { value: null, formula: null };

/**
 * Interprets an entry as Excel does: a leading apostrophe or the format "@" keeps text, "=" makes a formula,
 * text that looks like a number becomes one. Dates, fractions and currencies are not recognised here: they stay text.
 * That a *number* put into an "@" cell through the API turns into text is what VBA does; Office.js documents nothing.
 */
export function interpretEntry(entry: CellValue, numberFormat: string): Entered {
  if (entry === null || entry === "") return EMPTY;
  if (numberFormat === "@") return plain(typeof entry === "string" ? unquote(entry) : String(entry).toUpperCase());
  if (typeof entry !== "string") return plain(entry);
  if (entry.startsWith("'")) return plain(entry.slice(1));
  if (entry.length > 1 && entry.startsWith("=")) return { value: null, formula: entry };
  return plain(looksLike(entry));
}

function plain(value: CellValue): Entered {
  return { value, formula: null };
}

function unquote(text: string): string {
  return text.startsWith("'") ? text.slice(1) : text;
}

function looksLike(text: string): CellValue {
  const trimmed = text.trim();
  if (/^true$/i.test(trimmed)) return true;
  if (/^false$/i.test(trimmed)) return false;
  const isNumber =
    /^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d*)?(e[+-]?\d+)?%?$/i.test(trimmed) || /^[+-]?\.\d+%?$/.test(trimmed);
  if (!isNumber) return text;
  const number = Number(trimmed.replaceAll(",", "").replace("%", ""));
  return trimmed.endsWith("%") ? number / 100 : number;
}
