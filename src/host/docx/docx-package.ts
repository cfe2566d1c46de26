import { HostError } from "../errors";
import { assertPackage } from "../xlsx/file-format";
import { OpcPackage } from "../xlsx/opc-package";

const DOCUMENT_TYPE = "/officeDocument";

/** What a Word template may ask of us: an office's letterhead with pictures stays far below. */
export const TEMPLATE_LIMITS = {
  /** Bytes of the file itself. */
  fileBytes: 20 * 1024 * 1024,
  /** Bytes of all parts together after inflating. */
  totalBytes: 100 * 1024 * 1024,
} as const;

/** A Word document as its parts; `main` names the part that holds the text. */
export interface DocxPackage {
  readonly parts: OpcPackage;
  readonly main: string;
}

/**
 * Opens a Word document.
 * @throws HostError `notAWorkbook` with the format found, `password`, `damaged`, `tooLarge`.
 */
export function openDocx(bytes: Uint8Array): DocxPackage {
  assertPackage(bytes);
  const parts = new OpcPackage(bytes);
  const main = parts.relationships("").find(({ type }) => type.endsWith(DOCUMENT_TYPE))?.target;
  if (main === undefined || !/(?:^|\/)document\d*\.xml$/.test(main)) {
    throw new HostError("notAWorkbook", { format: parts.has("xl/workbook.xml") ? "xlsx" : "zip" });
  }
  return { parts, main };
}

/**
 * Refuses what must not be given to a library that unfolds whatever it gets: a file that is no Word document, has a
 * password, is damaged, or is or becomes too large.
 * @throws HostError as `openDocx`
 */
export function assertWordTemplate(bytes: Uint8Array): void {
  if (bytes.length > TEMPLATE_LIMITS.fileBytes) throw new HostError("tooLarge", { technical: `${bytes.length} bytes` });
  openDocx(bytes).parts.assertInflates(TEMPLATE_LIMITS.totalBytes);
}
