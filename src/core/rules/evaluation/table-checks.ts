import type { AccountBook } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import type { Check, NotEvaluated, Violation } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { subjectOf } from "../../scoring/score-tree";

/** Runs a rule over the score tables of evaluations, and over those of whole departments where `kinds` has them. */
export function* eachScoreTable(
  book: AccountBook,
  kinds: readonly ScoreTable["kind"][],
  body: (table: ScoreTable) => Iterable<Check>,
): Iterable<Check> {
  const tables = book.scoreTables.filter(({ kind }) => kinds.includes(kind));
  if (tables.length === 0) {
    yield { kind: "notEvaluated", reason: "缺少绩效评价评分表", missing: "PJ" };
    return;
  }
  for (const table of tables) yield* body(table);
}

/** Why something of a table was not checked, at a cell where there is one. */
export function tableNotEvaluated(table: ScoreTable, reason: string, cell?: CellAddress): NotEvaluated {
  const where = cell ? ` ${a1(cell)}` : "";
  return {
    kind: "notEvaluated",
    reason: `${table.sheet}${where}（${subjectOf(table)}）${reason}`,
    sheet: table.sheet,
    ...(cell ? { cell } : {}),
  };
}

/** A violation in a table, filed under its project. */
export function tableViolation(
  table: ScoreTable,
  finding: Pick<Violation, "cells" | "message"> & Partial<Violation>,
): Violation {
  return { related: [], ...finding, kind: "violated", sheet: table.sheet, project: subjectOf(table) };
}
