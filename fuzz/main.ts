/**
 * `npm run fuzz [-- --minutes 10] [--target "mutated cases"] [--seed 1]`: random input through reading, checking,
 * diagnosis, filling and drafting, with new seeds until the time is up. Every target works in a process of its own, so
 * that one that hangs is noticed and named with its seed. Exit code 1 where something failed.
 */
import { fork } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { TARGETS } from "./targets";

/** A round that is silent for so long, in milliseconds, is stuck: one takes some seconds. */
const STUCK = 120_000;

/** One message of a worker: a round begins, or one failed. */
export type Report = { readonly seed: number } | { readonly failure: string };

const { values } = parseArgs({
  options: { minutes: { type: "string", default: "5" }, seed: { type: "string" }, target: { type: "string" } },
});
const chosen = TARGETS.filter(({ name }) => values.target === undefined || name === values.target);
const minutes = Number(values.minutes);
if (chosen.length === 0 || !(minutes > 0)) {
  console.error(`--minutes takes a number above 0, --target one of: ${TARGETS.map(({ name }) => name).join(", ")}`);
  process.exit(2);
}
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
console.log(`${String(minutes)} min, ${String(chosen.length)} targets, first seed ${String(seed)}`);

let failures = 0;
for (const { name } of chosen) {
  const { rounds, failure } = await fuzz(name, (minutes * 60_000) / chosen.length);
  if (failure !== undefined) failures += 1;
  console.log(
    `${failure === undefined ? "ok    " : "FAILED"} ${name}: ${String(rounds)} rounds${failure === undefined ? "" : `\n${failure}`}`,
  );
}
process.exitCode = failures > 0 ? 1 : 0;

/** Runs one target for so many milliseconds in a process of its own. */
function fuzz(name: string, time: number): Promise<{ rounds: number; failure?: string }> {
  return new Promise((resolve) => {
    let rounds = 0;
    let last = seed;
    let failure: string | undefined;
    const worker = fork(join(import.meta.dirname, "worker.ts"), [name, String(seed), String(time)], {
      execArgv: process.execArgv,
    });
    const stuck = () => {
      failure = `stuck in seed ${String(last)}`;
      worker.kill("SIGKILL");
    };
    let watch = setTimeout(stuck, STUCK);
    worker.on("message", (message: Report) => {
      if ("failure" in message) failure = message.failure;
      else {
        rounds += 1;
        last = message.seed;
      }
      clearTimeout(watch);
      watch = setTimeout(stuck, STUCK);
    });
    worker.on("exit", (code) => {
      clearTimeout(watch);
      if (code !== 0) failure ??= `the process ended with ${String(code)} in seed ${String(last)}`;
      resolve({ rounds, ...(failure === undefined ? {} : { failure }) });
    });
  });
}
