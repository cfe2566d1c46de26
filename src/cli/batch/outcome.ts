import type { FillMode } from "../../app/filling/apply-fill";
import type { PartId } from "../../core/publication/model";
import type { WorkbookSummary } from "../../app/overview/model";
import type { TextCommand } from "../arguments";
import type { UnitFigures } from "../../core/consolidation/model";

/** Exit codes: none is an error, errors were found, something could not be done. */
export const CLEAN = 0;
export const ERRORS_FOUND = 1;
export const INCOMPLETE = 2;

/** What is wanted of every file. Plain data: it is sent to worker threads. */
export interface FileOptions {
  /** What `FileOutcome.output` holds: the readable report, the workbook's JSON object, or nothing. */
  readonly output: "text" | "json" | "none";
  readonly rounding: boolean;
  /** Whether a copy with the highlights is made. */
  readonly copy?: boolean;
  /** How the copy is filled, `kept`: as the workbook keeps it, else with formulas; undefined where it is not. */
  readonly fill?: FillMode | "kept" | undefined;
  /** Whether `FileOutcome.summary` is filled. */
  readonly summary: boolean;
  /** Whether `FileOutcome.figures` is filled. */
  readonly figures?: boolean;
  /** Whether the 情况说明 is drafted. */
  readonly draft?: boolean;
  /** Paths of the office's own templates. */
  readonly templates?: readonly string[];
  /** The one part of the document to publish that is wanted. */
  readonly part?: PartId | undefined;
  /** Whether the copy gets the sheet 情况说明参数. */
  readonly parameters?: boolean;
  /** Path of last year's published document. */
  readonly carry?: string | undefined;
  /** Path of the workbook a published document was made from. */
  readonly against?: string | undefined;
  /** Path of last year's workbook. */
  readonly prior?: string | undefined;
}

/** One file to check. */
export interface FileTask {
  readonly file: string;
  readonly options: FileOptions;
  /** The 情况说明 to check against the workbook, in place of the workbook itself. */
  readonly text?: TextCommand;
}

/** A file made from the workbook: its name is the workbook's without extension and this. */
export interface MadeFile {
  readonly ending: string;
  readonly content: Uint8Array | string;
}

/** Files made from a workbook that belong together. */
export interface MadeFiles {
  readonly what: "copy" | "draft" | "publication" | "marked" | "tables";
  readonly files: readonly MadeFile[];
  /** What is to be said of them on standard output; "" for nothing. */
  readonly note: string;
}

/** What checking a file came to. Plain data: it is sent back from worker threads. */
export interface FileOutcome {
  /** What the warnings are about. */
  readonly file: string;
  readonly code: number;
  /** For standard output; "" where nothing is to be said. */
  readonly output: string;
  /** For standard error. */
  readonly warnings: readonly string[];
  readonly summary: WorkbookSummary | undefined;
  /** What 汇总核对 needs of the workbook. */
  readonly figures?: UnitFigures;
  /** To be written; a thread only makes them. */
  readonly made: readonly MadeFiles[];
}

/** The outcome of a file that could not be checked, for that reason. */
export function unread(file: string, reason: string, options: FileOptions): FileOutcome {
  return {
    file,
    code: INCOMPLETE,
    output: "",
    warnings: [reason],
    summary: options.summary ? { kind: "unread", file, reason } : undefined,
    made: [],
  };
}
