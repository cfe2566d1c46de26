import { HUNDRED, plainAmount, sum, ZERO } from "../../model/amount";
import type { SelfEvaluationForm } from "../../model/form";
import type { Check, Rule } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { expectedScores } from "../../scoring/expected-scores";
import { eachScoredForm, formNotEvaluated, holds, violation } from "./form-parts";
import { isAbsent, isNumber, points } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-06",
  title: "得分范围",
  statement: "每项得分不低于 0，不高于该项分值；总分不高于 100。",
  formula: "0 ≤ 得分 ≤ 分值",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "按完成比例计分时超额完成的比例大于 1，未封顶就会高于分值。",
  remedy: "得分高于分值的改为分值，低于 0 的改为 0，并重新计算总分。",
  scope: ["ZP", "BM"],
  check: ({ book }) => eachScoredForm(book, scoreRanges),
};

function* scoreRanges(form: SelfEvaluationForm): Iterable<Check> {
  const lines = [
    ...expectedScores(form).map(({ label, weight, score }) => ({ label: `“${label}”得分`, most: weight, score })),
    ...form.totals.map(({ score }) => ({ label: "总分", most: undefined, score })),
  ];
  let checked = false;
  for (const { label, most, score } of lines) {
    const limit = label === "总分" ? HUNDRED : isNumber(most) ? most.value : undefined;
    if (!isNumber(score) || limit === undefined) continue;
    checked = true;
    const low = score.value.lt(ZERO);
    if (!low && score.value.lte(limit)) {
      yield holds([score.cell]);
      continue;
    }
    const bound = low ? ZERO : limit;
    yield violation(form, {
      cells: [score.cell],
      related: most ? [most.cell] : [],
      message: `${label} ${points(score.value)}，${low ? "低于 0" : `高于${most ? "分值" : ""} ${points(limit)}`}`,
      expected: plainAmount(bound),
      actual: plainAmount(score.value),
      difference: plainAmount(score.value.minus(bound)),
    });
  }
  for (const check of groupScores(form)) {
    checked = true;
    yield check;
  }
  if (!checked) yield formNotEvaluated(form, "没有成对的分值和得分");
}

/** Where no line has a 分值 of its own, the scores of a section against the weight printed for it (产出指标（40分）). */
function* groupScores(form: SelfEvaluationForm): Iterable<Check> {
  if (form.indicators.some(({ weight }) => !isAbsent(weight))) return;
  for (const { section, weight, label } of form.printedWeights) {
    const lines = form.indicators.filter((line) => section === "indicators" || line.section === section);
    const scores = lines.map(({ score }) => score).filter(isNumber);
    const total = sum(scores.map(({ value }) => value));
    if (scores.length === 0 || section === "execution") continue;
    const cells = scores.map(({ cell }) => cell);
    if (total.lte(weight)) yield holds(cells);
    else
      yield violation(form, {
        cells,
        related: [label.cell],
        message: `“${label.text.replace(/\s+/g, "")}”各项得分合计 ${points(total)}，高于印明的 ${points(weight)} 分`,
        expected: plainAmount(weight),
        actual: plainAmount(total),
        difference: plainAmount(total.minus(weight)),
      });
  }
}
