import type { HostError, HostErrorCode } from "../host/errors";

/** What a button can offer after trouble: the same once more, a new check, or nothing that would help. */
export type WayOn = "retry" | "check" | "none";

/** What helps against each kind of trouble. */
export const WAYS_ON: Readonly<Record<HostErrorCode, WayOn>> = {
  protected: "retry",
  editing: "retry",
  busy: "retry",
  sheetExists: "retry",
  notWritable: "retry",
  tooLarge: "retry",
  unknown: "retry",
  changed: "check",
  sheetMissing: "check",
  readOnly: "none",
  closed: "none",
  notSupported: "none",
  notAWorkbook: "none",
  password: "none",
  damaged: "none",
};

/** Trouble that passes by itself: the user is typing, or a dialog is open. */
export function isPassing({ code }: HostError): boolean {
  return code === "editing" || code === "busy";
}
