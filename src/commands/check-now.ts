import type { KeptCheck } from "../app/check-kept";
import type { CheckReport } from "../app/check-report";
import { highlightFindings } from "../app/highlight-findings";
import { isEmptyBook } from "../core/model/book";
import { HostError } from "../host/errors";
import type { WorkbookHost } from "../host/port";
import { troubleText } from "../text/trouble";
import { keptNote, zh } from "../text/zh";

/**
 * Checks the workbook and marks the cells of its findings: the ribbon's 立即检查. Answers what to tell the user, line
 * by line, also where something went wrong; never rejects.
 */
export async function checkNow(
  host: WorkbookHost,
  check: (host: WorkbookHost) => Promise<KeptCheck>,
): Promise<readonly string[]> {
  let verdict: readonly string[];
  let report: CheckReport;
  try {
    const checked = await check(host);
    report = checked.report;
    const { counts } = report;
    const note = keptNote(checked.kept);
    verdict = [
      zh.head.verdict({ ...counts, held: counts.exact + counts.withinRounding }).join(zh.punctuation.separator),
      ...(note === undefined ? [] : [note]),
    ];
  } catch (error) {
    return lines("check", error);
  }
  if (isEmptyBook(report.book)) {
    return [zh.noTables.title, zh.noTables.body, zh.noTables.todo];
  }
  try {
    const { findings } = report.result;
    const marked = await highlightFindings(host, report);
    return [...verdict, ...(findings.length > 0 ? zh.highlight.done(marked) : []), zh.command.openPane];
  } catch (error) {
    return [...verdict, ...lines("highlight", error)];
  }
}

function lines(during: "check" | "highlight", cause: unknown): readonly string[] {
  const error = cause instanceof HostError ? cause : new HostError("unknown", { technical: String(cause), cause });
  const { happened, kept, todo } = troubleText(during, error);
  return [happened, kept, todo];
}
