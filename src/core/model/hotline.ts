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

/** One item of one unit in 综合管理考核. */
export interface ManagementRow {
  readonly unit: TextCell;
  readonly item: TextCell;
  /** "2.3" for 2.3 …; absent where the item has no number. */
  readonly itemNumber?: string;
  readonly full?: Figure;
  readonly deduction?: Figure;
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
  readonly rows: readonly ManagementRow[];
  readonly totals: readonly ManagementTotal[];
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
  readonly rows: readonly RankingRow[];
  /** Share of 工单办理 in the total where the header prints one ("工单办理得分（80%）"): a fraction. */
  readonly workOrderShare?: Amount;
  /** Which columns the sheet has, read or blank. */
  readonly has: { readonly overall: boolean; readonly rank: boolean; readonly notice: boolean };
}

export type HotlineSheet = CaseSheet | ManagementSheet | RankingSheet;
