import { extname } from "node:path";
import { checkDocument, type DocumentReport } from "../../app/document/check-document";
import { markedDocx } from "../../app/document/marked-docx";
import { documentRemarks } from "../../app/document/document-remarks";
import { documentWorkbook } from "../../app/document/document-workbook";
import { summariseWorkbook } from "../../app/overview/summarise-workbook";
import { highlightFindings } from "../../app/highlight-findings";
import type { AccountBook } from "../../core/model/book";
import type { PublishedDocument } from "../../core/document/model";
import { readDocx } from "../../host/docx/read-docx";
import { annotatedPdf } from "../../host/pdf/annotate";
import { readPdf } from "../../host/pdf/read-pdf";
import { openXlsx } from "../../host/xlsx/xlsx-host";
import { cliTexts } from "../../text/cli";
import { documentTexts } from "../../text/document";
import {
  CLEAN,
  ERRORS_FOUND,
  INCOMPLETE,
  type FileOptions,
  type FileOutcome,
  type FileTask,
} from "../batch/check-file";
import { writeCopy, type CopyTarget } from "../highlighted-copy";
import { documentJson, documentText } from "./document-report";
import { pdfAssets } from "./pdf-assets";

/** Whether a file is a published document rather than a workbook, by its first bytes and its name. */
export function isDocument(bytes: Uint8Array, file: string): boolean {
  return isPdf(bytes) || extname(file).toLowerCase() === ".docx";
}

function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}

/**
 * Checks a published document and writes its tables as a workbook where copies are wanted.
 * @throws HostError where the file cannot be read
 */
export async function checkDocumentFile(
  { file, copy, options }: FileTask,
  bytes: Uint8Array,
  priorYear: AccountBook | undefined,
): Promise<FileOutcome> {
  const word = isPdf(bytes) ? undefined : readDocx(bytes);
  const document = word?.document ?? (await readPdf(bytes, { assets: pdfAssets() }));
  const warnings = (document.troubles ?? []).map(documentTexts.trouble);
  if (options.fill !== undefined || options.draft) warnings.push(documentTexts.notForDocuments);
  const report = checkDocument(document, priorYear ? { priorYear } : {});
  const isBlank = isUnread(document);
  if (isBlank) warnings.push(documentTexts.nothingRead);
  const hasErrors = report.tables.counts.errors > 0 || report.text.counts.wrong + report.text.counts.contradictions > 0;
  let code = isBlank ? INCOMPLETE : hasErrors ? ERRORS_FOUND : CLEAN;
  let output = reportText(file, report, options);
  if (copy) {
    const marked = word
      ? markedDocx(bytes, word, report)
      : await annotatedPdf(bytes, documentRemarks(report), documentTexts.author, pdfAssets());
    for (const written of [writeMarked(copy, marked), ...(word ? [] : [await writeTables(copy, report)])]) {
      warnings.push(...written.warnings);
      if (!written.ok) code = INCOMPLETE;
      else if (options.output !== "json") output += written.said;
    }
  }
  const summary = options.summary ? summariseWorkbook(file, report.tables) : undefined;
  return { file, code, output, warnings, summary };
}

/** Whether nothing of the document could be read. */
function isUnread({ blocks }: PublishedDocument): boolean {
  return blocks.every((block) => block.kind === "paragraph" && block.text.trim() === "");
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

interface Written {
  readonly ok: boolean;
  readonly said: string;
  readonly warnings: readonly string[];
}

/** Writes the copy of a document with our comments. */
function writeMarked({ path, isSource }: CopyTarget, marked: Uint8Array): Written {
  if (isSource) return { ok: false, said: "", warnings: [cliTexts.outFailed(path)] };
  try {
    writeCopy(path, marked);
    return { ok: true, said: `${documentTexts.markedWritten(path)}\n\n`, warnings: [] };
  } catch {
    return { ok: false, said: "", warnings: [cliTexts.outFailed(path)] };
  }
}

/** Writes the document's tables as a workbook with our marks, beside where its copy goes. */
async function writeTables(copy: CopyTarget, report: DocumentReport): Promise<Written> {
  const bytes = documentWorkbook(report);
  if (!bytes) return { ok: true, said: "", warnings: [] };
  const path = `${copy.path.slice(0, copy.path.length - extname(copy.path).length)}.xlsx`;
  try {
    const host = await openXlsx(bytes);
    await highlightFindings(host, report.tables);
    writeCopy(path, host.save());
    return { ok: true, said: `${documentTexts.tablesWritten(path)}\n\n`, warnings: [] };
  } catch {
    return { ok: false, said: "", warnings: [cliTexts.outFailed(path)] };
  }
}
