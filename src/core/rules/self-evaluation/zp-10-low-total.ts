import { amount } from "../../model/amount";
import type { SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { eachScoredForm, formNotEvaluated, holds, violation } from "./form-parts";
import { isNumber, points, saysNothing } from "../../scoring/form-figures";

const LOWEST_WITHOUT_EXPLANATION = amount(80);

export const rule: Rule = {
  id: "ZP-10",
  title: "总分低于 80 分的说明",
  statement: "总分在 80 分以下的，应在表下说明绩效目标未实现的原因和拟采取的措施。",
  formula: "总分小于 80 → 原因分析及措施说明不为空",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "总分低于 80 分说明绩效目标没有实现，须有整改安排。",
  remedy: "在表下“总分在80分以下…说明”处补写原因和措施。",
  scope: ["ZP", "BM"],
  check: ({ book }) => eachScoredForm(book, lowTotals),
};

function* lowTotals(form: SelfEvaluationForm): Iterable<Check> {
  const scores = form.totals.flatMap(({ score }) => (isNumber(score) ? [score] : []));
  if (scores.length === 0) yield formNotEvaluated(form, "没有总分");
  for (const score of scores) {
    const explanation = form.lowScoreExplanation;
    if (score.value.gte(LOWEST_WITHOUT_EXPLANATION) || (explanation && !saysNothing(explanation.text))) {
      yield holds([score.cell]);
      continue;
    }
    yield violation(form, {
      // A form that does not ask for the explanation may give it elsewhere.
      ...(explanation ? {} : { severity: "verify" as const }),
      cells: explanation ? [explanation.cell] : [score.cell],
      related: explanation ? [score.cell] : [],
      message: `总分 ${points(score.value)} 低于 80 分，表下没有原因分析及拟采取措施的说明`,
    });
  }
}
