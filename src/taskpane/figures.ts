import { formatAmount, type Amount } from "../core/model/amount";
import { a1, type CellAddress } from "../core/model/cell";
import type { AccountBook } from "../core/model/book";
import { TABLE_SHORT, zh } from "../text/zh";

/** An amount as printed: separators, two decimals, a true minus sign. */
export function figureText(value: Amount): string {
  return formatAmount(value).replace("-", "−");
}

/** A difference with its sign: "+0.02", "−0.02". */
export function signedText(value: Amount): string {
  return value.isPositive() && !value.isZero() ? `+${figureText(value)}` : figureText(value);
}

/** A figure given as text ("123.4" or "-0.05") with separators and a true minus sign; other text stays as it is. */
export function plainFigureText(text: string): string {
  const match = /^([+-]?)(\d+)(\.\d+)?$/.exec(text);
  if (!match) return text;
  const [, sign = "", whole = "", fraction = ""] = match;
  return `${sign.replace("-", "−")}${whole.replace(/\B(?=(\d{3})+$)/g, ",")}${fraction}`;
}

/** A short name for a sheet: its 公开 number as printed, else the table's short name, else the sheet's own name. */
export function sheetLabel(book: AccountBook, sheet: string): string {
  for (const table of book.tables.values()) {
    if (table.sheet === sheet) return table.publicNumber?.text.trim() ?? TABLE_SHORT[table.key];
  }
  return sheet;
}

/** A cell as it is named to the user: "公开06表 · E34". */
export function placeText(book: AccountBook, cell: CellAddress): string {
  return zh.place(sheetLabel(book, cell.sheet), a1(cell));
}

/** Points as printed: no padding with zeros ("10", "9.87"). */
export function scoreText(value: Amount): string {
  return formatAmount(value, 0).replace("-", "−");
}
