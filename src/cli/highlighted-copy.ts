import { mkdirSync, realpathSync, writeFileSync } from "node:fs";
import { basename, extname, join, resolve } from "node:path";
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

  /** Path of the copy of a file, and whether it would replace a source. */
  pathFor(file: string): { readonly path: string; readonly isSource: boolean } {
    const extension = extname(file);
    const stem = basename(file, extension);
    let path = join(this.folder, basename(file));
    for (let n = 2; this.taken.has(path); n++) path = join(this.folder, `${stem}-${n}${extension}`);
    this.taken.add(path);
    return { path, isSource: this.sources.has(realPath(path)) };
  }

  /** @throws the file system's error */
  write(path: string, bytes: Uint8Array): void {
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(path, bytes);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
