import type { CellAddress } from "../../core/model/cell";
import { HostError, type HostErrorCode } from "../errors";

/** Codes of Excel.ErrorCodes and OfficeExtension.ErrorCodes that mean something to us; all others are `unknown`. */
const CODES: Readonly<Record<string, HostErrorCode>> = {
  AccessDenied: "protected",
  InvalidOperationInCellEditMode: "editing",
  ItemNotFound: "sheetMissing",
  ItemAlreadyExists: "sheetExists",
  RequestPayloadSizeLimitExceeded: "tooLarge",
  ResponsePayloadSizeLimitExceeded: "tooLarge",
  RangeExceedsLimit: "tooLarge",
  OperationCellsExceedLimit: "tooLarge",
  MemoryLimitReached: "tooLarge",
  ApiNotFound: "notSupported",
  ApiNotAvailable: "notSupported",
  NotImplemented: "notSupported",
  UnsupportedFeature: "notSupported",
  UnsupportedOperation: "notSupported",
  UnsupportedSheet: "notSupported",
  ActivityLimitReached: "busy",
  Conflict: "busy",
  InsertDeleteConflict: "busy",
  MergedRangeConflict: "changed",
  RequestAborted: "busy",
  ServiceNotAvailable: "busy",
  Timeout: "busy",
  ConnectionFailure: "closed",
  HostConnectionLost: "closed",
  InactiveWorkbook: "closed",
  InvalidRequestContext: "closed",
};

/** Where an operation was when it failed, for the message. */
export interface Place {
  readonly sheet?: string;
  readonly cells?: readonly CellAddress[];
}

/** Whatever went wrong as a HostError; one that is a HostError already stays as it is. */
export function toHostError(error: unknown, place: Place = {}): HostError {
  if (error instanceof HostError) return error;
  const code = officeCode(error);
  const message = messageOf(error);
  const where = officeLocation(error);
  const technical = [code, message, where].filter((part) => part !== undefined && part !== "").join(" · ");
  const hostCode = code === undefined ? isOfficeGone(error) : meaningOf(code, place);
  return new HostError(hostCode ?? "unknown", { ...place, technical, cause: error });
}

/** ItemNotFound is said of any object that is not there (a conditional format too): a sheet only where one was asked for. */
function meaningOf(code: string, { sheet }: Place): HostErrorCode | undefined {
  return code === "ItemNotFound" && sheet === undefined ? undefined : CODES[code];
}

/** The `code` of an OfficeExtension.Error. Duck-typed: the class belongs to whichever runtime was loaded. */
export function officeCode(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}

function messageOf(error: unknown): string {
  const hasMessage = typeof error === "object" && error !== null && "message" in error;
  return String(hasMessage ? error.message : error);
}

function officeLocation(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null || !("debugInfo" in error)) return undefined;
  const info = error.debugInfo as { readonly errorLocation?: unknown } | null;
  return typeof info?.errorLocation === "string" ? info.errorLocation : undefined;
}

/** Without its runtime there is no `Excel` object at all: the pane runs outside Excel. */
function isOfficeGone(error: unknown): HostErrorCode | undefined {
  return error instanceof ReferenceError && /Excel|Office/.test(error.message) ? "notSupported" : undefined;
}
