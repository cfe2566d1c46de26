import { parentPort } from "node:worker_threads";
import { checkFile } from "./check-file";
import type { FileTask } from "./outcome";

/** A thread that checks one file after another: a task comes in, its outcome goes out. */
parentPort?.on("message", (task: FileTask) => {
  void checkFile(task).then((outcome) => parentPort?.postMessage(outcome));
});
