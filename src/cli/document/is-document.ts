import { extname } from "node:path";
import { isPdf } from "../../app/document/is-pdf";

/** Whether a file is a published document rather than a workbook, by its first bytes and its name. */
export function isDocument(bytes: Uint8Array, file: string): boolean {
  return isPdf(bytes) || extname(file).toLowerCase() === ".docx";
}
