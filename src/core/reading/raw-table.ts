import type { CellAddress } from "../model/cell";
import type { TextCell } from "../model/figure";
import type { ColumnKey, HeadedColumn, RowKey, RowKind, RowLevel } from "../model/table";

/** A place on the sheet at hand. */
export interface Spot {
  readonly row: number;
  readonly column: number;
}

/** Where the figure of a column stands. */
export interface FigureSpot {
  readonly key: ColumnKey;
  readonly cell: CellAddress;
}

/** A row whose figures are known by place only; the money unit is applied when all sheets are known. */
export interface RawRow {
  readonly key: RowKey;
  readonly level: RowLevel;
  readonly kind?: RowKind | undefined;
  readonly code?: string | undefined;
  readonly name: string;
  readonly codeSpot?: Spot | undefined;
  readonly nameSpot?: Spot | undefined;
  readonly lineNumberSpot?: Spot | undefined;
  /** At most one a column. */
  readonly spots: readonly FigureSpot[];
  /** Its figures are numbers of things, not money: no unit, no rounding. */
  readonly plain?: boolean | undefined;
}

/** The body of a table as read from one sheet. */
export interface RawTable {
  readonly rows: readonly RawRow[];
  readonly columns: ReadonlyMap<ColumnKey, number>;
  readonly headed?: ReadonlyMap<ColumnKey, HeadedColumn>;
  readonly noDataNote?: TextCell;
  /** The row at which another table begins on the same sheet. */
  readonly next?: number;
}
