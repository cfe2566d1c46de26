import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";

const root = join(import.meta.dirname, "../..");
const out = join(root, "out");
const folder = join(out, "product");
const stamp = join(out, ".product-built");
const lock = join(out, ".product-building");
const SOURCES = ["src", "assets", "webpack.config.js", "scripts", "tsconfig.json", "package-lock.json"];
/** Who builds renews the lock as often: one several times as old was left by a process that was killed. */
const RENEWED = 10_000;
const STALE_LOCK = 12 * RENEWED;

/** The built product (out/product, what `npm run build` puts into dist/), built first where a source is newer. Several test files may ask at once. */
export async function builtProduct(): Promise<string> {
  mkdirSync(out, { recursive: true });
  while (!takeLock()) await wait(250);
  const renewing = setInterval(() => {
    utimesSync(lock, new Date(), new Date());
  }, RENEWED);
  try {
    if (!isUpToDate()) {
      const started = new Date();
      const script = 'import { buildProduct } from "./scripts/build-product.mjs"; await buildProduct("out/product");';
      await promisify(execFile)(process.execPath, ["--input-type=module", "-e", script], { cwd: root });
      writeFileSync(stamp, "");
      // A source changed while building is newer than this.
      utimesSync(stamp, started, started);
    }
  } finally {
    clearInterval(renewing);
    rmSync(lock, { recursive: true, force: true });
  }
  return folder;
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
  if (!existsSync(stamp) || !existsSync(join(folder, "web-pane.html"))) return false;
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
