import type { AccountBook } from "../../model/book";
import type { AccountTable, TableRow } from "../../model/table";
import type { PatternMatch } from "../patterns";
import type { Place, Places } from "../places";
import { magnitude } from "../scale";
import type { Equation, LinearSystem, Unknown } from "../system";
import { rowWords } from "./words";

/** Figures are looked for this many rows above and below where they belong. */
const MOST_ROWS = 3;
/** A slip in a single cell breaks few identities; a moved block must mend at least this many … */
const LEAST_MENDED = 3;
/** … and leave at most this share of them broken. */
const MOST_BROKEN = 0.15;
/** What so few rows explain between them is mistakes in these rows. */
const LEAST_ROWS = 3;
/** Longer tables are not searched. */
const LONGEST = 400;

/** That from a row on the figures of a table stand some rows too low (negative: too high). */
interface Move {
  readonly table: AccountTable;
  readonly from: number;
  readonly by: number;
}

/** A violated or mended equation counts by its columns and counterparts: one row moved shows in each of them. */
interface Score {
  readonly move: Move;
  readonly mended: readonly Equation[];
  readonly broken: number;
}

/**
 * Tables whose figures, from some row on, belong one to three rows further down or up: moved there, the violated sums and
 * ties to other tables hold. Rows whose own figures the block covers, or whose figures fell off its end, are unknown.
 */
export function movedRows(book: AccountBook, system: LinearSystem, places: Places): readonly PatternMatch[] {
  return [...book.tables.values()].flatMap((table) => {
    if (table.rows.length > LONGEST) return [];
    const isOwn = ({ unknown }: { readonly unknown: Unknown }): boolean =>
      places.at(unknown.figure.cell)?.table === table;
    const broken = system.violated.filter((equation) => equation.members.some(isOwn));
    if (broken.filter(({ relation }) => relation === "=").length < LEAST_MENDED) return [];
    const own = system.equations.filter((e) => e.relation === "=" && e.members.some(isOwn));
    const best = bestMove(table, own, evaluator(table, system, places));
    if (!best || rowsBehind(broken, table, places) < LEAST_ROWS) return [];
    const { from, by } = best.move;
    const row = table.rows[from];
    const cell = row?.codeCell ?? row?.nameCell;
    return [
      {
        pattern: {
          kind: "movedRows" as const,
          sheet: table.sheet,
          by,
          ...(row ? { row: rowWords(row) } : {}),
          ...(cell ? { cell } : {}),
        },
        equations: broken,
        inQuestion: [],
      },
    ];
  });
}

function bestMove(table: AccountTable, equations: readonly Equation[], evaluate: Evaluate): Score | undefined {
  let best: Score | undefined;
  for (let from = 1; from < table.rows.length; from += 1) {
    for (let by = -MOST_ROWS; by <= MOST_ROWS; by += 1) {
      if (by === 0 || from + by < 0) continue;
      const score = scoreOf({ table, from, by }, equations, evaluate);
      if (score.mended.length < LEAST_MENDED || score.broken > score.mended.length * MOST_BROKEN) continue;
      if (!best || isBetter(score, best)) best = score;
    }
  }
  return best;
}

function isBetter(a: Score, b: Score): boolean {
  const worth = ({ mended, broken }: Score): number => mended.length - 3 * broken;
  return worth(a) > worth(b) || (worth(a) === worth(b) && Math.abs(a.move.by) < Math.abs(b.move.by));
}

/** How an equation comes out under a move: its difference, undefined where a member is unknown. */
type Evaluate = (
  equation: Equation,
  move: Move,
) => { readonly difference: bigint; readonly moves: boolean } | undefined;

function evaluator(table: AccountTable, { scale }: LinearSystem, places: Places): Evaluate {
  const index = new Map(table.rows.map((row, at) => [row, at]));
  const located = new Map<Unknown, Place | undefined>();
  const placeOf = (unknown: Unknown): Place | undefined => {
    if (!located.has(unknown)) located.set(unknown, places.at(unknown.figure.cell));
    return located.get(unknown);
  };
  return (equation, { from, by }) => {
    let difference = 0n;
    let moves = false;
    for (const { unknown, coefficient } of equation.members) {
      const place = placeOf(unknown);
      const at = place?.table === table ? index.get(place.row) : undefined;
      if (place === undefined || at === undefined || at < Math.min(from, from + by)) {
        difference += coefficient * unknown.value;
        continue;
      }
      const figure = at < from ? undefined : table.rows[at + by]?.figures.get(place.column);
      if (!figure || figure.kind === "invalid") return undefined;
      const value = scale.toInteger(figure.value);
      moves ||= value !== 0n;
      difference += coefficient * value;
    }
    return { difference, moves };
  };
}

function scoreOf(move: Move, equations: readonly Equation[], evaluate: Evaluate): Score {
  const mended: Equation[] = [];
  let broken = 0;
  for (const equation of equations) {
    const after = evaluate(equation, move);
    if (!after) continue;
    if (magnitude(after.difference) > toleranceAfter(equation)) broken += 1;
    else if (equation.violated && after.moves) mended.push(equation);
  }
  return { move, mended, broken };
}

/** Figures that take each other's place are rounded alike: a member that is zero now may then carry a slack. */
function toleranceAfter(equation: Equation): bigint {
  return equation.members.reduce((total, { unknown }) => total + unknown.half, 0n);
}

/** How many rows it takes, at least, that every violated equality has a figure in one of them; counted greedily. */
function rowsBehind(violated: readonly Equation[], table: AccountTable, places: Places): number {
  const open = new Map(
    violated
      .filter(({ relation }) => relation === "=")
      .map((equation) => [equation, new Set(rowsOf(equation, table, places))]),
  );
  let rows = 0;
  for (; open.size > 0; rows += 1) {
    const counts = new Map<TableRow, number>();
    for (const own of open.values()) for (const row of own) counts.set(row, (counts.get(row) ?? 0) + 1);
    const [most] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    for (const [equation, own] of open) if (own.has(most)) open.delete(equation);
  }
  return rows;
}

function rowsOf({ members }: Equation, table: AccountTable, places: Places): readonly TableRow[] {
  return members.flatMap(({ unknown }) => {
    const place = places.at(unknown.figure.cell);
    return place?.table === table ? [place.row] : [];
  });
}
