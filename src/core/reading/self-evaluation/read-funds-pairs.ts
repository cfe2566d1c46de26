import type { Figure, Printing, TextCell } from "../../model/figure";
import type { FundsColumn, FundsRow } from "../../model/form";
import type { MoneyUnit } from "../../model/quantity";
import { asFraction } from "./execution-rate";
import type { FormRows } from "./find-forms";
import type { GridView, LabelledCell } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";

/** Labels that stand beside their figure; last year's (上年预算数) are none. */
const PAIRS: readonly (readonly [RegExp, FundsColumn])[] = [
  [/^年初(安排|批复)?预算(安排)?(数|金额|额|总额)(\(.{1,6}\))?:?$/, "initialBudget"],
  [/^(项目)?(当年|本年|全年|年度|调整后)?(的)?预算(安排)?(数|金额|额|总额)(\(.{1,6}\))?:?$/, "annualBudget"],
  [/^(项目)?(预算|全年|当年|本年|资金|实际)*(执行|支出)(数|金额|额|总额)(\(.{1,6}\))?:?$/, "executed"],
  [/^(项目)?(预算|资金)?执行率(\(.{1,6}\))?:?$/, "rate"],
];

/** Points of 预算执行, beside the figures they are given for. */
const POINTS: readonly (readonly [RegExp, FundsColumn])[] = [
  [/^(预算)?(执行率?)?(分值|权重)(\(.{1,6}\))?:?$/, "weight"],
  [/^(预算)?(执行率?)?得分(\(.{1,6}\))?:?$/, "score"],
];

/**
 * 年度资金总额 of a form that states its funds as labels with their figures beside them (当年预算数（元） | 1,250,000)
 * and not as a table; undefined where it states neither a budget with what was spent nor a budget with its rate. Money is
 * converted from the unit in the label's brackets, or else from `unit`; the rate becomes a fraction.
 */
export function readFundsPairs(view: GridView, rows: FormRows, unit: MoneyUnit): FundsRow | undefined {
  const figures = new Map<FundsColumn, Figure>();
  let label: TextCell | undefined;
  let percent = false;
  for (let row = rows.start; row < rows.end && !indicatorHeaderAt(view, row); row++) {
    const cells = view.row(row);
    const isPaired = cells.some(({ label: text }) => PAIRS.some(([pattern]) => pattern.test(text)));
    for (const [at, cell] of isPaired ? cells.entries() : []) {
      const key = [...PAIRS, ...POINTS].find(([pattern]) => pattern.test(cell.label))?.[1];
      if (key === undefined || figures.has(key)) continue;
      const isMoney = key !== "rate" && key !== "weight" && key !== "score";
      const printed = key === "rate" ? "" : "分";
      const figure = figureBeside(view, row, cells[at + 1], isMoney ? (unitIn(cell) ?? unit) : printed);
      if (figure === undefined) continue;
      figures.set(key, figure);
      label ??= view.textCell(row, cell.column);
      if (key === "rate") percent = cell.label.includes("%");
    }
  }
  const budgeted = figures.has("annualBudget") || figures.has("initialBudget");
  if (label === undefined || !budgeted || !(figures.has("executed") || figures.has("rate"))) return undefined;
  const rate = figures.get("rate");
  if (rate) figures.set("rate", asFraction(rate, figures, percent));
  return { key: "total", label, figures };
}

function figureBeside(
  view: GridView,
  row: number,
  beside: LabelledCell | undefined,
  unit: Printing["unit"],
): Figure | undefined {
  if (beside === undefined) return undefined;
  const figure = view.figure(row, beside.column, unit);
  return figure.kind === "amount" || /^[\d.]+%$/.test(beside.label) ? figure : undefined;
}

function unitIn({ label }: LabelledCell): MoneyUnit | undefined {
  const unit = /\((?:人民币)?(万元|元)\)/.exec(label)?.[1];
  return unit === "万元" || unit === "元" ? unit : undefined;
}
