import { foldWidth } from "../glossary/normalise";
import { amount, ONE, ZERO, type Amount } from "../model/amount";
import type { CellAddress } from "../model/cell";
import type { Figure } from "../model/figure";
import type { CellValue } from "../model/grid";
import type { MoneyUnit } from "../model/table";

/** Excel's error values, also as other programs print them. */
const ERROR_VALUE =
  /^#(?:REF|VALUE|DIV\/0|N\/A|NAME|NUM|NULL|SPILL|CALC|GETTING_DATA|FIELD|BLOCKED|UNKNOWN|BUSY|CONNECT)[!?]?$/i;
/** Dashes and strokes that stand for nothing. */
const DASH = /^(?:[-‐‑‒–—―−﹣－─━]+|[/／\\＼])$/;
const HALF_CENT = amount("0.005");
const TEN_THOUSAND = amount("10000");

/** Whether a cell holds an error value such as #REF!. */
export function isErrorValue(value: CellValue): boolean {
  return typeof value === "string" && ERROR_VALUE.test(value.trim());
}

/** Whether a cell holds nothing but dashes, which stand for zero. */
export function isDash(value: CellValue): boolean {
  return typeof value === "string" && DASH.test(value.replace(/\s/g, ""));
}

/** Text kept as a number: separators, blanks, full-width digits, ￥ and brackets for negatives; undefined where it is none. */
export function parseNumberText(text: string): Amount | undefined {
  let compact = foldWidth(text).replace(/[\s\u00a0\u2000-\u200f\u202f\u3000\ufeff,，'’¥￥]/g, "");
  compact = compact.replace(/^[−–—﹣]/, "-").replace(/。/g, ".");
  const bracketed = /^\((\d.*)\)$/.exec(compact);
  if (bracketed) compact = `-${bracketed[1] ?? ""}`;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(compact) ? amount(compact.replace(/^\+/, "")) : undefined;
}

/** How the money unit of a sheet and of the workbook bear on a figure. */
export interface FigureUnits {
  /** Unit the sheet states; "plain" for scores, weights and rates, which are never rounded money. */
  readonly sheet: MoneyUnit | "plain";
  readonly book: MoneyUnit;
}

/**
 * Reads a cell where a figure belongs. Blank and dashes are zero; text that is no number and error values are
 * `invalid` with value 0 and must not enter any sum.
 */
export function readFigure(cell: CellAddress, value: CellValue, units: FigureUnits, formula?: string | null): Figure {
  const raw = value === null ? "" : String(value).trim();
  const parsed = parseCell(value, raw);
  const scale = units.sheet === "plain" || units.sheet === units.book ? ONE : scaleBetween(units.sheet, units.book);
  const printed = parsed.value;
  return {
    cell,
    kind: parsed.kind,
    value: scaled(printed, scale),
    slack: scaled(slackOf(printed, units.sheet), scale),
    scale,
    raw,
    storedAsText: parsed.kind === "amount" && typeof value === "string",
    ...(formula ? { formula } : {}),
  };
}

function parseCell(value: CellValue, raw: string): { kind: Figure["kind"]; value: Amount } {
  if (raw === "" || raw === "\u00a0") return { kind: "blank", value: ZERO };
  if (typeof value === "number") {
    return Number.isFinite(value) ? { kind: "amount", value: amount(value) } : { kind: "invalid", value: ZERO };
  }
  if (typeof value === "boolean") return { kind: "invalid", value: ZERO };
  if (isDash(raw)) return { kind: "dash", value: ZERO };
  const number = parseNumberText(raw);
  return number ? { kind: "amount", value: number } : { kind: "invalid", value: ZERO };
}

/** Half of the last rounded digit (domain.md 3): 0.005 for 万元 with at most two decimals; nothing is rounded in 元. */
function slackOf(printed: Amount, unit: FigureUnits["sheet"]): Amount {
  return unit !== "万元" || printed.isZero() || printed.decimalPlaces() > 2 ? ZERO : HALF_CENT;
}

/** Multiplying by 1 is spared: a long table has hundreds of thousands of figures. */
function scaled(value: Amount, scale: Amount): Amount {
  return scale === ONE || value.isZero() ? value : value.times(scale);
}

function scaleBetween(from: MoneyUnit, to: MoneyUnit): Amount {
  if (from === to) return ONE;
  return from === "万元" ? TEN_THOUSAND : ONE.div(TEN_THOUSAND);
}
