import type { FindingKind, VerdictCounts } from "../check-report";
import type { MoneyUnit } from "../../core/model/quantity";
import type { Severity } from "../../core/model/rule";
import type { SuspectCell } from "./suspect-cells";

/** One finding as an overview keeps it: texts only, so that a thousand workbooks stay small. */
export interface FindingSummary {
  readonly rule: string;
  readonly severity: Severity;
  /** What it is shown as: its severity, or 待填. */
  readonly kind: FindingKind;
  /** "" where the finding concerns the workbook as a whole. */
  readonly sheet: string;
  /** A1 names on that sheet. */
  readonly cells: readonly string[];
  readonly message: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly project?: string;
  readonly suspect: readonly SuspectCell[];
  /** The 核实说明 kept in the workbook; `stale` where the figures have changed since. */
  readonly explanation?: { readonly text: string; readonly stale: boolean };
}

/** Checks that could not run, and why. */
export interface NotCheckedSummary {
  readonly count: number;
  /** Undefined where a rule gave no reason. */
  readonly reason: string | undefined;
  readonly rules: readonly string[];
}

/** A workbook that was checked. */
export interface CheckedWorkbook {
  readonly kind: "checked";
  /** Path as it was given or found. */
  readonly file: string;
  readonly unitName: string | undefined;
  readonly year: number | undefined;
  readonly moneyUnit: MoneyUnit;
  /** No sheet was recognised as one of the tables: nothing was checked. */
  readonly isEmpty: boolean;
  readonly counts: VerdictCounts;
  /** Distinct cells that explain findings. */
  readonly suspects: number;
  readonly findings: readonly FindingSummary[];
  readonly notChecked: readonly NotCheckedSummary[];
  /** Sheets by name and what they were recognised as: tells a table again under another sheet name. */
  readonly sheets: readonly { readonly name: string; readonly table: string | null }[];
  /** Rules some of whose checks could not run, and how many. */
  readonly notEvaluated: Readonly<Record<string, number>>;
}

/** A file that could not be checked. */
export interface UnreadWorkbook {
  readonly kind: "unread";
  readonly file: string;
  /** Chinese: what happened and what to do. */
  readonly reason: string;
}

export type WorkbookSummary = CheckedWorkbook | UnreadWorkbook;
