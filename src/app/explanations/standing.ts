import type { Finding } from "../../core/model/finding";
import type { CheckReport } from "../check-report";
import { countVerdicts } from "../verdict-counts";
import { explanationOf, type KeptExplanation, type WorkbookState } from "../workbook-state";
import { explanationKey } from "./finding-key";

/**
 * The report with the explanations kept for its findings. What has been explained for the present figures does not
 * count as 待核实 any more; an explanation of other figures leaves its finding to be verified.
 */
export function withExplanations(report: CheckReport, state: WorkbookState): CheckReport {
  const standing = new Map<string, KeptExplanation>();
  for (const finding of report.result.findings) {
    const kept = isExplainable(finding) ? explanationOf(state, finding, report.book) : undefined;
    if (kept && !kept.stale) standing.set(finding.id, kept);
  }
  if (standing.size === 0 && report.explanations === undefined) return report;
  const explained = { ...report, explanations: standing };
  return { ...explained, counts: countVerdicts(explained) };
}

/** Whether a 核实说明 can settle a finding: only those of 核实性审核; what must hold is to be corrected. */
export function isExplainable(finding: Finding): boolean {
  return finding.severity === "verify" && !finding.withinRounding;
}

/**
 * How an explanation stands to the present figures: it `holds`; it is `stale`, because a figure changed since; or the
 * finding it explains is `gone`: corrected since, or its sheet is not there.
 */
export type Standing = "holds" | "stale" | "gone";

/** One explanation of the list a supervisor reads. */
export interface ListedExplanation {
  readonly key: string;
  readonly explanation: KeptExplanation;
  readonly standing: Standing;
  /** The finding explained, where it is still there. */
  readonly finding: Finding | undefined;
}

/** All explanations the workbook keeps, those of present findings first in the order of the findings. */
export function listExplanations(report: CheckReport, state: WorkbookState): readonly ListedExplanation[] {
  const listed = new Map<string, ListedExplanation>();
  for (const finding of report.result.findings) {
    const key = explanationKey(finding, report.book);
    const explanation = state.explanations[key];
    if (!explanation || listed.has(key)) continue;
    const isStale = explanationOf(state, finding, report.book)?.stale === true;
    listed.set(key, { key, explanation, standing: isStale ? "stale" : "holds", finding });
  }
  for (const [key, explanation] of Object.entries(state.explanations)) {
    if (!listed.has(key)) listed.set(key, { key, explanation, standing: "gone", finding: undefined });
  }
  return [...listed.values()];
}
