import type { AccountBook, RivalTable } from "../../src/core/model/book";
import type { Figure } from "../../src/core/model/figure";
import type { Money, MoneyUnit } from "../../src/core/model/quantity";
import { moneyPrinting, PLAIN } from "../../src/core/units/printing";
import {
  functionalClassOf,
  type AccountTable,
  type ColumnKey,
  type StandardKey,
  type TableKey,
  type TableRow,
} from "../../src/core/model/table";
import { columnKeys } from "../../src/core/tables";
import { readFigure } from "../../src/core/reading/read-figure";
import type { CellValue } from "../../src/core/model/grid";

/** Values of a row by column; a plain value stands in the table's first column (amount, or 合计). */
export type RowValues = CellValue | Readonly<Partial<Record<ColumnKey, CellValue>>>;

export interface TableSpec {
  /**
   * Rows by key in print order, except that plain codes come first, as JavaScript orders them; repeat a code as
   * "2010301#2" to print it twice.
   */
  readonly rows: Readonly<Record<string, RowValues>>;
  /** Columns the table prints; all of its kind unless told. */
  readonly columns?: readonly ColumnKey[];
  /** Printed names by row key; a made-up one where none is given. */
  readonly names?: Readonly<Record<string, string>>;
  readonly lineNumbers?: Readonly<Record<string, CellValue>>;
  readonly sheet?: string;
  readonly unitName?: string;
  readonly moneyUnit?: MoneyUnit;
  readonly year?: number;
  readonly noDataNote?: string;
}

export interface BookSpec {
  readonly tables: Readonly<Partial<Record<StandardKey, TableSpec>>>;
  readonly year?: number;
  readonly moneyUnit?: MoneyUnit;
  readonly rivals?: readonly RivalTable[];
}

const FIRST_ROW = 6;
const FIRST_COLUMN = 2;

/** An account book made by hand: rule tests state only the figures that matter. */
export function makeBook(spec: BookSpec): AccountBook {
  const moneyUnit = spec.moneyUnit ?? "万元";
  const tables = new Map<TableKey, AccountTable>();
  for (const [key, table] of Object.entries(spec.tables)) {
    tables.set(key as TableKey, makeTable(key as TableKey, { moneyUnit, ...table }, moneyUnit));
  }
  return {
    ...(spec.year === undefined ? {} : { year: spec.year }),
    moneyUnit,
    sheets: [],
    tables,
    rivals: spec.rivals ?? [],
    forms: [],
    summaries: [],
    departmentForms: [],
    scoreTables: [],
    goalLists: [],
    hotline: [],
    notes: [],
  };
}

/** One table by hand; every row takes the next sheet row, every column the next sheet column. */
export function makeTable(key: TableKey, spec: TableSpec, bookUnit: MoneyUnit = "万元"): AccountTable {
  const sheet = spec.sheet ?? `表${key}`;
  const columns: readonly ColumnKey[] = spec.columns ?? usualColumns(key);
  const unit = spec.moneyUnit ?? bookUnit;
  const rows = Object.entries(spec.rows).map(([label, values], i) =>
    makeRow(key, label, values, { sheet, row: FIRST_ROW + i, columns, units: { sheet: unit, book: bookUnit }, spec }),
  );
  const byKey = new Map<string, TableRow>();
  for (const row of rows) if (!byKey.has(row.key)) byKey.set(row.key, row);
  return {
    key,
    sheet,
    title: { cell: { sheet, row: 0, column: 0 }, text: sheet },
    ...(spec.unitName === undefined ? {} : { unitName: { cell: { sheet, row: 2, column: 0 }, text: spec.unitName } }),
    moneyUnit: { cell: { sheet, row: 2, column: 5 }, text: unit, unit },
    ...(spec.year === undefined ? {} : { year: spec.year }),
    rows,
    byKey,
    columns: new Map(columns.map((column, i) => [column, FIRST_COLUMN + i])),
    ...(spec.noDataNote === undefined
      ? {}
      : { noDataNote: { cell: { sheet, row: FIRST_ROW + rows.length, column: 0 }, text: spec.noDataNote } }),
  };
}

interface RowPlace {
  readonly sheet: string;
  readonly row: number;
  readonly columns: readonly ColumnKey[];
  readonly units: { readonly sheet: MoneyUnit; readonly book: MoneyUnit };
  readonly spec: TableSpec;
}

function makeRow(table: TableKey, label: string, values: RowValues, place: RowPlace): TableRow {
  const key = label.replace(/#\d+$/, "");
  const code = /^\d+$/.test(key) ? key : functionalClassOf(key);
  const twoSided = table === "Z01" || table === "Z04";
  const given = typeof values === "object" && values !== null ? values : { [firstColumn(table, key)]: values };
  const figures = new Map<ColumnKey, Figure<Money>>();
  place.columns.forEach((column, i) => {
    if (!(twoSided ? hasColumn(table, key, column) : true)) return;
    const cell = { sheet: place.sheet, row: place.row, column: FIRST_COLUMN + i };
    figures.set(column, readFigure(cell, given[column] ?? null, moneyPrinting(place.units.sheet, place.units.book)));
  });
  const lineNumber = place.spec.lineNumbers?.[label];
  return {
    key,
    level: key === "total" ? "total" : twoSided ? "line" : levelOf(key),
    ...(key.includes(".unlisted.") ? { kind: "unlisted" as const } : {}),
    ...(code === undefined ? {} : { code }),
    name: place.spec.names?.[label] ?? (key === "total" ? "合计" : `科目${code ?? ""}`),
    codeCell: { sheet: place.sheet, row: place.row, column: 0 },
    nameCell: { sheet: place.sheet, row: place.row, column: 1 },
    ...(lineNumber === undefined
      ? {}
      : {
          lineNumber: readFigure(
            { sheet: place.sheet, row: place.row, column: key.startsWith("income") ? 1 : 4 },
            lineNumber,
            PLAIN,
          ),
        }),
    figures,
  };
}

/** The columns that every edition prints. */
function usualColumns(table: TableKey): readonly ColumnKey[] {
  const columns = columnKeys(table).filter((column) => !column.includes("."));
  return table === "Z05" ? columns.filter((column) => !["opening", "income", "closing"].includes(column)) : columns;
}

/** Where a plain value stands: Z04 income rows have 决算数, everything else its first column. */
function firstColumn(table: TableKey, key: string): ColumnKey {
  if (table === "Z04") return key.startsWith("income") ? "amount" : "total";
  return usualColumns(table)[0] ?? "";
}

function hasColumn(table: TableKey, key: string, column: ColumnKey): boolean {
  return table === "Z01" || key.startsWith("income") === (column === "amount");
}

function levelOf(key: string): TableRow["level"] {
  if (key.length === 3) return "class";
  return key.length === 5 ? "section" : /^\d{7}$/.test(key) ? "item" : "total";
}
