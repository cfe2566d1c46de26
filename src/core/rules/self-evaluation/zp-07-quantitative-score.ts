import { ONE, plainAmount, round, type Amount } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { Indicator, SelfEvaluationForm } from "../../model/form";
import type { Check, CheckSettings, Rule, Severity } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { expectedIndicator, matchScore, type ExpectedScore, type ScoreMatch } from "../../scoring/expected-scores";
import { eachScoredForm, formNotEvaluated, holds, unreadable, violation, withoutWeights } from "./form-parts";
import { isExecutionRate, isNumber, points, saysNothing } from "../../scoring/form-figures";
import type { Attainment } from "../../scoring/quantities";

export const rule: Rule = {
  id: "ZP-07",
  title: "定量指标得分",
  statement:
    "定量指标完成指标值的得满分，未完成的按比例计分：正向指标（≥）按完成值 ÷ 指标值，反向指标（≤）按指标值 ÷ 完成值，乘以分值。",
  formula: "正向：min（1，B ÷ A）× 分值；反向：B ≤ A 得分值，否则 A ÷ B × 分值",
  severity: "error",
  basis: FORM_NOTES,
  rationale:
    "已达到指标值却少给分，或未达到却给满分，自评就不可信。指标未标明方向时，相等即为完成；不相等的，成本指标按越小越好、其余按越大越好推算，结论须核实。",
  remedy: "核对指标值和完成值，按完成比例重新计算得分；方向未标明的补上≥或≤。",
  scope: ["ZP", "BM"],
  check: ({ book, settings }) => eachScoredForm(book, (form) => scores(form, settings)),
};

function* scores(form: SelfEvaluationForm, settings: CheckSettings): Iterable<Check> {
  const blocked = withoutWeights(form);
  if (blocked !== undefined) {
    yield formNotEvaluated(form, blocked);
    return;
  }
  for (const indicator of form.indicators) {
    const judged = indicator.target.kind !== "words" && indicator.section !== "management";
    if (judged && !isExecutionRate(indicator)) yield* scoreOf(form, indicator, settings);
  }
}

function* scoreOf(form: SelfEvaluationForm, indicator: Indicator, settings: CheckSettings): Iterable<Check> {
  const { weight, score } = indicator;
  if (weight.kind === "blank" && score.kind === "blank") return;
  const line = expectedIndicator(indicator);
  const due = line.attainment;
  if (due === undefined) {
    const cell = indicator.target.kind === "number" ? indicator.actual.cell : indicator.target.cell;
    yield formNotEvaluated(form, `“${line.label}”${line.note}`, cell);
    return;
  }
  if (!isNumber(weight) || !isNumber(score) || line.expected === undefined) {
    yield isNumber(weight)
      ? unreadable(form, score, `“${line.label}”得分`)
      : unreadable(form, weight, `“${line.label}”分值`);
    return;
  }
  if (due.justMissed) {
    yield justMissed(form, line, score, weight);
    return;
  }
  const match = matchScore(score.value, line.expected);
  const farOver = isFarOver(due, settings);
  const explained = indicator.reason !== undefined && !saysNothing(indicator.reason.text);
  if (match === "exact" || match === "rounded") {
    yield holds([score.cell], match === "rounded");
  } else if (farOver && explained && score.value.lt(weight.value)) {
    // A target set far too low is to be marked down, with the reason given.
    yield holds([score.cell]);
  } else {
    const severity = severityOf(due, match, farOver);
    yield violation(form, {
      ...(severity ? { severity } : {}),
      cells: [score.cell],
      related: [indicator.target.cell, indicator.actual.cell, weight.cell],
      message: messageOf(line, due, score.value, line.expected, match),
      expected: plainAmount(round(line.expected, 2)),
      actual: plainAmount(score.value),
      difference: plainAmount(score.value.minus(round(line.expected, 2))),
    });
  }
}

/** A target of >80 that 80 was reached for: full marks are to be verified, any lower score is the assessor's. */
function justMissed(form: SelfEvaluationForm, line: ExpectedScore, score: Figure, weight: Figure): Check {
  const { indicator } = line;
  if (!indicator || score.value.lt(weight.value)) return holds([score.cell]);
  const { target, actual } = indicator;
  return violation(form, {
    severity: "verify",
    cells: [score.cell],
    related: [target.cell, actual.cell, weight.cell],
    message: `“${line.label}”指标值 ${target.raw} 不含本数，完成值 ${actual.raw} 没有达到，得满分 ${points(score.value)} 分，请核实`,
  });
}

function isFarOver(due: Attainment, settings: CheckSettings): boolean {
  return due.direction === "larger" && due.ratio !== undefined && due.ratio.gte(ONE.plus(settings.overAchievement));
}

/** What rests on an assumed direction, or on how far an exact target was overshot, is to be verified. */
function severityOf(due: Attainment, match: ScoreMatch, farOver: boolean): Severity | undefined {
  if (match === "oneDecimal") return "hint";
  const overshot = due.direction === "equal" && due.ratio?.gt(ONE) === true;
  return due.assumed || overshot || farOver ? "verify" : undefined;
}

function messageOf(line: ExpectedScore, due: Attainment, score: Amount, expected: Amount, match: ScoreMatch): string {
  const { indicator } = line;
  const values = indicator ? `指标值 ${indicator.target.raw}，完成值 ${indicator.actual.raw}` : "";
  const assumption = due.assumed
    ? `（指标值未标明方向，按${due.direction === "smaller" ? "成本指标越小越好" : "数值越大越好"}推算，请核实）`
    : "";
  const state = due.reached ? "已完成，应得满分" : "未完成，按比例应得";
  const precision = match === "oneDecimal" ? "，只精确到一位小数" : "";
  return `“${line.label}”${values}，${state} ${points(round(expected, 2))} 分，实得 ${points(score)} 分${precision}${assumption}`;
}
