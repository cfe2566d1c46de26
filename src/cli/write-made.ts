import { basename, extname, join } from "node:path";
import { cliTexts } from "../text/cli";
import { draftTexts } from "../text/cli-draft";
import { documentTexts } from "../text/document";
import type { FileOutcome, MadeFiles } from "./batch/outcome";
import type { OutputFiles } from "./files/output-files";

/** What is said of the files made from a workbook. */
export interface Delivered {
  /** For standard output. */
  readonly said: string;
  /** For standard error. */
  readonly warnings: readonly string[];
  readonly ok: boolean;
}

/** Writes what was made from a workbook into a folder, under the workbook's name. */
export function writeMade({ file, made }: FileOutcome, folder: string, output: OutputFiles): Delivered {
  const stem = join(folder, basename(file, extname(file)));
  const written = made.map((set) => ({
    set,
    ...output.write(set.files.map(({ ending, content }) => ({ path: stem + ending, content }))),
  }));
  return {
    said: written.map(({ set, paths, failed }) => (failed === undefined ? saidOf(set, paths) : "")).join(""),
    warnings: written.flatMap(({ kept, failed }) => [kept, failed].filter((text) => text !== undefined)),
    ok: written.every(({ failed }) => failed === undefined),
  };
}

function saidOf({ what, note }: MadeFiles, paths: readonly string[]): string {
  const place = paths.join("，");
  const line = {
    copy: cliTexts.outWritten(place),
    draft: draftTexts.written(paths),
    publication: draftTexts.wholeWritten(place),
    marked: documentTexts.markedWritten(place),
    tables: documentTexts.tablesWritten(place),
  }[what];
  return `${[line, ...(note === "" ? [] : [note])].join("\n")}\n\n`;
}
