import type { SelfEvaluationForm } from "../../model/form";
import type { Check, CheckSettings, Rule } from "../../model/rule";
import { gradeOf, gradeStated } from "../../scoring/grades";
import { isNumber, points } from "../../scoring/form-figures";
import { EVALUATION_RULES } from "./basis";
import { eachScoredForm, formNotEvaluated, holds, violation } from "./form-parts";

export const rule: Rule = {
  id: "ZP-15",
  title: "自评表上的等级",
  statement:
    "自评表总分处填有等级的，等级与总分相符：90 分及以上为优，80 分及以上不到 90 分为良，60 分及以上不到 80 分为中，60 分以下为差（分数线可设置）。",
  formula: "优 ≥ 90；良 ≥ 80；中 ≥ 60；其余为差",
  severity: "error",
  basis: EVALUATION_RULES,
  rationale: "总分改了而等级没有随之修改，或各表照抄“优”。",
  remedy: "按总分重新确定等级。",
  scope: ["ZP", "BM"],
  check: ({ book, settings }) => eachScoredForm(book, (form) => grades(form, settings)),
};

function* grades(form: SelfEvaluationForm, settings: CheckSettings): Iterable<Check> {
  const graded = form.totals.flatMap(({ grade, score }) => (grade && gradeStated(grade) ? [{ grade, score }] : []));
  if (graded.length === 0) yield formNotEvaluated(form, "表上没有等级");
  for (const { grade, score } of graded) {
    if (!isNumber(score)) {
      yield formNotEvaluated(form, `总分未填，等级“${grade.text}”未核对`, grade.cell);
      continue;
    }
    const due = gradeOf(score.value, settings.grades);
    if (due === gradeStated(grade)) yield holds([grade.cell]);
    else
      yield violation(form, {
        cells: [grade.cell],
        related: [score.cell],
        message: `总分 ${points(score.value)}，等级应为“${due}”，现为“${grade.text}”`,
        expected: due,
        actual: grade.text,
      });
  }
}
