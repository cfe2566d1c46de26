import { ZERO } from "../model/amount";
import type { AccountBook } from "../model/book";
import { a1 } from "../model/cell";
import type { Figure } from "../model/figure";
import {
  figureAt,
  incomeRow,
  isFunctionalItem,
  isIncomeItem,
  Z04_ROWS,
  type AccountTable,
  type TableKey,
  type TableRow,
} from "../model/table";
import { columnLabel, rowLabel, shortName } from "../rules/shared/names";
import type { CellFigure, RowFigures, TableFigures, UnitFigures } from "./model";

/** What 汇总核对 needs of a workbook. `file` names it; an organisation that was not read is called by it. */
export function unitFigures(file: string, book: AccountBook): UnitFigures {
  const tables: Partial<Record<TableKey, TableFigures>> = {};
  for (const [key, table] of book.tables) tables[key] = tableFigures(table);
  return {
    file,
    name: book.unitName ?? file,
    year: book.year,
    moneyUnit: book.moneyUnit,
    tables,
    empty: FUND_TABLES.filter(({ key, fund }) => !book.tables.has(key) && hasNothing(book, fund)).map(({ key }) => key),
  };
}

const FUND_TABLES = [
  { key: "JJ", fund: "fund" },
  { key: "GZ", fund: "stateCapital" },
] as const;

/** Whether Z04 was read and shows neither income, nor balances, nor expenditure of a fund. */
function hasNothing(book: AccountBook, fund: "fund" | "stateCapital"): boolean {
  const table = book.tables.get("Z04");
  if (!table?.columns.has(fund)) return false;
  const figures = [
    figureAt(table, incomeRow(fund), "amount"),
    figureAt(table, Z04_ROWS.openingOf[fund], "amount"),
    figureAt(table, Z04_ROWS.expenditureTotal, fund),
    figureAt(table, Z04_ROWS.expenditureGrandTotal, fund),
  ];
  return figures.every((figure) => figure !== undefined && figure.kind !== "invalid" && figure.value.isZero());
}

function tableFigures(table: AccountTable): TableFigures {
  const named = nameColumns(table);
  const rows = new Map<string, RowFigures>();
  for (const row of table.rows) {
    if (row.kind === "blank") continue;
    const cells = Object.fromEntries(
      [...row.figures].map(([column, figure]) => [named.get(column) ?? column, cellFigure(figure)]),
    );
    const before = rows.get(row.key);
    rows.set(row.key, before ? { ...before, cells: addUp(before.cells, cells) } : rowFigures(row, cells));
  }
  const columns = Object.fromEntries([...named].map(([key, name]) => [name, columnLabel(table, key)]));
  return { sheet: table.sheet, name: shortName(table), columns, rows: [...rows.values()] };
}

/** Columns by key; those of a matrix by their printed header, since their keys only count. */
function nameColumns(table: AccountTable): ReadonlyMap<string, string> {
  const keys = new Set([...table.columns.keys(), ...table.rows.flatMap((row) => [...row.figures.keys()])]);
  return new Map([...keys].map((key) => [key, table.headed?.get(key)?.label ?? key]));
}

function rowFigures(row: TableRow, cells: RowFigures["cells"]): RowFigures {
  const isItem = row.level === "line" ? isIncomeItem(row) || isFunctionalItem(row) : row.code !== undefined;
  return { key: row.key, level: row.level, label: rowLabel(row), isItem, cells };
}

function cellFigure({ cell, kind, value, slack }: Figure): CellFigure {
  return { cell: a1(cell), value: kind === "invalid" ? undefined : value.toFixed(), slack: slack.toFixed() };
}

/** Two rows of one key: their sum, at the first one's cells. */
function addUp(one: RowFigures["cells"], other: RowFigures["cells"]): RowFigures["cells"] {
  const sum: Record<string, CellFigure> = { ...one };
  for (const [column, figure] of Object.entries(other)) {
    const before = sum[column];
    sum[column] = before ? { cell: before.cell, ...plus(before, figure) } : figure;
  }
  return sum;
}

function plus(one: CellFigure, other: CellFigure): Pick<CellFigure, "value" | "slack"> {
  const total = (a: string, b: string): string => ZERO.plus(a).plus(b).toFixed();
  const value = one.value === undefined || other.value === undefined ? undefined : total(one.value, other.value);
  return { value, slack: total(one.slack, other.slack) };
}
