/** Plays rounds of one target for main.ts, which names the target and sends a seed for each round, then asks how far it came. */
import { startCoverage, type Coverage } from "./coverage";
import { round } from "./target";

/** What a worker is asked: a round with this seed, or to end. */
export type Request = { readonly seed: number } | "end";
/** Its answers: that it stands ready, the outcome of a round, what of the product ran. */
export type Answer =
  { readonly ready: true } | { readonly failure: string | undefined } | { readonly coverage: Coverage };

const say = (answer: Answer): void => void process.send?.(answer);

const coverage = await startCoverage();
const { TARGETS } = await import("./targets");
const [name] = process.argv.slice(2);
const target = TARGETS.find((item) => item.name === name);
if (!target) throw new Error(`no target is named ${name ?? ""}`);

process.on("message", (request: Request) => {
  if (request === "end") {
    void coverage().then((ran) => {
      say({ coverage: ran });
      process.disconnect();
    });
  } else void round(target, request.seed).then((failure) => say({ failure }));
});
say({ ready: true });
