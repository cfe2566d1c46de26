import type { StandardKey } from "../../model/table";
import type { SetHead } from "../head";
import type { PlacedTable, SheetPlan, SubjectRow } from "../model";

/** What a table's sheet is made with. */
export interface SheetOrder {
  readonly name: string;
  /** "公开01表". */
  readonly number: string;
  readonly head: SetHead;
  /** Rows of a classified table in order, parents before children. */
  readonly subjects: readonly SubjectRow[];
}

/** Where the other tables of the set stand; those that are not in it are absent. */
export type PlacedTables = ReadonlyMap<StandardKey, PlacedTable>;

/** A sheet whose cells have their places, before formulas that look at other sheets are written. */
export interface Draft {
  readonly placed: PlacedTable;
  readonly build: (others: PlacedTables) => SheetPlan;
}

/** Points of a header row with labels over two lines. */
export const HEADER_HEIGHT = 24;
