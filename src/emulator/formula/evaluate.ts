import { amount, round } from "../../core/model/amount";
import type { CellRange } from "../../core/model/cell";
import type { CellValue } from "../../core/model/grid";
import type { Expression } from "./parse";

/** Where a formula finds the cells it refers to; a sheet name of undefined means its own sheet. */
export interface CellSource {
  /** Values of the range row by row, or undefined where there is no such sheet. */
  values(sheet: string | undefined, range: CellRange): readonly CellValue[] | undefined;
}

/** Excel's error values as they travel through a formula. */
export class FormulaError extends Error {
  constructor(readonly value: "#DIV/0!" | "#VALUE!" | "#REF!" | "#NUM!" | (string & {})) {
    super(value);
  }
}

/** Thrown for a function that is not among the few known here. */
export class UnknownFunction extends Error {}

/** Value of an expression. @throws FormulaError for an error value, UnknownFunction */
export function evaluate(expression: Expression, source: CellSource): CellValue {
  switch (expression.kind) {
    case "constant":
      return expression.value;
    case "reference": {
      const values = cells(expression, source);
      if (values.length !== 1) throw new FormulaError("#VALUE!");
      return passErrors(values[0] ?? null);
    }
    case "operation":
      return operate(expression.operator, expression.operands, source);
    case "call":
      return call(expression.name, expression.args, source);
  }
}

function cells(reference: Expression & { kind: "reference" }, source: CellSource): readonly CellValue[] {
  const values = source.values(reference.sheet, reference.range);
  if (!values) throw new FormulaError("#REF!");
  return values;
}

function passErrors(value: CellValue): CellValue {
  if (typeof value === "string" && /^#[A-Z0-9/]+[!?]?$/.test(value)) throw new FormulaError(value);
  return value;
}

function operate(operator: string, operands: readonly Expression[], source: CellSource): CellValue {
  const [left, right] = operands.map((operand) => evaluate(operand, source));
  const a = left ?? null;
  const b = right ?? null;
  switch (operator) {
    case "negate":
      return -toNumber(a);
    case "percent":
      return tidy(toNumber(a) / 100);
    case "&":
      return `${toText(a)}${toText(b)}`;
    case "+":
      return tidy(toNumber(a) + toNumber(b));
    case "-":
      return tidy(toNumber(a) - toNumber(b));
    case "*":
      return tidy(toNumber(a) * toNumber(b));
    case "/":
      if (toNumber(b) === 0) throw new FormulaError("#DIV/0!");
      return tidy(toNumber(a) / toNumber(b));
    case "^":
      return tidy(toNumber(a) ** toNumber(b));
    default:
      return compare(operator, order(a, b));
  }
}

const FUNCTIONS: Readonly<Record<string, (args: readonly Expression[], source: CellSource) => CellValue>> = {
  SUM: (args, source) => tidy(numbers(args, source).reduce((sum, n) => tidy(sum + n), 0)),
  MIN: (args, source) => Math.min(...orZero(numbers(args, source))),
  MAX: (args, source) => Math.max(...orZero(numbers(args, source))),
  ABS: (args, source) => Math.abs(numberArg(args, 0, source)),
  LEN: (args, source) => toText(arg(args, 0, source)).length,
  ROUND: (args, source) => {
    const decimals = Math.trunc(numberArg(args, 1, source));
    return round(amount(numberArg(args, 0, source)), decimals).toNumber();
  },
  IF: (args, source) => {
    if (toNumber(arg(args, 0, source)) !== 0) return arg(args, 1, source);
    return args.length > 2 ? arg(args, 2, source) : false;
  },
  IFERROR: (args, source) => {
    try {
      return arg(args, 0, source);
    } catch (error) {
      if (error instanceof FormulaError) return arg(args, 1, source);
      throw error;
    }
  },
};

function call(name: string, args: readonly Expression[], source: CellSource): CellValue {
  const known = FUNCTIONS[name];
  if (!known) throw new UnknownFunction(name);
  return known(args, source);
}

function arg(args: readonly Expression[], index: number, source: CellSource): CellValue {
  const expression = args[index];
  if (!expression) throw new UnknownFunction("too few arguments");
  return evaluate(expression, source);
}

function numberArg(args: readonly Expression[], index: number, source: CellSource): number {
  return toNumber(arg(args, index, source));
}

/** Numbers for SUM, MIN and MAX: in ranges text and blanks are skipped, as Excel does. */
function numbers(args: readonly Expression[], source: CellSource): readonly number[] {
  return args.flatMap((expression) => {
    if (expression.kind !== "reference") return [toNumber(evaluate(expression, source))];
    return cells(expression, source)
      .map(passErrors)
      .filter((value) => typeof value === "number");
  });
}

function orZero(list: readonly number[]): readonly number[] {
  return list.length === 0 ? [0] : list;
}

function toNumber(value: CellValue): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const number = Number(value.trim().replaceAll(",", ""));
  if (value.trim() === "" || Number.isNaN(number)) throw new FormulaError("#VALUE!");
  return number;
}

function toText(value: CellValue): string {
  if (value === null) return "";
  return typeof value === "boolean" ? String(value).toUpperCase() : String(value);
}

/** Numbers before texts before truth values; a blank counts as 0 or as "". */
function order(a: CellValue, b: CellValue): number {
  const rank = (value: CellValue) => ["number", "string", "boolean"].indexOf(typeof value);
  const left = a ?? (typeof b === "string" ? "" : 0);
  const right = b ?? (typeof a === "string" ? "" : 0);
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (typeof left === "string" && typeof right === "string") return left.localeCompare(right);
  return Number(left) - Number(right);
}

function compare(operator: string, ordering: number): boolean {
  switch (operator) {
    case "=":
      return ordering === 0;
    case "<>":
      return ordering !== 0;
    case "<":
      return ordering < 0;
    case ">":
      return ordering > 0;
    case "<=":
      return ordering <= 0;
    default:
      return ordering >= 0;
  }
}

/** Excel calculates with 15 significant digits: 0.1+0.2 shows and compares as 0.3. */
function tidy(value: number): number {
  if (!Number.isFinite(value)) throw new FormulaError("#NUM!");
  return Number(value.toPrecision(15));
}
