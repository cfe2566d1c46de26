import fc from "fast-check";
import type { CheckReport } from "../../src/app/check-report";
import { checkGrid } from "../../src/app/check-workbook";
import { roundingFindings } from "../../src/core/checking/rounding-findings";
import type { WorkbookGrid } from "../../src/core/model/grid";
import { harmlessChanges } from "../harmless";
import { target, type Target } from "../target";
import { CASES } from "../workbooks";

/**
 * What was found and how much was checked, without the addresses, which move with the rows: findings by rule, project and
 * amounts, counts by rule.
 */
function verdicts({ result }: CheckReport): readonly string[] {
  const findings = [...result.findings, ...roundingFindings(result)].map(
    ({ rule, severity, project, expected, actual, difference, withinRounding }) =>
      [rule, severity, project, expected, actual, difference, withinRounding]
        .map((part) => String(part ?? ""))
        .join(" · ")
        .replace(/\s/g, ""),
  );
  const counts = result.coverage.map(
    ({ rule, satisfied, withinRounding, violated, notEvaluated }) =>
      `${rule}: ${[satisfied, withinRounding, violated, notEvaluated].join(" ")}`,
  );
  return [...findings, ...counts].sort();
}

const untouched = new Map<WorkbookGrid, readonly string[]>();
function untouchedVerdicts(grid: WorkbookGrid): readonly string[] {
  const known = untouched.get(grid) ?? verdicts(checkGrid(grid));
  untouched.set(grid, known);
  return known;
}

/** Changes outside the tables and in the looks of their labels move no verdict. */
export const HARMLESS_CHANGES: readonly Target[] = [
  target("harmless changes", 60, fc.tuple(fc.constantFrom(...CASES.keys()), harmlessChanges), ([index, changes]) => {
    const grid = CASES[index] ?? { sheets: [] };
    const changed = changes.reduce((now, [, change]) => change(now), grid);
    const before = untouchedVerdicts(grid);
    const after = verdicts(checkGrid(changed));
    const lost = before.filter((line) => !after.includes(line));
    const gained = after.filter((line) => !before.includes(line));
    if (lost.length + gained.length > 0 || before.length !== after.length) {
      const names = changes.map(([name]) => name).join("; ");
      throw new Error(`${names}\n  lost: ${lost.join("; ")}\n  gained: ${gained.join("; ")}`);
    }
  }),
];
