import { Worker } from "node:worker_threads";
import { cliTexts } from "../../text/cli";
import { programFault } from "../program-fault";
import { unread, type FileOutcome, type FileTask } from "./outcome";

/** Outcomes that may wait for a slower file before them: bounds the memory, whatever the number of files. */
const WAITING_PER_WORKER = 8;

/** What threads there are and what one file may take. */
export interface PoolLimits {
  readonly threads: number;
  readonly seconds: number;
  readonly megabytes: number;
}

/**
 * Checks files in worker threads, each thread one file at a time. A thread that dies (out of memory, a fault of the
 * runtime) or takes too long costs only the file it had in hand.
 * @param deliver called with the outcomes in the order of the tasks, one after the other
 * @param program what a thread runs: the module worker, beside this one in the bundle
 */
export function checkInWorkers(
  tasks: readonly FileTask[],
  { threads, seconds, megabytes }: PoolLimits,
  deliver: (outcome: FileOutcome) => Promise<void>,
  program = new URL("./worker.js", import.meta.url),
): Promise<void> {
  return new Promise((resolve, reject) => {
    const pool = new Pool(tasks, seconds, deliver, () => startThread(program, megabytes), resolve, reject);
    pool.start(Math.min(threads, tasks.length));
  });
}

/**
 * A thread that knows nothing of the options this process was started with. Small young generations keep a long run's
 * memory flat.
 */
function startThread(program: URL, megabytes: number): Worker {
  return new Worker(program, {
    execArgv: [],
    resourceLimits: { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: megabytes },
  });
}

/** The task a thread has in hand, and the clock that runs for it. */
interface InHand {
  readonly index: number;
  readonly clock: NodeJS.Timeout;
}

class Pool {
  private next = 0;
  private delivered = 0;
  private isDelivering = false;
  private limit = 0;
  private readonly waiting = new Map<number, FileOutcome>();
  /** Every living thread and what it has in hand. */
  private readonly threads = new Map<Worker, InHand | undefined>();

  constructor(
    private readonly tasks: readonly FileTask[],
    private readonly seconds: number,
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
      this.take(this.free(thread), outcome);
      this.hand();
    });
    thread.on("error", (error) => this.lose(thread, causeOf(error)));
    thread.on("exit", (code) => this.lose(thread, programFault(`exit ${code}`)));
    this.hand();
  }

  /** Gives tasks to idle threads, unless too many outcomes wait for a slow file. */
  private hand(): void {
    for (const [thread, current] of this.threads) {
      const task = this.tasks[this.next];
      if (!task || this.next - this.delivered >= this.limit) return;
      if (current !== undefined) continue;
      const clock = setTimeout(() => this.lose(thread, cliTexts.timedOut(this.seconds)), this.seconds * 1000);
      this.threads.set(thread, { index: this.next++, clock });
      thread.postMessage(task);
    }
  }

  /** Takes the task out of a thread's hand; answers its number. */
  private free(thread: Worker): number | undefined {
    const current = this.threads.get(thread);
    clearTimeout(current?.clock);
    this.threads.set(thread, undefined);
    return current?.index;
  }

  /** A thread died or is given up: its file counts as not checked, another thread takes its place. */
  private lose(thread: Worker, reason: string): void {
    if (!this.threads.has(thread)) return;
    const index = this.free(thread);
    this.threads.delete(thread);
    void thread.terminate();
    if (this.next < this.tasks.length) this.addThread();
    const task = index === undefined ? undefined : this.tasks[index];
    if (task) this.take(index, unread(task.file, reason, task.options));
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
    for (const [thread, current] of this.threads) {
      clearTimeout(current?.clock);
      void thread.terminate();
    }
    this.threads.clear();
  }
}

/** Why a thread died: what a file needed beyond its memory is no fault of the program. */
function causeOf(error: Error): string {
  return "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? cliTexts.outOfMemory : programFault(error);
}
