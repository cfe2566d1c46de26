import { DocumentCells } from "../../core/document/cell-names";
import type { PublishedDocument } from "../../core/document/model";
import { splitDocument, type SplitDocument } from "../../core/document/sheets";
import { compareBooks, type BookComparison } from "../../core/document/compare-books";
import { structureFindings, type StructureFinding } from "../../core/document/structure";
import { titleFindings, type TitleFinding } from "../../core/document/table-titles";
import { editionOfBook } from "../../core/editions";
import type { AccountBook } from "../../core/model/book";
import type { ReportText } from "../../core/model/rule";
import type { Parameters } from "../../core/narrative/parameters/parameters";
import { reportParagraphs } from "../../core/scoring/report-text";
import type { TextReport } from "../../core/textcheck/model";
import type { CheckReport } from "../check-report";
import { checkGrid, type CheckOptions } from "../check-workbook";
import { checkNarrativeText } from "../textcheck/check-text";

/** Everything the check of a published document yields. */
export interface DocumentReport {
  readonly document: PublishedDocument;
  readonly split: SplitDocument;
  /** Of its tables, as of a workbook. */
  readonly tables: CheckReport;
  /** Of its text against its tables. */
  readonly text: TextReport;
  readonly cells: DocumentCells;
  /** Parts that are missing or in another order than the ministry's. */
  readonly structure: readonly StructureFinding[];
  /** Titles, numbers and order of its tables, against the edition and its own contents page. */
  readonly titles: readonly TitleFinding[];
  /** Against the workbook it was made from, where one was given. */
  readonly against: BookComparison | undefined;
}

/** The workbook a document was made from, with what its sheet 情况说明参数 holds. */
export interface SourceWorkbook {
  readonly book: AccountBook;
  readonly parameters: Parameters;
}

export interface DocumentCheckOptions extends CheckOptions {
  readonly workbook?: SourceWorkbook;
}

/**
 * Checks a published document: its tables by all rules, as those of a workbook, and its text against them. What stands beside
 * the text (labels of charts) is no sentence. With the workbook it was made from, every figure of its tables is compared
 * with that too, and the text is judged by what the workbook's parameter sheet tells.
 */
export function checkDocument(document: PublishedDocument, options: DocumentCheckOptions = {}): DocumentReport {
  const split = splitDocument(document);
  const paragraphs = split.prose.map(({ text, aside }) => (aside ? "" : text));
  const { workbook, priorYear } = options;
  const tables = checkGrid(split.grid, { ...options, reportText: reportTextOf(split, paragraphs) });
  const text = checkNarrativeText(
    paragraphs,
    // What the text says of scores is judged with the document's score tables (PJ-10), else by those of its workbook.
    { ...tables.book, scoreTables: tables.book.scoreTables.length > 0 ? [] : (workbook?.book.scoreTables ?? []) },
    { ...(workbook ? { parameters: workbook.parameters } : {}), ...(priorYear ? { priorYear } : {}) },
  );
  return {
    document,
    split,
    tables,
    text,
    cells: new DocumentCells(document, split),
    structure: structureFindings(split),
    titles: titleFindings(split, tables.book, editionOfBook(tables.book)),
    against: workbook && compareBooks(tables.book, workbook.book),
  };
}

/** The document's text with the evaluation report each paragraph and each table stands in. */
function reportTextOf({ prose, places }: SplitDocument, texts: readonly string[]): ReportText {
  const paragraphs = reportParagraphs(texts);
  const projects = new Map<string, string>();
  for (const [sheet, rows] of places) {
    const block = rows.find(({ row }) => row !== undefined)?.block ?? Infinity;
    const before = prose.filter((paragraph) => paragraph.block < block).length;
    const project = paragraphs[before - 1]?.project;
    if (project !== undefined) projects.set(sheet, project);
  }
  return { paragraphs, projects };
}
