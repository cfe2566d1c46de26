/**
 * `npm run mutation [-- --sample 100] [--minutes 60] [--seed 1] [--tests 12] [--within src/core/rules]`: changes the core in
 * small ways, one at a time, and runs the tests nearest to each change. Prints every change, by which test it was noticed,
 * and the score. What none noticed is to be judged: a gap of the tests, or a change that makes no difference.
 */
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { generator } from "../test/support/changes";
import type { NumberedMutant } from "./instrument";
import { mutantsOf } from "./mutants";
import { relatedTests } from "./related-tests";
import type { Answer, Question } from "./runner";

/** The number of no mutant. */
const NONE = -1;

/** A change that keeps its tests busy so much longer than without it makes them run for ever. */
const PATIENCE_MS = 300_000;

const FOR_EVER = "runs for ever";

const root = join(import.meta.dirname, "..");
const { values } = parseArgs({
  options: {
    sample: { type: "string", default: "100" },
    minutes: { type: "string", default: "60" },
    seed: { type: "string", default: "1" },
    tests: { type: "string", default: "12" },
    within: { type: "string", default: "src/core" },
  },
});

const all = readdirSync(join(root, values.within), { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => `${values.within}/${name.replaceAll("\\", "/")}`)
  .sort()
  .flatMap((file) => mutantsOf(file, readFileSync(join(root, file), "utf8")));
const testsOf = await relatedTests();
const mutants = chosen(Number(values.sample), generator(Number(values.seed)));
console.log(`${String(mutants.length)} of ${String(all.length)} mutants of ${values.within}, seed ${values.seed}`);

const passing = new Set<string>();
const failing = new Set<string>();
let child: ChildProcess | undefined;
const end = Date.now() + Number(values.minutes) * 60_000;
let tried = 0;
let noticed = 0;
for (const mutant of mutants) {
  if (Date.now() > end) break;
  const by = await noticing(mutant);
  tried += 1;
  if (by !== undefined) noticed += 1;
  console.log(`${by === undefined ? "UNNOTICED" : "noticed  "} ${told(mutant)}${by === undefined ? "" : ` (${by})`}`);
}
child?.kill("SIGKILL");
console.log(`${String(noticed)} of ${String(tried)} noticed (${((100 * noticed) / tried).toFixed(0)} %)`);

/** A sample of all mutants, each as likely as the others. */
function chosen(count: number, random: () => number): readonly NumberedMutant[] {
  const left = [...all];
  const taken = Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  );
  return taken.flat().map((mutant, id) => ({ ...mutant, id }));
}

function told({ file, line, was, becomes }: NumberedMutant): string {
  const short = (text: string): string => text.replace(/\s+/g, " ").slice(0, 90);
  return `${file}:${String(line)} ${short(was)} → ${short(becomes)}`;
}

/** The test that notices a mutant, or that it runs for ever; undefined where no test does. */
async function attempt(id: number, tests: readonly string[]): Promise<string | undefined> {
  const process = (child ??= await started());
  process.send({ kind: "try", id, tests } satisfies Question);
  const clock = new AbortController();
  const timer = setTimeout(() => {
    clock.abort();
  }, PATIENCE_MS);
  try {
    const [answer] = (await once(process, "message", { signal: clock.signal })) as [Answer];
    return answer.noticedBy;
  } catch {
    process.kill("SIGKILL");
    child = undefined;
    return FOR_EVER;
  } finally {
    clearTimeout(timer);
  }
}

/** The nearest test that notices a mutant. One that fails though nothing is changed would notice all: it is left out, and that is said. */
async function noticing({ id, file }: NumberedMutant): Promise<string | undefined> {
  for (;;) {
    const tests = testsOf(file).filter((test) => !failing.has(test));
    const by = await attempt(id, tests.slice(0, Number(values.tests)));
    if (by === undefined || by === FOR_EVER || passing.has(by)) return by;
    if ((await attempt(NONE, [by])) === undefined) passing.add(by);
    else {
      failing.add(by);
      console.log(`left out: ${by} fails though nothing is changed`);
    }
  }
}

/** A process that knows all mutants. */
async function started(): Promise<ChildProcess> {
  const process = fork(join(import.meta.dirname, "runner.ts"), { execArgv: ["--import", "tsx"], stdio: "inherit" });
  await once(process, "message");
  process.send({ kind: "mutants", mutants } satisfies Question);
  return process;
}
