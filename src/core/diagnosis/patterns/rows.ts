import type { AccountBook } from "../../model/book";
import { cellKey } from "../../model/cell";
import type { Pattern } from "../../model/diagnosis";
import type { Figure } from "../../model/figure";
import type { AccountTable, ColumnKey, TableRow } from "../../model/table";
import type { PatternMatch } from "../patterns";
import { magnitude } from "../scale";
import type { Equation, LinearSystem } from "../system";

/** Violated sums of one parent row: by column, parent − Σ children (scaled). */
interface BrokenParent {
  readonly table: AccountTable;
  readonly parent: TableRow;
  readonly byColumn: ReadonlyMap<ColumnKey, Equation>;
}

/** Fewer columns could be explained by one wrong cell; a whole row shows in at least two. */
const LEAST_COLUMNS = 2;

/** Rows that stand twice or were left out: the sums of their parent are off by exactly that row in every column. */
export function rowPatterns(book: AccountBook, system: LinearSystem): readonly PatternMatch[] {
  return brokenParents(book, system).flatMap((broken) => {
    if (broken.byColumn.size < LEAST_COLUMNS) return [];
    const twice = duplicateUnder(broken, system);
    if (twice) return [matchOf("duplicatedRow", broken, twice, [], system)];
    const [left, source] = omittedUnder(broken, book, system) ?? [];
    return left && source
      ? [
          matchOf(
            "missingRow",
            broken,
            left,
            [...source.rows].filter((r) => r === left),
            system,
          ),
        ]
      : [];
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
    pattern: { kind, sheet: table.sheet, row: `${row.code ?? ""} ${row.name}`.trim(), ...(cell ? { cell } : {}) },
    equations: [...new Set([...byColumn.values(), ...related])],
    inQuestion: [],
  };
}

/** Violated single-column sums, grouped by the row their total stands in. */
function brokenParents(book: AccountBook, system: LinearSystem): readonly BrokenParent[] {
  const sums = system.violated.filter(isBrokenColumnSum);
  if (sums.length < LEAST_COLUMNS) return [];
  const places = new Map<Figure, { table: AccountTable; row: TableRow; column: ColumnKey }>();
  for (const table of book.tables.values()) {
    for (const row of table.rows)
      for (const [column, figure] of row.figures) places.set(figure, { table, row, column });
  }
  const parents = new Map<TableRow, { table: AccountTable; parent: TableRow; byColumn: Map<ColumnKey, Equation> }>();
  for (const equation of sums) {
    const total = equation.judged.identity.left[0]?.figure;
    const place = total && places.get(total);
    if (!place) continue;
    const entry = parents.get(place.row) ?? { table: place.table, parent: place.row, byColumn: new Map() };
    entry.byColumn.set(place.column, equation);
    parents.set(place.row, entry);
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

/** A row that another table has under this parent and this table lacks, equal to what is missing in every column. */
function omittedUnder(
  { table, parent, byColumn }: BrokenParent,
  book: AccountBook,
  system: LinearSystem,
): readonly [TableRow, AccountTable] | undefined {
  const prefix = parent.level === "total" ? "" : (parent.code ?? "");
  for (const source of book.tables.values()) {
    if (source === table) continue;
    for (const row of source.rows) {
      const isBelow = row.code !== undefined && row.code !== prefix && row.code.startsWith(prefix);
      if (isBelow && !table.byKey.has(row.key) && matches(row, byColumn, 1n, system)) return [row, source];
    }
  }
  return undefined;
}

/** Whether the row holds, in every violated column it has, `sign` times the difference; at least two such columns. */
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
