import type { ColumnKey, RowKey, StandardKey } from "../../model/table";

/** A printed column: its key in the table's descriptor, its label, and the label of the group above, where there is one. */
export interface PrintedColumn {
  readonly key: ColumnKey;
  readonly label: string;
  readonly group?: string;
}

/** A printed line of a two-sided table; without a key it is a blank line that only has a number. */
export interface PrintedLine {
  readonly key?: RowKey;
  readonly label: string;
}

/** One half of a two-sided table: its items, and the lines that stand level with the other half's at the foot. */
export interface PrintedHalf {
  readonly heading: string;
  readonly columns: readonly PrintedColumn[];
  readonly items: readonly PrintedLine[];
  readonly foot: readonly PrintedLine[];
}

interface Printed {
  readonly key: StandardKey;
  readonly title: string;
  /** Printed below the table; "{部门}" is what the set is of (部门 or 单位). */
  readonly note: string;
  /** Printed below it as long as nothing is typed; it says that the table has no data. */
  readonly blankNote: string;
}

/** Rows by functional code. */
export interface ClassifiedPrint extends Printed {
  readonly shape: "classified";
  readonly columns: readonly PrintedColumn[];
}

export interface TwoSidedPrint extends Printed {
  readonly shape: "twoSided";
  readonly left: PrintedHalf;
  readonly right: PrintedHalf;
}

/** Blocks of economic codes side by side, each under the heading of personnel or public funds. */
export interface EconomicPrint extends Printed {
  readonly shape: "economic";
  readonly blocks: readonly { readonly heading: "人员经费" | "公用经费"; readonly classes: readonly string[] }[];
  /** Economic codes known to the glossary that this edition does not print. */
  readonly without: readonly string[];
}

/** One row of figures, 预算数 then 决算数. */
export interface ThreePublicPrint extends Printed {
  readonly shape: "threePublic";
}

export type PrintedTable = ClassifiedPrint | TwoSidedPrint | EconomicPrint | ThreePublicPrint;

/** A whole set as a place prints it: which tables, and how. */
export interface SetLayout {
  readonly id: string;
  /** What the choice says. */
  readonly name: string;
  /** The edition whose order and 公开 numbers it follows. */
  readonly edition: string;
  readonly tables: readonly PrintedTable[];
}
