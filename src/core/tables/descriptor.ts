import type { ColumnKey, RowKey, TableKey } from "../model/table";

/**
 * A column of a table. `path` is tested against the header labels above the column from top to bottom, normalised, joined
 * by "/" (and once more joined by nothing, for labels broken over several rows), after words that only say "amount" (小计,
 * 决算数 …) were dropped.
 */
export interface ColumnRule {
  readonly key: ColumnKey;
  readonly path: RegExp;
}

/** A printed line of a two-sided table. `label` is tested against the normalised label without its ordinal. */
export interface LineRule {
  readonly key: RowKey;
  readonly label: RegExp;
  /** A part of the line above ("其中：…"): never an item of a sum. */
  readonly subLine?: boolean;
  /** Only after (or only before) the line that opens the block of opening balances (Z04). */
  readonly block?: "income" | "opening";
}

/** The header is confirmed where at least `atLeast` of these column keys or row keys were found. */
export interface Evidence {
  readonly of: readonly string[];
  readonly atLeast: number;
}

/** How a table's body is laid out: which reader reads it. */
export type TableShape = "classified" | "twoSided" | "economic" | "threePublic";

/** Everything that tells a standard table from the others, as data. Adding an edition or a province's wording is adding here. */
export interface TableDescriptor {
  readonly key: TableKey;
  /** The official title, for messages. */
  readonly name: string;
  readonly shape: TableShape;
  /** Titles, normalised, matched at the end of what is printed (a unit name or a year may stand before). */
  readonly title: RegExp;
  readonly columns: readonly ColumnRule[];
  /** Lines of the left and right half, for two-sided tables; of the only label column, for a vertical 三公 table. */
  readonly lines?: { readonly left: readonly LineRule[]; readonly right: readonly LineRule[] };
  /** Confirms the header below a title; one of them suffices. */
  readonly evidence: readonly Evidence[];
  /** Tells the table by its labels alone, where no title is printed; absent where another table has the same labels. */
  readonly untitled?: readonly Evidence[];
}
