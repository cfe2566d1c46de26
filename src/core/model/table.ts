import type { CellAddress } from "./cell";
import type { Figure, TextCell } from "./figure";
import type { Money, MoneyUnit } from "./quantity";

/** Keys of the nine standard tables (domain.md 2): semantic, since the 公开 number changes with the year. */
export const TABLE_KEYS = ["Z01", "Z02", "Z03", "Z04", "Z05", "Z06", "SG", "JJ", "GZ"] as const;
export type StandardKey = (typeof TABLE_KEYS)[number];

/** Key of a table that places publish beside the nine (政府采购支出情况表 "T-CG"); its descriptor says what it is. */
export type FurtherKey = `T-${string}`;
export type TableKey = StandardKey | FurtherKey;

/** Whether a table is one of the nine. */
export function isStandardKey(key: TableKey): key is StandardKey {
  return (TABLE_KEYS as readonly string[]).includes(key);
}

/**
 * Sheets that score something: 自评表 (ZP) and its 汇总表 (ZPHZ), the form of a whole department (BM), the score table of
 * an evaluation report (PJ), the hotline's 工单办理考核 (RX1), 综合管理考核 (RX2), 排名 (RX3) and 扣分指标 (RX4).
 */
export const SCORING_KINDS = ["ZP", "ZPHZ", "BM", "PJ", "RX1", "RX2", "RX3", "RX4"] as const;
export type ScoringKind = (typeof SCORING_KINDS)[number];

/** Sheets that few workbooks have: that one is not there is no gap in the check. */
const OCCASIONAL: ReadonlySet<SheetKind> = new Set<SheetKind>(["BM", "PJ", "RX1", "RX2", "RX3", "RX4"]);

/** Whether a workbook without such a sheet is complete all the same. */
export function isOccasional(kind: SheetKind | undefined): boolean {
  return kind !== undefined && OCCASIONAL.has(kind);
}

/** What a sheet may be recognised as: a table, or one that scores something. */
export type SheetKind = TableKey | ScoringKind;

/**
 * Row keys.
 * - classified tables (Z02, Z03, Z05, JJ, GZ): "total" for 合计, else the functional code ("201", "20103", "2010301")
 * - Z06: the economic code ("301", "30101"), "personnelTotal", "publicTotal", and "total" where a 合计 is printed
 * - SG: "budget" (预算数) and "final" (决算数)
 * - Z01: "income.<item>" and "expenditure.<class code or item>", see INCOME_ITEMS and the constants below
 * - Z04: the same; opening balances by fund are "income.opening.general" and so on
 */
export type RowKey = string;

/** Income items of Z01 and their columns in Z02 (fiscal appropriation is three items in Z01, one column in Z02). */
export const Z01_INCOME_ITEMS = [
  "general",
  "fund",
  "stateCapital",
  "superiorSubsidy",
  "undertaking",
  "business",
  "affiliated",
  "other",
] as const;

/** Rows of Z01/Z04 other than items. In Z01 `opening` is 年初结转和结余; in Z04 年初财政拨款结转和结余. */
export const Z01_ROWS = {
  incomeTotal: "income.current",
  usedSurplus: "income.usedSurplus",
  opening: "income.opening",
  incomeGrandTotal: "income.total",
  expenditureTotal: "expenditure.current",
  surplusDistribution: "expenditure.distribution",
  closing: "expenditure.closing",
  expenditureGrandTotal: "expenditure.total",
} as const;

/** Funds of 财政拨款: 一般公共预算, 政府性基金预算, 国有资本经营预算. */
export const FUNDS = ["general", "fund", "stateCapital"] as const;
export type FundKey = (typeof FUNDS)[number];

/** Row of an income item of Z01 or Z04: incomeRow("fund") = "income.fund" (政府性基金预算财政拨款收入). */
export function incomeRow(item: (typeof Z01_INCOME_ITEMS)[number]): RowKey {
  return `income.${item}`;
}

/** Row of a functional item of Z01 or Z04 by its class code: functionalRow("201") = "expenditure.201" (一般公共服务支出). */
export function functionalRow(classCode: string): RowKey {
  return `expenditure.${classCode}`;
}

/**
 * Two further kinds of Z01/Z04 rows:
 * - "income.unlisted.<name>", "expenditure.unlisted.<name>": an item of the half whose label is in no list (a new class,
 *   a province's own item); it is an item of the sum, reading says so in a note;
 * - "blank.income.<n>", "blank.expenditure.<n>": a printed line without label (n is the worksheet row, one-based), kept for
 *   its 行次 and for figures that stand there by mistake; never an item of a sum.
 */
export function unlistedRow(side: "income" | "expenditure", name: string): RowKey {
  return `${side}.unlisted.${name}`;
}

/** Whether a row of Z01/Z04 is an income item of the 本年收入合计 (sub-lines, totals and blank lines are not). */
export function isIncomeItem({ key, kind }: Pick<TableRow, "key" | "kind">): boolean {
  return INCOME_ITEM_ROWS.has(key) || (kind === "unlisted" && key.startsWith("income."));
}

const INCOME_ITEM_ROWS: ReadonlySet<RowKey> = new Set(Z01_INCOME_ITEMS.map(incomeRow));

/** Whether a row of Z01/Z04 is a functional item of the 本年支出合计 (sub-lines, totals and blank lines are not). */
export function isFunctionalItem({ key, kind }: Pick<TableRow, "key" | "kind">): boolean {
  return (kind === "unlisted" && key.startsWith("expenditure.")) || functionalClassOf(key) !== undefined;
}

