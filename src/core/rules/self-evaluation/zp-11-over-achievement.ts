import { ONE } from "../../model/amount";
import type { SelfEvaluationForm } from "../../model/form";
import type { Check, CheckSettings, Rule } from "../../model/rule";
import { EVALUATION_RULES } from "./basis";
import { eachForm, formNotEvaluated, holds, violation } from "./form-parts";
import { indicatorName, percent, saysNothing } from "../../scoring/form-figures";
import { attainment } from "../../scoring/quantities";

export const rule: Rule = {
  id: "ZP-11",
  title: "超额完成的原因分析",
  statement: "正向定量指标的完成值高出指标值 30%（可设置）及以上的，应分析原因。",
  formula: "完成值 ÷ 指标值 ≥ 130% → 填写原因",
  severity: "hint",
  basis: EVALUATION_RULES,
  rationale: "完成值高于指标值较多，往往是年初指标值定得偏低，应分析原因，必要时适度调减得分。",
  remedy: "在偏差原因栏说明超额完成的原因；确属指标值偏低的，调减得分并在下年合理设定。",
  scope: ["ZP"],
  check: ({ book, settings }) => eachForm(book, (form) => overAchievements(form, settings)),
};

function* overAchievements(form: SelfEvaluationForm, settings: CheckSettings): Iterable<Check> {
  if (form.indicators.length === 0) yield formNotEvaluated(form, "没有绩效指标");
  for (const indicator of form.indicators) {
    const due = attainment(indicator);
    if (typeof due === "string" || due.ratio === undefined || due.direction !== "larger") continue;
    const over = due.ratio.minus(ONE);
    if (over.lt(settings.overAchievement) || (indicator.reason && !saysNothing(indicator.reason.text))) {
      yield holds([indicator.actual.cell]);
      continue;
    }
    yield violation(form, {
      cells: [indicator.actual.cell],
      related: [indicator.target.cell, ...(indicator.reason ? [indicator.reason.cell] : [])],
      message:
        `“${indicatorName(indicator)}”指标值 ${indicator.target.raw}，完成值 ${indicator.actual.raw}，` +
        `超出 ${percent(over)}，达到 ${percent(settings.overAchievement)}，应分析原因`,
    });
  }
}
