import type { ColumnKey, RowKey, StandardKey, TableKey } from "../model/table";

/**
 * A column of a table. `path` is tested against the header labels above the column from top to bottom, normalised, joined
 * by "/" (and once more joined by nothing, for labels broken over several rows), after words that only say "amount" (小计,
 * 决算数 …) were dropped.
 */
export interface ColumnRule {
  readonly key: ColumnKey;
  /** What messages call it ("基本支出"). */
  readonly label: string;
  readonly path: RegExp;
  /** The columns it adds up; those that a sheet does not print are left out, or stand for themselves by their own parts. */
  readonly parts?: readonly ColumnKey[];
  /** The column it is a part of (其中：…): never an item of a sum, never larger. */
  readonly within?: ColumnKey;
}

/** A printed line of a two-sided table or of a list. `label` is tested against the normalised label without its ordinal. */
export interface LineRule {
  readonly key: RowKey;
  readonly label: RegExp;
  /** What messages call it, where it is needed apart from what is printed: a line of a list, one that adds up others. */
  readonly name?: string;
  /** Only after (or only before) the line that opens the block of opening balances (Z04). */
  readonly block?: "income" | "opening";
  /** The lines it adds up, those a sheet does not print left out; "items": all items of its half. */
  readonly parts?: readonly RowKey[] | "items";
  /** Some editions print it as several lines, which count together. */
  readonly several?: boolean;
  /** The line it is a part of (其中：…): never an item of a sum, never larger; in two-sided tables printed below 合计. */
  readonly within?: RowKey;
  /** A number of things (批次, 辆), not an amount of money. */
  readonly count?: boolean;
}

/** The header is confirmed where at least `atLeast` of these column keys or row keys were found. */
export interface Evidence {
  readonly of: readonly string[];
  readonly atLeast: number;
}

/** How a table's body is laid out: which reader reads it. */
export type TableShape = "classified" | "twoSided" | "economic" | "threePublic" | "matrix" | "list";

/** Which classification the rows' codes belong to: functional codes begin with 1 or 2, economic ones with 3 or 5. */
export type Classification = "functional" | "economic";

/** One way in which a table is printed. */
export interface Layout {
  readonly shape: TableShape;
  readonly columns: readonly ColumnRule[];
  /** Lines of the left and right half of a two-sided table; of a list, `left` alone. */
  readonly lines?: { readonly left: readonly LineRule[]; readonly right: readonly LineRule[] };
  /** Confirms the header below a title; one of them suffices, none is asked where the list is empty. */
  readonly evidence: readonly Evidence[];
  /** Codes of another classification refute the layout. */
  readonly codes?: Classification;
  /** Lines without code below a coded row are its parts (projects below their 项). */
  readonly linesBelow?: boolean;
}

/** Every row of this table = the same row of others together, where both print it. */
export interface AgreementRule {
  readonly with: readonly TableKey[];
  readonly relation: "=" | ">=";
  /** Own column → the column of the others. */
  readonly columns: Readonly<Record<ColumnKey, ColumnKey>>;
  /** Only the 合计 rows are compared (rows by another classification). */
  readonly totalsOnly?: boolean;
  /** Rows are told by their keys, not by codes (预算数 and 决算数 of 三公). */
  readonly byKey?: boolean;
}

/**
 * Everything about a table, as data: what it is called, how it is printed, which of its figures add up. Adding an
 * edition's or a province's wording is adding here; a further table is a further descriptor.
 */
export interface TableDescriptor {
  readonly key: TableKey;
  /** The official title, for messages. */
  readonly name: string;
  /** The field's short name for it (chips, lists). */
  readonly chip: string;
  /** Titles, normalised, matched at the end of what is printed (a unit name or a year may stand before). */
  readonly title: RegExp;
  /** Tried in this order. */
  readonly layouts: readonly Layout[];
  /** A table of a wider kind that takes the place of a standard one where the workbook has no other. */
  readonly standsFor?: StandardKey;
  /** Agreements with other tables that rules of their own do not check. */
  readonly agrees?: readonly AgreementRule[];
  /** Tells the table by its labels alone, where no title is printed; absent where another table has the same labels. */
  readonly untitled?: readonly Evidence[];
}
