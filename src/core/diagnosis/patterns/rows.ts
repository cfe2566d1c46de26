import type { AccountBook } from "../../model/book";
import type { CellAddress } from "../../model/cell";
import type { Pattern } from "../../model/diagnosis";
import type { AccountTable, ColumnKey, RowKey, TableRow } from "../../model/table";
import { hierarchyOf } from "../../rules/shared/hierarchy";
import type { PatternMatch } from "../patterns";
import type { Places } from "../places";
import { magnitude } from "../scale";
import type { Equation, LinearSystem } from "../system";
import { cellOf, rowWords } from "./words";

/** Violated sums of one parent row: by column, parent − Σ children (scaled). */
interface BrokenParent {
  readonly table: AccountTable;
  readonly parent: TableRow;
  readonly byColumn: ReadonlyMap<ColumnKey, Equation>;
}

/** Fewer columns could be explained by one wrong cell; a whole row shows in at least two. */
const LEAST_COLUMNS = 2;

/**
 * Rows that stand twice or were left out: the sums of their parent are off by that row in every column, or the table lists
 * nothing below a row under which another one has figures.
 */
export function rowPatterns(
  book: AccountBook,
  system: LinearSystem,
  places: Places,
  violated: readonly Equation[],
): readonly PatternMatch[] {
  const byCode = equationsByRow(violated, places);
  const found = brokenParents(violated, places).flatMap((broken): PatternMatch[] => {
    const exact = exactRow(broken, byCode, book, system);
    if (exact) return [exact];
    const left = broken.byColumn.size < LEAST_COLUMNS ? undefined : likelyOmitted(broken, book, places);
    return left ? [omission(broken, left, byCode)] : [];
  });
  for (const [key, equations] of byCode) {
    if (found.some((match) => equations.some((equation) => match.equations.includes(equation)))) continue;
    const childless = [...book.tables.values()].flatMap((table) => childlessParent(table, key) ?? []);
    const [only, ...others] = childless;
    const row = [...book.tables.values()].flatMap((table) => table.byKey.get(key) ?? [])[0];
    if (only && others.length === 0 && row)
      found.push(matchOf("missingRow", only.table, row, cellOf(only.parent), equations));
  }
  return found;
}

/** Of these the rows whose figures are what the sums of several columns are off by: no blank says the same. */
export function exactRowPatterns(
  book: AccountBook,
  system: LinearSystem,
  places: Places,
  violated: readonly Equation[],
): readonly PatternMatch[] {
  const byCode = equationsByRow(violated, places);
  return brokenParents(violated, places).flatMap((broken) => exactRow(broken, byCode, book, system) ?? []);
}

function exactRow(
  broken: BrokenParent,
  byCode: ReadonlyMap<RowKey, readonly Equation[]>,
  book: AccountBook,
  system: LinearSystem,
): PatternMatch | undefined {
  const { table, parent, byColumn } = broken;
  if (byColumn.size < LEAST_COLUMNS) return undefined;
  const twice = duplicateUnder(broken, system);
  if (twice) return matchOf("duplicatedRow", table, twice, cellOf(twice) ?? cellOf(parent), [...byColumn.values()]);
  const left = isShort(broken) ? absentRows(broken, book).find((row) => matches(row, byColumn, 1n, system)) : undefined;
  return left && omission(broken, left, byCode);
}

function omission(
  { table, parent, byColumn }: BrokenParent,
  row: TableRow,
  byCode: ReadonlyMap<RowKey, readonly Equation[]>,
): PatternMatch {
  const equations = [...byColumn.values(), ...(byCode.get(row.key) ?? [])];
  return matchOf("missingRow", table, row, cellOf(parent), equations);
}

function matchOf(
  kind: Pattern["kind"],
  { sheet }: AccountTable,
  row: TableRow,
  cell: CellAddress | undefined,
  equations: readonly Equation[],
): PatternMatch {
  return {
    pattern: { kind, sheet, row: rowWords(row), ...(cell ? { cell } : {}) },
    equations: [...new Set(equations)],
    inQuestion: [],
  };
}

/** The equations that hold one code's figures of some tables against the others', by the code. */
function equationsByRow(violated: readonly Equation[], places: Places): ReadonlyMap<RowKey, readonly Equation[]> {
  const byRow = new Map<RowKey, Equation[]>();
  for (const equation of violated) {
    const rows = new Set(equation.members.map(({ unknown }) => places.at(unknown.figure.cell)?.row));
    const [first] = rows;
    if (first?.code === undefined || first.level === "total" || [...rows].some((row) => row?.key !== first.key))
      continue;
    const sheets = new Set(equation.members.map(({ unknown }) => unknown.figure.cell.sheet));
    // Sums within one row say nothing of a row that another table lacks.
    if (isAcross(equation, [...sheets])) byRow.set(first.key, [...(byRow.get(first.key) ?? []), equation]);
  }
  return byRow;
}

/** Whether the equation compares tables: its figures stand on several sheets, or in one column of one row against nothing. */
function isAcross({ members }: Equation, sheets: readonly string[]): boolean {
  return sheets.length > 1 || members.length === 1;
}

