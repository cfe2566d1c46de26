import { amount, ZERO, type Amount } from "../model/amount";
import { ExactSum } from "../model/exact-sum";
import type { ColumnKey, RowKey, RowLevel, TableKey } from "../model/table";
import { conversion } from "../units/money";
import { outcomeOf, type Outcome } from "../units/tolerance";
import type { Difference, Part, Place, RowFigures, TableFigures, UnitFigures } from "./model";

/** One figure of the department's table, compared or not. */
export type Compared =
  | {
      readonly kind: "compared";
      readonly outcome: Outcome;
      readonly tolerance: Amount;
      /** What is a difference only where the outcome is `violated`. */
      readonly figure: Difference;
    }
  | { readonly kind: "notCompared"; readonly reason: string };

/** A unit's table, ready to be asked for figures; `rows` is empty where the unit has nothing in it. */
export interface UnitTable {
  readonly unit: UnitFigures;
  readonly table: TableFigures | undefined;
  readonly rows: ReadonlyMap<RowKey, RowFigures>;
  readonly levels: ReadonlySet<RowLevel>;
  readonly isEmpty: boolean;
  /** How far rounding may move a figure of this table: also one that it shows as nothing. */
  readonly half: string;
}

/** Prepares one unit's table; undefined stands for a table that is known to hold nothing. */
export function unitTable(unit: UnitFigures, table: TableFigures | undefined): UnitTable {
  const rows = table?.rows ?? [];
  const slacks = rows.flatMap(({ cells }) => Object.values(cells).map(({ slack }) => slack));
  return {
    unit,
    table,
    rows: new Map(rows.map((row) => [row.key, row])),
    levels: new Set(rows.map(({ level }) => level)),
    isEmpty: rows.every(({ cells }) => Object.values(cells).every(({ value }) => value !== undefined && isNil(value))),
    half: slacks.reduce((most, slack) => (Number(slack) > Number(most) ? slack : most), "0"),
  };
}

/** Every figure that the department's table or one of its units' tables prints, against the sum of the units'. */
export function* compareTables(key: TableKey, department: UnitTable, units: readonly UnitTable[]): Iterable<Compared> {
  const { table } = department;
  if (!table) return;
  const rows = new Map(department.rows);
  for (const unit of units) for (const [row, figures] of unit.rows) if (!rows.has(row)) rows.set(row, figures);
  for (const row of rows.values()) {
    for (const column of columnsOf(row, department, units)) {
      const own = department.rows.get(row.key);
      const place: Place = {
        ...{ table: key, row: row.key, column },
        ...{ tableName: table.name, rowName: own?.label ?? row.label },
        columnName: table.columns[column] ?? column,
        sheet: table.sheet,
        cell: own?.cells[column]?.cell,
      };
      yield compareFigure(place, row, department, units);
    }
  }
}

function columnsOf(row: RowFigures, department: UnitTable, units: readonly UnitTable[]): Iterable<ColumnKey> {
  const own = department.rows.get(row.key);
  if (own) return Object.keys(own.cells);
  return new Set(units.flatMap((unit) => Object.keys(unit.rows.get(row.key)?.cells ?? {})));
}

function compareFigure(place: Place, row: RowFigures, department: UnitTable, units: readonly UnitTable[]): Compared {
  const own = valueOf(row, place.column, department);
  if (typeof own === "string") return { kind: "notCompared", reason: `部门工作簿${own}` };
  const unknown = new Map<string, string[]>();
  const parts: Part[] = [];
  const [total, tolerance] = [new ExactSum(), new ExactSum()];
  // A department shows nothing too where what its units have rounds to nothing.
  tolerance.add(own.value.isZero() ? amount(department.half) : own.slack);
  for (const unit of units) {
    const found = valueOf(row, place.column, unit);
    if (typeof found === "string") {
      unknown.set(found, [...(unknown.get(found) ?? []), unit.unit.name]);
      continue;
    }
    if (found.value.isZero()) continue;
    const [from, to] = [unit.unit.moneyUnit, department.unit.moneyUnit];
    const value = from === to ? found.value : found.value.times(conversion(from, to));
    total.add(value);
    tolerance.add(from === to ? found.slack : found.slack.times(conversion(from, to)));
    const { name, file } = unit.unit;
    parts.push({ unit: name, file, sheet: unit.table?.sheet ?? "", cell: found.cell ?? "", value });
  }
  const [why] = unknown;
  if (why) return { kind: "notCompared", reason: `${named(why[1])}${why[0]}` };
  const sum = total.toAmount();
  const difference = own.value.minus(sum);
  const allowed = tolerance.toAmount();
  return {
    kind: "compared",
    outcome: outcomeOf("=", difference, () => allowed),
    tolerance: allowed,
    figure: {
      ...place,
      department: own.value,
      units: sum,
      difference,
      parts: parts.sort((a, b) => b.value.abs().cmp(a.value.abs())),
      slip: slipOf(difference, parts),
    },
  };
}

interface Found {
  readonly value: Amount;
  readonly slack: Amount;
  readonly cell: string | undefined;
}
const NOTHING: Found = { value: ZERO, slack: ZERO, cell: undefined };

/** A workbook's figure at a row and column, or why it is unknown. What a table of codes does not print is nothing. */
function valueOf(row: RowFigures, column: ColumnKey, { table, rows, levels, isEmpty }: UnitTable): Found | string {
  if (!table || isEmpty) return { ...NOTHING, cell: rows.get(row.key)?.cells[column]?.cell };
  const own = rows.get(row.key);
  if (!own) {
    if (row.isItem && levels.has(row.level)) return NOTHING;
    return row.isItem ? `的${table.name}没有列到${LEVELS[row.level]}` : `的${table.name}没有“${row.label}”行`;
  }
  const figure = own.cells[column];
  if (!figure) return `的${table.name}没有“${table.columns[column] ?? column}”栏`;
  if (figure.value === undefined) return `的${table.name} ${figure.cell} 不是数字`;
  if (isNil(figure.value)) return { ...NOTHING, cell: figure.cell };
  return { value: amount(figure.value), slack: amount(figure.slack), cell: figure.cell };
}

const LEVELS: Readonly<Record<RowLevel, string>> = {
  total: "合计",
  class: "类",
  section: "款",
  item: "项",
  line: "该行",
};

const isNil = (value: string): boolean => /^-?0(?:\.0*)?$/.test(value);

/** "“甲”" or "“甲”“乙”“丙”等 5 个单位". */
export function named(units: readonly string[]): string {
  const distinct = [...new Set(units)];
  const quoted = distinct.slice(0, 3).map((unit) => `“${unit}”`);
  return quoted.join("") + (distinct.length > quoted.length ? `等 ${distinct.length} 个单位` : "");
}

/** The one unit whose figure is the difference, where there is just one. */
function slipOf(difference: Amount, parts: readonly Part[]): Difference["slip"] {
  if (difference.isZero() || parts.length < 2) return undefined;
  const [found, ...others] = parts.filter(({ value }) => value.abs().eq(difference.abs()));
  if (!found || others.length > 0) return undefined;
  return { unit: found.unit, kind: found.value.eq(difference) ? "twice" : "leftOut" };
}
