import type { AccountBook } from "../model/book";
import type { Pattern } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import { tablesNotBegun } from "./patterns/not-begun";
import { movedRows } from "./patterns/moved-rows";
import { rowPatterns } from "./patterns/rows";
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
 * What concerns a table as a whole, whatever is blank in it: tables nobody has begun, and figures some rows from where
 * they belong.
 */
export function sheetPatterns(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  return [...tablesNotBegun(book, system, places), ...movedRows(book, system, places)];
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
