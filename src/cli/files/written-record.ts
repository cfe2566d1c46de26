import { createHash } from "node:crypto";
import { closeSync, constants, openSync, readFileSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** In each folder we write to: what we wrote, in the form of the tool sha256sum, the last line of a name holding. */
export const RECORD_NAME = ".决算公开助手.sha256";

/** To add to the record itself, never to what a link of its name leads to. */
const APPEND =
  constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | ("O_NOFOLLOW" in constants ? constants.O_NOFOLLOW : 0);

/** Knows which files are ours, as we wrote them. */
export class WrittenRecord {
  private readonly folders = new Map<string, Map<string, string>>();

  /** Whether the file was written by us, in this run or an earlier one, and holds what we wrote. */
  holds(path: string): boolean {
    const sum = this.of(dirname(path)).get(basename(path));
    if (sum === undefined) return false;
    try {
      return sumOf(readFileSync(path)) === sum;
    } catch {
      return false;
    }
  }

  /** Notes a file just written. Where that fails the file counts as another's from the next run on: it will be kept. */
  add(path: string, content: Uint8Array): void {
    const folder = dirname(path);
    const sum = sumOf(content);
    this.of(folder).set(basename(path), sum);
    try {
      const record = openSync(join(folder, RECORD_NAME), APPEND, 0o666);
      writeSync(record, `${sum}  ${basename(path)}\n`);
      closeSync(record);
    } catch {
      // Kept for this run only.
    }
  }

  private of(folder: string): Map<string, string> {
    const known = this.folders.get(folder) ?? readRecord(join(folder, RECORD_NAME));
    this.folders.set(folder, known);
    return known;
  }
}

function readRecord(path: string): Map<string, string> {
  let text = "";
  try {
    text = readFileSync(path, "utf8");
  } catch {
    // Nothing written there yet.
  }
  return new Map([...text.matchAll(/^([0-9a-f]{64}) {2}(.+)$/gm)].map(([, sum = "", name = ""]) => [name, sum]));
}

function sumOf(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
