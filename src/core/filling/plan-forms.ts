import { HUNDRED, ratio, round, sum, type Amount } from "../model/amount";
import { a1, cellKey } from "../model/cell";
import type { AccountBook } from "../model/book";
import type { Figure } from "../model/figure";
import type { SelfEvaluationForm } from "../model/form";
import { expectedExecution, expectedScores, lacksExecution, type ExpectedScore } from "../scoring/expected-scores";
import { budgetOf, executionOf, isAbsent, isNumber, points, projectOf, totalFunds } from "../scoring/form-figures";
import { reference, sumFormula } from "./formulas";
import { formatAmong, writeOf, type How } from "./plan-cell";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import type { ViolatedCells } from "./violations";

const SCORE_DECIMALS = 2;
const RATE_DECIMALS = 4;

/**
 * Plan for the 自评表: 执行率, 执行得分, quantitative 得分, 总分 and its 分值. Rates are fractions (1 = 100 %). What takes part
 * in a violated check is not filled from, and nothing that rests on an assumed direction is filled at all.
 */
export function planForms(book: AccountBook, violated: ViolatedCells): FillPlan {
  const plans = [...book.forms, ...book.departmentForms].map((form) => planForm(form, violated));
  return { writes: plans.flatMap((p) => p.writes), notDerivable: plans.flatMap((p) => p.notDerivable) };
}

function planForm(form: SelfEvaluationForm, violated: ViolatedCells): FillPlan {
  const builder = new FormPlan(form, violated);
  builder.rate();
  builder.scores();
  builder.totalWeight();
  builder.total();
  return builder;
}

/** Collects the plan of one form. */
class FormPlan implements FillPlan {
  readonly writes: PlannedWrite[] = [];
  readonly notDerivable: NotDerivable[] = [];
  private readonly lines: readonly ExpectedScore[];
  private readonly scoreCells: readonly Figure[];
  /** Scores that are filled, by cell. */
  private readonly filled = new Map<string, Amount>();

  constructor(
    private readonly form: SelfEvaluationForm,
    private readonly violated: ViolatedCells,
  ) {
    this.lines = expectedScores(form);
    this.scoreCells = this.lines.flatMap((line) => line.score ?? []);
  }

  rate(): void {
    const total = totalFunds(this.form);
    const rate = total?.figures.get("rate");
    const executed = total?.figures.get("executed");
    const budget = total && budgetOf(total);
    if (!rate || !this.isOpen(rate, "ZP-02") || !isNumber(executed) || !isNumber(budget)) return;
    const value = ratio(executed.value, budget.value);
    const blocked = this.fundsBlocked(executed, budget);
    if (!value || blocked !== undefined) {
      this.cannot(rate, "执行率", blocked ?? "全年预算数为 0，没有执行率");
      return;
    }
    this.write(rate, "执行率", round(value, RATE_DECIMALS), {
      rule: "ZP-02",
      reason: "全年执行数 ÷ 全年预算数",
      sources: [executed.cell, budget.cell],
      numberFormat: "0.00%",
      ...formulaOf([executed, budget], ([b, a]) => `=ROUND(${b}/${a},${RATE_DECIMALS})`, rate),
    });
  }

  scores(): void {
    const execution = expectedExecution(this.form);
    if (execution) this.executionScore(execution);
    for (const line of this.lines) if (line.indicator) this.indicatorScore(line);
  }

  totalWeight(): void {
    const [total, ...others] = this.form.totals;
    // One merged cell for both is the score's.
    const isShared =
      total?.score !== undefined && total.weight !== undefined && a1(total.score.cell) === a1(total.weight.cell);
    if (total?.weight?.kind !== "blank" || others.length > 0 || isShared) return;
    const weights = this.lines.map((line) => line.weight).filter(isNumber);
    // A form whose weights make something else is told so by the check; its total is not filled.
    if (weights.length < this.lines.length || !sum(weights.map((w) => w.value)).eq(HUNDRED)) return;
    const formula = sumFormula(total.weight, asTerms(weights), SCORE_DECIMALS);
    this.write(total.weight, "总分分值", HUNDRED, {
      rule: "ZP-04",
      reason: "各项分值之和",
      sources: weights.map((w) => w.cell),
      ...formatAmong(total.weight, weights),
      ...(formula === undefined ? {} : { formula }),
    });
  }

  total(): void {
    const [total, ...others] = this.form.totals;
    const score = total?.score;
    if (!score || others.length > 0 || this.form.indicators.length === 0) return;
    if (lacksExecution(this.form)) {
      this.cannot(score, "总分", "没有找到预算执行得分");
      return;
    }
    const scored = this.lines.filter(({ weight, score: own }) => !isEmpty(weight) || !isEmpty(own));
    const values = scored.map((line) => this.valueOf(line));
    const blank = scored[values.findIndex((value) => value === undefined)];
    const against = this.violated.among(
      this.scoreCells.map((s) => s.cell),
      ["ZP-05", "HZ-01"],
    );
    if (blank || against) {
      const reason = blank ? `“${blank.label}”得分未填` : brokenInput(against?.message ?? "");
      if (score.kind === "blank") this.cannot(score, "总分", reason);
      return;
    }
    if (!this.isOpen(score, "ZP-05")) return;
    const points = sum(values.flatMap((value) => value ?? []));
    if (points.gt(HUNDRED)) {
      this.cannot(score, "总分", "各项得分之和超过 100，请先核对分值");
      return;
    }
    const scores = scored.flatMap((line) => line.score ?? []);
    const formula = sumFormula(score, asTerms(scores), SCORE_DECIMALS);
    this.write(score, "总分", round(points, SCORE_DECIMALS), {
      rule: "ZP-05",
      reason: `预算执行与 ${this.form.indicators.length} 项指标得分之和`,
      sources: scores.map((s) => s.cell),
      ...formatAmong(score, scores),
      ...(formula === undefined ? {} : { formula }),
    });
  }

