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
    case "reference":
    case "span":
      return single(expression, source);
    case "operation":
      return operate(expression.operator, expression.operands, source);
    case "call":
      return call(expression.name, expression.args, source);
  }
}

/** The one cell of an area. */
function single(expression: Expression, source: CellSource): CellValue {
  const values = cells(areaOf(expression, source), source);
  if (values.length !== 1) throw new FormulaError("#VALUE!");
  return passErrors(values[0] ?? null);
}

/** Cells that an expression names: a sheet (undefined is its own) and a rectangle. */
interface Area {
  readonly sheet?: string | undefined;
  readonly range: CellRange;
}

function isArea(expression: Expression): boolean {
  const { kind } = expression;
  return kind === "reference" || kind === "span" || (kind === "call" && expression.name === "OFFSET");
}

function areaOf(expression: Expression, source: CellSource): Area {
  if (expression.kind === "reference") return expression;
  if (expression.kind === "span") {
    const [from, to] = [areaOf(expression.from, source), areaOf(expression.to, source)];
    const pick = (of: (...numbers: number[]) => number, side: keyof CellRange) => of(from.range[side], to.range[side]);
    const range = {
      top: pick(Math.min, "top"),
      left: pick(Math.min, "left"),
      bottom: pick(Math.max, "bottom"),
      right: pick(Math.max, "right"),
    };
    return { sheet: from.sheet, range };
  }
  if (expression.kind !== "call" || expression.name !== "OFFSET") throw new FormulaError("#VALUE!");
  const [of] = expression.args;
  if (!of || expression.args.length !== 3) throw new UnknownFunction("OFFSET with a size");
  const { sheet, range } = areaOf(of, source);
  const [down, right] = [numberArg(expression.args, 1, source), numberArg(expression.args, 2, source)];
  if (range.top + down < 0 || range.left + right < 0) throw new FormulaError("#REF!");
  const moved = {
    top: range.top + down,
    bottom: range.bottom + down,
    left: range.left + right,
    right: range.right + right,
  };
  return { sheet, range: moved };
}

function cells({ sheet, range }: Area, source: CellSource): readonly CellValue[] {
  const values = source.values(sheet, range);
  if (!values) throw new FormulaError("#REF!");
  return values;
}

/** Value by value over areas, where an expression holds some: what SUMPRODUCT adds up. */
function each(expression: Expression, source: CellSource): readonly CellValue[] {
  if (isArea(expression)) return cells(areaOf(expression, source), source).map(passErrors);
  const inner =
    expression.kind === "operation" ? expression.operands : expression.kind === "call" ? expression.args : [];
  const columns = inner.map((part) => each(part, source));
  const length = Math.max(1, ...columns.map((values) => values.length));
  if (columns.some((values) => values.length !== 1 && values.length !== length)) throw new FormulaError("#VALUE!");
  if (length === 1) return [evaluate(expression, source)];
  return Array.from({ length }, (_, i) => {
    const parts = columns.map((values): Expression => {
      const value = values[values.length === 1 ? 0 : i] ?? "";
      return { kind: "constant", value };
    });
    if (expression.kind === "operation") return operate(expression.operator, parts, source);
    return call(expression.kind === "call" ? expression.name : "", parts, source);
  });
}

/** Σ of the products; what is no number counts as zero where it stands in a cell. */
function sumProduct(args: readonly Expression[], source: CellSource): number {
  const columns = args.map((expression) => each(expression, source));
  const length = columns[0]?.length ?? 0;
  if (columns.some((values) => values.length !== length)) throw new FormulaError("#VALUE!");
  let sum = 0;
  for (let i = 0; i < length; i += 1) {
    const product = columns.reduce((all, values) => {
      const value = values[i];
      return all * (typeof value === "number" ? value : 0);
    }, 1);
    sum = tidy(sum + product);
  }
  return sum;
}

