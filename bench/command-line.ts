import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { cliBundle } from "../scripts/cli-bundle.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Loaded before the program: says on standard error how many milliseconds of CPU all its threads took. */
const REPORT =
  "data:text/javascript,process.on('exit',()=>{const{user,system}=process.cpuUsage();" +
  "process.stderr.write(`CPU ${(user+system)/1000}`)})";

/** Milliseconds of CPU of new processes, the median of several: from the file to the printed findings, and of --help. */
export interface StartCost {
  readonly check: number;
  readonly help: number;
  /** Node itself, doing nothing. */
  readonly node: number;
}

/** Starts the command line anew for each run, its three ways in turn. @throws Error where a run fails */
export async function startCost(workbook: Uint8Array, runs: number): Promise<StartCost> {
  const bundle = join(await cliBundle(), "lib/cli/main.js");
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "a.xlsx");
  writeFileSync(file, workbook);
  const ways = {
    check: [bundle, file],
    help: [bundle, "--help"],
    node: ["--eval", ""],
  };
  try {
    const costs = { check: [] as number[], help: [] as number[], node: [] as number[] };
    for (let run = 0; run < runs; run += 1)
      for (const way of ["check", "help", "node"] as const) costs[way].push(cpuOf(ways[way]));
    return { check: middle(costs.check), help: middle(costs.help), node: middle(costs.node) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function cpuOf(args: readonly string[]): number {
  const { stderr, status } = spawnSync(process.execPath, ["--import", REPORT, ...args], {
    cwd: root,
    encoding: "utf8",
  });
  const cpu = Number(/CPU ([\d.]+)/.exec(stderr)?.[1]);
  // 1: errors found, as the published workbook has them.
  if (!(cpu > 0) || (status !== 0 && status !== 1)) throw new Error(`ended with ${status}: ${stderr.slice(0, 300)}`);
  return cpu;
}

function middle(list: number[]): number {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
}
