import { foldWidth } from "../../glossary/normalise";
import { amount, type Amount } from "../../model/amount";
import type { CellAddress } from "../../model/cell";
import type { IndicatorValue, Operator } from "../../model/form";
import type { CellValue } from "../../model/grid";
import { isErrorValue } from "../read-figure";
import { multiplier } from "../../units/money";

/** Operators before the number, longest first: signs and the words that stand for them. */
const PREFIXES: readonly (readonly [RegExp, Operator])[] = [
  [/^(?:大于或?等于|不低于|不少于|不小于|不得低于|不得少于|至少|最少|达到?|≥|≮|>=|=>)/, "ge"],
  [
    /^(?:小于或?等于|不超过|不高于|不大于|不多于|不晚于|不得超过|不得高于|不突破|控制在|至多|最多|最高|≤|≯|<=|=<)/,
    "le",
  ],
  [/^(?:大于|高于|多于|超过|>)/, "gt"],
  [/^(?:小于|低于|少于|不足|<)/, "lt"],
  [/^(?:等于|=)/, "eq"],
];

/** Operators after the number. */
const SUFFIXES: readonly (readonly [RegExp, Operator])[] = [
  [/(?:及以上|或以上|以上)$/, "ge"],
  [/(?:及以下|或以下|以下|及以内|以内|之内|内)$/, "le"],
];

/** Words around an actual value that carry no quantity of their own. */
const FILLER_BEFORE = /^(?:已|实际|累计|共计?|全年|年度|完成)+(?=[\d≥≤<>=])/;
const FILLER_AFTER = /已?完成$/;

const APPROXIMATE = /^(?:大?约|近|将近|接近)|(?:左右|上下)$|\d[万亿]?(?:余|多)/;
/** Dates and parts of dates: 2022年12月底前, 12月31日, 2022-12-31, 3季度. A length of time (12个月, 5年) is none. */
const DATE = new RegExp(
  [
    "(?:(?:19|20)\\d{2}年)?\\d{1,2}月?[-~至到]{1,2}\\d{1,2}月份?(?:[底末]|\\d{1,2}[日号])?",
    "(?:19|20)\\d{2}年(?:度|\\d{1,2}月份?)?(?:\\d{1,2}[日号])?",
    "(?:19|20)\\d{2}([./-])\\d{1,2}\\1\\d{1,2}日?",
    "\\d{1,2}月(?:\\d{1,2}[日号]|(?=[底末初份前中上下至-]|$))",
    "第?\\d季度",
  ].join("|"),
  "g",
);
const CHINESE_NUMBER =
  /^[零一二三四五六七八九十百千两]+(?:个|次|人|名|件|项|份|台|套|批|期|场|家|户|年|天|辆|篇|本|米|元|人次)(?:及?以上|及?以内|及?以下)?$/;
