import { Worker } from "node:worker_threads";
import { cliTexts } from "../../text/cli";
import { unread, type FileOutcome, type FileTask } from "./check-file";

/** Outcomes that may wait for a slower file before them: bounds the memory, whatever the number of files. */
const WAITING_PER_WORKER = 8;

/**
 * Checks files in worker threads, each thread one file at a time. A thread that dies (out of memory, a fault of the
 * runtime) costs only the file it had in hand.
 * @param deliver called with the outcomes in the order of the tasks, one after the other
 * @param program what a thread runs: the module worker, beside this one in the bundle
 */
export function checkInWorkers(
  tasks: readonly FileTask[],
  workers: number,
  deliver: (outcome: FileOutcome) => Promise<void>,
  program = new URL("./worker.js", import.meta.url),
): Promise<void> {
  return new Promise((resolve, reject) => {
    new Pool(tasks, deliver, () => startThread(program), resolve, reject).start(Math.min(workers, tasks.length));
  });
}

/**
 * A thread that knows nothing of the options this process was started with. Small young generations keep a long run's
 * memory flat; the bound on the old one is far above what the largest readable workbook needs.
 */
function startThread(program: URL): Worker {
  return new Worker(program, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 1024 },
  });
}

class Pool {
  private next = 0;
  private delivered = 0;
  private isDelivering = false;
  private limit = 0;
  private readonly waiting = new Map<number, FileOutcome>();
  /** Every living thread and the number of the task it has in hand. */
  private readonly threads = new Map<Worker, number | undefined>();

  constructor(
    private readonly tasks: readonly FileTask[],
    private readonly deliver: (outcome: FileOutcome) => Promise<void>,
    private readonly newThread: () => Worker,
    private readonly done: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  start(workers: number): void {
    this.limit = workers * WAITING_PER_WORKER;
    for (let i = 0; i < workers; i++) this.addThread();
  }

  private addThread(): void {
    const thread = this.newThread();
    this.threads.set(thread, undefined);
    thread.on("message", (outcome: FileOutcome) => {
      this.take(this.threads.get(thread), outcome);
      this.threads.set(thread, undefined);
      this.hand();
    });
    thread.on("error", (error) => this.lose(thread, error.stack ?? error.message));
    thread.on("exit", (code) => this.lose(thread, `exit ${code}`));
    this.hand();
  }

  /** Gives tasks to idle threads, unless too many outcomes wait for a slow file. */
  private hand(): void {
    for (const [thread, current] of this.threads) {
      const task = this.tasks[this.next];
      if (!task || this.next - this.delivered >= this.limit) return;
      if (current !== undefined) continue;
      this.threads.set(thread, this.next++);
      thread.postMessage(task);
    }
  }

  /** A thread died: its file counts as not checked, another thread takes its place. */
  private lose(thread: Worker, cause: string): void {
    if (!this.threads.has(thread)) return;
    const current = this.threads.get(thread);
    this.threads.delete(thread);
    if (this.next < this.tasks.length) this.addThread();
    const task = current === undefined ? undefined : this.tasks[current];
    if (task) this.take(current, unread(task.file, `${cliTexts.failed}\n${cause}`, task.options));
  }

  private take(index: number | undefined, outcome: FileOutcome): void {
    if (index === undefined) return;
    this.waiting.set(index, outcome);
    void this.flush();
  }

  private async flush(): Promise<void> {
    if (this.isDelivering) return;
    this.isDelivering = true;
    try {
      for (let outcome = this.waiting.get(this.delivered); outcome; outcome = this.waiting.get(this.delivered)) {
        this.waiting.delete(this.delivered);
        await this.deliver(outcome);
        this.delivered += 1;
        this.hand();
      }
    } catch (error) {
      this.stop();
      this.failed(error);
      return;
    }
    this.isDelivering = false;
    if (this.delivered < this.tasks.length) return;
    this.stop();
    this.done();
  }

  private stop(): void {
    const threads = [...this.threads.keys()];
    this.threads.clear();
    for (const thread of threads) void thread.terminate();
  }
}
