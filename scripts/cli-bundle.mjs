/**
 * The command line as a bundle, made when it is first wanted and again when one of its sources has changed. Several
 * processes may ask at once: each makes a bundle of its own, and the index changes in one step.
 */
import { createHash } from "node:crypto";
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { basename, join } from "node:path";

const FOLDER = join(import.meta.dirname, "../out/cli");
/** Says which bundle is current and what it was made from. */
const INDEX = join(FOLDER, "current.json");
/** Bundles no longer current stay this long: a process may be running from them. */
const KEPT_MS = 3_600_000;

/** @returns {Promise<string>} folder of a bundle made from the sources as they are */
export async function cliBundle() {
  return currentBundle() ?? (await makeBundle());
}

/** Folder of the bundle in place, where nothing has changed since it was made. */
function currentBundle() {
  try {
    const { name, inputs, stamp } = JSON.parse(readFileSync(INDEX, "utf8"));
    const folder = join(FOLDER, name);
    return stampOf(inputs) === stamp && statSync(folder).isDirectory() ? folder : undefined;
  } catch {
    return undefined;
  }
}

async function makeBundle() {
  const { buildCli } = await import("./build-cli.mjs");
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, "bundle-"));
  const started = Date.now();
  try {
    const inputs = await buildCli(folder);
    // What changed while it was being read is of neither state: such a bundle serves this once.
    const isOfOneState = inputs.every((file) => statSync(file).mtimeMs < started);
    const index = `${folder}.json`;
    writeFileSync(
      index,
      JSON.stringify({ name: basename(folder), stamp: isOfOneState ? stampOf(inputs) : "", inputs }),
    );
    renameSync(index, INDEX);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  removeOld(basename(folder));
  return folder;
}

function removeOld(current) {
  for (const name of readdirSync(FOLDER)) {
    const path = join(FOLDER, name);
    const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name !== current && age > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

/** Changes with every change of a file: by time and size, which cost a fraction of reading them. */
function stampOf(files) {
  const hash = createHash("sha256");
  for (const file of files) {
    const { mtimeMs, size } = statSync(file);
    hash.update(`${file}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest("hex");
}
