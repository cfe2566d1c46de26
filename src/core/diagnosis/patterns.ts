import type { AccountBook } from "../model/book";
import type { Pattern } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import { tablesNotBegun } from "./patterns/not-begun";
import { movedRows } from "./patterns/moved-rows";
import { exactRowPatterns, rowPatterns } from "./patterns/rows";
import { tablePatterns } from "./patterns/tables";
import type { Places } from "./places";
import type { Equation, LinearSystem } from "./system";

/** A pattern with the violated equations it explains. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly equations: readonly Equation[];
  readonly inQuestion: readonly Figure[];
}

/**
 * What concerns whole tables and rows, whatever is blank beside it: tables nobody has begun, figures some rows from where
 * they belong, and rows typed twice or left out whose figures are just what the sums are off by.
 */
export function sheetPatterns(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  const found = [...tablesNotBegun(book, system, places), ...movedRows(book, system, places)];
  const explained = new Set(found.flatMap(({ equations }) => equations));
  const open = system.violated.filter((equation) => !explained.has(equation));
  return [...found, ...exactRowPatterns(book, system, places, open)];
}

/**
 * Errors of whole tables and rows among equations that wait for no blank: a table in another money unit or of another
 * year, a row typed twice or left out. Looked for before single cells, since such an error breaks many identities that
 * no few cells explain.
 */
export function filledPatterns(
  book: AccountBook,
  system: LinearSystem,
  places: Places,
  counts: (equation: Equation) => boolean,
): readonly PatternMatch[] {
  const tables = tablePatterns(book, system, counts);
  return tables.length > 0 ? tables : rowPatterns(book, system, places, system.violated.filter(counts));
}
