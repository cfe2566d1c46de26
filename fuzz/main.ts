/**
 * `npm run fuzz [-- --minutes 10] [--target "mutated cases"] [--seed 1]`: random input through reading, checking,
 * diagnosis, filling and drafting, the targets in turn with new seeds until the time is up. Says how many rounds each
 * played and which part of the product's functions ran. Exit code 1 where something failed or got too few rounds.
 */
import { parseArgs } from "node:util";
import type { Coverage } from "./coverage";
import { ProcessPlayer } from "./process-player";
import { TARGETS } from "./targets";
import { playInTurn } from "./turns";

/** Rounds that every target has to play for a run to count. */
const MINIMUM = 3;

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
console.log(`${String(minutes)} min, ${String(chosen.length)} targets in turn, first seed ${String(seed)}`);

const players = chosen.map(({ name }) => new ProcessPlayer(name));
for (const player of players) await player.start();
const end = Date.now() + minutes * 60_000;
const outcomes = await playInTurn(players, seed, () => Date.now() >= end, MINIMUM);
const coverages = await Promise.all(players.map((player) => player.end()));

outcomes.forEach(({ name, rounds, failure }, index) => {
  const coverage = coverages[index];
  const ran = coverage ? `, ${share([coverage])}` : "";
  console.log(`${failure === undefined ? "ok    " : "FAILED"} ${name}: ${String(rounds)} rounds${ran}`);
  if (failure !== undefined) console.log(failure);
});
console.log(`together: ${share(coverages.filter((coverage) => coverage !== undefined))}`);
process.exitCode = outcomes.some(({ failure }) => failure !== undefined) ? 1 : 0;

/** How many of the product's functions that were loaded ran in any of the processes. */
function share(all: readonly Coverage[]): string {
  const loaded = new Set(all.flatMap((coverage) => coverage.loaded));
  const ran = new Set(all.flatMap((coverage) => coverage.ran));
  const percent = loaded.size === 0 ? 0 : (ran.size / loaded.size) * 100;
  return `${String(ran.size)} of ${String(loaded.size)} functions ran (${percent.toFixed(0)}%)`;
}
