import type { AccountBook } from "../../core/model/book";
import type { WorkbookGrid } from "../../core/model/grid";
import { PARAMETER_SHEET } from "../../core/narrative/parameters/parameter-sheet";
import { datedBook, type Parameters } from "../../core/narrative/parameters/parameters";
import { readParameters } from "../../core/narrative/parameters/read-parameters";
import { readBook } from "../../core/reading/read-book";
import { checkText } from "../../core/textcheck/check-text";
import type { TextReport } from "../../core/textcheck/model";
import type { WorkbookHost } from "../../host/port";
import { plainSource } from "./text-source";

/** What a text may be compared with besides the workbook. */
export interface TextSources {
  readonly parameters?: Parameters;
  /** Last year's workbook, already read. */
  readonly priorYear?: AccountBook;
}

/** Checks a 情况说明, as one text (lines that a page broke are joined) or by whole paragraphs, against a workbook. */
export function checkNarrativeText(
  text: string | readonly string[],
  book: AccountBook,
  { parameters = new Map(), priorYear }: TextSources = {},
): TextReport {
  const paragraphs = typeof text === "string" ? plainSource(text).paragraphs : text;
  return checkText(paragraphs, { book: datedBook(book, parameters), parameters, ...(priorYear ? { priorYear } : {}) });
}

/**
 * Checks a text against the open workbook and its sheet 情况说明参数. Rejects with the host's `HostError`.
 */
export async function checkTextOfWorkbook(
  host: WorkbookHost,
  text: string | readonly string[],
  priorYear?: AccountBook,
): Promise<TextReport> {
  return checkTextOfGrid(await host.read(), text, priorYear);
}

/** The same for a workbook that was read into a grid. */
export function checkTextOfGrid(
  grid: WorkbookGrid,
  text: string | readonly string[],
  priorYear?: AccountBook,
): TextReport {
  const { book, parameters } = readSource(grid);
  return checkNarrativeText(text, book, { parameters, ...(priorYear ? { priorYear } : {}) });
}

/** A workbook's tables, and what its sheet 情况说明参数 holds. */
export function readSource(grid: WorkbookGrid): { readonly book: AccountBook; readonly parameters: Parameters } {
  const book = readBook(grid);
  const sheet = grid.sheets.find(({ name }) => name === PARAMETER_SHEET);
  const parameters: Parameters = sheet ? readParameters(sheet, book.moneyUnit).parameters : new Map();
  return { book: datedBook(book, parameters), parameters };
}
