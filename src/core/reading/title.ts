import { ALL_TABLES } from "../tables/index";
import type { TableKey } from "../model/table";

/** What would make a longer title of another table: "财政拨款" + "收入支出决算总表". */
const LONGER_TITLE =
  /(?:预算|拨款|基金|资本|经营|专户|资金|收入|支出|收支|基本|项目|明细|费|非税|往来|财政|补助|分类|分功能|科目|、|及|和|与)"?$/;

/** Decorations after a title: bracketed remarks, 公开 code, 续表, unit. */
const AFTER_TITLE = /(?:\((?![^)]*分类)[^()]*\)|[-—]?公开\d+表|续表?|(?:金额)?单位:.*|\d{4}年度?)$/;
/** What may number a title: "一、", "表二、", "附表3：", "《". */
const BEFORE_TITLE =
  /^[《<]*(?:附?表?[\d一二三四五六七八九十]{1,3}(?:-\d{1,2})?[、.．:：]|附?表?\d{1,2}(?:-\d{1,2})?(?=\D)|\([\d一二三四五六七八九十]{1,3}\))?[《<]*/;
const LONGEST_TITLE = 90;

/**
 * The tables a normalised text may be the title of, the likeliest first; empty where it is none of them. More than one
 * where places give two tables the same title (…支出决算表（一） by function, （二） by economic classification).
 */
export function tablesOfTitle(text: string): readonly TableKey[] {
  const title = undecorated(text);
  if (title === undefined || title === "") return [];
  return ALL_TABLES.flatMap(({ key, title: pattern }) => {
    const match = pattern.exec(title);
    return match !== null && !LONGER_TITLE.test(title.slice(0, match.index)) ? [key] : [];
  });
}

/** Whether a normalised text reads like the title of some table of final accounts, ours or not. */
export function isAnyTitle(text: string): boolean {
  const title = undecorated(text);
  return title !== undefined && /决算.{0,8}表$|决算表\(.*\)$/.test(title);
}

/** Whether a text that stands alone may be the title of a table that is none of final accounts (机构运行信息表). */
export function isListTitle(text: string): boolean {
  const title = undecorated(text);
  return title !== undefined && title.length >= 5 && /[^\d]表$/.test(title) && !/[:。;]|[^年]\d+-?\d*表/.test(title);
}

/** Whether a text names the set of tables as a whole (某局2021年度部门决算公开表): no table's own title. */
export function isSetTitle(text: string): boolean {
  return /(?:部门|单位|年度)决算(?:信息)?(?:公开)?(?:报|附)?表(?:\(.*\))?$/.test(text);
}

/** Whether a text may be the first line of a title that goes on in the next row (一般公共预算财政拨款 | 支出决算表). */
export function isTitleStart(text: string): boolean {
  return text.length <= 40 && !text.includes(":") && /(?:拨款|预算|经费"?|基金|公共预算)$/.test(text);
}

function undecorated(text: string): string | undefined {
  if (text.length > LONGEST_TITLE || !text.includes("表")) return undefined;
  let title = text.replace(/[《》<>:,。;*_]+$/g, "").replace(BEFORE_TITLE, "");
  for (let left = 4; left > 0 && AFTER_TITLE.test(title); left--) title = title.replace(AFTER_TITLE, "");
  return title.replace(/[》>]$/, "");
}
