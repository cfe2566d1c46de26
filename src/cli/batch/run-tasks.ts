import { availableParallelism } from "node:os";
import { checkFile, type FileOutcome, type FileTask } from "./check-file";
import { checkInWorkers } from "./worker-pool";

/** From this many files on, starting threads costs less than it saves. */
const PARALLEL_FROM = 24;

/**
 * Checks all files, on all cores where there are enough of them.
 * @param workers number of threads; undefined lets the number of files and cores decide, 1 starts none
 * @param deliver called with the outcomes in the order of the tasks, one after the other
 */
export async function runTasks(
  tasks: readonly FileTask[],
  workers: number | undefined,
  deliver: (outcome: FileOutcome) => Promise<void>,
): Promise<void> {
  const wanted = workers ?? (tasks.length < PARALLEL_FROM ? 1 : availableParallelism());
  if (wanted > 1 && tasks.length > 1) return checkInWorkers(tasks, wanted, deliver);
  for (const task of tasks) await deliver(await checkFile(task));
}
