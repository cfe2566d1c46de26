import { readFileSync } from "node:fs";
import type { CheckReport } from "../../app/check-report";
import { checkWorkbook } from "../../app/check-workbook";
import type { FillMode } from "../../app/filling/apply-fill";
import { readKeptTemplates } from "../../app/narrative/kept-templates";
import type { WorkbookSummary } from "../../app/overview/model";
import { withExplanations } from "../../app/explanations/standing";
import { highlightFindings } from "../../app/highlight-findings";
import { summariseWorkbook } from "../../app/overview/summarise-workbook";
import { parseState, EMPTY_STATE, type LoadedState } from "../../app/workbook-state";
import type { AccountBook } from "../../core/model/book";
import { HostError } from "../../host/errors";
import { openXlsx, type XlsxHost } from "../../host/xlsx/xlsx-host";
import { cliTexts } from "../../text/cli";
import { cliFillTexts } from "../../text/cli-fill";
import { fileTroubleText } from "../../text/host-errors";
import { keptNote } from "../../text/zh";
import { checkDocumentFile, isDocument } from "../document/check-document-file";
import { makeParameterSheet } from "../../app/narrative/draft-workbook";
import { carriedTexts, officeTemplates, priorWorkbook, readAsset, writeDraft } from "../draft";
import { fillCopy, fillJson, fillText, type FilledCopy } from "../fill";
import { writeCopy, type CopyTarget } from "../highlighted-copy";
import { jsonWorkbook } from "../json-report";
import { textReport } from "../text-report";

/** Exit codes: none is an error, errors were found, something could not be done. */
export const CLEAN = 0;
export const ERRORS_FOUND = 1;
export const INCOMPLETE = 2;

/** What is wanted of every file. Plain data: it is sent to worker threads. */
export interface FileOptions {
  /** What `FileOutcome.output` holds: the readable report, the workbook's JSON object, or nothing. */
  readonly output: "text" | "json" | "none";
  readonly rounding: boolean;
  /** How the copy is filled, `kept`: as the workbook keeps it, else with formulas; undefined where it is not. */
  readonly fill?: FillMode | "kept" | undefined;
  /** Whether `FileOutcome.summary` is filled. */
  readonly summary: boolean;
  /** Whether the 情况说明 is written beside the copy. */
  readonly draft?: boolean;
  /** Paths of the office's own templates. */
  readonly templates?: readonly string[];
  /** Whether the copy gets the sheet 情况说明参数. */
  readonly parameters?: boolean;
  /** Path of last year's published document. */
  readonly carry?: string | undefined;
  /** Path of last year's workbook. */
  readonly prior?: string | undefined;
}

/** One file to check. */
export interface FileTask {
  readonly file: string;
  /** Where the highlighted copy goes, if one is wanted. */
  readonly copy: CopyTarget | undefined;
  readonly options: FileOptions;
}

/** What checking a file came to. Plain data: it is sent back from worker threads. */
export interface FileOutcome {
  readonly file: string;
  readonly code: number;
  /** For standard output; "" where nothing is to be said. */
  readonly output: string;
  /** For standard error. */
  readonly warnings: readonly string[];
  readonly summary: WorkbookSummary | undefined;
}

/** Checks one file and writes its copy. Never rejects: what goes wrong is part of the outcome. */
export async function checkFile(task: FileTask): Promise<FileOutcome> {
  const { file, options } = task;
  try {
    const bytes = readFileSync(file);
    if (isDocument(bytes, file)) return await checkDocumentFile(task, bytes, await priorOf(options));
    return await checked(task, await openXlsx(bytes));
  } catch (error) {
    return unread(file, readingTrouble(error), options);
  }
}

function priorOf({ prior }: FileOptions): Promise<AccountBook> | undefined {
  return prior === undefined ? undefined : priorWorkbook(prior);
}

/** The outcome of a file that could not be checked, for that reason. */
export function unread(file: string, reason: string, options: FileOptions): FileOutcome {
  return {
    file,
    code: INCOMPLETE,
    output: "",
    warnings: [reason],
    summary: options.summary ? { kind: "unread", file, reason } : undefined,
  };
}

