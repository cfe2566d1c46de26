import { foldWidth } from "../glossary/normalise";
import { amount, ZERO, type Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { Figure, Printing } from "../model/figure";
import type { CellValue } from "../model/grid";
import type { Money, MoneyUnit, Points } from "../model/quantity";
import { isRounded } from "../units/precision";
import { fromPrinted } from "../units/printing";

/** Excel's error values, also as other programs print them. */
const ERROR_VALUE =
  /^#(?:REF|VALUE|DIV\/0|N\/A|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA|FIELD|BLOCKED|UNKNOWN|BUSY|CONNECT)[!?]?$/i;
/** Dashes and strokes that stand for nothing. */
const DASH = /^(?:[-‐‑‒–—―−﹣－─━]+|[/／\\＼])$/;

/** Whether a cell holds an error value such as #REF!. */
export function isErrorValue(value: CellValue): boolean {
  return typeof value === "string" && ERROR_VALUE.test(value.trim());
}

/** Whether a cell holds nothing but dashes, which stand for zero. */
export function isDash(value: CellValue): boolean {
  return typeof value === "string" && DASH.test(value.replace(/\s/g, ""));
}

/** As a spreadsheet writes numbers; 1e999999999 would be a gigabyte once written out. */
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
/** No amount has more characters. */
const LONGEST = 40;

const PLAIN_NUMBER = /^\d{1,15}(?:\.\d{1,10})?$/;

/** Text kept as a number: separators, blanks, full-width digits, ￥ and brackets for negatives; undefined where it is none. */
export function parseNumberText(text: string): Amount | undefined {
  const literal = numberLiteral(text);
  return literal === undefined ? undefined : amount(literal);
}

/** Whether a text is a number kept as text. */
export function isNumberText(text: string): boolean {
  return numberLiteral(text) !== undefined;
}

function numberLiteral(text: string): string | undefined {
  if (PLAIN_NUMBER.test(text)) return text;
  let compact = foldWidth(text).replace(/[\s\u00a0\u2000-\u200f\u202f\u3000\ufeff,，'’¥￥]/g, "");
  compact = compact.replace(/^[−–—﹣]/, "-").replace(/。/g, ".");
  const bracketed = /^\((\d.*)\)$/.exec(compact);
  if (bracketed) compact = `-${bracketed[1] ?? ""}`;
  const isNumber = compact.length <= LONGEST && NUMBER.test(compact);
  return isNumber ? compact.replace(/^\+/, "") : undefined;
}

/** Decimals a number kept as text shows: "10.00" has two, "1,225" none. */
export function decimalsShown(text: string): number {
  return /[.。](\d+)\D*$/.exec(foldWidth(text))?.[1]?.length ?? 0;
}

/** Money, points or neither, as the printing says. */
type ValueOf<P extends Printing> = P["unit"] extends MoneyUnit ? Money : P["unit"] extends "分" ? Points : Amount;

/**
 * Reads a cell where a figure belongs. Blank and dashes are zero; text that is no number and error values are
 * `invalid` with value 0 and must not enter any sum.
 */
export function readFigure<P extends Printing>(
  cell: CellAddress,
  value: CellValue,
  printing: P,
  formula?: string | null,
): Figure<ValueOf<P>> {
  return figureOf(cell, parseCell(value), printing, formula);
}

/** The figure of a cell that was parsed before: what its sheet prints in all decides how it is rounded. */
export function figureOf<P extends Printing>(
  cell: CellAddress,
  { kind, value, raw, storedAsText }: ParsedCell,
  printing: P,
  formula?: string | null,
): Figure<ValueOf<P>> {
  const figure: Figure<ValueOf<P>> = {
    cell,
    kind,
    value: fromPrinted(value, printing.scale) as ValueOf<P>,
    slack: (isRounded(value) ? printing.half : ZERO) as ValueOf<P>,
    printing,
    raw,
    storedAsText,
  };
  return formula ? { ...figure, formula } : figure;
}

/** What stands in a cell, before it is known how its sheet prints. */
export interface ParsedCell {
  readonly kind: Figure["kind"];
  /** As printed, in the sheet's own unit. */
  readonly value: Amount;
  readonly raw: string;
  readonly storedAsText: boolean;
}

/** Parses a cell where a figure belongs, see `readFigure`. */
export function parseCell(value: CellValue): ParsedCell {
  if (value === null) return BLANK;
  if (typeof value === "number" && Number.isFinite(value))
    return { kind: "amount", value: amount(value), raw: String(value), storedAsText: false };
  const raw = String(value).trim();
  if (raw === "" || raw === "\u00a0") return { kind: "blank", value: ZERO, raw, storedAsText: false };
  if (typeof value !== "string") return { kind: "invalid", value: ZERO, raw, storedAsText: false };
  if (isDash(raw)) return { kind: "dash", value: ZERO, raw, storedAsText: false };
  const number = parseNumberText(raw);
  if (!number) return { kind: "invalid", value: ZERO, raw, storedAsText: false };
  return { kind: "amount", value: number, raw, storedAsText: true };
}

/** Most cells of a table are empty: they share one. */
const BLANK: ParsedCell = { kind: "blank", value: ZERO, raw: "", storedAsText: false };
