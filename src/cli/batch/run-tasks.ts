import { availableParallelism } from "node:os";
import type { FileOutcome, FileTask } from "./outcome";
import { checkInWorkers } from "./worker-pool";

/** From this many files on, a further thread costs less than it saves. */
const PARALLEL_FROM = 8;

/** Memory a file may take: far above what the largest readable workbook needs. */
const MEGABYTES = 1024;

/** How the files are checked. */
export interface RunLimits {
  /** Number of threads; undefined lets the number of files and cores decide. */
  readonly threads: number | undefined;
  /** What one file may take. */
  readonly seconds: number;
}

/**
 * Checks all files, on all cores where there are enough of them; in threads also where there is only one, so that a
 * file can be given up.
 * @param deliver called with the outcomes in the order of the tasks, one after the other
 */
export async function runTasks(
  tasks: readonly FileTask[],
  { threads, seconds }: RunLimits,
  deliver: (outcome: FileOutcome) => Promise<void>,
): Promise<void> {
  if (tasks.length === 0) return;
  const wanted = threads ?? (tasks.length < PARALLEL_FROM ? 1 : availableParallelism());
  return checkInWorkers(tasks, { threads: wanted, seconds, megabytes: MEGABYTES }, deliver);
}
