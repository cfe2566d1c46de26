import { annotatedPdf } from "../../host/pdf/annotate";
import type { PdfAssets } from "../../host/pdf/library";
import { openXlsx } from "../../host/xlsx/xlsx-host";
import { documentTexts } from "../../text/document";
import { highlightFindings } from "../highlight-findings";
import type { DocumentReport } from "./check-document";
import { documentRemarks } from "./document-remarks";
import { documentWorkbook } from "./document-workbook";
import { markedDocx } from "./marked-docx";
import type { OpenedDocument } from "./open-document";

/**
 * A copy of a checked document with the findings as remarks (PDF) or comments (Word); the rest stays as it is.
 * @throws HostError where the file cannot be opened again
 */
export async function markedCopy(
  bytes: Uint8Array,
  opened: OpenedDocument,
  report: DocumentReport,
  assets: PdfAssets,
): Promise<Uint8Array> {
  return opened.format === "word"
    ? markedDocx(bytes, opened.word, report)
    : annotatedPdf(bytes, documentRemarks(report), documentTexts.author, assets);
}

/**
 * The document's tables as a workbook with our marks; undefined where it has no tables.
 * @throws HostError `tooLarge`
 */
export async function tablesCopy(report: DocumentReport): Promise<Uint8Array | undefined> {
  const bytes = documentWorkbook(report);
  if (!bytes) return undefined;
  const host = await openXlsx(bytes);
  await highlightFindings(host, report.tables);
  return host.save();
}
