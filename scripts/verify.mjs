/**
 * `npm run verify [-- --quick]`: all local checks in one go, what CI runs and the formatting besides; stops at the first
 * that fails. `--quick` leaves out tests and build: that is what the commit hook runs.
 */
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";

const { values } = parseArgs({ options: { quick: { type: "boolean", default: false } } });

const QUICK = [
  ["rule index in step", "node scripts/generate-rule-index.mjs --check"],
  ["rule pages in step", "npm run -s docs:rules -- --check"],
  ["third-party notice in step", "npm run -s notices -- --check"],
  ["formatting", "npm run -s fmt:check"],
  ["types", "npm run -s typecheck"],
  ["lint", "npm run -s lint"],
];
const SLOW = [
  ["tests", "npm test"],
  ["build", "npm run -s build"],
];

for (const [name, command] of values.quick ? QUICK : [...QUICK, ...SLOW]) {
  const started = performance.now();
  const { status } = spawnSync(command, { shell: true, stdio: "inherit" });
  const seconds = ((performance.now() - started) / 1000).toFixed(0);
  console.log(`${status === 0 ? "ok    " : "FAILED"} ${name} (${seconds} s)`);
  if (status !== 0) process.exit(1);
}