/** The class code of a functional row key of Z01 or Z04 ("expenditure.201" → "201"); undefined for other rows. */
export function functionalClassOf(row: RowKey): string | undefined {
  return /^expenditure\.(\d{3})$/.exec(row)?.[1];
}

/**
 * Rows of Z04 other than income items (`incomeRow` of FUNDS) and functional items (`functionalRow`).
 * `opening` is 年初财政拨款结转和结余, its three parts `openingOf` stand below it; `closing` is 年末财政拨款结转和结余
 * (`closingOf`: printed by some provinces only, normally absent).
 */
export const Z04_ROWS = {
  incomeTotal: "income.current",
  opening: "income.opening",
  openingOf: {
    general: "income.opening.general",
    fund: "income.opening.fund",
    stateCapital: "income.opening.stateCapital",
  },
  incomeGrandTotal: "income.total",
  expenditureTotal: "expenditure.current",
  closing: "expenditure.closing",
  closingOf: {
    general: "expenditure.closing.general",
    fund: "expenditure.closing.fund",
    stateCapital: "expenditure.closing.stateCapital",
  },
  expenditureGrandTotal: "expenditure.total",
} as const;

/**
 * Sub-lines of Z01 (其中：基本支出结转 …) that some provinces print below `opening`, `distribution` and `closing`.
 * They are parts of the line above and never items of a sum: "income.opening.basic", "expenditure.closing.project".
 */
export const Z01_SUB_LINES = ["basic", "project", "business"] as const;

/** Rows of Z06, SG and the classified tables that are no classification code. */
export const TOTAL_ROW: RowKey = "total";
export const Z06_ROWS = { personnelTotal: "personnelTotal", publicTotal: "publicTotal", total: TOTAL_ROW } as const;
export const SG_ROWS = { budget: "budget", final: "final" } as const;

/** Key of a column: the descriptor of its table says what it is ("basic", "opening.project"; "c7" in a matrix). */
export type ColumnKey = string;

/** Depth of a row: total, 类 (class), 款 (section), 项 (item), or a line of a two-sided table. */
export type RowLevel = "total" | "class" | "section" | "item" | "line";

/**
 * What a row is besides its level: `blank` a printed line without name or code, kept for figures that stand there by
 * mistake; `uncoded` a named line without code in a table of codes; `unlisted` an item whose name is in no list (a new
 * class, a province's own line): it is an item of the sum, and reading says so.
 */
export type RowKind = "blank" | "uncoded" | "unlisted";

const SUB_LINE = ".sub.";

/** The key of a line "其中：…" that no descriptor knows, below a line or below another one of its parts. */
export function subLineRow(above: RowKey, name: string): RowKey {
  return `${wholeOfSubLine(above) ?? above}${SUB_LINE}${name}`;
}

/** The line that such a line is a part of; undefined for any other line. */
export function wholeOfSubLine(key: RowKey): RowKey | undefined {
  const at = key.indexOf(SUB_LINE);
  return at < 0 ? undefined : key.slice(0, at);
}

/** A row of a table (of one half, where the table has two sides). */
export interface TableRow {
  readonly key: RowKey;
  readonly level: RowLevel;
  /** Absent for the table's regular lines. */
  readonly kind?: RowKind;
  /** Classification code as digits only ("2010301"); for functional lines of Z01/Z04 the class code; else absent. */
  readonly code?: string;
  /** The printed name without code, ordinal and decoration ("一般公共服务支出"); "" where unlabelled. */
  readonly name: string;
  /** Where code and name are printed. */
  readonly codeCell?: CellAddress;
  readonly nameCell?: CellAddress;
  /** Printed 行次, where there is one. */
  readonly lineNumber?: Figure;
  readonly figures: ReadonlyMap<ColumnKey, Figure<Money>>;
}

/** A column known by its printed header: "工资福利支出 · 小计", and the columns it adds up. */
export interface HeadedColumn {
  readonly label: string;
  readonly parts: readonly ColumnKey[];
}

/** A recognised table. */
export interface AccountTable {
  readonly key: TableKey;
  readonly sheet: string;
  readonly title: TextCell;
  /** Organisation as printed after 单位：/ 部门：, where there is one. */
  readonly unitName?: TextCell;
  readonly moneyUnit?: TextCell & { readonly unit: MoneyUnit };
  readonly year?: number;
  readonly publicNumber?: TextCell;
  /** Rows in sheet order, duplicates of a code included; left half before right half. */
  readonly rows: readonly TableRow[];
  /** First row of each key. */
  readonly byKey: ReadonlyMap<RowKey, TableRow>;
  /** Columns that were found, with the zero-based sheet column where the table has one column per key. */
  readonly columns: ReadonlyMap<ColumnKey, number>;
  /** Columns that only the printed header tells (a matrix): what they are called and what they add up. */
  readonly headed?: ReadonlyMap<ColumnKey, HeadedColumn>;
  /** A note that says the table has no data (无数据), where there is one. */
  readonly noDataNote?: TextCell;
}

/** The figure at a row and column, or undefined where the table has no such row or column. */
export function figureAt(table: AccountTable, row: RowKey, column: ColumnKey): Figure | undefined {
  return table.byKey.get(row)?.figures.get(column);
}
