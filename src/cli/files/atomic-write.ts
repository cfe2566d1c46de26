import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/**
 * Puts a file in place whole or not at all: it is written beside its place under a name of its own and renamed. Whatever
 * goes wrong, what stood there before still stands there. Makes the folder where it is missing.
 * @throws the file system's error
 */
export function writeAtomically(path: string, content: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = join(dirname(path), `.${basename(path).slice(0, 60)}.${process.pid}.tmp`);
  try {
    writeWhole(beside, content);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}

/** The content on the disk, not only in its cache: a disk that is full says so here, not after the renaming. */
function writeWhole(path: string, content: Uint8Array): void {
  const file = openSync(path, "w");
  try {
    for (let done = 0; done < content.length;) done += writeSync(file, content, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
