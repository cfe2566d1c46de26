import { readFileSync, realpathSync } from "node:fs";
import { extname, resolve } from "node:path";
import { compareRuns, type Comparison } from "../../app/overview/compare-runs";
import { readEarlierRun, runAsJson, type EarlierWorkbook } from "../../app/overview/earlier-run";
import { overviewHtml } from "../../app/overview/html";
import type { WorkbookSummary } from "../../app/overview/model";
import { buildOverview, type Overview } from "../../app/overview/overview";
import { overviewWorkbook } from "../../app/overview/spreadsheet";
import { cliTexts } from "../../text/cli";
import { overviewTexts } from "../../text/overview";
import { writeCopy } from "../highlighted-copy";

/** A file that cannot be used as the command line asks, and why. */
export interface Obstacle {
  readonly file: string;
  readonly message: string;
}

/** Overview files that would replace a workbook to check: they must not be written. */
export function overviewOverSource(overviews: readonly string[], sources: readonly string[]): Obstacle | undefined {
  const taken = new Set(sources.map(realPath));
  const file = overviews.find((path) => taken.has(realPath(path)));
  return file === undefined ? undefined : { file, message: cliTexts.overviewIsSource };
}

/** The earlier run to compare with, or why there is none. */
export function openEarlierRun(file: string): { readonly workbooks: readonly EarlierWorkbook[] } | Obstacle {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return { file, message: cliTexts.compareUnreadable };
  }
  const workbooks = readEarlierRun(text);
  return workbooks ? { workbooks } : { file, message: cliTexts.compareNoRun };
}

/** Sums up the run: the overview, compared with the earlier run where there is one. */
export function sumUp(
  summaries: readonly WorkbookSummary[],
  earlier: readonly EarlierWorkbook[] | undefined,
  now: Date,
): Overview {
  return buildOverview(summaries, now, earlier && compareRuns(summaries, earlier));
}

/** Writes the overview files; answers those that could not be written. */
export function writeOverviews(overview: Overview, files: readonly string[]): readonly Obstacle[] {
  return files.flatMap((file) => {
    try {
      writeCopy(file, contentFor(overview, extname(file).toLowerCase()));
      return [];
    } catch {
      return [{ file, message: cliTexts.overviewFailed }];
    }
  });
}

function contentFor(overview: Overview, extension: string): Uint8Array | string {
  switch (extension) {
    case ".xlsx":
      return overviewWorkbook(overview);
    case ".json":
      return runAsJson(overview.workbooks);
    default:
      return overviewHtml(overview);
  }
}

/** What is said at the end of a run with an overview or a comparison. */
export function closingText({ totals, comparison }: Overview, files: readonly string[]): string {
  return [
    overviewTexts.totals(totals),
    ...(comparison ? [overviewTexts.comparisonTotals(comparison.totals)] : []),
    ...(comparison && comparison.totals.unclear > 0 ? [overviewTexts.unclearNote] : []),
    ...(comparison ? comparison.missing.map((file) => `${overviewTexts.missing}：${file}`) : []),
    ...files.map(cliTexts.overviewWritten),
    "",
  ].join("\n");
}

/** The comparison as a member of the JSON document. */
export function comparisonJson({ totals, missing, workbooks }: Comparison): string {
  return JSON.stringify(
    { totals, missing, workbooks: [...workbooks].map(([file, changes]) => ({ file, ...changes })) },
    null,
    2,
  );
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
