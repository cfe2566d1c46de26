import { a1, cellKey, type CellAddress } from "../../core/model/cell";
import type { FigureSpan, NarrativeDraft, Span } from "../../core/narrative/model";
import { narrativeTexts } from "../../text/narrative";
import { zh } from "../../text/zh";
import { findingKind, type CheckReport } from "../check-report";
import { soleSuspects } from "../problems";

/**
 * The draft with every figure marked that comes from a cell the check calls wrong, and one warning that names the cells.
 * A cell is called wrong where it alone explains an error; where nothing is told apart, the cells of the error itself are.
 */
export function withDoubts(draft: NarrativeDraft, report: CheckReport): NarrativeDraft {
  const wrong = wrongCells(report);
  const met = new Map<string, CellAddress>();
  let figures = 0;
  const marked = (span: Span): Span => {
    if (span.kind !== "figure") return span;
    const found = span.cells.filter((cell) => wrong.has(cellKey(cell)));
    if (found.length === 0) return span;
    figures += 1;
    for (const cell of found) met.set(cellKey(cell), cell);
    const messages = new Set(found.map((cell) => wrong.get(cellKey(cell)) ?? ""));
    return { ...span, doubt: [...messages].join("；") } satisfies FigureSpan;
  };
  const sections = draft.sections.map((section) => ({
    ...section,
    paragraphs: section.paragraphs.map((paragraph) => ({ ...paragraph, spans: paragraph.spans.map(marked) })),
  }));
  if (figures === 0) return draft;
  const places = [...met.values()].map(({ sheet, row, column }) => zh.place(sheet, a1({ row, column })));
  return { ...draft, sections, warnings: [...draft.warnings, narrativeTexts.doubts(figures, places)] };
}

/** What the check says of each cell that is wrong, by its key. */
function wrongCells(report: CheckReport): ReadonlyMap<string, string> {
  const { result, causes } = report;
  const wrong = new Map<string, string>();
  const errors = new Map(
    result.findings
      .filter((finding) => findingKind(report, finding) === "error" && !report.explanations?.has(finding.id))
      .map((finding) => [finding.id, finding]),
  );
  for (const cause of causes) {
    const [first] = cause.findings.flatMap((id) => errors.get(id) ?? []);
    const suspects = soleSuspects({ cause });
    if (!first || suspects.length === 0) continue;
    for (const { figure } of suspects) wrong.set(cellKey(figure.cell), first.message);
    for (const id of cause.findings) errors.delete(id);
  }
  for (const { cells, message } of errors.values()) {
    for (const cell of cells) if (!wrong.has(cellKey(cell))) wrong.set(cellKey(cell), message);
  }
  return wrong;
}
