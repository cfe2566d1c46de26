import type { AccountTable, TableRow } from "../../../model/table";
import type { Place, Places } from "../../places";
import { magnitude } from "../../scale";
import type { Equation, LinearSystem, Unknown } from "../../system";
import { cellOf, cellsOf } from "../words";
import type { Displacement } from "./displacement";

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

/** That from a row on the figures of a block stand some rows too low (negative: too high). */
interface Move {
  /** Rows below one another on the sheet: a table, a half or a column of blocks of it. */
  readonly block: readonly TableRow[];
  /** The first row whose own figures stand elsewhere. */
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
 * How the figures of a table are displaced, judged by sums and ties: moved back one to three rows from some row on, the
 * violated ones hold. Rows whose own figures the block covers, or whose figures fell off its end, are unknown.
 */
export function displacedBySums(
  table: AccountTable,
  { system, places }: { readonly system: LinearSystem; readonly places: Places },
): Displacement | undefined {
  if (table.rows.length > LONGEST) return undefined;
  const isOwn = ({ unknown }: { readonly unknown: Unknown }): boolean =>
    places.at(unknown.figure.cell)?.table === table;
  const isSum = (equation: Equation): boolean => equation.relation === "=" && equation.members.some(isOwn);
  const broken = system.violated.filter(isSum);
  if (broken.length < LEAST_MENDED) return undefined;
  if (rowsBehind(broken, table, places) < LEAST_ROWS) return undefined;
  const own = system.equations.filter(isSum);
  let best: Score | undefined;
  for (const block of blocksOf(table)) {
    const score = bestMove(block, own, evaluator(block, system, places));
    if (score && (!best || isBetter(score, best))) best = score;
  }
  if (!best) return undefined;
  const { block, from, by } = best.move;
  const first = block[Math.min(from, from + by)];
  const last = block.at(-1);
  if (!first || !last) return undefined;
  return { shifts: [{ from: table.rows.indexOf(first), by }], to: table.rows.indexOf(last) };
}

/** The rows of a table, cut where the next one stands higher on the sheet: beside those before it. */
function blocksOf({ rows }: AccountTable): readonly (readonly TableRow[])[] {
  const blocks: TableRow[][] = [];
  let above = -1;
  for (const row of rows) {
    const [figure] = row.figures.values();
    const at = (figure?.cell ?? cellOf(row))?.row ?? above;
    const block = blocks.at(-1);
    if (block && at >= above) block.push(row);
    else blocks.push([row]);
    above = at;
  }
  return blocks;
}

function bestMove(block: Move["block"], equations: readonly Equation[], evaluate: Evaluate): Score | undefined {
  let best: Score | undefined;
  for (let from = 0; from < block.length; from += 1) {
    for (let by = -MOST_ROWS; by <= MOST_ROWS; by += 1) {
      if (by === 0 || from + by < 0) continue;
      const score = scoreOf({ block, from, by }, equations, evaluate);
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

function evaluator(block: Move["block"], { scale }: LinearSystem, places: Places): Evaluate {
  const index = new Map(block.map((row, at) => [row, at]));
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
      const at = place && index.get(place.row);
      if (place === undefined || at === undefined || at < Math.min(from, from + by)) {
        difference += coefficient * unknown.value;
        continue;
      }
      const figure = at < from ? undefined : block[at + by]?.figures.get(place.column);
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
  const open = new Map(violated.map((equation) => [equation, new Set(places.rowsOf(table, cellsOf(equation)))]));
  let rows = 0;
  for (; open.size > 0; rows += 1) {
    const counts = new Map<TableRow, number>();
    for (const own of open.values()) for (const row of own) counts.set(row, (counts.get(row) ?? 0) + 1);
    const [most] = [...counts].reduce((best, entry) => (entry[1] > best[1] ? entry : best));
    for (const [equation, own] of open) if (own.has(most)) open.delete(equation);
  }
  return rows;
}
