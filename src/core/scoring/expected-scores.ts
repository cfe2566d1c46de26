import { HUNDRED, ONE, ratio, round, sum, ZERO, type Amount } from "../model/amount";
import type { Figure } from "../model/figure";
import type { FundsRow, Indicator, SelfEvaluationForm } from "../model/form";
import {
  budgetOf,
  executionOf,
  indicatorName,
  isExecutionRate,
  isNumber,
  mayScoreExecution,
  rateLeeway,
  totalFunds,
} from "./form-figures";
import { attainment, type Attainment } from "./quantities";
import { halfOfDecimals } from "../units/precision";

/** Scores are worked out to two decimals. */
const HALF_HUNDREDTH = halfOfDecimals(2);

/** One line of a form's score breakdown: 分值, 得分 and what the score should be. */
export interface ExpectedScore {
  /** The indicator, or undefined for 预算执行. */
  readonly indicator?: Indicator;
  /** "预算执行" or the indicator's name. */
  readonly label: string;
  readonly weight?: Figure;
  readonly score?: Figure;
  /** The score due, exact (not rounded); absent where it is a matter of judgement or cannot be worked out. */
  readonly expected?: Amount;
  /** How far `expected` may be off because the amounts it follows from are rounded. */
  readonly leeway?: Amount;
  /** How the expected score follows, or why there is none (Chinese). */
  readonly note: string;
  readonly attainment?: Attainment;
}

/** Score breakdown of a form, 预算执行 first where the form scores it, then the indicators in order. */
export function expectedScores(form: SelfEvaluationForm): readonly ExpectedScore[] {
  const execution = expectedExecution(form);
  return [...(execution ? [execution] : []), ...form.indicators.map((line) => expectedLine(form, line))];
}

/** The score due to a line among the indicators: 预算执行率 follows from the funds, the others from their own values. */
export function expectedLine(form: SelfEvaluationForm, indicator: Indicator): ExpectedScore {
  if (!isExecutionRate(indicator)) return expectedIndicator(indicator);
  const { weight, score } = indicator;
  return dueToRate(form, { indicator, label: indicatorName(indicator), weight, score });
}

/** min(1, B/A) × 分值 of 预算执行; undefined where the form does not score it. */
export function expectedExecution(form: SelfEvaluationForm): ExpectedScore | undefined {
  const scored = executionOf(form);
  return scored && totalFunds(form) ? dueToRate(form, { label: "预算执行", ...scored }) : undefined;
}

/** min(1, B/A) × 分值 of a line, where the form's funds tell B and A. */
function dueToRate(form: SelfEvaluationForm, line: Omit<ExpectedScore, "note">): ExpectedScore {
  const total = totalFunds(form);
  const scored = { ...(line.weight ? { weight: line.weight } : {}), ...(line.score ? { score: line.score } : {}) };
  if (!total) return { ...line, note: "没有项目资金部分" };
  const budget = budgetOf(total);
  const executed = total.figures.get("executed");
  if (!isNumber(scored.weight)) return { ...line, note: "分值未填或不是数字" };
  if (!isNumber(budget) || executed === undefined || executed.kind === "invalid")
    return { ...line, note: "预算数或执行数未填或不是数字" };
  const rate = ratio(executed.value, budget.value);
  if (rate === undefined) return { ...line, note: "全年预算数为 0，没有执行率" };
  const share = rate.gt(ONE) ? ONE : rate.lt(ZERO) ? ZERO : rate;
  const weight = scored.weight.value;
  const leeway = followsPrintedRate(total, scored) ? rateLeeway(executed, budget).times(weight) : ZERO;
  return { ...line, expected: share.times(weight), leeway, note: "执行率 × 分值" };
}

/** The score is the printed rate's: both then follow from amounts that had more decimals than the form shows. */
function followsPrintedRate(total: FundsRow, { weight, score }: { weight?: Figure; score?: Figure }): boolean {
  const rate = total.figures.get("rate");
  if (!isNumber(rate) || !isNumber(weight) || !isNumber(score)) return false;
  return score.value.minus(rate.value.times(weight.value)).abs().lte(HALF_HUNDREDTH);
}

/** Whether the scores read leave out 预算执行: it has no place that was understood, and the indicators alone do not make
 *  100. */
export function lacksExecution(form: SelfEvaluationForm): boolean {
  const weights = form.indicators.map(({ weight }) => weight);
  return mayScoreExecution(form) && weights.some(isNumber) && sum(weights.map(({ value }) => value)).lt(HUNDRED);
}

/** The score due to an indicator with numbers; qualitative ones are judged within a band and have none. */
export function expectedIndicator(indicator: Indicator): ExpectedScore {
  const line = {
    indicator,
    label: indicatorName(indicator),
    weight: indicator.weight,
    score: indicator.score,
  };
  const due = attainment(indicator);
  if (typeof due === "string") return { ...line, note: due };
  if (!isNumber(indicator.weight)) return { ...line, attainment: due, note: "分值未填或不是数字" };
  return {
    ...line,
    attainment: due,
    expected: due.share.times(indicator.weight.value),
    note: due.reached ? "已达到指标值，得满分" : NOTES[due.direction],
  };
}

const NOTES = {
  larger: "完成值 ÷ 指标值 × 分值",
  smaller: "指标值 ÷ 完成值 × 分值",
  equal: "按完成值与指标值的比例计分",
} as const;

/** How a printed score compares with the exact one. */
export type ScoreMatch = "exact" | "rounded" | "oneDecimal" | "different";

/**
 * Compares a printed score with the exact one: right to two decimals is a match (`rounded` where digits were dropped),
 * right to one decimal only is told apart. `leeway` is how far the exact score itself may be off.
 */
export function matchScore(printed: Amount, expected: Amount, leeway: Amount = ZERO): ScoreMatch {
  const off = printed.minus(expected).abs();
  if (off.isZero()) return "exact";
  if (off.lte(leeway) || printed.eq(round(expected, 2)) || off.lte(HALF_HUNDREDTH.plus(leeway))) return "rounded";
  return printed.decimalPlaces() <= 1 && printed.eq(round(expected, 1)) ? "oneDecimal" : "different";
}
