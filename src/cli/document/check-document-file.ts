import { readFile } from "node:fs/promises";
import { extname } from "node:path";
import { checkDocument, type DocumentReport, type SourceWorkbook } from "../../app/document/check-document";
import { markedCopy, tablesCopy } from "../../app/document/document-copies";
import { isUnread, openDocument } from "../../app/document/open-document";
import { readSource } from "../../app/textcheck/check-text";
import { summariseWorkbook } from "../../app/overview/summarise-workbook";
import type { AccountBook } from "../../core/model/book";
import { openXlsx } from "../../host/xlsx/xlsx-host";
import { documentTexts } from "../../text/document";
import {
  CLEAN,
  ERRORS_FOUND,
  INCOMPLETE,
  type FileOptions,
  type FileOutcome,
  type FileTask,
  type MadeFiles,
} from "../batch/outcome";
import { documentJson, documentText } from "./document-report";
import { readingTrouble } from "../reading-trouble";
import { pdfAssets } from "./pdf-assets";

/**
 * Checks a published document; where copies are wanted, makes one with our remarks and, of a PDF, a workbook of its tables.
 * @throws HostError where the file cannot be read
 */
export async function checkDocumentFile(
  { file, options }: FileTask,
  bytes: Uint8Array,
  priorYear: AccountBook | undefined,
): Promise<FileOutcome> {
  const assets = pdfAssets();
  const opened = await openDocument(bytes, { assets });
  const { document } = opened;
  const warnings = (document.troubles ?? []).map(documentTexts.trouble);
  if (options.fill !== undefined || options.draft) warnings.push(documentTexts.notForDocuments);
  const workbook = await sourceWorkbook(options.against, warnings);
  const report = checkDocument(document, { ...(priorYear ? { priorYear } : {}), ...(workbook ? { workbook } : {}) });
  const isBlank = isUnread(document);
  if (isBlank) warnings.push(documentTexts.nothingRead);
  const code =
    isBlank || (options.against !== undefined && !workbook) ? INCOMPLETE : hasErrors(report) ? ERRORS_FOUND : CLEAN;
  const output = reportText(file, report, options);
  const made: MadeFiles[] = [];
  if (options.copy) {
    const content = await markedCopy(bytes, opened, report, assets);
    made.push({ what: "marked", files: [{ ending: extname(file), content }], note: "" });
    const tables = opened.format === "pdf" ? await tablesCopy(report) : undefined;
    if (tables) made.push({ what: "tables", files: [{ ending: ".xlsx", content: tables }], note: "" });
  }
  const summary = options.summary ? summariseWorkbook(file, report.tables) : undefined;
  return { file, code, output, warnings, summary, made };
}

function hasErrors({ tables, text, against }: DocumentReport): boolean {
  const { wrong, contradictions } = text.counts;
  return tables.counts.errors + wrong + contradictions + (against?.differences.length ?? 0) > 0;
}

/** The workbook the document was made from; undefined, with a warning, where it can not be read. */
async function sourceWorkbook(path: string | undefined, warnings: string[]): Promise<SourceWorkbook | undefined> {
  if (path === undefined) return undefined;
  try {
    const host = await openXlsx(new Uint8Array(await readFile(path)));
    return readSource(await host.read());
  } catch (error) {
    warnings.push(documentTexts.againstUnread(path, readingTrouble(error)));
    return undefined;
  }
}

function reportText(file: string, report: DocumentReport, { output, rounding }: FileOptions): string {
  switch (output) {
    case "json":
      return JSON.stringify(documentJson(file, report, rounding), null, 2);
    case "text":
      return `${documentText(file, report, rounding)}\n\n`;
    case "none":
      return "";
  }
}
