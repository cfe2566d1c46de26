import type { AccountBook } from "../../model/book";
import type { RowShift } from "../../model/diagnosis";
import type { AccountTable } from "../../model/table";
import type { PatternMatch } from "../patterns";
import type { Places } from "../places";
import type { Equation, LinearSystem } from "../system";
import { displacedAgainstCounterparts } from "./moved/by-counterpart";
import { displacedBySums } from "./moved/by-sums";
import type { Displacement, Shift } from "./moved/displacement";
import { cellOf, rowWords } from "./words";

/** A table whose rows are displaced breaks sums of its own; where none breaks, its counterpart is the odd one. */
const LEAST_OWN_SUMS = 2;

/**
 * Tables whose figures stand, from some row on, beside the labels of other rows: told by the sums that hold once they
 * are moved back, else by a table that lists the same figures beside other codes.
 */
export function movedRows(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  return [...book.tables.values()].flatMap((table) => {
    const rowsIn = (equation: Equation): readonly number[] => ownRows(equation, table, places);
    const broken = system.violated.filter((equation) => rowsIn(equation).length > 0);
    const ownSums = broken.filter((equation) => rowsIn(equation).length === equation.members.length);
    const displacement =
      displacedBySums(table, { system, places }) ??
      (ownSums.length >= LEAST_OWN_SUMS ? displacedAgainstCounterparts(book, table) : undefined);
    if (!displacement) return [];
    const { shifts, to } = displacement;
    const isConcerned = (row: number): boolean => row >= shifts[0].from && row <= to;
    const equations = broken.filter((equation) => rowsIn(equation).some(isConcerned));
    return equations.length === 0 ? [] : [{ pattern: patternOf(table, displacement), equations, inQuestion: [] }];
  });
}

/** The indices of the table's rows that the equation has figures of. */
function ownRows({ members }: Equation, table: AccountTable, places: Places): readonly number[] {
  return members.flatMap(({ unknown }) => {
    const place = places.at(unknown.figure.cell);
    return place?.table === table ? [table.rows.indexOf(place.row)] : [];
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
