import { ONE, plainAmount } from "../../model/amount";
import type { Indicator, SelfEvaluationForm } from "../../model/form";
import type { Check, CheckSettings, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { deniesDeviation, eachScoredForm, formNotEvaluated, holds, violation, withoutWeights } from "./form-parts";
import { indicatorName, isExecutionIndicator, isNumber, points, saysNothing } from "../../scoring/form-figures";
import { attainment } from "../../scoring/quantities";

export const rule: Rule = {
  id: "ZP-09",
  title: "偏差原因及改进措施",
  statement: "得分低于分值的指标，应填写偏差原因分析及改进措施；得满分的一般不填。",
  formula: "得分小于分值 → 偏差原因分析及改进措施不为空",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "扣了分却不说明原因，是绩效自评被退回的常见原因；得满分却写了偏差原因，说明得分或原因有一处填错。",
  remedy: "补写扣分指标的偏差原因和改进措施；得满分的核对得分，不需要的原因删去。",
  scope: ["ZP", "BM"],
  check: ({ book, settings }) => eachScoredForm(book, (form) => reasons(form, settings)),
};

function* reasons(form: SelfEvaluationForm, settings: CheckSettings): Iterable<Check> {
  const blocked = withoutWeights(form);
  if (blocked !== undefined) {
    yield formNotEvaluated(form, blocked);
    return;
  }
  if (form.indicators.every(({ reason }) => reason === undefined)) {
    yield formNotEvaluated(form, "没有“偏差原因分析及改进措施”栏");
    return;
  }
  for (const indicator of form.indicators) {
    const { weight, score, reason } = indicator;
    // What 预算执行 lacks follows from its rate, as in the funds block, which asks for no reason.
    if (!isNumber(weight) || !isNumber(score) || !reason || isExecutionIndicator(indicator)) continue;
    const name = indicatorName(indicator);
    if (score.value.lt(weight.value)) {
      if (!saysNothing(reason.text) && !deniesDeviation(reason.text)) yield holds([reason.cell]);
      else {
        yield violation(form, {
          cells: [reason.cell],
          related: [score.cell, weight.cell],
          message: `“${name}”得分 ${points(score.value)} 低于分值 ${points(weight.value)}，未填偏差原因及改进措施`,
          difference: plainAmount(score.value.minus(weight.value)),
        });
      }
    } else if (
      saysNothing(reason.text) ||
      deniesDeviation(reason.text) ||
      DONE.test(reason.text.trim()) ||
      isFarOver(indicator, settings)
    ) {
      yield holds([reason.cell]);
    } else {
      yield violation(form, {
        severity: "hint",
        cells: [reason.cell],
        related: [score.cell, weight.cell],
        message: `“${name}”得满分 ${points(score.value)} 分，却填写了偏差原因，请核对`,
      });
    }
  }
}

/** Words in the column of reasons that only say the target was reached. */
const DONE =
  /^(?:已|均已|按时|按期|按计划|全部|如期|顺利)*(?:完成|达成|达到|实现|达标)(?:了?(?:年度|年初|全年|预期|预定|既定|设定)*(?:绩效)?(?:目标|指标值?|任务|效果))?[。.]?$/;

/** Far over the target a reason belongs there although the score is full (ZP-11). */
function isFarOver(indicator: Indicator, settings: CheckSettings): boolean {
  const due = attainment(indicator);
  return typeof due !== "string" && due.ratio !== undefined && due.ratio.gte(ONE.plus(settings.overAchievement));
}
