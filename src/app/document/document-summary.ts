import type { DocumentTrouble } from "../../core/document/model";
import type { VerdictCounts } from "../check-report";
import type { DocumentReport } from "./check-document";

/** What a list of checked documents keeps of one: the report itself, with all its grids, can be let go. */
export interface DocumentSummary {
  readonly unitName?: string;
  readonly year?: number;
  /** Of its tables. */
  readonly counts: VerdictCounts;
  /** Tables that were recognised. */
  readonly tables: number;
  /** Figures of the text that contradict the tables or one another, and those that hold. */
  readonly text: { readonly wrong: number; readonly right: number };
  /** Parts and tables missing, misnamed or out of order. */
  readonly structure: number;
  /** Where it differs from the workbook it was compared with. */
  readonly differences: number;
  readonly troubles: readonly DocumentTrouble[];
}

export function summariseDocument({
  tables,
  text,
  structure,
  titles,
  against,
  document,
}: DocumentReport): DocumentSummary {
  const { book, counts } = tables;
  return {
    ...(book.unitName === undefined ? {} : { unitName: book.unitName }),
    ...(book.year === undefined ? {} : { year: book.year }),
    counts,
    tables: book.tables.size + book.forms.length + book.summaries.length,
    text: { wrong: text.counts.wrong + text.counts.contradictions, right: text.counts.right },
    structure: structure.length + titles.length,
    differences: against?.differences.length ?? 0,
    troubles: document.troubles ?? [],
  };
}

/** How a document came out, the worst first. */
export type DocumentVerdict = "errors" | "verify" | "clean" | "empty";

/** Errors of tables or text; else something to look at, or pages nobody read; else clean. `empty`: nothing to judge. */
export function verdictOfDocument({
  counts,
  tables,
  text,
  structure,
  differences,
  troubles,
}: DocumentSummary): DocumentVerdict {
  if (counts.errors + text.wrong + differences > 0) return "errors";
  if (tables === 0 && text.right === 0) return "empty";
  const unread = troubles.some(({ kind }) => kind !== "unruled");
  return counts.verify + structure > 0 || unread ? "verify" : "clean";
}
