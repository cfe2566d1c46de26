import { findingKind, type CheckReport } from "../app/check-report";
import { summariseCards } from "../app/overview/summarise-cards";
import { EMPTY_STATE } from "../app/workbook-state";
import { suspectsByFinding, type SuspectCell } from "../app/overview/suspect-cells";
import { roundingFindings } from "../core/checking/rounding-findings";
import { a1, type CellAddress } from "../core/model/cell";
import type { Finding } from "../core/model/finding";

/**
 * One workbook of the JSON document. `findings` are single checks; `causes` what the pane shows as cards, in its words and
 * order: a finding is behind exactly one of them, named by its index in `findings`.
 */
export function jsonWorkbook(file: string, report: CheckReport, rounding: boolean): object {
  const { book, result } = report;
  const findings = rounding ? [...result.findings, ...roundingFindings(result)] : result.findings;
  const suspects = suspectsByFinding(report);
  return {
    file,
    year: book.year ?? null,
    unitName: book.unitName ?? null,
    moneyUnit: book.moneyUnit,
    sheets: book.sheets.map(({ name, kind, note }) => ({
      name,
      table: kind,
      ...(note === undefined ? {} : { note }),
    })),
    findings: findings.map((finding) => jsonFinding(finding, suspects.get(finding.id) ?? [], report)),
    causes: summariseCards(report, EMPTY_STATE),
    coverage: result.coverage.map((row) => ({
      ...row,
      reasons: [...new Set(row.reasons.map(({ reason }) => reason))],
    })),
  };
}

function jsonFinding(finding: Finding, suspect: readonly SuspectCell[], report: CheckReport): object {
  const { rule, severity, sheet, message, expected, actual, difference } = finding;
  const explanation = report.explanations?.get(finding.id)?.text;
  const elsewhere = finding.cells.filter((cell) => cell.sheet !== sheet);
  return {
    rule,
    severity,
    kind: findingKind(report, finding),
    sheet,
    cells: finding.cells.filter((cell) => cell.sheet === sheet).map(a1),
    related: bySheet([...elsewhere, ...finding.related]),
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(difference === undefined ? {} : { difference }),
    ...(finding.withinRounding ? { withinRounding: true } : {}),
    ...(explanation === undefined ? {} : { explanation }),
    suspect,
  };
}

function bySheet(cells: readonly CellAddress[]): { sheet: string; cells: string[] }[] {
  const groups = new Map<string, Set<string>>();
  for (const cell of cells) groups.set(cell.sheet, (groups.get(cell.sheet) ?? new Set()).add(a1(cell)));
  return [...groups].map(([sheet, names]) => ({ sheet, cells: [...names] }));
}
