import { cellKey } from "../core/model/cell";
import type { Severity } from "../core/model/rule";
import type { Highlight, MarkOutcome, WorkbookHost } from "../host/port";
import type { CheckReport } from "./check-report";
import { soleSuspects } from "./problems";

const SEVERITY_RANK: Readonly<Record<Severity, number>> = { error: 0, verify: 1, hint: 2 };
const ROLE_RANK: Readonly<Record<Highlight["role"], number>> = { suspect: 0, finding: 1, related: 2 };

/**
 * The cells to mark for a report, each once: as suspect before finding before related, by its worst severity. What has
 * been explained is not marked.
 */
export function highlightsOf(report: CheckReport): readonly Highlight[] {
  const marks = new Map<string, Highlight>();
  const mark = (highlight: Highlight): void => {
    const key = cellKey(highlight.cell);
    const known = marks.get(key);
    if (!known || isStronger(highlight, known)) marks.set(key, highlight);
  };
  const severities = new Map(report.result.findings.map((finding) => [finding.id, finding.severity]));
  for (const cause of report.causes) {
    const severity = worst(cause.findings.flatMap((id) => severities.get(id) ?? []));
    for (const { figure } of soleSuspects({ cause })) mark({ cell: figure.cell, severity, role: "suspect" });
  }
  for (const { id, cells, related, severity } of report.result.findings) {
    if (report.explanations?.has(id)) continue;
    for (const cell of cells) mark({ cell, severity, role: "finding" });
    for (const cell of related) mark({ cell, severity, role: "related" });
  }
  return [...marks.values()];
}

function isStronger(a: Highlight, b: Highlight): boolean {
  const byRole = ROLE_RANK[a.role] - ROLE_RANK[b.role];
  return byRole === 0 ? SEVERITY_RANK[a.severity] < SEVERITY_RANK[b.severity] : byRole < 0;
}

function worst(severities: readonly Severity[]): Severity {
  return severities.reduce<Severity>((a, b) => (SEVERITY_RANK[b] < SEVERITY_RANK[a] ? b : a), "hint");
}

/** Marks the cells of a report in the workbook, replacing earlier marks. @throws HostError */
export async function highlightFindings(host: WorkbookHost, report: CheckReport): Promise<MarkOutcome> {
  return await host.highlight(highlightsOf(report));
}
