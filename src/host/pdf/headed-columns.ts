import { overlap, type Column } from "./aligned-columns";
import type { HeadBlock } from "./head-blocks";
import { isFigure } from "./page-table";
import { textOfLine, type Run } from "./runs";

/** The columns of a table by its heads, and the one each text of the body stands in. */
export interface HeadedColumns {
  readonly columns: readonly Column[];
  readonly columnOf: ReadonlyMap<Run, number>;
  /** The first and the last column of each head that names columns. */
  readonly spans: readonly { readonly from: number; readonly to: number }[];
}

/**
 * The column each text of the body belongs to, by the heads above: the head it stands under; where it stands under none, a
 * figure belongs to the head left of it (figures stand right in a column, heads left or in the middle), a label to the head
 * right of it. A head with several texts of one line under it is one over as many columns (类, 款, 项 under 科目编码). Undefined
 * where that does not tell the columns either.
 * @param leaves the heads that name a column each, from left to right
 */
export function columnsByHeads(
  body: readonly (readonly Run[])[],
  leaves: readonly HeadBlock[],
): HeadedColumns | undefined {
  const parts = leaves.map((leaf, i) => partsOf(leaf, i, body, leaves));
  const narrow = parts.flat();
  const columnOf = new Map<Run, number>();
  let conflicts = 0;
  for (const line of body) {
    const taken = new Map<number, Run>();
    for (const run of line) {
      const column = columnUnder(run, narrow);
      const other = taken.get(column);
      if (other && overlap(run, other) <= 0) conflicts += 1;
      taken.set(column, run);
      columnOf.set(run, column);
    }
  }
  if (conflicts > MOST_CONFLICTS * columnOf.size) return undefined;
  const columns = narrow.map(({ left, right }, i): Column => {
    const own = [...columnOf].flatMap(([run, column]) => (column === i && !isWide(run, narrow) ? [run] : []));
    return {
      left: Math.min(left, ...own.map((run) => run.left)),
      right: Math.max(right, ...own.map((run) => run.right)),
    };
  });
  let from = 0;
  const spans = parts.map((own) => {
    const span = { from, to: from + own.length - 1 };
    from += own.length;
    return span;
  });
  return { columns, columnOf, spans };
}

/** The columns under a head: itself, or the texts of the line that has most of them there. */
function partsOf(
  leaf: HeadBlock,
  index: number,
  body: readonly (readonly Run[])[],
  leaves: readonly HeadBlock[],
): readonly Column[] {
  let most: readonly Run[] = [];
  for (const line of body) {
    const here = line.filter((run) => columnUnder(run, leaves) === index);
    // Texts printed over one another are lines of neighbouring rows.
    const own = here.filter((run, i) => !here.slice(0, i).some((other) => overlap(run, other) > 0));
    if (own.length > most.length) most = own;
  }
  if (most.length < 2) return [leaf];
  return most.map((run, i) => ({
    left: i === 0 ? Math.min(run.left, leaf.left) : run.left,
    right: run.right,
  }));
}

/** Share of the texts that may stand beside another one in the same column. */
const MOST_CONFLICTS = 0.02;

function columnUnder(run: Run, leaves: readonly Column[]): number {
  const text = textOfLine(run);
  const isNumber = isFigure(text) && !/^\d{3,7}$/.test(text);
  const under = leaves.flatMap((leaf, i) => (overlap(run, leaf) > 0 ? [i] : []));
  // A label that is wider than its column begins there; a figure ends there.
  const [first] = under;
  const last = under[under.length - 1];
  if (first !== undefined && last !== undefined) return isNumber ? last : first;
  const next = leaves.findIndex(({ left }) => left >= run.right);
  if (isNumber) return next < 0 ? leaves.length - 1 : Math.max(0, next - 1);
  return next < 0 ? leaves.length - 1 : next;
}

function isWide(run: Run, leaves: readonly Column[]): boolean {
  return leaves.filter((leaf) => overlap(run, leaf) > 0).length > 1;
}
