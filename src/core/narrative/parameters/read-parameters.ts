import { normaliseLabel } from "../../glossary/normalise";
import type { ReadingNote } from "../../model/book";
import { a1, type CellAddress } from "../../model/cell";
import type { CellValue, SheetGrid } from "../../model/grid";
import type { MoneyUnit } from "../../model/quantity";
import { readFigure } from "../../reading/read-figure";
import { PARAMETER_SPECS } from "./catalogue";
import { REVIEW_GROUP } from "./parameter-rows";
import { PARAMETER_COLUMNS, type RejectedLine } from "./parameter-sheet";
import { DEPARTMENT_REVIEW, type Parameters, type ParameterValue } from "./parameters";
import { moneyPrinting, PLAIN } from "../../units/printing";

/** What the parameter sheet says, and what is wrong with it. */
export interface ParameterReading {
  readonly parameters: Parameters;
  /** Values that were not taken, each with its cell: not a number, negative, not whole, given twice, unknown. */
  readonly notes: readonly ReadingNote[];
  /** The lines whose value was not taken, so that they are still there when the sheet is made again. */
  readonly rejected: readonly RejectedLine[];
  /** For every line with a 参数编号, filled in or not, its cell under 填写. */
  readonly lines: ReadonlyMap<string, CellAddress>;
}

/** Reading of a workbook without the sheet. */
export const NO_PARAMETERS: ParameterReading = { parameters: new Map(), notes: [], rejected: [], lines: new Map() };

type Column = (typeof PARAMETER_COLUMNS)[number];

/**
 * Reads the sheet 情况说明参数, wherever its header stands. A blank value is absent, never 0. Amounts become the workbook's
 * money unit where the line's 单位 is the other one.
 */
export function readParameters(grid: SheetGrid, bookUnit: MoneyUnit): ParameterReading {
  const header = findHeader(grid);
  if (!header) {
    const message = `“${grid.name}”没有表头“参数编号”和“填写”，未读取`;
    return { ...NO_PARAMETERS, notes: [{ code: "parameterHeader", message, sheet: grid.name }] };
  }
  const parameters = new Map<string, ParameterValue>();
  const notes: ReadingNote[] = [];
  const rejected: RejectedLine[] = [];
  const lines = new Map<string, CellAddress>();
  grid.values.forEach((row, index) => {
    if (index <= header.row) return;
    const at = (column: Column): CellValue => row[header.columns.get(column) ?? -1] ?? null;
    const cell = addressOf(grid, index, header.columns.get("填写") ?? 0);
    const key = keyOf(at);
    if (key !== "" && !lines.has(key)) lines.set(key, cell);
    if (isBlank(at("填写"))) return;
    const note = (code: string, what: string): void => {
      const [group, label, unit] = [textOf(at("类别")), textOf(at("参数")), textOf(at("单位"))];
      rejected.push({ key: textOf(at("参数编号")), group, label, unit, content: at("填写") });
      notes.push({ code, message: `${a1(cell)}“${textOf(at("参数")) || key}”${what}`, sheet: grid.name, cell });
    };
    const value = readValue(key, at, cell, bookUnit);
    if (key === "") note("parameterUnknown", "没有参数编号，未采用");
    else if (parameters.has(key)) note("parameterTwice", "填写了两次，采用第一次的");
    else if (typeof value === "string") note("parameterInvalid", value);
    else parameters.set(key, value);
  });
  return { parameters, notes, rejected, lines };
}

function findHeader(grid: SheetGrid): { row: number; columns: ReadonlyMap<Column, number> } | undefined {
  for (const [row, cells] of grid.values.entries()) {
    const labels = cells.map((cell) => normaliseLabel(textOf(cell)));
    const columns = new Map(
      PARAMETER_COLUMNS.map((column): [Column, number] => [column, labels.indexOf(column)]).filter(
        ([, index]) => index >= 0,
      ),
    );
    if (columns.has("参数编号") && columns.has("填写")) return { row, columns };
  }
  return undefined;
}

/** The line's key; a reviewed project the clerk added has none yet and takes its name. */
function keyOf(at: (column: Column) => CellValue): string {
  const key = textOf(at("参数编号"));
  const name = textOf(at("参数"));
  const review = textOf(at("类别")) === REVIEW_GROUP && name !== "";
  return review && (key === "" || key.startsWith(DEPARTMENT_REVIEW)) ? `${DEPARTMENT_REVIEW}${name}` : key;
}

/** The value, or (Chinese) why it is not taken. */
function readValue(
  key: string,
  at: (column: Column) => CellValue,
  cell: CellAddress,
  bookUnit: MoneyUnit,
): ParameterValue | string {
  const kind = kindOf(key);
  if (kind === undefined) return "的参数编号不认识，未采用";
  const content = at("填写");
  if (kind === "text") return { kind, text: textOf(content), cell };
  const unit = textOf(at("单位"));
  const stated = unit === "元" || unit === "万元" ? unit : bookUnit;
  const figure = readFigure(cell, content, kind === "money" ? moneyPrinting(stated, bookUnit) : PLAIN);
  if (figure.kind !== "amount" && figure.kind !== "dash") return "不是数字，未采用";
  if (figure.value.isNegative() && !figure.value.isZero()) return "不应为负数，未采用";
  if (kind === "count" && !figure.value.isInteger()) return "应为整数，未采用";
  return { kind: "number", value: figure.value, cell };
}

/** What a key's value is; undefined for keys nobody asks for. */
function kindOf(key: string): "money" | "count" | "score" | "text" | undefined {
  const prefix = key.slice(0, key.indexOf(".") + 1);
  const rest = key.slice(prefix.length);
  if (rest !== "" && (prefix === "上年." || prefix === "年初预算.")) return "money";
  if (rest !== "" && (prefix === "原因." || prefix === "公开自评." || prefix === "自评综述.")) return "text";
  if (rest !== "" && prefix === DEPARTMENT_REVIEW) return "score";
  return PARAMETER_SPECS.get(key)?.kind;
}

function addressOf(grid: SheetGrid, row: number, column: number): CellAddress {
  return { sheet: grid.name, row: grid.top + row, column: grid.left + column };
}

function textOf(value: CellValue): string {
  return value === null ? "" : String(value).trim();
}

function isBlank(value: CellValue): boolean {
  return textOf(value) === "";
}
