import type { CellRange } from "../model/cell";
import type { ChartData, NarrativeDraft, Span } from "../narrative/model";

/** A table as it is printed: lines around it, a head that is repeated on every page, cells as text. */
export interface PrintedTable {
  readonly kind: "table";
  /** Printed above it: the title, then 公开02表, 部门：… and 金额单位：… as they stand on the sheet. */
  readonly title: string;
  readonly headLines: readonly (readonly string[])[];
  readonly rows: readonly (readonly string[])[];
  /** Rows of `rows` that are its head. */
  readonly headRows: number;
  /** Areas that are one cell, in coordinates of `rows`. */
  readonly merges: readonly CellRange[];
  /** Columns that hold figures: set to the right. */
  readonly figureColumns: readonly number[];
  readonly notes: readonly string[];
  /** How the width is shared among the columns; by what stands in them where absent. */
  readonly shares?: readonly number[];
  /** Too wide for an upright page. */
  readonly landscape: boolean;
}

/** A paragraph: headings by level (2 一、, 3 （一）, 4 1．), or running text; blanks among its spans are to be filled in. */
export interface PrintedParagraph {
  readonly kind: "heading2" | "heading3" | "heading4" | "body";
  readonly spans: readonly Span[];
}

/** One of 图1–图6. */
export interface PrintedChart {
  readonly kind: "chart";
  readonly chart: ChartData;
}

export type PrintedBlock = PrintedTable | PrintedParagraph | PrintedChart;

/** 第一部分 to 第五部分. */
export interface PublicationPart {
  readonly id: PartId;
  /** "第一部分　部门概况". */
  readonly title: string;
  readonly blocks: readonly PrintedBlock[];
}

export const PART_IDS = ["profile", "tables", "account", "terms", "annexes"] as const;
export type PartId = (typeof PART_IDS)[number];

/** The whole document an office publishes. */
export interface Publication {
  readonly title: string;
  readonly unitName: string | undefined;
  readonly year: number | undefined;
  readonly parts: readonly PublicationPart[];
  readonly draft: NarrativeDraft;
}
