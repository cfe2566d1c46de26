import { fork, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import type { Coverage } from "./coverage";
import type { Player } from "./turns";
import type { Answer, Request } from "./worker";

/** A round that is silent for so long, in milliseconds, is stuck: one takes some seconds. */
const STUCK = 120_000;

/** Plays a target's rounds in a process of its own, so that one that hangs or dies is noticed and named with its seed. */
export class ProcessPlayer implements Player {
  #worker: ChildProcess | undefined;

  constructor(readonly name: string) {}

  /** Starts the process, which takes longer than a round does. Rejects where it does not come up. */
  async start(): Promise<void> {
    this.#worker ??= await this.#started();
  }

  async round(seed: number): Promise<string | undefined> {
    try {
      if (!this.#worker) throw new Error("not started");
      const answer = await this.#ask(this.#worker, { seed });
      return "failure" in answer ? answer.failure : undefined;
    } catch (error) {
      this.#worker?.kill("SIGKILL");
      this.#worker = undefined;
      return `${error instanceof Error ? error.message : String(error)} in seed ${String(seed)}`;
    }
  }

  /** Ends the process. @returns what of the product ran; undefined where it cannot tell any more */
  async end(): Promise<Coverage | undefined> {
    if (!this.#worker) return undefined;
    const answer = await this.#ask(this.#worker, "end").catch(() => undefined);
    return answer && "coverage" in answer ? answer.coverage : undefined;
  }

  async #started(): Promise<ChildProcess> {
    const worker = fork(join(import.meta.dirname, "worker.ts"), [this.name], { execArgv: process.execArgv });
    await answerOf(worker);
    return worker;
  }

  #ask(worker: ChildProcess, request: Request): Promise<Answer> {
    const answer = answerOf(worker);
    worker.send(request);
    return answer;
  }
}

/** The next answer. Rejects where the process ends or stays silent. */
function answerOf(worker: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      clearTimeout(watch);
      worker.off("message", heard).off("exit", gone);
      act();
    };
    const heard = (answer: Answer) => settle(() => resolve(answer));
    const gone = (code: number | null) => settle(() => reject(new Error(`the process ended with ${String(code)}`)));
    const watch = setTimeout(() => settle(() => reject(new Error("stuck"))), STUCK);
    worker.once("message", heard).once("exit", gone);
  });
}
