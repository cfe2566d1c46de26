import type { AccountBook } from "../model/book";
import type { Pattern } from "../model/diagnosis";
import type { Figure } from "../model/figure";
import { rowPatterns } from "./patterns/rows";
import { tablePatterns } from "./patterns/tables";
import type { Equation, LinearSystem } from "./system";

/** A pattern with the violated equations it explains. */
export interface PatternMatch {
  readonly pattern: Pattern;
  readonly equations: readonly Equation[];
  readonly inQuestion: readonly Figure[];
}

/**
 * Errors of whole tables and rows: a table in another money unit or of another year, a row typed twice or left out.
 * Looked for before single cells, since such an error breaks many identities that no few cells explain.
 */
export function findPatterns(book: AccountBook, system: LinearSystem): readonly PatternMatch[] {
  const tables = tablePatterns(book, system);
  return tables.length > 0 ? tables : rowPatterns(book, system);
}
