import type { AccountBook } from "../../../model/book";
import type { AccountTable, ColumnKey, TableRow } from "../../../model/table";
import type { Displacement, Shift } from "./displacement";

/** Columns that mean the same in every table by functional code. */
const COLUMNS: readonly ColumnKey[] = ["total", "basic", "project"];
/** So many different rows of figures must stand beside another row's label: fewer may look alike by chance. */
const LEAST_FOUND = 3;
/** Rows between them that show their own figures, as a share of those found elsewhere: equal rows below each other. */
const MOST_IN_PLACE = 0.25;

/** That the figures another table has in row `belongs` of this one stand in its row `stands`. */
interface Found {
  readonly belongs: number;
  readonly stands: number;
}

/**
 * How the figures of a table are displaced against a table that lists the same codes (收入, 支出, 一般公共预算支出): the
 * other's rows of figures stand here in the same order, but beside other labels. Undefined where they stand where they
 * belong, or where too few say so.
 */
export function displacedAgainstCounterparts(book: AccountBook, table: AccountTable): Displacement | undefined {
  let best: { readonly displacement: Displacement; readonly found: number } | undefined;
  for (const other of book.tables.values()) {
    const columns = COLUMNS.filter((column) => table.columns.has(column) && other.columns.has(column));
    if (other === table || columns.length === 0) continue;
    const expected = table.rows.map(({ key }) => fingerprint(other.byKey.get(key), columns));
    const present = table.rows.map((row) => fingerprint(row, columns));
    const found = sameOrder(expected, present);
    const displacement = displacementOf(found, table, present);
    if (displacement && (best === undefined || found.length > best.found)) best = { displacement, found: found.length };
  }
  return best?.displacement;
}

/** The figures of a row as one text; undefined where it has none to be recognised by. */
function fingerprint(row: TableRow | undefined, columns: readonly ColumnKey[]): string | undefined {
  const figures = columns.map((column) => row?.figures.get(column));
  if (figures.every((figure) => figure === undefined || figure.value.isZero())) return undefined;
  return figures.map((figure) => (figure ? figure.value.toFixed() : "")).join(" ");
}

/** The longest series of rows found in their order, of these the one with most rows in their place. */
function sameOrder(expected: readonly (string | undefined)[], present: readonly (string | undefined)[]): Found[] {
  const size = present.length;
  const worth = Array.from({ length: size + 1 }, () => new Float64Array(size + 1));
  const at = (belongs: number, stands: number): number => worth[belongs]?.[stands] ?? 0;
  const gain = (belongs: number, stands: number): number => {
    if (expected[belongs] === undefined || expected[belongs] !== present[stands]) return 0;
    return belongs === stands ? 1 + 1 / (size + 1) : 1;
  };
  for (let belongs = size - 1; belongs >= 0; belongs -= 1) {
    for (let stands = size - 1; stands >= 0; stands -= 1) {
      const own = gain(belongs, stands);
      const row = worth[belongs];
      if (!row) continue;
      row[stands] = Math.max(
        at(belongs + 1, stands),
        at(belongs, stands + 1),
        own > 0 ? own + at(belongs + 1, stands + 1) : 0,
      );
    }
  }
  const found: Found[] = [];
  for (let belongs = 0, stands = 0; belongs < size && stands < size;) {
    const own = gain(belongs, stands);
    if (own > 0 && at(belongs, stands) === own + at(belongs + 1, stands + 1)) {
      found.push({ belongs, stands });
      belongs += 1;
      stands += 1;
    } else if (at(belongs + 1, stands) >= at(belongs, stands + 1)) belongs += 1;
    else stands += 1;
  }
  return found;
}

function displacementOf(
  found: readonly Found[],
  { rows }: AccountTable,
  present: readonly (string | undefined)[],
): Displacement | undefined {
  const displaced = found.filter(({ belongs, stands }) => belongs !== stands);
  const [first] = displaced;
  const last = displaced.at(-1);
  if (!first || !last || new Set(displaced.map(({ stands }) => present[stands])).size < LEAST_FOUND) return undefined;
  const from = Math.min(first.belongs, first.stands);
  const until = Math.max(last.belongs, last.stands);
  const inPlace = found.filter(({ belongs, stands }) => belongs === stands);
  const within = inPlace.filter(({ stands }) => stands >= from && stands <= until);
  if (within.length > displaced.length * MOST_IN_PLACE) return undefined;
  const next = inPlace.find(({ stands }) => stands > until)?.stands ?? rows.length;
  return { shifts: shiftsOf(from, first, displaced), to: next - 1 };
}

/** Where the number of rows changes; what a single row shows of another number may be chance. */
function shiftsOf(from: number, first: Found, displaced: readonly Found[]): [Shift, ...Shift[]] {
  const byOf = ({ belongs, stands }: Found): number => stands - belongs;
  const shifts: [Shift, ...Shift[]] = [{ from, by: byOf(first) }];
  for (const [index, found] of displaced.entries()) {
    const after = displaced[index + 1];
    if (byOf(found) !== shifts.at(-1)?.by && after && byOf(after) === byOf(found))
      shifts.push({ from: found.stands, by: byOf(found) });
  }
  return shifts;
}
