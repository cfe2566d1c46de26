import { HUNDRED, ratio, round, sum, type Amount } from "../model/amount";
import { a1 } from "../model/cell";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { SelfEvaluationForm } from "../model/form";
import {
  expectedExecution,
  expectedScores,
  matchScore,
  type ExpectedScore,
} from "../rules/self-evaluation/expected-scores";
import { budgetOf, executionOf, isNumber, points, projectOf, totalFunds } from "../rules/self-evaluation/form-parts";
import { reference, sumFormula } from "./formulas";
import { idOf } from "./plan-cell";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";

const SCORE_DECIMALS = 2;
const RATE_DECIMALS = 4;
const SCORE_FORMAT = "General";

/** Plan for the 自评表: 执行率, 执行得分, quantitative 得分, 总分 and its 分值. Rates are fractions (1 = 100 %). */
export function planForms(book: AccountBook): FillPlan {
  const plans = book.forms.map(planForm);
  return { writes: plans.flatMap((p) => p.writes), notDerivable: plans.flatMap((p) => p.notDerivable) };
}

function planForm(form: SelfEvaluationForm): FillPlan {
  const builder = new FormPlan(form);
  builder.rate();
  builder.scores();
  builder.total();
  return builder;
}

/** Collects the plan of one form. */
class FormPlan implements FillPlan {
  readonly writes: PlannedWrite[] = [];
  readonly notDerivable: NotDerivable[] = [];

  constructor(private readonly form: SelfEvaluationForm) {}

  rate(): void {
    const total = totalFunds(this.form);
    const rate = total?.figures.get("rate");
    const executed = total?.figures.get("executed");
    const budget = total && budgetOf(total);
    if (rate?.kind !== "blank" || !isNumber(executed) || !isNumber(budget)) return;
    const value = ratio(executed.value, budget.value);
    if (!value) {
      this.cannot(rate, "执行率", "全年预算数为 0，没有执行率");
      return;
    }
    const formula = `=ROUND(${reference(rate, executed.cell)}/${reference(rate, budget.cell)},${RATE_DECIMALS})`;
    this.write(rate, "执行率", round(value, RATE_DECIMALS), {
      rule: "ZP-02",
      reason: "全年执行数 ÷ 全年预算数",
      sources: [executed, budget],
      numberFormat: "0.00%",
      formula,
    });
  }

  scores(): void {
    const execution = expectedExecution(this.form);
    if (execution) this.score(execution, "ZP-03", this.executionFormula(execution));
    for (const line of expectedScores(this.form)) if (line.indicator) this.score(line, "ZP-07");
  }

  total(): void {
    const [total, ...others] = this.form.totals;
    if (!total || others.length > 0) return;
    const lines = expectedScores(this.form);
    if (total.weight?.kind === "blank") this.totalWeight(total.weight, lines);
    if (!total.score) return;
    const blocking = lines.find((line) => this.valueOf(line) === undefined);
    if (blocking) {
      if (total.score.kind === "blank") this.cannot(total.score, "总分", `“${blocking.label}”得分未填`);
      return;
    }
    const doubtful = lines.find(isDoubtful);
    if (doubtful) {
      if (total.score.kind === "blank") this.cannot(total.score, "总分", `“${doubtful.label}”得分与规则不符，请先核对`);
      return;
    }
    const value = round(sum(lines.map((line) => this.valueOf(line)).filter((v) => v !== undefined)), SCORE_DECIMALS);
    const scores = lines.map((line) => line.score).filter((s) => s !== undefined);
    const isSame = isNumber(total.score) && matchScore(total.score.value, value) !== "different";
    if (isSame || total.score.kind === "invalid") return;
    const formula = sumFormula(
      total.score,
      scores.map((figure) => ({ figure, sign: 1, label: "" })),
    );
    this.write(total.score, "总分", value, {
      rule: "ZP-05",
      reason: `预算执行与 ${this.form.indicators.length} 项指标得分之和`,
      sources: scores,
      numberFormat: SCORE_FORMAT,
      ...(formula === undefined ? {} : { formula }),
    });
  }

  private totalWeight(weight: Figure, lines: readonly ExpectedScore[]): void {
    const weights = lines.map((line) => line.weight).filter(isNumber);
    if (weights.length === lines.length && sum(weights.map((w) => w.value)).eq(HUNDRED)) {
      this.write(weight, "总分分值", HUNDRED, {
        rule: "ZP-04",
        reason: "各项分值之和",
        sources: weights,
        numberFormat: SCORE_FORMAT,
      });
    }
  }

  private score(line: ExpectedScore, rule: string, formula?: string): void {
    const { score, expected, label } = line;
    if (!score || score.kind === "invalid") return;
    if (expected === undefined) {
      if (score.kind === "blank") this.cannot(score, `${label} · 得分`, line.note);
      return;
    }
    const value = round(expected, SCORE_DECIMALS);
    if (isNumber(score) && !isDoubtful(line)) return;
    const sources = line.indicator
      ? [line.indicator.target, line.indicator.actual]
      : [...(totalFunds(this.form)?.figures.values() ?? [])];
    this.write(score, `${label} · 得分`, value, {
      rule,
      reason: `${line.note}（应得 ${points(value)}）`,
      sources,
      numberFormat: SCORE_FORMAT,
      ...(formula === undefined ? {} : { formula }),
    });
  }

  private executionFormula({ score, weight }: ExpectedScore): string | undefined {
    const total = totalFunds(this.form);
    const executed = total?.figures.get("executed");
    const budget = total && budgetOf(total);
    const inputs = [executed, budget, weight];
    if (!score || !executionOf(this.form) || inputs.some((f) => !isNumber(f) || f.storedAsText)) return undefined;
    const [b, a, w] = inputs.filter(isNumber).map((f) => reference(score, f.cell));
    return `=ROUND(MIN(1,${b ?? ""}/${a ?? ""})*${w ?? ""},${SCORE_DECIMALS})`;
  }

  /** The score that stands or will stand in the line. */
  private valueOf({ score, expected }: ExpectedScore): Amount | undefined {
    if (score?.kind === "amount") return score.value;
    return score?.kind === "blank" && expected !== undefined ? round(expected, SCORE_DECIMALS) : undefined;
  }

  private write(
    figure: Figure,
    label: string,
    value: Amount,
    how: Pick<PlannedWrite, "rule" | "reason" | "numberFormat" | "formula"> & {
      readonly sources: readonly Pick<Figure, "cell">[];
    },
  ): void {
    this.writes.push({
      ...how,
      id: idOf(figure.cell),
      cell: figure.cell,
      group: projectOf(this.form),
      label,
      present: figure.raw,
      ...(figure.formula === undefined ? {} : { presentFormula: figure.formula }),
      isBlank: figure.kind === "blank",
      content: value.toNumber(),
      sources: how.sources.map((source) => source.cell),
    });
  }

  private cannot(figure: Figure, label: string, reason: string): void {
    this.notDerivable.push({
      cell: figure.cell,
      group: projectOf(this.form),
      label: `${label}（${a1(figure.cell)}）`,
      reason,
    });
  }
}

/** A printed score that does not agree with what the rule gives. */
function isDoubtful({ score, expected }: ExpectedScore): boolean {
  return isNumber(score) && expected !== undefined && matchScore(score.value, expected) === "different";
}
