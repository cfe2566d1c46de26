import type { CellAddress } from "../core/model/cell";

/**
 * What can go wrong in a host. `notWritable`: a cell that cannot be written by itself, inside a merged area (its first
 * cell apart), an array formula or, with a formula, one of Excel's own tables.
 */
export type HostErrorCode =
  | "protected"
  | "readOnly"
  | "editing"
  | "busy"
  | "closed"
  | "tooLarge"
  | "notSupported"
  | "changed"
  | "sheetMissing"
  | "sheetExists"
  | "notWritable"
  | "notAWorkbook"
  | "password"
  | "damaged"
  | "unknown";

/** What a file that is no .xlsx workbook turned out to be. */
export type FileFormat =
  "xlsx" | "xls" | "xlsb" | "ods" | "word" | "zip" | "csv" | "html" | "xml" | "pdf" | "empty" | "other";

/** The only error a host lets out. Its Chinese message is made in `text/` from code, sheet and cell. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: {
      readonly sheet?: string;
      readonly cells?: readonly CellAddress[];
      /** What a file is, where it is not what it should be. */
      readonly format?: FileFormat;
      /** Technical words for the log; never shown as the message. */
      readonly technical?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`host error: ${code}`, { cause: detail.cause });
    this.name = "HostError";
  }
}
