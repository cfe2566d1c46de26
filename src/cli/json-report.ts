import type { CheckReport } from "../app/check-report";
import { plainAmount } from "../core/model/amount";
import { a1, type CellAddress } from "../core/model/cell";
import type { Finding } from "../core/model/finding";

/** One workbook of the JSON document (architecture.md, "Command line"). */
export function jsonWorkbook(file: string, report: CheckReport, rounding: boolean): object {
  const { book, result } = report;
  const findings = rounding ? [...result.findings, ...result.rounding] : result.findings;
  const suspects = suspectsByFinding(report);
  return {
    file,
    year: book.year ?? null,
    unitName: book.unitName ?? null,
    moneyUnit: book.moneyUnit,
    sheets: [
      ...book.sheets.map(({ name, kind, note }) => ({ name, table: kind, ...(note === undefined ? {} : { note }) })),
      ...(report.grid.skipped ?? []).map(({ name, reason }) => ({ name, table: null, note: reason })),
    ],
    findings: findings.map((finding) => jsonFinding(finding, suspects.get(finding.id) ?? [])),
    coverage: result.coverage.map((row) => ({
      ...row,
      reasons: [...new Set(row.reasons.map(({ reason }) => reason))],
    })),
  };
}

interface JsonSuspect {
  readonly sheet: string;
  readonly cell: string;
  readonly value: string;
}

function jsonFinding(finding: Finding, suspect: readonly JsonSuspect[]): object {
  const { rule, severity, sheet, message, expected, actual, difference } = finding;
  const elsewhere = finding.cells.filter((cell) => cell.sheet !== sheet);
  return {
    rule,
    severity,
    sheet,
    cells: finding.cells.filter((cell) => cell.sheet === sheet).map(a1),
    related: bySheet([...elsewhere, ...finding.related]),
    message,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(difference === undefined ? {} : { difference }),
    ...(finding.withinRounding ? { withinRounding: true } : {}),
    suspect,
  };
}

function bySheet(cells: readonly CellAddress[]): { sheet: string; cells: string[] }[] {
  const groups = new Map<string, Set<string>>();
  for (const cell of cells) groups.set(cell.sheet, (groups.get(cell.sheet) ?? new Set()).add(a1(cell)));
  return [...groups].map(([sheet, names]) => ({ sheet, cells: [...names] }));
}

/** Suspect cells of every finding with a cause, best explanation first; values as the cell's own sheet prints them. */
function suspectsByFinding(report: CheckReport): Map<string, JsonSuspect[]> {
  const suspects = new Map<string, JsonSuspect[]>();
  for (const cause of report.causes) {
    const list = cause.explanations.flatMap((explanation) =>
      explanation.suspects.map(({ figure, proposed }) => ({
        sheet: figure.cell.sheet,
        cell: a1(figure.cell),
        value: plainAmount(proposed.div(figure.scale)),
      })),
    );
    for (const id of cause.findings) suspects.set(id, list);
  }
  return suspects;
}