async function checked({ file, copy, options }: FileTask, host: XlsxHost): Promise<FileOutcome> {
  const kept = await keptState(host);
  const state = kept.kind === "ready" ? kept.state : EMPTY_STATE;
  const priorYear = await priorOf(options);
  const checkedBook = await checkWorkbook(host, {
    ...(state.settings ? { settings: state.settings } : {}),
    ...(priorYear ? { priorYear } : {}),
  });
  const report = withExplanations(checkedBook, state);
  const note = keptNote(kept);
  const warnings: string[] = note === undefined ? [] : [note];
  let code = report.counts.errors > 0 ? ERRORS_FOUND : CLEAN;
  const mode = options.fill === "kept" ? (state.fillMode ?? "formulas") : options.fill;
  const filled = copy && !copy.isSource && mode ? await fillCopyOf(host, report, mode) : undefined;
  warnings.push(...(filled?.warnings ?? []));
  if (typeof filled?.copy === "string") code = INCOMPLETE;
  const done = typeof filled?.copy === "object" ? filled.copy : undefined;
  let output = reportText(file, report, options, mode, done);
  if (copy && !copy.isSource && options.parameters) {
    await makeParameterSheet(host, { readAsset, ...(priorYear ? { priorYear } : {}) });
  }
  if (copy) {
    const written = await highlightedCopy(copy, host, done?.report ?? report);
    warnings.push(...written.warnings);
    if (!written.ok) code = INCOMPLETE;
    else if (options.output !== "json") output += `${cliTexts.outWritten(copy.path)}\n\n`;
  }
  if (copy && options.draft) {
    const drafted = await writeDraft(host, copy, {
      priorYear,
      templates: await officeTemplates(options.templates ?? []),
      carried: options.carry === undefined ? undefined : await carriedTexts(options.carry),
      kept: await readKeptTemplates(state.templates),
    });
    warnings.push(...drafted.warnings);
    if (!drafted.ok) code = INCOMPLETE;
    else if (options.output !== "json" && drafted.said !== "") output += `${drafted.said}\n\n`;
  }
  const summary = options.summary ? summariseWorkbook(file, report, state) : undefined;
  return { file, code, output, warnings, summary };
}

function reportText(
  file: string,
  report: CheckReport,
  { output, rounding }: FileOptions,
  fill: FillMode | undefined,
  filled: FilledCopy | undefined,
): string {
  switch (output) {
    case "json":
      return JSON.stringify(
        { ...jsonWorkbook(file, report, rounding), ...(filled && fill ? fillJson(filled, fill) : {}) },
        null,
        2,
      );
    case "text":
      return `${textReport(file, report, rounding)}\n\n${filled && fill ? `${fillText(filled, fill)}\n\n` : ""}`;
    case "none":
      return "";
  }
}

/** Fills the workbook that becomes the copy; where that fails as a whole, the copy is written unfilled and that is said. */
async function fillCopyOf(
  host: XlsxHost,
  report: CheckReport,
  mode: FillMode,
): Promise<{ readonly copy: FilledCopy | string; readonly warnings: readonly string[] }> {
  try {
    const copy = await fillCopy(host, report, mode);
    return { copy, warnings: copy.warnings };
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    const message = cliFillTexts.failed(fileTroubleText(error).happened);
    return { copy: message, warnings: [message] };
  }
}

/** Writes the highlighted copy of a file, and says what could not be done. */
async function highlightedCopy(
  copy: CopyTarget,
  host: XlsxHost,
  report: CheckReport,
): Promise<{ readonly ok: boolean; readonly warnings: readonly string[] }> {
  if (copy.isSource) return { ok: false, warnings: [cliTexts.outIsSource(copy.path)] };
  try {
    const { protectedSheets: left } = await highlightFindings(host, report);
    writeCopy(copy.path, host.save());
    return { ok: true, warnings: left.map(cliTexts.protectedSheet) };
  } catch (error) {
    const reason = error instanceof HostError ? fileTroubleText(error).happened : cliTexts.outFailed(copy.path);
    return { ok: false, warnings: [reason] };
  }
}

/** What the workbook keeps for us; the check does not depend on it. */
async function keptState(host: XlsxHost): Promise<LoadedState> {
  try {
    return parseState(await host.loadState());
  } catch {
    return { kind: "unreadable" };
  }
}

/** Why a file could not be read, in Chinese. */
export function readingTrouble(error: unknown): string {
  if (error instanceof HostError) {
    const { happened, kept, todo } = fileTroubleText(error);
    return happened + kept + todo;
  }
  switch (systemCode(error)) {
    case "ENOENT":
      return cliTexts.notFound;
    case "EISDIR":
      return cliTexts.isFolder;
    case "EACCES":
    case "EPERM":
    case "EBUSY":
      return cliTexts.noAccess;
    case undefined:
      return `${cliTexts.failed}\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
    default:
      return cliTexts.unreadable;
  }
}

function systemCode(error: unknown): string | undefined {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
}
