import type { Amount } from "../model/amount";
import type { MoneyUnit } from "../model/quantity";
import type { ColumnKey, RowKey, RowLevel, TableKey } from "../model/table";

/**
 * The figures of one workbook as 汇总核对 needs them. Plain data, without the grids they were read from, so that those of
 * a thousand units can be held and sent between threads.
 */
export interface UnitFigures {
  /** Path or name of the workbook. */
  readonly file: string;
  /** The organisation as read; the file's name where none was. */
  readonly name: string;
  readonly year: number | undefined;
  /** Unit of every value. */
  readonly moneyUnit: MoneyUnit;
  readonly tables: Readonly<Partial<Record<TableKey, TableFigures>>>;
  /** Tables that were not read although Z04 of the same workbook shows that nothing would stand in them. */
  readonly empty: readonly TableKey[];
}

/** The figures of one table. */
export interface TableFigures {
  readonly sheet: string;
  /** What messages call the table ("公开03表"). */
  readonly name: string;
  /** Columns it prints and what they are called. */
  readonly columns: Readonly<Record<ColumnKey, string>>;
  readonly rows: readonly RowFigures[];
}

/** One row of a table; rows that print the same key twice are one, added up. */
export interface RowFigures {
  readonly key: RowKey;
  readonly level: RowLevel;
  /** "201 一般公共服务支出", "本年收入合计". */
  readonly label: string;
  /** A row of a classification: where a table of this kind does not print it, it is nothing. */
  readonly isItem: boolean;
  readonly cells: Readonly<Record<ColumnKey, CellFigure>>;
}

/** A figure: its cell ("C7"), its value (undefined where the cell holds no number) and how far rounding may have moved it. */
export interface CellFigure {
  readonly cell: string;
  readonly value: string | undefined;
  readonly slack: string;
}

/** What one unit adds to a figure of the department, in the department's money unit. */
export interface Part {
  readonly unit: string;
  readonly file: string;
  readonly sheet: string;
  readonly cell: string;
  readonly value: Amount;
}

/** Which figure of the department's workbook is meant. */
export interface Place {
  readonly table: TableKey;
  readonly row: RowKey;
  readonly column: ColumnKey;
  /** "公开03表", "201 一般公共服务支出", "项目支出". */
  readonly tableName: string;
  readonly rowName: string;
  readonly columnName: string;
  readonly sheet: string;
  /** A1 name; undefined where the department's table has no such row. */
  readonly cell: string | undefined;
}

/** A figure of the department that is not the sum of its units', beyond rounding. In the department's money unit. */
export interface Difference extends Place {
  readonly department: Amount;
  readonly units: Amount;
  /** department − units. */
  readonly difference: Amount;
  /** The units with a figure there, the largest first. */
  readonly parts: readonly Part[];
  /** The one unit whose figure is just the difference: left out of the sum, or added twice. */
  readonly slip: { readonly unit: string; readonly kind: "leftOut" | "twice" } | undefined;
}

/** Money that units of one department gave each other, and that the department's workbook therefore does not show. */
export interface Elimination {
  /** `subsidy`: 上级补助收入 against 对附属单位补助支出; `remittance`: 附属单位上缴收入 against 上缴上级支出. */
  readonly kind: "subsidy" | "remittance";
  readonly amount: Amount;
}

/** Figures that could not be compared, and why. */
export interface NotCompared {
  readonly tableName: string;
  readonly reason: string;
  readonly count: number;
}

/** A department's workbook against its units'. */
export interface Consolidation {
  readonly department: string;
  readonly file: string;
  readonly moneyUnit: MoneyUnit;
  /** Number of units that were added up. */
  readonly units: number;
  /** Figures that are the exact sum, and those that are it within rounding. */
  readonly exact: number;
  readonly withinRounding: number;
  readonly differences: readonly Difference[];
  /** Differences that are what eliminating `eliminations` makes of the figures: to be verified, no errors. */
  readonly eliminated: readonly Difference[];
  readonly eliminations: readonly Elimination[];
  readonly notCompared: readonly NotCompared[];
  /** Remarks on the set of workbooks itself (Chinese): another year, one unit twice. */
  readonly notes: readonly string[];
}
