import { HUNDRED, ZERO, type Amount } from "../../model/amount";
import { a1 } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { SelfEvaluationForm } from "../../model/form";
import { halfOfDecimals } from "../../units/precision";
import type { Check, Rule, Term } from "../../model/rule";
import { FORM_NOTES } from "./basis";
import { expectedScores, lacksExecution } from "../../scoring/expected-scores";
import { eachScoredForm, formNotEvaluated } from "./form-parts";
import { isNumber, projectOf } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "ZP-05",
  title: "总分",
  statement: "总分等于预算执行得分与全部指标得分之和。",
  formula: "总分 = 预算执行得分 + Σ 指标得分",
  severity: "error",
  basis: FORM_NOTES,
  rationale: "改了某项得分而没有改总分，或照抄满分，总分就与各项得分不符，汇总表和情况说明也随之出错。",
  remedy: "先核对各项得分，再重新相加得出总分，并修改汇总表和情况说明。",
  scope: ["ZP", "BM"],
  check: ({ book }) => eachScoredForm(book, totalScore),
};

function* totalScore(form: SelfEvaluationForm): Iterable<Check> {
  const second = form.totals[1];
  if (second) {
    yield formNotEvaluated(
      form,
      `有 ${form.totals.length} 个总分行，应只有一个；各行均已与得分之和核对`,
      second.label.cell,
    );
  }
  const scored = expectedScores(form).filter(({ weight, score }) => !isEmpty(weight) || !isEmpty(score));
  const missing = scored.find(({ score }) => score === undefined || isEmpty(score));
  const [first] = scored;
  if (form.totals.length === 0 || first === undefined || form.indicators.length === 0) {
    const what =
      form.totals.length === 0 ? "没有总分行" : first === undefined ? "没有得分" : "没有绩效指标，总分未核对";
    yield formNotEvaluated(form, what);
    return;
  }
  if (missing) {
    yield formNotEvaluated(form, `“${missing.label}”得分未填，总分未核对`, missing.score?.cell ?? missing.weight?.cell);
    return;
  }
  if (lacksExecution(form)) {
    yield formNotEvaluated(form, "没有找到预算执行得分，总分未核对");
    return;
  }
  const scores = scored.flatMap(({ label, score }) => (score ? [{ label, score }] : []));
  for (const { score, label } of form.totals) {
    if (!score || isEmpty(score)) {
      yield formNotEvaluated(form, "总分未填", (score ?? { cell: label.cell }).cell);
      continue;
    }
    const left: Term[] = [
      {
        figure: {
          ...score,
          slack: totalSlack(
            score,
            scores.map((line) => line.score),
          ),
        },
        sign: 1,
        label: "总分",
      },
    ];
    yield {
      kind: "identity",
      relation: "=",
      left,
      right: scores.map((line) => ({ figure: withScoreSlack(line.score), sign: 1, label: line.label })),
      subject: form.totals.length > 1 ? `总分（${a1(score.cell)}）` : "总分",
      sheet: form.sheet,
      project: projectOf(form),
    };
  }
}

function isEmpty(figure: Figure | undefined): boolean {
  return figure === undefined || figure.kind === "blank" || figure.kind === "dash";
}

/**
 * A total printed with fewer decimals than some score is itself rounded: half a unit of its last decimal. Full marks are
 * not: who lost some points has not got 100.
 */
function totalSlack(total: Figure, scores: readonly Figure[]): Amount {
  if (total.value.eq(HUNDRED)) return ZERO;
  const decimals = total.value.decimalPlaces();
  const finer = scores.some((score) => isNumber(score) && score.value.decimalPlaces() > decimals);
  return finer ? halfOfDecimals(decimals) : ZERO;
}

/** A score with exactly two decimals came from rounding; whole and half points are given as such. */
function withScoreSlack(score: Figure): Figure {
  return score.value.decimalPlaces() === 2 ? { ...score, slack: halfOfDecimals(2) } : score;
}
