import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const out = join(root, "out");
const stamp = join(out, ".demo-built");
const lock = join(out, ".demo-building");
const SOURCES = ["src", "assets", "webpack.config.js", "scripts", "tsconfig.json", "package-lock.json"];
/** A lock older than this was left by a process that was killed. */
const STALE_LOCK = 10 * 60_000;

/** The built demo page (out/demo), built first where a source is newer. Several test files may ask at once. */
export async function builtDemo(): Promise<string> {
  mkdirSync(out, { recursive: true });
  while (!takeLock()) await wait(250);
  try {
    if (!isUpToDate()) {
      const started = new Date();
      const script = 'import { buildDemo } from "./scripts/build-demo.mjs"; await buildDemo();';
      await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { cwd: root });
      writeFileSync(stamp, "");
      // A source changed while building is newer than this.
      utimesSync(stamp, started, started);
    }
  } finally {
    rmSync(lock, { recursive: true, force: true });
  }
  return join(out, "demo");
}

function takeLock(): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    const age = existsSync(lock) ? Date.now() - statSync(lock).mtimeMs : 0;
    if (age > STALE_LOCK) rmSync(lock, { recursive: true, force: true });
    return false;
  }
}

function isUpToDate(): boolean {
  if (!existsSync(stamp) || !existsSync(join(out, "demo/pane/taskpane-in-demo.html"))) return false;
  return newest(SOURCES.map((source) => join(root, source))) < statSync(stamp).mtimeMs;
}

function newest(paths: readonly string[]): number {
  return Math.max(
    ...paths.map((path) => {
      const found = statSync(path);
      if (!found.isDirectory()) return found.mtimeMs;
      return Math.max(found.mtimeMs, newest(readdirSync(path).map((name) => join(path, name))));
    }),
  );
}
