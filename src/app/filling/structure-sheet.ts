import { amount, round, type Amount } from "../../core/model/amount";
import { a1, columnName } from "../../core/model/cell";
import type { CellValue, WorkbookGrid } from "../../core/model/grid";
import { PARAMETER_SHEET } from "../../core/narrative/parameters/parameter-sheet";
import { readParameters } from "../../core/narrative/parameters/read-parameters";
import type { Known } from "../../core/narrative/quantity";
import { structureAnalysis, type StructureRow } from "../../core/narrative/structure-analysis";
import type { SheetContent, WorkbookHost } from "../../host/port";
import { STRUCTURE } from "../../text/zh-fill";
import type { CheckReport } from "../check-report";
import type { FillMode } from "./apply-fill";

type Cell = SheetContent["rows"][number][number];

const MONEY = "#,##0.00";
const PERCENT = "0.00%";
const COLUMNS = [
  "group",
  "code",
  "label",
  "amount",
  "share",
  "shareOf",
  "prior",
  "change",
  "changeRate",
  "budget",
  "completion",
  "remark",
] as const;
type Column = (typeof COLUMNS)[number];
const WIDTHS = [28, 12, 36, 14, 10, 24, 14, 14, 10, 14, 12, 30];
/** Title, unit and header stand above the rows. */
const FIRST_ROW = 4;

/**
 * Writes the sheet 结构分析: every share, change and completion rate that the 情况说明 states, as live formulas or as values.
 * Figures of last year and budgets come from last year's workbook or the sheet 情况说明参数. Answers the number of rows.
 * @throws HostError `sheetExists` where the user has a sheet of that name, `protected` where no sheet can be added.
 */
export async function writeStructureSheet(host: WorkbookHost, report: CheckReport, mode: FillMode): Promise<number> {
  const { book, grid, priorYear } = report;
  const sheet = grid.sheets.find(({ name }) => name === PARAMETER_SHEET);
  const parameters = sheet ? readParameters(sheet, book.moneyUnit).parameters : new Map<never, never>();
  const rows = structureAnalysis(book, parameters, priorYear);
  await host.putSheet(structureSheet(rows, report, mode));
  return rows.length;
}

/** The rows as a sheet. Amounts in the workbook's money unit, percentages to two decimals. */
export function structureSheet(
  rows: readonly StructureRow[],
  { book, grid }: Pick<CheckReport, "book" | "grid">,
  mode: FillMode,
): SheetContent {
  const writer = new RowWriter(rows, grid, mode);
  return {
    name: STRUCTURE.sheet,
    rows: [
      [{ content: STRUCTURE.title, bold: true }],
      [{ content: STRUCTURE.facts(book.unitName, book.year, book.moneyUnit) }],
      COLUMNS.map((column) => ({ content: STRUCTURE.columns[column], bold: true })),
      ...rows.map((row, index) => writer.cells(row, index)),
    ],
    widths: WIDTHS,
    frozen: HEAD_ROW + 1,
    print: { isPortrait: false, onePage: false, repeated: { top: HEAD_ROW, bottom: HEAD_ROW } },
  };
}

/** Zero-based row of the columns' titles. */
const HEAD_ROW = 2;

class RowWriter {
  private readonly places = new Map<string, number>();

  constructor(
    private readonly rows: readonly StructureRow[],
    private readonly grid: WorkbookGrid,
    private readonly mode: FillMode,
  ) {
    rows.forEach((row, index) => {
      if (row.amount && !this.places.has(row.label)) this.places.set(row.label, index);
    });
  }

  cells(row: StructureRow, index: number): readonly Cell[] {
    const at = (column: Column): string => `${columnName(COLUMNS.indexOf(column))}${index + FIRST_ROW}`;
    const base = this.baseOf(row);
    const over = (part: string, whole: string): string => `=ROUND(${part}/${whole},4)`;
    return [
      { content: index > 0 && this.rows[index - 1]?.group === row.group ? "" : row.group },
      { content: row.code ?? "" },
      { content: row.label },
      this.source(row.amount),
      this.rate(row.share?.value, base === undefined ? undefined : over(at("amount"), base)),
      { content: row.shareOf ?? "" },
      this.source(row.prior),
      this.money(row.change, row.amount && row.prior && `=${at("amount")}-${at("prior")}`),
      this.rate(row.changeRate, row.change && `=ROUND(${at("change")}/ABS(${at("prior")}),4)`),
      this.source(row.budget),
      this.rate(row.completion?.value, over(at("amount"), at("budget"))),
      { content: row.remark },
    ];
  }

  /** Where the base of a share stands on this sheet: a live formula needs it. */
  private baseOf(row: StructureRow): string | undefined {
    const place = row.shareOf === undefined ? undefined : this.places.get(row.shareOf);
    const base = place === undefined ? undefined : this.rows[place]?.amount?.value;
    if (place === undefined || !base || base.isZero() || !row.amount || !row.share) return undefined;
    // Names may repeat: only a base that gives this very share is the one.
    if (!row.amount.value.div(base).minus(row.share.value).abs().lt(TINY)) return undefined;
    return `$${columnName(COLUMNS.indexOf("amount"))}$${place + FIRST_ROW}`;
  }

  /** A figure of the workbook: as a reference where its cells add up to it as they stand. */
  private source(known: Known | undefined): Cell {
    if (!known) return { content: null };
    const { cells, value } = known;
    const total = cells.reduce<Amount | undefined>((sum, cell) => {
      const found = this.valueAt(cell.sheet, cell.row, cell.column);
      return typeof found === "number" ? sum?.plus(amount(found)) : undefined;
    }, amount(0));
    const references = cells.map((cell) => `'${cell.sheet.replace(/'/g, "''")}'!${a1(cell)}`);
    const isLive = references.length > 0 && total?.eq(value) === true;
    return this.money(value, isLive ? `=${references.join("+")}` : undefined);
  }

  private money(value: Amount | undefined, formula: string | undefined): Cell {
    return this.cell(value, formula, MONEY);
  }

  private rate(value: Amount | undefined, formula: string | undefined): Cell {
    return this.cell(value && round(value, 4), formula, PERCENT);
  }

  private cell(value: Amount | undefined, formula: string | undefined, numberFormat: string): Cell {
    if (!value) return { content: null };
    return this.mode === "formulas" && formula !== undefined
      ? { content: formula, isFormula: true, numberFormat }
      : { content: value.toNumber(), numberFormat };
  }

  private valueAt(name: string, row: number, column: number): CellValue {
    const sheet = this.grid.sheets.find((s) => s.name === name);
    return sheet?.values[row - sheet.top]?.[column - sheet.left] ?? null;
  }
}

const TINY = amount("0.0000001");
