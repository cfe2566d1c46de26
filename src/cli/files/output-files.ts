import { lstatSync, type Stats } from "node:fs";
import { extname } from "node:path";
import { filesTexts } from "../../text/cli-files";
import { writeAtomically } from "./atomic-write";
import { FileSet } from "./file-identity";
import { writingTrouble } from "./writing-trouble";
import type { WrittenRecord } from "./written-record";

/** A file to write. */
export interface OutputFile {
  /** Where it goes if nothing there has to be kept. */
  readonly path: string;
  readonly content: Uint8Array | string;
}

/** What writing came to. */
export interface Written {
  /** Where the files were put, in their order; fewer than asked for where one could not be written. */
  readonly paths: readonly string[];
  /** What was kept under the wanted name, in Chinese. */
  readonly kept: string | undefined;
  /** Why one could not be written. */
  readonly failed: string | undefined;
}

/** A file that has to stay, and why. */
interface Kept {
  readonly path: string;
  readonly why: "input" | "readOnly" | "foreign";
}

/** More names than this are not tried. */
const MOST_NAMES = 1000;

/**
 * Everything a run writes goes through here. A file the run reads is never replaced, whatever name or link leads to it;
 * one that we did not write, or that was changed or write-protected since, only where `force` says so.
 */
export class OutputFiles {
  private readonly inputs: FileSet;
  private readonly taken = new Set<string>();

  /** @param inputs every file the run reads */
  constructor(
    inputs: readonly string[],
    private readonly record: WrittenRecord,
    private readonly force: boolean,
  ) {
    this.inputs = new FileSet(inputs);
  }

  /** Writes files that belong together: where one needs another name, all get the same addition to theirs. */
  write(files: readonly OutputFile[]): Written {
    const paths: string[] = [];
    let wanted = files;
    try {
      const { named, kept } = this.name(files);
      wanted = named;
      for (const { path, content } of named) {
        const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
        writeAtomically(path, bytes);
        this.record.add(path, bytes);
        paths.push(path);
      }
      return { paths, kept: kept && filesTexts.kept[kept.why](kept.path, paths), failed: undefined };
    } catch (error) {
      const path = wanted[paths.length]?.path ?? "";
      return { paths, kept: undefined, failed: writingTrouble(path, error) };
    }
  }

  /** Free names for the files, and what stands in the way of the wanted ones. */
  private name(files: readonly OutputFile[]): { readonly named: readonly OutputFile[]; readonly kept?: Kept } {
    let kept: Kept | undefined;
    for (let n = 1; n <= MOST_NAMES; n++) {
      const named = files.map(({ path, content }) => ({ path: numbered(path, n), content }));
      if (named.some(({ path }) => this.taken.has(path.toLowerCase()))) continue;
      const obstacle = named.map(({ path }) => this.obstacleAt(path)).find((found) => found !== undefined);
      kept ??= obstacle;
      if (obstacle) continue;
      for (const { path } of named) this.taken.add(path.toLowerCase());
      return kept === undefined ? { named } : { named, kept };
    }
    throw Object.assign(new Error("no free name"), { code: "EEXIST" });
  }

  /** What has to stay at a place; a folder does not count: it cannot be replaced, which is said. */
  private obstacleAt(path: string): Kept | undefined {
    const there: Stats | undefined = lstatSync(path, { throwIfNoEntry: false });
    if (!there || there.isDirectory()) return undefined;
    if (this.inputs.has(path)) return { path, why: "input" };
    if (this.force) return undefined;
    if ((there.mode & 0o222) === 0) return { path, why: "readOnly" };
    return there.isFile() && this.record.holds(path) ? undefined : { path, why: "foreign" };
  }
}

/** "a/b.xlsx", 2 → "a/b-2.xlsx"; with 1 as it is. */
function numbered(path: string, n: number): string {
  const extension = extname(path);
  return n === 1 ? path : `${path.slice(0, path.length - extension.length)}-${n}${extension}`;
}