  private executionScore({ score, weight, expected, note }: ExpectedScore): void {
    if (!score || !this.isOpen(score, "ZP-03")) return;
    const total = totalFunds(this.form);
    const executed = total?.figures.get("executed");
    const budget = total && budgetOf(total);
    // What the other weights are is no matter here.
    const wrongWeight = weight && this.violated.aboutAlone(weight.cell);
    const blocked = this.fundsBlocked(executed, budget) ?? (wrongWeight && brokenInput(wrongWeight.message));
    if (expected === undefined || !weight || !executed || !budget || blocked !== undefined) {
      this.cannot(score, "预算执行 · 得分", blocked ?? note);
      return;
    }
    const value = round(expected, SCORE_DECIMALS);
    this.filled.set(cellKey(score.cell), value);
    this.write(score, "预算执行 · 得分", value, {
      rule: "ZP-03",
      reason: `${note}（应得 ${points(value)}）`,
      sources: [executed.cell, budget.cell, weight.cell],
      ...formatAmong(score, this.scoreCells),
      ...(executionOf(this.form)
        ? formulaOf([executed, budget, weight], ([b, a, w]) => `=ROUND(MIN(1,${b}/${a})*${w},${SCORE_DECIMALS})`, score)
        : {}),
    });
  }

  private indicatorScore({ indicator, score, weight, expected, note, label, attainment }: ExpectedScore): void {
    if (!indicator || !score || !this.isOpen(score, "ZP-07")) return;
    if (isEmpty(weight) && score.kind === "blank") return;
    const overshot = attainment?.direction === "equal" && !attainment.reached;
    const guess = attainment?.assumed
      ? "年度指标值未标明方向（≥ 或 ≤），得分须由填报人确定"
      : overshot
        ? "完成值与要求的数值不相等，得分须由填报人确定"
        : undefined;
    const blocked = guess ?? this.weightBlocked(weight);
    if (expected === undefined || !weight || blocked !== undefined) {
      this.cannot(score, `${label} · 得分`, blocked ?? note);
      return;
    }
    const value = round(expected, SCORE_DECIMALS);
    this.filled.set(cellKey(score.cell), value);
    this.write(score, `${label} · 得分`, value, {
      rule: "ZP-07",
      reason: `${note}（应得 ${points(value)}）`,
      sources: [indicator.target.cell, indicator.actual.cell, weight.cell],
      ...formatAmong(score, this.scoreCells),
    });
  }

  /** A blank cell, or one that the rule it follows says is wrong. */
  private isOpen(figure: Figure, rule: string): boolean {
    if (figure.kind === "blank") return true;
    return figure.kind === "amount" && this.violated.isBroken(figure.cell, rule);
  }

  /** Why no rate may be made of A and B. */
  private fundsBlocked(executed: Figure | undefined, budget: Figure | undefined): string | undefined {
    const inputs = [executed, budget].flatMap((figure) => figure ?? []);
    const negative = inputs.find((figure) => figure.value.isNegative() && !figure.value.isZero());
    if (negative) return `${a1(negative.cell)} 为负数，请先核对`;
    const against = this.violated.among(
      inputs.map((figure) => figure.cell),
      FROM_FUNDS,
    );
    return against && brokenInput(against.message);
  }

  private weightBlocked(weight: Figure | undefined): string | undefined {
    const against = weight && this.violated.among([weight.cell]);
    return against && brokenInput(against.message);
  }

  /** The score that stands or will stand in the line; a dash is no score and counts nothing. */
  private valueOf({ score }: ExpectedScore): Amount | undefined {
    if (score?.kind === "amount" || (score?.kind === "dash" && !isAbsent(score))) return score.value;
    return score && score.kind === "blank" ? this.filled.get(cellKey(score.cell)) : undefined;
  }

  private write(figure: Figure, label: string, value: Amount, how: How): void {
    this.writes.push(writeOf(figure, { ...how, group: projectOf(this.form), label, content: value.toNumber() }));
  }

  /** Listed only where the cell is blank: a figure that merely could not be checked is the clerk's. */
  private cannot(figure: Figure, label: string, reason: string): void {
    if (figure.kind !== "blank") return;
    this.notDerivable.push({ cell: figure.cell, group: projectOf(this.form), label, reason });
  }
}

/** Checks that are about what is made of the funds, not about the funds themselves. */
const FROM_FUNDS = ["ZP-02", "ZP-03", "HZ-03"];

function brokenInput(message: string): string {
  return `所依据的数有误，请先改正：${message}`;
}

/** The formula over the figures' references, where all are numbers Excel can count with. */
function formulaOf(
  figures: readonly Figure[],
  build: (references: readonly string[]) => string,
  target: Figure,
): { readonly formula?: string } {
  if (figures.some((figure) => !isNumber(figure) || figure.storedAsText)) return {};
  return { formula: build(figures.map((figure) => reference(target, figure.cell))) };
}

function asTerms(figures: readonly Figure[]): Parameters<typeof sumFormula>[1] {
  return figures.map((figure) => ({ figure, sign: 1, label: "" }));
}

function isEmpty(figure: Figure | undefined): boolean {
  return figure === undefined || figure.kind === "blank" || figure.kind === "dash";
}
