import { normaliseLabel } from "../glossary/normalise";
import { formatAmount, HUNDRED, ZERO, type Amount } from "../model/amount";
import { a1 } from "../model/cell";
import type { Figure } from "../model/figure";
import type { FundsColumn, FundsRow, Indicator, SelfEvaluationForm } from "../model/form";
import { halfOfDecimals } from "../units/precision";

/** How columns of the funds block are called. */
export const FUNDS_COLUMN_NAMES: Readonly<Record<FundsColumn, string>> = {
  initialBudget: "年初预算数",
  annualBudget: "全年预算数",
  executed: "全年执行数",
  weight: "分值",
  rate: "执行率",
  score: "得分",
};

/** The project a form is about as the user knows it; its place where no name is printed. */
export function projectOf(form: SelfEvaluationForm): string {
  return form.projectName?.text ?? `${form.sheet} 第 ${form.index + 1} 张自评表`;
}

/** 年度资金总额 of the funds block. */
export function totalFunds(form: SelfEvaluationForm): FundsRow | undefined {
  return form.funds.find((row) => row.key === "total");
}

/** The budget B is divided by: 全年预算数, or 年初预算数 where the form has no other. */
export function budgetOf(row: FundsRow): Figure | undefined {
  return row.figures.get("annualBudget") ?? row.figures.get("initialBudget");
}

/** Weight and score of 预算执行 where the form scores it. */
export function executionOf(
  form: SelfEvaluationForm,
): { readonly weight?: Figure; readonly score?: Figure } | undefined {
  const figures = totalFunds(form)?.figures;
  const weight = figures?.get("weight");
  const score = figures?.get("score");
  const scored = [weight, score].some((figure) => figure && figure.kind !== "blank" && figure.kind !== "dash");
  return scored ? { ...(weight ? { weight } : {}), ...(score ? { score } : {}) } : undefined;
}

/** A row of the indicator table that scores 预算执行 there and belongs to no section. */
export function isExecutionIndicator({ section, level1, level2, name }: Indicator): boolean {
  return (
    section === undefined && [level1, level2, name.text].some((text) => /(预算|资金)执行/.test(normaliseLabel(text)))
  );
}

/** Whether an indicator is the rate of the budget's execution, which follows from the funds where its target is no number
 *  (预算执行率, target "—"). */
export function isExecutionRate({ name, target }: Indicator): boolean {
  return target.kind !== "number" && /^(项目|财政)?(预算|资金)+(总?执行|支出)率$/.test(normaliseLabel(name.text));
}

/** Whether the form may score 预算执行 in a way that was not understood: neither its funds nor its indicators have a
 *  place for it. Then 分值 that make less than 100 prove nothing. */
export function mayScoreExecution(form: SelfEvaluationForm): boolean {
  const figures = totalFunds(form)?.figures;
  const placed = figures?.has("weight") === true || figures?.has("score") === true;
  return !placed && !form.indicators.some(isExecutionIndicator);
}

/** Whether the form has no column for a figure: it reads as a dash that nobody printed. */
export function isAbsent(figure: Figure): boolean {
  return figure.kind === "dash" && figure.raw === "";
}

/** An indicator as the user knows it. */
export function indicatorName(indicator: Indicator): string {
  return indicator.name.text || indicator.level2 || indicator.level1 || `${a1(indicator.name.cell)} 行`;
}

/** Text that says nothing: blank, 无, "-", "/", 0. */
export function saysNothing(text: string): boolean {
  return /^[\s\u3000]*(?:无|没有|暂无|不适用|0|[-—－/\\、.。]+)?[\s\u3000]*$/.test(text);
}

/** A score or weight as printed in messages: at most two decimals unless it has more ("10", "9.63"). */
export function points(value: Amount): string {
  return formatAmount(value, 0);
}

/** A fraction as a percentage: 0.985 → "98.5%". */
export function percent(value: Amount): string {
  return `${formatAmount(value.times(HUNDRED).toDecimalPlaces(2), 0)}%`;
}

/** Whether a figure holds a number; blank and dash do not. */
export function isNumber(figure: Figure | undefined): figure is Figure & { readonly kind: "amount" } {
  return figure?.kind === "amount";
}

/** How far B / A may be off through the rounding of B and A themselves. */
export function rateLeeway(executed: Figure, budget: Figure): Amount {
  const low = budget.value.minus(budget.slack);
  if (executed.value.eq(budget.value) || low.lte(ZERO)) return ZERO;
  const most = executed.value.plus(executed.slack).div(low);
  return most.minus(executed.value.div(budget.value)).abs();
}

/** A rate printed as a whole percentage is off by at most half a percent; none may be rounded more coarsely. */
const HALF_PERCENT = halfOfDecimals(2);

/** Half of the last digit the rate is printed with ("98.50%": 0.005 %); of the last it has where it is no text. */
export function rateRounding({ raw, value }: Pick<Figure, "raw" | "value">): Amount {
  const percent = /\.?(\d*)\s*[%％]$/.exec(/\./.test(raw) ? raw.replace(/^[^.]*/, "") : raw.replace(/\d/g, ""));
  const decimals = percent ? (percent[1] ?? "").length + 2 : value.decimalPlaces();
  const half = halfOfDecimals(decimals);
  return half.gt(HALF_PERCENT) ? HALF_PERCENT : half;
}
