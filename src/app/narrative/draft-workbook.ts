import type { AccountBook, ReadingNote } from "../../core/model/book";
import type { CellAddress } from "../../core/model/cell";
import type { SheetGrid } from "../../core/model/grid";
import { draftNarrative } from "../../core/narrative/draft";
import { editionFor, type Edition } from "../../core/editions";
import type { NarrativeDraft } from "../../core/narrative/model";
import { PARAMETER_SHEET, parameterSheet, type ParameterSheet } from "../../core/narrative/parameters/parameter-sheet";
import { datedBook, type Parameters, type ParameterValue } from "../../core/narrative/parameters/parameters";
import { NO_PARAMETERS, readParameters, type ParameterReading } from "../../core/narrative/parameters/read-parameters";
import type { TemplateProblem } from "../../core/narrative/template/syntax";
import type { CarriedTexts } from "../../core/publication/carried";
import { suggestedReasons } from "../../core/publication/reasons";
import { readBook } from "../../core/reading/read-book";
import type { WorkbookHost } from "../../host/port";
import { narrativeTexts } from "../../text/narrative";
import type { CheckReport } from "../check-report";
import { withDoubts } from "./doubtful-figures";
import { withFormulas } from "./keep-formulas";
import { loadTemplate, type ReadAsset } from "./templates";

/** Choices for a draft; `readAsset` reads the shipped templates. */
export interface DraftOptions {
  readonly readAsset: ReadAsset;
  /** Default: the edition of the workbook's year. */
  readonly edition?: Edition;
  /** Last year's workbook, already read. */
  readonly priorYear?: AccountBook;
  /** The office's own wording template. */
  readonly officeTemplate?: string;
  /** The check of the workbook as it stands: figures from cells it calls wrong are marked. */
  readonly report?: CheckReport | undefined;
  /** 10,839.03 instead of 10839.03. */
  readonly thousands?: boolean;
  /**
   * Of last year's document: fixed sentences by parameter, used where the parameter sheet has none, and reasons, which
   * are only said on the parameter sheet.
   */
  readonly carried?: Pick<CarriedTexts, "fixed" | "reasons">;
}

/** A draft and what was met on the way. */
export interface WorkbookDraft {
  readonly draft: NarrativeDraft;
  readonly book: AccountBook;
  readonly parameters: Parameters;
  /** For every line of the parameter sheet, by its 参数编号, the cell to fill in. */
  readonly lines: ReadonlyMap<string, CellAddress>;
  /** Values of the parameter sheet that were not taken, with their cells. */
  readonly notes: readonly ReadingNote[];
  /** Whether the workbook has the sheet 情况说明参数. */
  readonly hasParameterSheet: boolean;
  /** Mistakes in the office's own template; then the shipped one was used. */
  readonly templateProblems: readonly TemplateProblem[];
}

/** Reads the workbook and drafts its 情况说明. Rejects with the host's `HostError`. */
export async function draftWorkbook(host: WorkbookHost, options: DraftOptions): Promise<WorkbookDraft> {
  return (await draftWithParameters(host, options)).result;
}

/**
 * Makes or renews the sheet 情况说明参数 with the lines this draft asks for, and drafts from it. What was filled in stays,
 * rejected values and formulas too.
 */
export async function makeParameterSheet(host: WorkbookHost, options: DraftOptions): Promise<WorkbookDraft> {
  const { result, reading, sheet } = await draftWithParameters(host, options);
  const made = madeSheet(result, result.parameters, reading, options);
  await host.putSheet(withFormulas(made, reading.lines, sheet));
  return draftWorkbook(host, options);
}

/**
 * Keeps reasons (by key; "" removes one) on the parameter sheet and drafts anew. Lines that are there are written cell
 * by cell; the sheet is made or renewed only where a reason has no line yet.
 */
export async function saveReasons(
  host: WorkbookHost,
  reasons: ReadonlyMap<string, string>,
  options: DraftOptions,
): Promise<WorkbookDraft> {
  const { result, reading, sheet } = await draftWithParameters(host, options);
  const texts = [...reasons].map(([key, text]): [string, string] => [key, text.trim()]);
  if (texts.every(([key]) => reading.lines.has(key))) {
    const writes = texts.flatMap(([key, text]) => {
      const cell = reading.lines.get(key);
      return cell ? [{ cell, content: text === "" ? null : text, isFormula: false, numberFormat: "@" }] : [];
    });
    await host.write(writes);
  } else {
    const parameters = new Map<string, ParameterValue>(result.parameters);
    for (const [key, text] of texts) {
      if (text === "") parameters.delete(key);
      else parameters.set(key, { kind: "text", text });
    }
    const made = madeSheet(result, parameters, reading, options);
    await host.putSheet(withFormulas(made, reading.lines, sheet));
  }
  return draftWorkbook(host, options);
}

function madeSheet(
  { book, draft }: WorkbookDraft,
  parameters: Parameters,
  { rejected }: ParameterReading,
  { carried }: DraftOptions,
): ParameterSheet {
  const suggested = carried ? [...suggestedReasons(draft, carried.reasons)] : [];
  const lastYear = new Map(
    suggested.map(([key, { text, opposite }]) => [
      key,
      opposite ? `${narrativeTexts.text.opposite(opposite)}${text}` : text,
    ]),
  );
  return parameterSheet(book, parameters, draft, rejected, lastYear);
}

interface Drafted {
  readonly result: WorkbookDraft;
  readonly reading: ParameterReading;
  /** The parameter sheet as it was read. */
  readonly sheet: SheetGrid | undefined;
}

async function draftWithParameters(host: WorkbookHost, options: DraftOptions): Promise<Drafted> {
  const grid = await host.read();
  const read = readBook(grid);
  const sheet = grid.sheets.find(({ name }) => name === PARAMETER_SHEET);
  const filled = sheet ? readParameters(sheet, read.moneyUnit) : NO_PARAMETERS;
  const reading = { ...filled, parameters: withFixed(filled.parameters, options.carried?.fixed) };
  const book = datedBook(read, reading.parameters);
  const edition = options.edition ?? editionFor(book);
  const { template, problems } = await loadTemplate(options.readAsset, edition, options.officeTemplate);
  const drafted = draftNarrative({
    book,
    parameters: reading.parameters,
    template,
    edition,
    wording: { thousands: options.thousands === true },
    ...(options.priorYear ? { priorYear: options.priorYear } : {}),
  });
  const result = {
    draft: options.report ? withDoubts(drafted, options.report) : drafted,
    book,
    parameters: reading.parameters,
    lines: reading.lines,
    notes: reading.notes,
    hasParameterSheet: sheet !== undefined,
    templateProblems: problems,
  };
  return { result, reading, sheet };
}

function withFixed(parameters: Parameters, fixed: CarriedTexts["fixed"] = new Map()): Parameters {
  const taken = [...fixed].map(([key, text]): [string, ParameterValue] => [key, { kind: "text", text }]);
  return new Map([...taken, ...parameters]);
}
