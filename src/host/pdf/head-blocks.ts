import { overlap, type Column } from "./aligned-columns";
import type { Run } from "./runs";

/** The lines of one text in the head of a table without lines. */
export interface HeadBlock extends Column {
  readonly runs: readonly Run[];
  /** Baselines of its first and last line. */
  readonly first: number;
  readonly last: number;
  readonly size: number;
}

/** Distance of two lines of one head, as multiples of the font size. */
const [TIGHTEST, LOOSEST] = [0.6, 1.75];
/** Points by which edges or middles of lines of one head may differ. */
const ALIGNED = 2.5;
/** Share of the font size by which baselines of one row may differ. */
const WAVER = 0.35;

/**
 * The heads of a table, their lines put together: a line goes on below when it stands flush or centred with the one above
 * it. It does not where that one is a head over several (本年支出 over 小计, 基本支出, 项目支出).
 */
export function headBlocks(runs: readonly Run[]): readonly HeadBlock[] {
  const blocks: HeadBlock[] = [];
  const inOrder = [...runs].sort((a, b) => a.baseline - b.baseline || a.left - b.left);
  for (const run of inOrder) {
    const above = blocks.findIndex((block) => goesOn(block, run) && !isOverSeveral(block, run, inOrder));
    const block = blocks[above];
    if (block) {
      blocks[above] = {
        ...block,
        left: Math.min(block.left, run.left),
        right: Math.max(block.right, run.right),
        runs: [...block.runs, run],
        last: run.baseline,
      };
    } else {
      const { left, right, baseline, size } = run;
      blocks.push({ left, right, runs: [run], first: baseline, last: baseline, size });
    }
  }
  return blocks.sort((a, b) => a.left - b.left);
}

function goesOn(block: HeadBlock, run: Run): boolean {
  const step = run.baseline - block.last;
  if (step < TIGHTEST * run.size || step > LOOSEST * run.size) return false;
  const before = block.runs[block.runs.length - 1] ?? run;
  return overlap(before, run) > 0 && (near(before.left, run.left) || near(middle(before), middle(run)));
}

/** Whether a head stands over several: over two texts of the line below it, or over one and one beside it with nothing above. */
function isOverSeveral(block: HeadBlock, run: Run, all: readonly Run[]): boolean {
  const beside = all.filter((other) => Math.abs(other.baseline - run.baseline) <= WAVER * run.size);
  if (beside.filter((other) => overlap(other, block) > 0).length > 1) return true;
  // The middle line of three stands beside heads of one line.
  if (all.some((other) => goesOn({ ...block, runs: [run], last: run.baseline }, other))) return false;
  const [next] = beside.filter(({ left }) => left >= run.right).sort((a, b) => a.left - b.left);
  return next !== undefined && !all.some((other) => other.baseline < next.baseline - 1 && overlap(other, next) > 0);
}

const near = (a: number, b: number): boolean => Math.abs(a - b) <= ALIGNED;
const middle = ({ left, right }: Column): number => (left + right) / 2;
