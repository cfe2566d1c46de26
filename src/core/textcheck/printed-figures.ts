import { amount } from "../model/amount";
import { askedRanges } from "./blanks";
import type { PrintedFigure } from "./model";

const NUMBER = /\d{1,3}(?:,\d{3})+(?![\d,])(?:\.\d+)?|\d+(?:\.\d+)?/g;
const MONEY_UNIT = /^(?:余|多)?(亿|百万|万|千)?(?:余|多)?元/;
const PERCENT_UNIT = /^(?:%|个百分点)/;
const COUNT_UNIT =
  /^(?:余|多)?(?:万|千|百)?(?:余|多)?(?:台\(套\)|台套|批次|人次|团组|批|台|套|辆|个|名|人|件|条|次|家|户|组|组次|分|倍|处|平方米)/;
/** What stands behind a number that is no figure: dates, thresholds, page numbers, decimals of an outline. */
const NO_FIGURE_AFTER = /^(?:年|月|日|号|位数|[-~至到]\d+(?:年|月|日)|、(?!\d)|级|楼|室|表)/;
const THRESHOLD_AFTER = /^(?:\(含(?:\d+(?:万元|元|分))?\)|含)?(?:以上|以下|以内|及以上|及以下)/;
const NO_FIGURE_BEFORE = /(?:图|表|附件|第|编码|代码|电话|邮编|号|〔|\[|http\S*|[A-Za-z_/])$/;

/**
 * The figures of a normal text, in order. Dates, ordinals, thresholds (50万元以上), whole numbers without a unit and what a
 * draft asks for (【待填：…】) are none.
 */
export function printedFigures(text: string): readonly PrintedFigure[] {
  const figures: PrintedFigure[] = [];
  const asked = askedRanges(text);
  const isAsked = (at: number): boolean => asked.some(([start, end]) => at >= start && at < end);
  for (const match of text.matchAll(NUMBER)) {
    const figure = isAsked(match.index) ? undefined : figureAt(text, match.index, match[0]);
    if (figure) figures.push(figure);
  }
  return figures;
}

function figureAt(text: string, at: number, digits: string): PrintedFigure | undefined {
  const numberEnd = at + digits.length;
  const after = text.slice(numberEnd, numberEnd + 16);
  const before = text.slice(Math.max(0, at - 8), at);
  if (NO_FIGURE_AFTER.test(after) || NO_FIGURE_BEFORE.test(before) || isOrdinal(text, at, after)) return undefined;
  const { unit, printed, kind } = unitOf(after);
  if (THRESHOLD_AFTER.test(after.slice(printed.length))) return undefined;
  if (kind === "none" && !digits.includes(".")) return undefined;
  const negative = /(?:^|[^\d.])[-+]$/.test(before) ? text.charAt(at - 1) : "";
  const start = at - negative.length;
  const plain = digits.replace(/,/g, "");
  return {
    start,
    numberEnd,
    end: numberEnd + printed.length,
    text: text.slice(start, numberEnd),
    unit,
    kind,
    value: amount(negative === "-" ? `-${plain}` : plain),
    decimals: plain.includes(".") ? plain.length - plain.indexOf(".") - 1 : 0,
    manner: mannerOf(text.slice(Math.max(0, start - 3), start), printed, text.slice(numberEnd + printed.length)),
  };
}

/** "1." or "(3)" in front of an item; "1.2022年" is an ordinal and a year. */
function isOrdinal(text: string, at: number, after: string): boolean {
  const opens = at === 0 || /[。;:\n(]$/.test(text.slice(0, at));
  return opens && /^(?:[.、)](?!\d)|\.\d{4}年)/.test(after);
}

function unitOf(after: string): { unit: string; printed: string; kind: PrintedFigure["kind"] } {
  const money = MONEY_UNIT.exec(after);
  if (money) return { unit: `${money[1] ?? ""}元`, printed: money[0], kind: "money" };
  const percent = PERCENT_UNIT.exec(after)?.[0];
  if (percent !== undefined) return { unit: percent, printed: percent, kind: "percent" };
  const count = COUNT_UNIT.exec(after)?.[0];
  if (count !== undefined) return { unit: count, printed: count, kind: "count" };
  return { unit: "", printed: "", kind: "none" };
}

function mannerOf(before: string, unit: string, after: string): PrintedFigure["manner"] {
  if (/不足$/.test(before)) return "below";
  if (/(?:近|超过|超|逾|将近|不到)$/.test(before) || /[余多]/.test(unit) || /^(?:余|多)/.test(after)) return "vague";
  return /(?:约|大约|约为)$/.test(before) || after.startsWith("左右") ? "rounded" : "exact";
}
