import { a1 } from "../../core/model/cell";
import type { Finding } from "../../core/model/finding";
import { findingKind, type CheckReport } from "../check-report";
import { notChecked } from "../not-checked";
import { withExplanations } from "../explanations/standing";
import { EMPTY_STATE, type WorkbookState } from "../workbook-state";
import type { CheckedWorkbook, FindingSummary } from "./model";
import { summariseCards } from "./summarise-cards";
import { suspectsByFinding, type SuspectCell } from "./suspect-cells";

/**
 * What an overview keeps of a report; the report itself, with all its grids, can be let go.
 * @param state what the workbook keeps for us: findings with a 核实说明 carry it
 */
export function summariseWorkbook(
  file: string,
  report: CheckReport,
  state: WorkbookState = EMPTY_STATE,
): CheckedWorkbook {
  const explained = withExplanations(report, state);
  const { book, result } = report;
  const suspects = suspectsByFinding(report);
  const cells = new Set([...suspects.values()].flat().map(({ sheet, cell }) => `${sheet}!${cell}`));
  return {
    kind: "checked",
    file,
    unitName: book.unitName,
    year: book.year,
    moneyUnit: book.moneyUnit,
    isEmpty: book.tables.size === 0 && book.sheets.every(({ kind }) => kind === null),
    counts: explained.counts,
    suspects: cells.size,
    findings: result.findings.map((finding) => summariseFinding(finding, report, suspects.get(finding.id) ?? [])),
    cards: summariseCards(explained, state),
    notChecked: notChecked(result.coverage).map(({ count, reason, rules }) => ({ count, reason, rules })),
    sheets: book.sheets.map(({ name, kind }) => ({ name, table: kind })),
    notEvaluated: Object.fromEntries(
      result.coverage.filter((row) => row.notEvaluated > 0).map((row) => [row.rule, row.notEvaluated]),
    ),
  };
}

function summariseFinding(finding: Finding, report: CheckReport, suspect: readonly SuspectCell[]): FindingSummary {
  const { rule, severity, sheet, message, expected, actual, difference, project } = finding;
  return {
    rule,
    severity,
    kind: findingKind(report, finding),
    sheet,
    cells: finding.cells.filter((cell) => cell.sheet === sheet).map(a1),
    message,
    suspect,
    ...(expected === undefined ? {} : { expected }),
    ...(actual === undefined ? {} : { actual }),
    ...(difference === undefined ? {} : { difference }),
    ...(project === undefined ? {} : { project }),
  };
}
