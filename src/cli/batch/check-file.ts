import { readFileSync } from "node:fs";
import { basename, extname } from "node:path";
import type { CheckReport } from "../../app/check-report";
import { checkWorkbook } from "../../app/check-workbook";
import type { FillMode } from "../../app/filling/apply-fill";
import { readKeptTemplates } from "../../app/narrative/kept-templates";
import { readKeptCarried } from "../../app/publication/kept-carried";
import { withExplanations } from "../../app/explanations/standing";
import { highlightFindings } from "../../app/highlight-findings";
import { summariseWorkbook } from "../../app/overview/summarise-workbook";
import { parseState, EMPTY_STATE, type LoadedState } from "../../app/workbook-state";
import { unitFigures } from "../../core/consolidation/unit-figures";
import type { AccountBook } from "../../core/model/book";
import { HostError } from "../../host/errors";
import { openXlsx, type XlsxHost } from "../../host/xlsx/xlsx-host";
import { cliTexts } from "../../text/cli";
import { cliFillTexts } from "../../text/cli-fill";
import { documentTexts } from "../../text/document";
import { fileTroubleText } from "../../text/host-errors";
import { keptNote } from "../../text/zh";
import { makeParameterSheet } from "../../app/narrative/draft-workbook";
import { isDocument } from "../document/is-document";
import { carriedTexts, draftOf, officeTemplates, priorWorkbook, readAsset } from "../draft";
import { fillCopy, fillJson, fillText, type FilledCopy } from "../fill";
import { jsonWorkbook } from "../json-report";
import { textReport } from "../text-report";
import { readingTrouble } from "../reading-trouble";
import {
  CLEAN,
  ERRORS_FOUND,
  INCOMPLETE,
  unread,
  type FileOptions,
  type FileOutcome,
  type FileTask,
  type MadeFiles,
} from "./outcome";

/** Checks one file and makes what is wanted from it. Never rejects: what goes wrong is part of the outcome. */
export async function checkFile(task: FileTask): Promise<FileOutcome> {
  const { file, options, text } = task;
  let kind: "workbook" | "document" = "workbook";
  try {
    if (text) {
      const { checkText } = await import("../text-check");
      return await checkText(text);
    }
    const bytes = readFileSync(file);
    if (isDocument(bytes, file)) {
      kind = "document";
      // Loaded where it is needed: reading PDFs takes a library larger than all the rest.
      const { checkDocumentFile } = await import("../document/check-document-file");
      return await checkDocumentFile(task, bytes, await priorOf(options));
    }
    return await checked(task, await openXlsx(bytes, basename(file)));
  } catch (error) {
    return unread(file, readingTrouble(error, kind), options);
  }
}

function priorOf({ prior }: FileOptions): Promise<AccountBook> | undefined {
  return prior === undefined ? undefined : priorWorkbook(prior);
}

async function checked({ file, options }: FileTask, host: XlsxHost): Promise<FileOutcome> {
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
  if (options.against !== undefined) warnings.push(documentTexts.againstOnlyDocuments);
  let code = report.counts.errors > 0 ? ERRORS_FOUND : CLEAN;
  const made: MadeFiles[] = [];
  const mode = options.fill === "kept" ? (state.fillMode ?? "formulas") : options.fill;
  const filled = options.copy && mode ? await fillCopyOf(host, report, mode) : undefined;
  warnings.push(...(filled?.warnings ?? []));
  if (typeof filled?.copy === "string") code = INCOMPLETE;
  const done = typeof filled?.copy === "object" ? filled.copy : undefined;
  const carried =
    options.carry === undefined ? readKeptCarried(state.carried)?.texts : await carriedTexts(options.carry);
  if (options.copy) {
    if (options.parameters)
      await makeParameterSheet(host, {
        readAsset,
        ...(priorYear ? { priorYear } : {}),
        ...(carried ? { carried } : {}),
      });
    const copied = await highlightedCopy(file, host, done?.report ?? report);
    warnings.push(...copied.warnings);
    if (copied.made) made.push(copied.made);
    else code = INCOMPLETE;
  }
  if (options.draft) {
    const drafted = await draftOf(host, {
      priorYear,
      templates: await officeTemplates(options.templates ?? []),
      carried,
      report: done?.report ?? report,
      part: options.part,
      kept: await readKeptTemplates(state.templates),
    });
    warnings.push(...drafted.warnings);
    made.push(...drafted.made);
    if (!drafted.ok) code = INCOMPLETE;
  }
  const output = reportText(file, report, options, mode, done);
  const summary = options.summary ? summariseWorkbook(file, report, state) : undefined;
  const figures = options.figures ? { figures: unitFigures(file, report.book) } : {};
  return { file, code, output, warnings, summary, made, ...figures };
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

/** The workbook with its problem cells marked, under its own extension; says what could not be marked. */
async function highlightedCopy(
  file: string,
  host: XlsxHost,
  report: CheckReport,
): Promise<{ readonly made: MadeFiles | undefined; readonly warnings: readonly string[] }> {
  try {
    const { protectedSheets: left } = await highlightFindings(host, report);
    const files = [{ ending: extname(file), content: host.save() }];
    return { made: { what: "copy", files, note: "" }, warnings: left.map(cliTexts.protectedSheet) };
  } catch (error) {
    const reason = error instanceof HostError ? fileTroubleText(error).happened : readingTrouble(error);
    return { made: undefined, warnings: [reason] };
  }
}

/** What the workbook keeps for us; the check does not depend on it. */
async function keptState(host: XlsxHost): Promise<LoadedState> {
  try {
    return await parseState(await host.loadState());
  } catch {
    return { kind: "unreadable" };
  }
}
