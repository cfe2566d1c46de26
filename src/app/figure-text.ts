import { kindAt } from "./table-at";
import { formatAmount, type Amount } from "../core/model/amount";
import { a1, type CellAddress } from "../core/model/cell";
import type { AccountBook } from "../core/model/book";
import { zh } from "../text/zh";
import { sheetChip } from "../core/tables";

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

/** A cell as it is named to the user: "公开06表 · E34", with the sheet's own name where it is none of the nine tables. */
export function placeText(book: AccountBook, cell: CellAddress): string {
  const kind = kindAt(book, cell.sheet, cell);
  const table = [...book.tables.values()].find(({ key, sheet }) => key === kind && sheet === cell.sheet);
  const name = table ? (table.publicNumber?.text.trim() ?? sheetChip(table.key)) : cell.sheet;
  return zh.place(name, a1(cell));
}

/** Points as printed: no padding with zeros ("10", "9.87"). */
export function scoreText(value: Amount): string {
  return formatAmount(value, 0).replace("-", "−");
}
