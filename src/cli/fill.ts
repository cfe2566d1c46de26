import { checkWorkbook } from "../app/check-workbook";
import type { CheckReport } from "../app/check-report";
import { applyFill, type FillMode } from "../app/filling/apply-fill";
import { planReport } from "../app/filling/plan-report";
import { writeStructureSheet } from "../app/filling/structure-sheet";
import { needsOf, preselected, withDependents } from "../core/filling/dependencies";
import type { FillPlan, PlannedWrite } from "../core/filling/model";
import { a1 } from "../core/model/cell";
import { HostError } from "../host/errors";
import type { WorkbookHost } from "../host/port";
import { cliFillTexts } from "../text/cli-fill";
import { troubleText } from "../text/trouble";

/** What filling a copy came to. */
export interface FilledCopy {
  /** The copy checked again, for its highlights. */
  readonly report: CheckReport;
  readonly filled: readonly PlannedWrite[];
  readonly notDerivable: FillPlan["notDerivable"];
  /** What had to be left blank and why, for standard error. */
  readonly warnings: readonly string[];
}

/**
 * Fills every blank that can be derived, never a cell with content, adds the sheet 结构分析 and checks again. What stands
 * on a protected sheet or cannot be written is left blank and said.
 * @throws HostError where the workbook cannot be written at all.
 */
export async function fillCopy(host: WorkbookHost, report: CheckReport, mode: FillMode): Promise<FilledCopy> {
  const plan = planReport(report);
  const blanks = preselected(plan);
  const { filled, warnings } = await fillWherePossible(
    host,
    plan.writes.filter(({ id }) => blanks.has(id)),
    mode,
    report,
  );
  const checked = filled.length > 0 ? await checkWorkbook(host, { settings: report.settings }) : report;
  const unstructured = await structureTrouble(host, checked, mode);
  return { report: checked, filled, notDerivable: plan.notDerivable, warnings: [...warnings, ...unstructured] };
}

async function fillWherePossible(
  host: WorkbookHost,
  planned: readonly PlannedWrite[],
  mode: FillMode,
  report: CheckReport,
): Promise<{ readonly filled: readonly PlannedWrite[]; readonly warnings: readonly string[] }> {
  const warnings: string[] = [];
  const needs = needsOf({ writes: planned });
  let filled = planned;
  while (filled.length > 0) {
    try {
      await applyFill(host, filled, mode, report.grid);
      break;
    } catch (error) {
      const refused = error instanceof HostError ? refusedBy(error, filled) : [];
      if (!(error instanceof HostError) || refused.length === 0) throw error;
      warnings.push(cliFillTexts.leftBlank(troubleText("fill", error).happened));
      const dropped = withDependents(refused, needs);
      filled = filled.filter(({ id }) => !dropped.has(id));
    }
  }
  return { filled, warnings };
}

/** The writes an error is about: those of a protected sheet, or the cells that cannot be written. */
function refusedBy({ code, detail }: HostError, writes: readonly PlannedWrite[]): readonly string[] {
  if (code !== "protected" && code !== "notWritable") return [];
  const cells = new Set(detail.cells?.map((cell) => `${cell.sheet}!${a1(cell)}`) ?? []);
  return writes
    .filter(({ id, cell }) => cells.has(id) || (cells.size === 0 && cell.sheet === detail.sheet))
    .map((w) => w.id);
}

async function structureTrouble(host: WorkbookHost, report: CheckReport, mode: FillMode): Promise<readonly string[]> {
  try {
    await writeStructureSheet(host, report, mode);
    return [];
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return [cliFillTexts.noStructure(troubleText("analyse", error).happened)];
  }
}

/** What was filled, a line a cell, and what could not be. */
export function fillText({ filled, notDerivable }: FilledCopy, mode: FillMode): string {
  return [
    cliFillTexts.filled(filled.length, mode),
    ...filled.map(({ cell, label, content, reason }) =>
      cliFillTexts.line(cell.sheet, a1(cell), label, String(content), reason),
    ),
    ...(notDerivable.length > 0 ? [cliFillTexts.notDerivable(notDerivable.length)] : []),
    ...notDerivable.map(({ cell, label, reason }) => cliFillTexts.blankLine(cell.sheet, a1(cell), label, reason)),
  ].join("\n");
}

/** The same for the JSON document: part of a workbook's object. */
export function fillJson({ filled, notDerivable }: FilledCopy, mode: FillMode): object {
  return {
    filled: filled.map(({ cell, rule, content, formula }) => ({
      rule,
      sheet: cell.sheet,
      cell: a1(cell),
      value: content,
      ...(mode === "formulas" && formula !== undefined ? { formula } : {}),
    })),
    notDerivable: notDerivable.map(({ cell, reason }) => ({ sheet: cell.sheet, cell: a1(cell), reason })),
  };
}
