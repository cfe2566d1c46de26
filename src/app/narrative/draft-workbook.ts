import type { AccountBook, ReadingNote } from "../../core/model/book";
import type { WorkbookGrid } from "../../core/model/grid";
import { draftNarrative } from "../../core/narrative/draft";
import type { NarrativeDraft } from "../../core/narrative/model";
import { PARAMETER_SHEET, parameterSheet } from "../../core/narrative/parameters/parameter-sheet";
import { datedBook, type Parameters, type ParameterValue } from "../../core/narrative/parameters/parameters";
import { readParameters, type ParameterReading } from "../../core/narrative/parameters/read-parameters";
import { paragraphText } from "../../core/narrative/rendering/span-text";
import type { TemplateProblem } from "../../core/narrative/template/syntax";
import { readBook } from "../../core/reading/read-book";
import type { SheetContent, WorkbookHost } from "../../host/port";
import { loadTemplate, type ReadAsset } from "./templates";

/** Choices for a draft; `readAsset` reads the shipped templates. */
export interface DraftOptions {
  readonly readAsset: ReadAsset;
  /** Last year's workbook, already read. */
  readonly priorYear?: AccountBook;
  /** The office's own wording template. */
  readonly officeTemplate?: string;
  /** 10,839.03 instead of 10839.03. */
  readonly thousands?: boolean;
}

/** A draft and what was met on the way. */
export interface WorkbookDraft {
  readonly draft: NarrativeDraft;
  readonly book: AccountBook;
  readonly parameters: Parameters;
  /** Values of the parameter sheet that were not taken, with their cells. */
  readonly notes: readonly ReadingNote[];
  /** Whether the workbook has the sheet 情况说明参数. */
  readonly hasParameterSheet: boolean;
  /** Mistakes in the office's own template; then the shipped one was used. */
  readonly templateProblems: readonly TemplateProblem[];
}

/** Name of the sheet the text is written to. */
export const NARRATIVE_SHEET = "情况说明";

/** Reads the workbook and drafts its 情况说明. Rejects with the host's `HostError`. */
export async function draftWorkbook(host: WorkbookHost, options: DraftOptions): Promise<WorkbookDraft> {
  return (await draftWithParameters(host, options)).result;
}

/**
 * Makes or renews the sheet 情况说明参数 with the lines this draft asks for. What was filled in stays, rejected values too.
 */
export async function makeParameterSheet(host: WorkbookHost, options: DraftOptions): Promise<WorkbookDraft> {
  const { result, reading } = await draftWithParameters(host, options);
  await host.putSheet(parameterSheet(result.book, result.parameters, result.draft, reading.rejected));
  return result;
}

/** Keeps reasons (by key; "" removes one) on the parameter sheet, which is made if it is not there, and drafts anew. */
export async function saveReasons(
  host: WorkbookHost,
  reasons: ReadonlyMap<string, string>,
  options: DraftOptions,
): Promise<WorkbookDraft> {
  const { result, reading } = await draftWithParameters(host, options);
  const parameters = new Map<string, ParameterValue>(result.parameters);
  for (const [key, text] of reasons) {
    if (text.trim() === "") parameters.delete(key);
    else parameters.set(key, { kind: "text", text: text.trim() });
  }
  await host.putSheet(parameterSheet(result.book, parameters, result.draft, reading.rejected));
  return draftWorkbook(host, options);
}

/** The text as a sheet: headings bold, a paragraph a row. */
export function narrativeSheet(draft: NarrativeDraft): SheetContent {
  const rows = draft.sections.flatMap((section) => [
    [{ content: section.title, bold: true }],
    ...section.paragraphs.map((paragraph) => [
      { content: paragraphText(paragraph), bold: paragraph.style === "heading2" || paragraph.style === "heading3" },
    ]),
  ]);
  return { name: NARRATIVE_SHEET, rows: [[{ content: draft.title, bold: true }], ...rows], widths: [120] };
}

async function draftWithParameters(
  host: WorkbookHost,
  options: DraftOptions,
): Promise<{ result: WorkbookDraft; reading: ParameterReading }> {
  const grid = await host.read();
  const read = readBook(withoutOurs(grid));
  const sheet = grid.sheets.find(({ name }) => name === PARAMETER_SHEET);
  const reading: ParameterReading = sheet
    ? readParameters(sheet, read.moneyUnit)
    : { parameters: new Map(), notes: [], rejected: [] };
  const book = datedBook(read, reading.parameters);
  const { template, problems } = await loadTemplate(options.readAsset, book.year, options.officeTemplate);
  const draft = draftNarrative({
    book,
    parameters: reading.parameters,
    template,
    wording: { thousands: options.thousands === true },
    ...(options.priorYear ? { priorYear: options.priorYear } : {}),
  });
  const result = {
    draft,
    book,
    parameters: reading.parameters,
    notes: reading.notes,
    hasParameterSheet: sheet !== undefined,
    templateProblems: problems,
  };
  return { result, reading };
}

/** The workbook without the sheets this use case writes. */
function withoutOurs(grid: WorkbookGrid): WorkbookGrid {
  return { ...grid, sheets: grid.sheets.filter(({ name }) => name !== PARAMETER_SHEET && name !== NARRATIVE_SHEET) };
}
