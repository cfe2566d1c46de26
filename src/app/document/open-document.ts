import type { PublishedDocument } from "../../core/document/model";
import { readDocx, type WordReading } from "../../host/docx/read-docx";
import type { PdfAssets } from "../../host/pdf/library";
import { readPdf } from "../../host/pdf/read-pdf";
import { isPdf } from "./is-pdf";

/** A published document that was read, in the format it came in. */
export type OpenedDocument =
  | { readonly format: "pdf"; readonly document: PublishedDocument }
  | { readonly format: "word"; readonly document: PublishedDocument; readonly word: WordReading };

export interface OpenOptions {
  readonly assets: PdfAssets;
  /** Called with a fraction 0…1 as pages are read. */
  readonly onProgress?: (done: number) => void;
  /** Ends the reading at the next page; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
}

/**
 * Reads a published document, a PDF or a Word document by its first bytes.
 * @throws HostError where the file cannot be read; the signal's reason where it was called off
 */
export async function openDocument(bytes: Uint8Array, options: OpenOptions): Promise<OpenedDocument> {
  if (isPdf(bytes)) return { format: "pdf", document: await readPdf(bytes, options) };
  const word = readDocx(bytes);
  return { format: "word", document: word.document, word };
}

/** Whether nothing of a document could be read: no table, no word. */
export function isUnread({ blocks }: PublishedDocument): boolean {
  return blocks.every((block) => block.kind === "paragraph" && block.text.trim() === "");
}
