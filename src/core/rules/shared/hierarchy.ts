import type { Term } from "../../model/rule";
import { TOTAL_ROW, type AccountTable, type ColumnKey, type TableRow } from "../../model/table";
import { shortName } from "./names";
import { perTable } from "./per-table";
import { figuresAt, hasColumn, labelledTerms, labelRowsOf, term } from "./terms";

/** Length of a code's levels: 类 3, 款 5, 项 7 digits. */
const CLASS = 3;
const SECTION = 5;
const PARENT_LENGTHS = [SECTION, CLASS];

/** The rows of a classified table by what they add up to. */
export interface Hierarchy {
  /** Rows with no printed ancestor: what 合计 adds up to (usually the 类). */
  readonly top: readonly TableRow[];
  /** For each printed code: the rows one printed level below (usually 款 below 类; 项 where no 款 is printed). */
  readonly below: ReadonlyMap<string, readonly TableRow[]>;
  /** Lengths of the codes printed anywhere in the table: a level it prints nowhere was left out on purpose. */
  readonly levels: ReadonlySet<number>;
}

/**
 * Groups the coded rows of a table by prefix of their codes. A level that is not printed is skipped: the next printed
 * level below takes its place. Rows printed twice count twice, as they do for whoever adds the column up.
 */
export const hierarchyOf = perTable((table): Hierarchy => {
  const top: TableRow[] = [];
  const below = new Map<string, TableRow[]>();
  const levels = new Set<number>();
  for (const row of table.rows) {
    if (row.code === undefined || row.level === "total" || row.level === "line") continue;
    levels.add(row.code.length);
    const parent = printedParent(table, row.code);
    if (parent === undefined) {
      top.push(row);
      continue;
    }
    const siblings = below.get(parent);
    if (siblings) siblings.push(row);
    else below.set(parent, [row]);
  }
  return { top, below, levels };
});

/** The longest proper prefix of a code (款, else 类) that the table prints as a row of its own. */
function printedParent(table: AccountTable, code: string): string | undefined {
  return PARENT_LENGTHS.map((length) => code.slice(0, length)).find(
    (prefix) => prefix !== code && table.byKey.has(prefix),
  );
}

/**
 * The rows that stand for a code: its own row; where it has none, the topmost printed rows below it; empty where the
 * table prints nothing under the code.
 */
export function rowsOfCode(table: AccountTable, code: string, hierarchy: Hierarchy): readonly TableRow[] {
  const own = table.byKey.get(code);
  if (own) return [own];
  const orphans = under(code, hierarchy.top);
  const below = hierarchy.below.get(code.slice(0, CLASS));
  return below ? [...orphans, ...under(code, below)] : orphans;
}

function under(code: string, rows: readonly TableRow[]): readonly TableRow[] {
  return rows.filter((row) => row.code?.startsWith(code) === true);
}

/**
 * The terms that stand for 合计 of a classified table in one column: its 合计 row; where none is printed, its topmost
 * rows; none (zero) where the table has no rows, since a table without data is printed so.
 * Undefined where the table lacks the column.
 */
export function totalTerms(table: AccountTable, column: ColumnKey): readonly Term[] | undefined {
  if (!hasColumn(table, column)) return undefined;
  const total = table.byKey.get(TOTAL_ROW);
  const own = total ? figuresAt(total, column) : [];
  if (own.length > 0) return own.flatMap((figure) => term(figure, `${shortName(table)}合计`));
  return labelled(table, hierarchyOf(table).top, column);
}

/** The rows that stand for 合计 in a column: its own row where it prints the column, else the topmost rows. */
export function totalRows(table: AccountTable, hierarchy: Hierarchy, column: ColumnKey): readonly TableRow[] {
  const total = table.byKey.get(TOTAL_ROW);
  return total && figuresAt(total, column).length > 0 ? [total] : hierarchy.top;
}

/**
 * The terms that stand for a class (类) of a classified table in one column: its row; where none is printed, the topmost
 * rows below it; none (zero) where the table prints nothing of the class. Undefined where the table lacks the column.
 */
export function classTerms(
  table: AccountTable,
  hierarchy: Hierarchy,
  code: string,
  column: ColumnKey,
): readonly Term[] | undefined {
  return hasColumn(table, column) ? labelled(table, rowsOfCode(table, code, hierarchy), column) : undefined;
}

function labelled(table: AccountTable, rows: readonly TableRow[], column: ColumnKey): Term[] {
  return labelledTerms(labelRowsOf(table, rows), column);
}
