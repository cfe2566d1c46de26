import type { AccountBook } from "../../model/book";
import type { RowShift } from "../../model/diagnosis";
import type { AccountTable, TableRow } from "../../model/table";
import type { PatternMatch } from "../patterns";
import type { Places } from "../places";
import type { Equation, LinearSystem } from "../system";
import { displacedAgainstCounterparts } from "./moved/by-counterpart";
import { displacedBySums } from "./moved/by-sums";
import type { Displacement, Shift } from "./moved/displacement";
import { cellOf, cellsOf, rowWords } from "./words";

/** A table whose rows are displaced breaks sums of its own; where none breaks, its counterpart is the odd one. */
const LEAST_OWN_SUMS = 2;

/**
 * Tables whose figures stand, from some row on, beside the labels of other rows: told by the sums that hold once they
 * are moved back, else by a table that lists the same figures beside other codes.
 */
export function movedRows(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  return [...book.tables.values()].flatMap((table) => {
    const rowsIn = (equation: Equation): readonly TableRow[] => places.rowsOf(table, cellsOf(equation));
    const broken = system.violated.filter((equation) => rowsIn(equation).length > 0);
    const ownSums = broken.filter((equation) => rowsIn(equation).length === equation.members.length);
    const displacement =
      displacedBySums(table, { system, places }) ??
      (ownSums.length >= LEAST_OWN_SUMS ? displacedAgainstCounterparts(book, table) : undefined);
    if (!displacement) return [];
    const { shifts, to } = displacement;
    const concerned = new Set(table.rows.slice(shifts[0].from, to + 1));
    const equations = broken.filter((equation) => rowsIn(equation).some((row) => concerned.has(row)));
    return equations.length === 0 ? [] : [{ pattern: patternOf(table, displacement), equations, inQuestion: [] }];
  });
}

function patternOf(table: AccountTable, { shifts }: Displacement): PatternMatch["pattern"] {
  const [first, ...further] = shifts.map((shift) => rowShift(table, shift));
  const row = table.rows[shifts[0].from];
  const cell = row && cellOf(row);
  return {
    kind: "movedRows",
    sheet: table.sheet,
    ...first,
    ...(cell ? { cell } : {}),
    ...(further.length > 0 ? { further } : {}),
  };
}

function rowShift(table: AccountTable, { from, by }: Shift): RowShift {
  const row = table.rows[from];
  return { by, ...(row ? { row: rowWords(row) } : {}) };
}
