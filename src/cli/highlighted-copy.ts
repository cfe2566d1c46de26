import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";

/** Where the copy of a file goes, and whether it would replace a source (then it must not be written). */
export interface CopyTarget {
  readonly path: string;
  readonly isSource: boolean;
}

/** Chooses where the copies go: one name each, never a source file. */
export class CopyFolder {
  private readonly sources: ReadonlySet<string>;
  private readonly taken = new Set<string>();

  constructor(
    private readonly folder: string,
    sources: readonly string[],
  ) {
    this.sources = new Set(sources.map(realPath));
  }

  targetFor(file: string): CopyTarget {
    const extension = extname(file);
    const stem = basename(file, extension);
    let path = join(this.folder, basename(file));
    for (let n = 2; this.taken.has(path.toLowerCase()); n++) path = join(this.folder, `${stem}-${n}${extension}`);
    this.taken.add(path.toLowerCase());
    return { path, isSource: this.sources.has(realPath(path)) };
  }
}

/** Writes a file, making its folder where it is missing. @throws the file system's error */
export function writeCopy(path: string, bytes: Uint8Array | string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