const NUMBER = /^[+-]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?/;
/** A unit: up to three parts of at most five characters, joined by "/" or "每"; brackets around it are dropped. */
const UNIT = /^\/?[\p{Script=Han}A-Za-z℃㎡㎥³²·]{1,5}(?:[/*][\p{Script=Han}A-Za-z㎡㎥³²·]{1,5}){0,2}$/u;

/** A value taken apart, before it is tied to its cell. */
type Parsed = Omit<IndicatorValue, "cell" | "raw">;

/**
 * Takes a 年度指标值 or 实际完成值 apart (domain.md 5.2).
 *
 * 万 and 亿 multiply the number, % and ‰ divide it; what is left is the unit. In a compound unit the divisor stays:
 * "5.286万/年/人" → 52860, unit "年/人" (the money unit it leaves out is not supplied). Dates and words are `words`;
 * ranges, approximations and several numbers in one cell are `unclear` with the reason, never a number.
 * `blank` for empty cells and lone dashes.
 */
export function parseIndicatorValue(cell: CellAddress, value: CellValue): IndicatorValue {
  const raw = value === null ? "" : String(value).trim();
  if (typeof value === "number") return { cell, raw, kind: "number", value: amount(value), unit: "", numeric: true };
  return { cell, raw, ...(typeof value === "boolean" ? unclear("为逻辑值，不是指标值") : parseText(raw)) };
}

/** Full-width characters as half-width ones, and every printed form of a comparison sign as the common one. */
function foldSigns(text: string): string {
  return foldWidth(text)
    .replace(/[≧⩾]/g, "≥")
    .replace(/[≦⩽]/g, "≤")
    .replace(/[﹥＞]/g, ">")
    .replace(/[﹤＜]/g, "<")
    .replace(/[═﹦＝〓]/g, "=");
}

function unclear(note: string): Parsed {
  return { kind: "unclear", note };
}

function parseText(raw: string): Parsed {
  const text = foldSigns(raw)
    .replace(/[\s\u00a0\u2000-\u200f\u202f\u205f\u3000\ufeff]+/g, "")
    .replace(/[。；;，,、]+$/, "")
    .replace(/^"(.*)"$/, "$1")
    .replace(/\(含(?:本数)?\)/, "")
    .replace(/[−–—﹣－]/g, "-");
  if (text === "" || /^[-/]+$/.test(text)) return { kind: "blank" };
  if (isErrorValue(text)) return unclear(`为错误值 ${raw}`);
  if (CHINESE_NUMBER.test(text)) return unclear("数量用汉字书写，未换算");
  const withoutDates = text.replace(DATE, "");
  if (!/\d/.test(withoutDates)) return { kind: "words" };
  if (withoutDates !== text) return unclear("日期与数量写在一起");
  return parseQuantity(text);
}

/** A text with digits that are no date: operator, number, multiplier, unit, in that order. */
function parseQuantity(source: string): Parsed {
  let rest = source.replace(FILLER_BEFORE, "").replace(/^百分之(\d+(?:\.\d+)?)/, "$1%");
  if (APPROXIMATE.test(rest)) return unclear("为约数，不能据以计分");
  const prefix = take(rest, PREFIXES);
  rest = prefix.rest;
  const suffix = take(rest, SUFFIXES);
  rest = suffix.rest.replace(FILLER_AFTER, "");
  const number = NUMBER.exec(rest)?.[0];
  if (number === undefined) return unclear("数量与文字写在一起，未能识别");
  const tail = rest.slice(number.length);
  if (/^[-~～至到](?:\d|$)/.test(tail) || /^[^\d]*[-~～至到]\d/.test(tail)) return unclear("为区间，不是单个数值");
  const scaled = applyMultiplier(amount(number.replace(/,/g, "").replace(/^\+/, "")), tail);
  // Brackets hold the whole unit, or another name for it: 20(篇), 20篇(条).
  const unit = scaled.unit
    .replace(/^\((.*)\)$/, "$1")
    .replace(/([^\d/])\([\p{Script=Han}/]{1,5}\)$/u, "$1")
    .replace(/^[/每]/, "");
  if (/\d/.test(unit.replace(/[³²]|(?:m|米)[23]/g, ""))) return unclear("一格内有多个数值");
  if (unit !== "" && !/^[%‰]$/.test(unit) && !UNIT.test(unit)) return unclear("数值后的文字不是计量单位");
  const operator = combine(prefix.operator, suffix.operator);
  if (operator === "conflict") return unclear("比较符号前后矛盾");
  return { kind: "number", value: scaled.value, unit, ...(operator ? { operator } : {}) };
}

/** 控制在…以内, 不超过…以下 say one thing twice; 不低于…以下 contradicts itself. */
function combine(prefix: Operator | undefined, suffix: Operator | undefined): Operator | undefined | "conflict" {
  if (prefix === undefined || suffix === undefined || prefix === suffix) return prefix ?? suffix;
  const lower = (operator: Operator): boolean => operator === "le" || operator === "lt";
  if (prefix === "eq") return suffix;
  return lower(prefix) === lower(suffix) ? prefix : "conflict";
}

function take(
  text: string,
  table: readonly (readonly [RegExp, Operator])[],
): { rest: string; operator: Operator | undefined } {
  for (const [pattern, operator] of table) {
    if (pattern.test(text)) return { rest: text.replace(pattern, "").replace(/^:/, ""), operator };
  }
  return { rest: text, operator: undefined };
}

/** Applies 万, 亿, % (百分比) and ‰ that follow the number directly. */
function applyMultiplier(number: Amount, tail: string): { value: Amount; unit: string } {
  const first = tail.charAt(0);
  if (/^百分比?$/.test(tail)) return { value: number.div(100), unit: "%" };
  if (first === "万" || first === "亿") return { value: number.times(multiplier(first)), unit: tail.slice(1) };
  if (first === "%") return { value: number.div(100), unit: tail.length === 1 ? "%" : tail };
  if (first === "‰") return { value: number.div(1000), unit: tail.length === 1 ? "‰" : tail };
  return { value: number, unit: tail };
}

/** Whether a text is nothing but a sign or a word that stands for one. */
export function isSign(text: string): boolean {
  const compact = foldSigns(text).replace(/\s+/g, "");
  return compact !== "" && PREFIXES.some(([pattern]) => compact.replace(pattern, "") === "");
}

/** A number as printed with its operator and unit columns joined: 指标性质 ≥ | 指标值 95 | 计量单位 %. */
export function joinParts(operator: string, value: CellValue, unit: string): CellValue {
  const sign = /^正向/.test(operator) ? "≥" : /^[反逆负]向/.test(operator) ? "≤" : operator;
  const known = PREFIXES.some(([pattern]) => pattern.test(foldSigns(sign).replace(/\s+/g, "")));
  const bare = value === null ? "" : String(value).trim();
  if (bare === "") return null;
  const quantity = /^[\d.,，]+$/.test(foldWidth(bare));
  const head = known && quantity ? sign : "";
  const tail = quantity && unit !== "" && !/^[-/无]$/.test(unit) ? unit : "";
  return head === "" && tail === "" ? value : `${head}${bare}${tail}`;
}
