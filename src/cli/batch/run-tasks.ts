import { availableParallelism } from "node:os";
import type { FileOutcome, FileTask } from "./outcome";
import { checkInWorkers } from "./worker-pool";

/** From this many files on, a further thread costs less than it saves. */
const PARALLEL_FROM = 8;

/** Memory a file may take: far above what the largest readable workbook needs. */
const MEGABYTES = 1024;

/**
 * Checks all files, on all cores where there are enough of them; in threads also where there is only one, so that a
 * file can be given up.
 * @param seconds what one file may take
 * @param deliver called with the outcomes in the order of the tasks, one after the other
 */
export async function runTasks(
  tasks: readonly FileTask[],
  seconds: number,
  deliver: (outcome: FileOutcome) => Promise<void>,
): Promise<void> {
  if (tasks.length === 0) return;
  const threads = tasks.length < PARALLEL_FROM ? 1 : availableParallelism();
  return checkInWorkers(tasks, { threads, seconds, megabytes: MEGABYTES }, deliver);
}
