import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join, resolve } from "node:path";
import type { CheckReport } from "../app/check-report";
import { highlightsOf } from "../app/highlight-findings";
import { HostError } from "../host/errors";
import type { Highlight } from "../host/port";
import type { XlsxHost } from "../host/xlsx/xlsx-host";

/** Marks the cells of a report; answers the protected sheets whose cells had to be left unmarked. */
export async function highlightWherePossible(host: XlsxHost, report: CheckReport): Promise<string[]> {
  let highlights: readonly Highlight[] = highlightsOf(report);
  const left: string[] = [];
  for (;;) {
    try {
      await host.highlight(highlights);
      return left;
    } catch (error) {
      const sheet = error instanceof HostError && error.code === "protected" ? error.detail.sheet : undefined;
      if (sheet === undefined || left.includes(sheet)) throw error;
      left.push(sheet);
      highlights = highlights.filter(({ cell }) => cell.sheet !== sheet);
    }
  }
}

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
