import type { CellAddress } from "../core/model/cell";

/** What can go wrong in a host. `retry` marks those worth trying again. */
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
  | "notAWorkbook"
  | "password"
  | "damaged"
  | "unknown";

/** The only error a host lets out. Its Chinese message is made in `text/` from code, sheet and cell. */
export class HostError extends Error {
  constructor(
    readonly code: HostErrorCode,
    readonly detail: {
      readonly sheet?: string;
      readonly cells?: readonly CellAddress[];
      /** Technical words for the log; never shown as the message. */
      readonly technical?: string;
      readonly cause?: unknown;
    } = {},
  ) {
    super(`host error: ${code}`, { cause: detail.cause });
    this.name = "HostError";
  }
}
