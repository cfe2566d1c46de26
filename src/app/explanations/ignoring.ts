import type { AccountBook } from "../../core/model/book";
import type { Finding } from "../../core/model/finding";
import type { CheckReport } from "../check-report";
import { cardsOf } from "../problems";
import { countVerdicts } from "../verdict-counts";
import type { KeptExplanation, WorkbookState } from "../workbook-state";
import { explanationKey, figuresOf } from "./finding-key";

/** A finding set aside, and since when and why. */
export interface IgnoredFinding {
  readonly key: string;
  readonly finding: Finding;
  readonly kept: KeptExplanation;
}

/** What was kept when a finding was set aside; undefined where its figures have changed since: it comes back. */
export function ignoredOf(state: WorkbookState, finding: Finding, book: AccountBook): KeptExplanation | undefined {
  const kept = state.ignored?.[explanationKey(finding, book)];
  return kept?.figures === figuresOf(finding, book) ? kept : undefined;
}

/**
 * The report without the findings that were set aside (忽略) for the present figures: they are listed in `ignored`, can
 * be taken back, and are counted by themselves. For the one who works in the workbook; who reviews it sees them all.
 */
export function withoutIgnored(report: CheckReport, state: WorkbookState): CheckReport {
  if (!state.ignored) return report;
  const ignored = report.result.findings.flatMap((finding): IgnoredFinding[] => {
    const kept = ignoredOf(state, finding, report.book);
    return kept ? [{ key: explanationKey(finding, report.book), finding, kept }] : [];
  });
  if (ignored.length === 0) return report;
  const gone = new Set(ignored.map(({ finding }) => finding.id));
  const findings = report.result.findings.filter(({ id }) => !gone.has(id));
  const left = { ...report, result: { ...report.result, findings }, ignored };
  const cards = cardsOf(report).length - cardsOf(left).length;
  return { ...left, counts: { ...countVerdicts(left), ignored: cards } };
}

/** The state with findings set aside; a blank reason for hints only. */
export function ignore(
  state: WorkbookState,
  findings: readonly Finding[],
  book: AccountBook,
  reason: string,
  now: Date,
): WorkbookState {
  const entries = findings.map((finding): readonly [string, KeptExplanation] => [
    explanationKey(finding, book),
    { text: reason.trim(), figures: figuresOf(finding, book), writtenAt: now.toISOString(), about: finding.message },
  ]);
  return { ...state, ignored: { ...state.ignored, ...Object.fromEntries(entries) } };
}

/** The state with a finding taken back among the others. */
export function stopIgnoring({ ignored = {}, ...state }: WorkbookState, key: string): WorkbookState {
  const others = Object.entries(ignored).filter(([other]) => other !== key);
  return others.length === 0 ? state : { ...state, ignored: Object.fromEntries(others) };
}
