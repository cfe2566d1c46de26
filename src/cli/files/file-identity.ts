import { realpathSync, statSync } from "node:fs";
import { resolve } from "node:path";

/** Tells files apart by what they really are: two names of one file, by links of either kind, are one. */
export class FileSet {
  private readonly known = new Set<string>();

  constructor(paths: readonly string[]) {
    for (const path of paths) for (const name of identities(path)) this.known.add(name);
  }

  has(path: string): boolean {
    return identities(path).some((name) => this.known.has(name));
  }
}

/** Its place once links are followed, and its number on its disk, which hard links share; a file to come has only a place. */
function identities(path: string): readonly string[] {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return [realpathSync(path), ...(ino > 0n ? [`${dev}:${ino}`] : [])];
  } catch {
    return [resolve(path)];
  }
}