/** Σ of what stands beside cells that equal a text or a number; conditions with signs and wildcards are not known here. */
function sumIf(args: readonly Expression[], source: CellSource): number {
  const [where, , what] = args;
  if (!where || !what) throw new UnknownFunction("SUMIF");
  const wanted = toText(arg(args, 1, source));
  if (/^[<>=]|[*?~]/.test(wanted)) throw new UnknownFunction("SUMIF with a condition");
  const [tested, added] = [cells(areaOf(where, source), source), cells(areaOf(what, source), source)];
  return tested.reduce<number>((sum, value, i) => {
    const beside = passErrors(added[i] ?? null);
    const equals = value !== null && toText(value).toLowerCase() === wanted.toLowerCase();
    return equals && typeof beside === "number" ? tidy(sum + beside) : sum;
  }, 0);
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
  COUNT: (args, source) => numbers(args, source).length,
  AVERAGE: (args, source) => {
    const found = numbers(args, source);
    if (found.length === 0) throw new FormulaError("#DIV/0!");
    return tidy(found.reduce((sum, n) => tidy(sum + n), 0) / found.length);
  },
  COUNTIFS: (args, source) => matching(args, source).filter(Boolean).length,
  SUMIFS: ([sums, ...args], source) => {
    const values = range(sums, source);
    const met = matching(args, source);
    return tidy(values.reduce<number>((sum, n, at) => (met[at] && typeof n === "number" ? tidy(sum + n) : sum), 0));
  },
  AND: (args, source) => args.every((_, at) => toNumber(arg(args, at, source)) !== 0),
  OR: (args, source) => args.some((_, at) => toNumber(arg(args, at, source)) !== 0),
  ABS: (args, source) => Math.abs(numberArg(args, 0, source)),
  SUMPRODUCT: sumProduct,
  SUMIF: sumIf,
  N: (args, source) => {
    const value = arg(args, 0, source);
    return typeof value === "number" || typeof value === "boolean" ? Number(value) : 0;
  },
  LEFT: (args, source) => toText(arg(args, 0, source)).slice(0, args.length > 1 ? numberArg(args, 1, source) : 1),
  MID: (args, source) => {
    const start = numberArg(args, 1, source) - 1;
    return toText(arg(args, 0, source)).slice(start, start + numberArg(args, 2, source));
  },
  FIND: (args, source) => {
    const at = toText(arg(args, 1, source)).indexOf(toText(arg(args, 0, source)));
    if (at < 0) throw new FormulaError("#VALUE!");
    return at + 1;
  },
  /** A number or percentage in a text; dates and amounts with signs of money are not known here. */
  VALUE: (args, source) => {
    const text = toText(arg(args, 0, source)).trim();
    const match = /^([+-]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?)(%?)$/.exec(text);
    if (!match || !/\d/.test(text)) throw new FormulaError("#VALUE!");
    const number = amount((match[1] ?? "").replaceAll(",", ""));
    return (match[2] === "%" ? number.div(100) : number).toNumber();
  },
  ISNUMBER: (args, source) => {
    try {
      return typeof arg(args, 0, source) === "number";
    } catch (error) {
      if (error instanceof FormulaError) return false;
      throw error;
    }
  },
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
  if (name === "OFFSET") return single({ kind: "call", name, args }, source);
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
    if (!isArea(expression)) return [toNumber(evaluate(expression, source))];
    return cells(areaOf(expression, source), source)
      .map(passErrors)
      .filter((value) => typeof value === "number");
  });
}

function range(expression: Expression | undefined, source: CellSource): readonly CellValue[] {
  if (!expression || !isArea(expression)) throw new UnknownFunction("no range");
  return cells(areaOf(expression, source), source);
}

/** Which places of ranges meet all their criteria: range, criterion, range, criterion … (COUNTIFS, SUMIFS). */
function matching(args: readonly Expression[], source: CellSource): readonly boolean[] {
  const tests = Array.from({ length: Math.floor(args.length / 2) }, (_, at) => ({
    values: range(args[2 * at], source),
    criterion: arg(args, 2 * at + 1, source),
  }));
  return (tests[0]?.values ?? []).map((_, at) =>
    tests.every(({ values, criterion }) => meets(values[at] ?? null, criterion)),
  );
}

/** Whether a cell meets a criterion: a value, or a comparison as text (">90"); a number never compares with a text. */
function meets(value: CellValue, criterion: CellValue): boolean {
  const [, operator = "=", operand = ""] = /^(<=|>=|<>|<|>|=)?(.*)$/s.exec(toText(criterion)) ?? [];
  const number = operand.trim() === "" ? Number.NaN : Number(operand);
  const isOfKind = Number.isNaN(number) ? typeof value !== "number" : typeof value === "number";
  if (!isOfKind) return operator === "<>";
  return compare(
    operator,
    order(Number.isNaN(number) ? toText(value) : value, Number.isNaN(number) ? operand : number),
  );
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
