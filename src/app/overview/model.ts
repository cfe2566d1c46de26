import type { FindingKind, VerdictCounts } from "../check-report";
import type { ProblemKind } from "../problems";
import type { Pattern, SlipKind } from "../../core/model/diagnosis";
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
}

/** What a card says is at the bottom of it, for lists by cause: a slip, a whole-sheet cause, or how sure it is what to do. */
export type CauseKey =
  SlipKind | Pattern["kind"] | "certain" | "alternatives" | "undetermined" | "toFill" | "verify" | "hint";

/** One card: what one cause did, counted once. What it breaks are findings of the same workbook. */
export interface CardSummary {
  readonly kind: Exclude<ProblemKind, "rounding">;
  readonly cause: CauseKey;
  /** What is wrong in a line, and a second one where several checks are behind it. */
  readonly title: string;
  readonly detail?: string;
  /** The sheet it is filed under; "" where it concerns the workbook as a whole. */
  readonly sheet: string;
  /** The first cells ("G12"; with their sheet where it is another one), and how many there are in all. */
  readonly cells: readonly string[];
  readonly cellCount: number;
  /** What the figure is ("行政运行 本年收入合计"); absent where no single figure is meant. */
  readonly item?: string;
  /** Plain decimals, as the sheet prints them; other texts where a rule compares texts. */
  readonly expected?: string;
  readonly actual?: string;
  readonly difference?: string;
  readonly project?: string;
  readonly rule: string;
  readonly ruleTitle: string;
  /** The document the rule rests on. */
  readonly basis: string;
  /** Which of the workbook's findings are behind it. */
  readonly findings: readonly number[];
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
  /** What the findings are shown as and counted by, the surest first. */
  readonly cards: readonly CardSummary[];
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