/**
 * The row of a table under which a code is due that it does not print: it has figures and nothing below it, though the
 * table prints rows of the code's level elsewhere.
 */
function childlessParent(table: AccountTable, code: RowKey): { table: AccountTable; parent: TableRow } | undefined {
  const { below, levels } = hierarchyOf(table);
  if (table.byKey.has(code) || !levels.has(code.length)) return undefined;
  const parent = table.byKey.get(code.slice(0, code.length - 2));
  if (parent?.code === undefined || below.has(parent.code)) return undefined;
  return [...parent.figures.values()].some(({ value }) => !value.isZero()) ? { table, parent } : undefined;
}

/** Violated single-column sums, grouped by the row their total stands in. */
function brokenParents(violated: readonly Equation[], places: Places): readonly BrokenParent[] {
  const parents = new Map<TableRow, { table: AccountTable; parent: TableRow; byColumn: Map<ColumnKey, Equation> }>();
  for (const equation of violated.filter(isBrokenColumnSum)) {
    const total = equation.judged.identity.left[0]?.figure;
    const place = total && places.at(total.cell);
    if (!place) continue;
    const { table, row: parent, column } = place;
    const entry = parents.get(parent) ?? { table, parent, byColumn: new Map() };
    entry.byColumn.set(column, equation);
    parents.set(parent, entry);
  }
  return [...parents.values()];
}

function isBrokenColumnSum({ relation, judged }: Equation): boolean {
  const [total, ...others] = judged.identity.left;
  return (
    relation === "=" &&
    others.length === 0 &&
    judged.identity.right.every((t) => t.figure.cell.column === total?.figure.cell.column)
  );
}

/** A row printed twice whose figures are what every column's children sum to too much. */
function duplicateUnder({ table, byColumn }: BrokenParent, system: LinearSystem): TableRow | undefined {
  return table.rows.find((row, index) => {
    const first = table.rows.findIndex((other) => other.key === row.key);
    return first < index && matches(row, byColumn, -1n, system);
  });
}

/** The one row that can have been left out under a parent whose sums fall short as by the figures of a row. */
function likelyOmitted(broken: BrokenParent, book: AccountBook, places: Places): TableRow | undefined {
  if (!isShort(broken) || !isLikeARow(broken, places)) return undefined;
  const { rows } = broken.table;
  const prefix = prefixOf(broken.parent);
  const levels = rows.flatMap(({ code }) => (code?.startsWith(prefix) && code !== prefix ? [code.length] : []));
  const siblings = absentRows(broken, book).filter(
    ({ code }) => levels.length === 0 || Math.min(...levels) === code?.length,
  );
  return new Set(siblings.map(({ key }) => key)).size === 1 ? siblings[0] : undefined;
}

/** Rows below a parent that other tables print and this one does not. */
function absentRows({ table, parent }: BrokenParent, book: AccountBook): readonly TableRow[] {
  const prefix = prefixOf(parent);
  return [...book.tables.values()]
    .filter((source) => source !== table && isClassified(source))
    .flatMap(({ rows }) =>
      rows.filter(
        ({ key, code }) => code !== undefined && code !== prefix && code.startsWith(prefix) && !table.byKey.has(key),
      ),
    );
}

function prefixOf({ level, code }: TableRow): string {
  return level === "total" ? "" : (code ?? "");
}

function isShort({ byColumn }: BrokenParent): boolean {
  return [...byColumn.values()].every(({ difference }) => difference >= 0n);
}

/** Whether what is missing in the columns adds up across as the figures of one row do. */
function isLikeARow({ parent, byColumn }: BrokenParent, places: Places): boolean {
  const missing = new Map([...byColumn].map(([column, { difference }]) => [column, difference]));
  const [first] = byColumn.values();
  const total = first?.members.find(({ unknown }) => places.at(unknown.figure.cell)?.row === parent)?.unknown;
  const across = total?.uses.filter(({ equation }) =>
    equation.members.every(({ unknown }) => places.at(unknown.figure.cell)?.row === parent),
  );
  return (across ?? []).some(({ equation }) => {
    let sum = 0n;
    for (const { unknown, coefficient } of equation.members) {
      const column = places.at(unknown.figure.cell)?.column;
      sum += coefficient * (column === undefined ? 0n : (missing.get(column) ?? 0n));
    }
    return magnitude(sum) <= equation.tolerance;
  });
}

function isClassified({ rows }: AccountTable): boolean {
  return rows.some(({ level }) => level === "item" || level === "section" || level === "class");
}

/** Whether the row holds `sign` times the difference in the columns they share, at least two of them. */
function matches(
  row: TableRow,
  byColumn: ReadonlyMap<ColumnKey, Equation>,
  sign: 1n | -1n,
  system: LinearSystem,
): boolean {
  let compared = 0;
  for (const [column, equation] of byColumn) {
    const figure = row.figures.get(column);
    if (!figure) return false;
    const missing = system.scale.toInteger(figure.value) * sign;
    if (magnitude(equation.difference - missing) > equation.tolerance) return false;
    compared += 1;
  }
  return compared >= LEAST_COLUMNS;
}
