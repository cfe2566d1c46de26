import type { Amount } from "./amount";
import type { Figure, TextCell } from "./figure";

/** Columns of 工单办理考核 (RX1): what is typed in. */
export const CASE_INPUTS = [
  "cases",
  "overdue",
  "serviceRate",
  "resultRate",
  "shirkedOnce",
  "shirkedMore",
  "returnedOnce",
  "returnedMore",
  "deduction",
] as const;
/** Columns of 工单办理考核 that follow from the inputs: M … S. */
export const CASE_SCORES = ["satisfaction", "timeliness", "transfers", "revisits", "volume", "total", "rank"] as const;
export type CaseInput = (typeof CASE_INPUTS)[number];
export type CaseScore = (typeof CASE_SCORES)[number];
export type CaseColumn = CaseInput | CaseScore;

/** The three classes that are ranked by themselves. */
export type UnitClass = "街道" | "镇" | "部门";

/** One unit's row of 工单办理考核. Rates are fractions (1 = 100 %), all else counts and points. */
export interface CaseRow {
  readonly unit: TextCell;
  /** 类别 as printed; text "" where blank. */
  readonly classCell?: TextCell;
  readonly unitClass?: UnitClass;
  readonly figures: ReadonlyMap<CaseColumn, Figure>;
}

/** 工单办理考核计分表 (RX1) of one month. */
export interface CaseSheet {
  readonly kind: "RX1";
  readonly sheet: string;
  readonly title?: TextCell;
  /** 考核期 as printed ("2020年4月"). */
  readonly period?: string;
  readonly columns: ReadonlySet<CaseColumn>;
  readonly rows: readonly CaseRow[];
  /** The row 合计 below the units. */
  readonly totals?: ReadonlyMap<CaseColumn, Figure>;
}

/** What points of an item are taken (or, of 11.x, given) for: a line of the item, or the item as a whole. */
export interface ManagementReason {
  /** 扣分情形 as printed; absent where the sheet has no such column. */
  readonly text?: TextCell;
  /** Points for each time, where the sheet prints them. */
  readonly points?: Figure;
  /** How many times. */
  readonly count?: Figure;
  /** 扣分. */
  readonly deduction?: Figure;
}

/** One item of one unit in 综合管理考核. */
export interface ManagementRow {
  readonly unit: TextCell;
  readonly item: TextCell;
  /** "2.3" for 2.3 …; absent where the item has no number. */
  readonly itemNumber?: string;
  readonly full?: Figure;
  /** At least one. */
  readonly reasons: readonly ManagementReason[];
  readonly score: Figure;
}

/** A unit's 合计 in 综合管理考核. */
export interface ManagementTotal {
  readonly unit: TextCell;
  readonly score: Figure;
}

/** 综合管理考核 (RX2). */
export interface ManagementSheet {
  readonly kind: "RX2";
  readonly sheet: string;
  readonly title?: TextCell;
  readonly period?: string;
  readonly rows: readonly ManagementRow[];
  readonly totals: readonly ManagementTotal[];
}

/** What 扣分指标 counts, in the order of the rules (evaluation of 回退, 续报, 市重新办理, 市督办, 市重复投诉). */
export const DEDUCTION_REASONS = [
  "returnedLate",
  "returnedUnfounded",
  "reportOverdue",
  "notSolved",
  "beyondPolicy",
  "noDeadline",
  "otherFailed",
  "resubmittedInVain",
  "shirkedIntoSupervision",
  "stillFailing",
  "missedMeeting",
  "complainedAgain",
] as const;
export type DeductionReason = (typeof DEDUCTION_REASONS)[number];

/** One unit's row of 扣分指标: how often each thing happened, and the points taken in all. */
export interface DeductionRow {
  readonly unit: TextCell;
  readonly counts: ReadonlyMap<DeductionReason, Figure>;
  readonly total: Figure;
}

/** 扣分指标 (RX4) of one month: what 工单办理考核 takes over as 扣分指标扣分. */
export interface DeductionSheet {
  readonly kind: "RX4";
  readonly sheet: string;
  readonly title?: TextCell;
  readonly period?: string;
  readonly rows: readonly DeductionRow[];
  /** The row 合计 below the units. */
  readonly totals?: DeductionRow;
}

/** One unit's row of 排名. */
export interface RankingRow {
  readonly unit: TextCell;
  readonly classCell?: TextCell;
  readonly unitClass?: UnitClass;
  /** 工单办理得分 of the months, in order. */
  readonly months: readonly Figure[];
  readonly workOrders?: Figure;
  readonly management?: Figure;
  readonly overall?: Figure;
  readonly rank?: Figure;
  readonly previousRank?: Figure;
  /** 提示; text "" where blank, absent where there is no such column. */
  readonly notice?: TextCell;
}

/** 排名 (RX3) of a quarter or a year. */
export interface RankingSheet {
  readonly kind: "RX3";
  readonly sheet: string;
  readonly title?: TextCell;
  readonly period?: string;
  readonly rows: readonly RankingRow[];
  /** The months of the year that `months` of a row are, in their order. */
  readonly monthNumbers: readonly (number | undefined)[];
  /** Share of 工单办理 in the total where the header prints one ("工单办理得分（80%）"): a fraction. */
  readonly workOrderShare?: Amount;
  /** Which columns the sheet has, read or blank. */
  readonly has: { readonly overall: boolean; readonly rank: boolean; readonly notice: boolean };
}

export type HotlineSheet = CaseSheet | DeductionSheet | ManagementSheet | RankingSheet;
