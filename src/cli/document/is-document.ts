import { extname } from "node:path";

/** Whether a file is a published document rather than a workbook, by its first bytes and its name. */
export function isDocument(bytes: Uint8Array, file: string): boolean {
  return isPdf(bytes) || extname(file).toLowerCase() === ".docx";
}

/** Whether the file begins as a PDF does. */
export function isPdf(bytes: Uint8Array): boolean {
  return new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");
}
