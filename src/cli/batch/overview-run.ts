import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { compareRuns, type Comparison } from "../../app/overview/compare-runs";
import { readEarlierRun, runAsJson, type EarlierWorkbook } from "../../app/overview/earlier-run";
import { overviewHtml } from "../../app/overview/html";
import type { WorkbookSummary } from "../../app/overview/model";
import { buildOverview, type Overview } from "../../app/overview/overview";
import { overviewWorkbook } from "../../app/overview/spreadsheet";
import { cliTexts } from "../../text/cli";
import type { Obstacle } from "./obstacle";
import { overviewTexts } from "../../text/overview";
import type { OutputFile } from "../files/output-files";

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

/** The overview as files of the formats their names ask for. */
export function overviewFiles(overview: Overview, paths: readonly string[]): readonly OutputFile[] {
  return paths.map((path) => ({ path, content: contentFor(overview, extname(path).toLowerCase()) }));
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
