import type { AccountBook } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { Pattern } from "../../model/diagnosis";
import type { AccountTable, ColumnKey, TableRow } from "../../model/table";
import type { PatternMatch } from "../patterns";
import type { Places } from "../places";
import { magnitude } from "../scale";
import type { Equation, LinearSystem } from "../system";
import { rowWords } from "./words";

/** Violated sums of one parent row: by column, parent − Σ children (scaled). */
interface BrokenParent {
  readonly table: AccountTable;
  readonly parent: TableRow;
  readonly byColumn: ReadonlyMap<ColumnKey, Equation>;
}

/** Fewer columns could be explained by one wrong cell; a whole row shows in at least two. */
const LEAST_COLUMNS = 2;

/** Rows that stand twice or were left out: the sums of their parent are off by that row in every column. */
export function rowPatterns(
  book: AccountBook,
  system: LinearSystem,
  places: Places,
  violated: readonly Equation[],
): readonly PatternMatch[] {
  return brokenParents(violated, places).flatMap((broken) => {
    if (broken.byColumn.size < LEAST_COLUMNS) return [];
    const twice = duplicateUnder(broken, system);
    if (twice) return [matchOf("duplicatedRow", broken, twice, [], system)];
    const left = omittedUnder(broken, book, system, places);
    return left ? [matchOf("missingRow", broken, left, [left], system)] : [];
  });
}

function matchOf(
  kind: Pattern["kind"],
  { table, parent, byColumn }: BrokenParent,
  row: TableRow,
  references: readonly TableRow[],
  system: LinearSystem,
): PatternMatch {
  const cell =
    (kind === "duplicatedRow" ? (row.codeCell ?? row.nameCell) : undefined) ?? parent.codeCell ?? parent.nameCell;
  const referenced = new Set(references.flatMap((r) => [...r.figures.values()].map((f) => cellKey(f.cell))));
  const related = system.violated.filter((equation) =>
    equation.members.some(({ unknown }) => referenced.has(cellKey(unknown.figure.cell))),
  );
  return {
    pattern: { kind, sheet: table.sheet, row: rowWords(row), ...(cell ? { cell } : {}) },
    equations: [...new Set([...byColumn.values(), ...related])],
    inQuestion: [],
  };
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

/**
 * The row left out under a parent whose sums fall short in several columns: a row other tables print under this parent
 * and this one does not. One whose figures are what is missing, else the only one of that kind.
 */
function omittedUnder(
  broken: BrokenParent,
  book: AccountBook,
  system: LinearSystem,
  places: Places,
): TableRow | undefined {
  const { table, parent, byColumn } = broken;
  if ([...byColumn.values()].some(({ difference }) => difference < 0n)) return undefined;
  const prefix = parent.level === "total" ? "" : (parent.code ?? "");
  const children = new Set(
    table.rows.flatMap(({ code }) => (code?.startsWith(prefix) && code !== prefix ? [code.length] : [])),
  );
  const absent = new Map<string, TableRow>();
  for (const source of book.tables.values()) {
    if (source === table || !isClassified(source)) continue;
    for (const row of source.rows) {
      const isBelow = row.code !== undefined && row.code !== prefix && row.code.startsWith(prefix);
      if (!isBelow || table.byKey.has(row.key)) continue;
      if (matches(row, byColumn, 1n, system)) return row;
      const isSibling = children.size === 0 || Math.min(...children) === row.code.length;
      if (isSibling && !absent.has(row.key)) absent.set(row.key, row);
    }
  }
  const [only, ...others] = absent.values();
  return others.length === 0 && isLikeARow(broken, places) ? only : undefined;
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
