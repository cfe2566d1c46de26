import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { compareRuns, type Comparison } from "../../app/overview/compare-runs";
import { consolidationLines, consolidationRemarks, differenceLine } from "../../app/overview/consolidation-wording";
import { readEarlierRun, runAsJson, type EarlierWorkbook } from "../../app/overview/earlier-run";
import { overviewHtml } from "../../app/overview/html";
import type { WorkbookSummary } from "../../app/overview/model";
import { buildOverview, type Overview } from "../../app/overview/overview";
import { overviewWorkbook } from "../../app/overview/spreadsheet";
import { consolidate } from "../../core/consolidation/consolidate";
import type { Consolidation, UnitFigures } from "../../core/consolidation/model";
import { cliTexts } from "../../text/cli";
import { consolidationTexts } from "../../text/consolidation";
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
  consolidation: Consolidation | undefined,
  now: Date,
): Overview {
  return buildOverview(summaries, now, { comparison: earlier && compareRuns(summaries, earlier), consolidation });
}

/**
 * The department's workbook against all others of the run.
 * @param department its path as it was found; what was not read of it leaves nothing to compare
 */
export function consolidateRun(
  department: string,
  figures: readonly UnitFigures[],
  summaries: readonly WorkbookSummary[],
): Consolidation | undefined {
  const own = figures.find(({ file }) => file === department);
  const unread = summaries.filter(({ kind, file }) => kind === "unread" && file !== department);
  return (
    own &&
    consolidate(
      own,
      figures.filter((unit) => unit !== own),
      unread.map(({ file }) => file),
    )
  );
}

/** Differences a terminal lists; all of them stand in the overview. */
const DIFFERENCES_SAID = 50;

/** What is said of 汇总核对 at the end of a run. */
function consolidationText(consolidation: Consolidation): string {
  const { differences } = consolidation;
  return [
    "",
    `【${consolidationTexts.title}】`,
    ...consolidationLines(consolidation),
    ...differences.slice(0, DIFFERENCES_SAID).map((difference) => `  ${differenceLine(difference)}`),
    ...(differences.length > DIFFERENCES_SAID ? [consolidationTexts.more(differences.length - DIFFERENCES_SAID)] : []),
    ...consolidationRemarks(consolidation),
    "",
  ].join("\n");
}

/** 汇总核对 as a member of the JSON document: amounts are plain decimals in its money unit. */
export function consolidationJson(consolidation: Consolidation): string {
  return JSON.stringify(consolidation, null, 2);
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
export function closingText({ totals, comparison, consolidation }: Overview, files: readonly string[]): string {
  return [
    ...(consolidation ? [consolidationText(consolidation)] : []),
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
    { totals, missing, workbooks: [...workbooks].map(([file, { cards }]) => ({ file, ...cards })) },
    null,
    2,
  );
}
