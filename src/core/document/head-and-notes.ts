import { normaliseLabel } from "../glossary/normalise";
import type { CellValue } from "../model/grid";
import { isNoDataText, isNoteText } from "../reading/row-kinds";
import { isAnyTitle, isListTitle, isSetTitle, isTitleStart, tablesOfTitle } from "../reading/title";

/** Lines above a table among which its title and head are looked for, and lines below among which its notes are. */
const REACH_ABOVE = 9;
const REACH_BELOW = 6;
const HEAD_LENGTH = 80;

const PART = /^第[一二三四五六七八九十]+部分/;
const HEAD_MATTER =
  /^(?:附(?:件|表|录)?[\d一二三四五六七八九十]*[:：]?$|公开\d+(?:-\d)?表|表[\d一二三四五六七八九十]+$|.{0,8}(?:单位|部门)(?:名称|\(.*\))*:|(?:金额|货币|计量)?单位|\(?20\d\d年度?\)?$|.*(?:万元|千元|元)\)?$|(?:填报|编制|制表)?(?:日期|时间):|项目名称)/;

/** A line of the document's running text, normalised. */
export type LineKind = "title" | "titleStart" | "head" | "note" | "other";

/** What a line of running text is to a table beside it. */
export function lineKind(text: string): LineKind {
  const label = normaliseLabel(text);
  if (label === "" || label.length > HEAD_LENGTH || PART.test(label) || isSetTitle(label)) {
    return isNoteText(label) ? "note" : "other";
  }
  if (isNoteText(label)) return "note";
  if (tablesOfTitle(label).length > 0 || isAnyTitle(label) || isListTitle(label)) return "title";
  if (isTitleStart(label)) return "titleStart";
  return HEAD_MATTER.test(label) ? "head" : "other";
}

/**
 * How many of the lines directly above a table belong to it: up to and with its title; where none is near, only lines
 * that state unit, organisation or number. @param above texts from the nearest upwards
 */
export function headLines(above: readonly string[]): number {
  let head = 0;
  for (const [index, text] of above.slice(0, REACH_ABOVE).entries()) {
    const kind = lineKind(text);
    if (kind === "title") return index + 1 + leadIn(above.slice(index + 1));
    if (kind === "head") head = index + 1;
    else if (kind !== "titleStart" || index === 0) return head;
  }
  return head;
}

/** What stands above a title and is part of it or its head: its first line, 附件, 公开 number. */
function leadIn(above: readonly string[]): number {
  let lines = 0;
  for (const text of above.slice(0, 3)) {
    const kind = lineKind(text);
    if (kind !== "head" && kind !== "titleStart") break;
    lines += 1;
  }
  return lines;
}

/**
 * How many of the lines directly below a table belong to it: up to the last note or 无数据 sentence before a heading or a
 * title. @param below texts from the nearest downwards
 */
export function noteLines(below: readonly string[]): number {
  let notes = 0;
  for (const [index, text] of below.slice(0, REACH_BELOW).entries()) {
    const kind = lineKind(text);
    if (kind === "title" || PART.test(normaliseLabel(text)) || /^[一二三四五六七八九十]+、/.test(normaliseLabel(text)))
      break;
    if (kind === "note") notes = index + 1;
    else if (notes === 0) break;
  }
  return notes;
}

/** Whether a title stands for a whole table: a sentence that there is nothing to show follows within three lines. */
export function standsAlone(title: string, below: readonly string[]): number | undefined {
  if (tablesOfTitle(normaliseLabel(title)).length === 0) return undefined;
  for (const [index, text] of below.slice(0, 4).entries()) {
    const label = normaliseLabel(text);
    if (isNoDataText(label) && label.includes("表")) return index + 1;
    if (lineKind(text) !== "head" && lineKind(text) !== "note") return undefined;
  }
  return undefined;
}

/** The title among the lines above a table (in print order), or in its own first rows; "" where none is printed. */
export function titleOf(head: readonly string[], rows: readonly (readonly CellValue[])[]): string {
  const at = head.map(lineKind).lastIndexOf("title");
  const title = head[at];
  if (title !== undefined) {
    const start = head[at - 1];
    const whole = start !== undefined && lineKind(start) === "titleStart" ? start + title : title;
    return tablesOfTitle(normaliseLabel(whole)).length === 0 ? title : whole;
  }
  for (const row of rows.slice(0, 3)) {
    for (const value of row) if (typeof value === "string" && lineKind(value) === "title") return value;
  }
  return "";
}
