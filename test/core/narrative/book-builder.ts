import type { AccountBook } from "../../../src/core/model/book";
import type { Figure } from "../../../src/core/model/figure";
import type { AccountTable, ColumnKey, RowLevel, StandardKey, TableKey, TableRow } from "../../../src/core/model/table";
import { money, NONE, type Money } from "../../../src/core/model/quantity";
import { moneyPrinting } from "../../../src/core/units/printing";

/** Rows of a table as [key, name, figures by column]; a figure is a literal, or undefined for text in the cell. */
export type RowSpec = readonly [key: string, name: string, figures: Partial<Record<ColumnKey, string | undefined>>];
export type BookSpec = Partial<Record<StandardKey, readonly RowSpec[]>>;

/** A book of hand-written tables: as reading would make it, without sheets to read. */
export function bookOf(spec: BookSpec, more: Partial<AccountBook> = {}): AccountBook {
  const tables = new Map(
    Object.entries(spec).map(([key, rows]) => [key as TableKey, tableOf(key as TableKey, rows)] as const),
  );
  return {
    year: 2022,
    unitName: "某某市办公室",
    moneyUnit: "万元",
    sheets: [],
    tables,
    rivals: [],
    forms: [],
    summaries: [],
    departmentForms: [],
    scoreTables: [],
    goalLists: [],
    hotline: [],
    notes: [],
    ...more,
  };
}

function tableOf(key: TableKey, specs: readonly RowSpec[]): AccountTable {
  const columns = new Map<ColumnKey, number>();
  const rows = specs.map(([rowKey, name, figures], index): TableRow => {
    const code = /^\d+$/.test(rowKey) ? rowKey : undefined;
    const found = new Map<ColumnKey, Figure<Money>>();
    for (const [column, literal] of Object.entries(figures)) {
      if (!columns.has(column)) columns.set(column, columns.size + 2);
      found.set(column, figureOf(key, index, columns.get(column) ?? 0, literal));
    }
    return { key: rowKey, level: levelOf(rowKey, code), name, figures: found, ...(code ? { code } : {}) };
  });
  return {
    key,
    sheet: `公开表${key}`,
    title: { cell: { sheet: `公开表${key}`, row: 0, column: 0 }, text: key },
    rows,
    byKey: new Map(rows.map((row) => [row.key, row])),
    columns,
  };
}

function levelOf(key: string, code: string | undefined): RowLevel {
  if (key === "total") return "total";
  return code === undefined ? "line" : code.length === 3 ? "class" : code.length === 5 ? "section" : "item";
}

function figureOf(key: TableKey, row: number, column: number, literal: string | undefined): Figure<Money> {
  const value = money(literal ?? "0");
  return {
    cell: { sheet: `公开表${key}`, row, column },
    kind: literal === undefined ? "invalid" : "amount",
    value,
    slack: NONE,
    printing: moneyPrinting("万元", "万元"),
    raw: literal ?? "#REF!",
    storedAsText: false,
  };
}
