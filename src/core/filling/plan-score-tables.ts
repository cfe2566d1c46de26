import { round, type Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import type { CellValue } from "../model/grid";
import type { Figure } from "../model/figure";
import type { CheckSettings, Term } from "../model/rule";
import type { ScoreNode, ScoreTable } from "../model/score-table";
import { expectedIndicator } from "../scoring/expected-scores";
import { gradeOf } from "../scoring/grades";
import { points } from "../scoring/form-figures";
import {
  leafScores,
  leafWeights,
  leavesOf,
  nodeName,
  nodesOf,
  scoreTerms,
  subjectOf,
  totalOf,
  weightTerms,
} from "../scoring/score-tree";
import { reference, sumFormula } from "./formulas";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import { formatAmong, writeOf, type How } from "./plan-cell";
import type { ViolatedCells } from "./violations";

const DECIMALS = 2;

/**
 * Plan for the score tables of evaluations and whole departments: weights and scores of the levels, the total and its
 * grade, and quantitative scores that are to be given in proportion. What assessors judge is never filled, nor is anything
 * from a figure that takes part in a violated check.
 */
export function planScoreTables(book: AccountBook, settings: CheckSettings, violated: ViolatedCells): FillPlan {
  const plans = book.scoreTables.map((table) => {
    const plan = new TablePlan(table, settings, violated);
    plan.leaves();
    plan.levels();
    plan.total();
    return plan;
  });
  return { writes: plans.flatMap((plan) => plan.writes), notDerivable: plans.flatMap((plan) => plan.notDerivable) };
}

class TablePlan implements FillPlan {
  readonly writes: PlannedWrite[] = [];
  readonly notDerivable: NotDerivable[] = [];
  /** What will stand in cells that are filled, by figure. */
  private readonly filled = new Map<Figure, Amount>();
  private readonly figures: readonly Figure[];

  constructor(
    private readonly table: ScoreTable,
    private readonly settings: CheckSettings,
    private readonly violated: ViolatedCells,
  ) {
    this.figures = nodesOf(table).flatMap(({ weight, score }) => [weight, score].flatMap((figure) => figure ?? []));
  }

  /** Quantitative scores where the target has a sign and no standard of its own says otherwise. */
  leaves(): void {
    for (const node of leavesOf(this.table)) {
      const { indicator, score, weight, criteria } = node;
      if (score?.kind !== "blank" || !indicator || weight?.kind !== "amount") continue;
      const inProportion = !criteria || criteria.text === "" || /按比例|比例(得|计|给)分/.test(criteria.text);
      const { expected, attainment, note } = expectedIndicator(indicator);
      const what = `${nodeName(node)} · 得分`;
      if (!indicator.target.operator || !inProportion || attainment?.justMissed || expected === undefined) {
        const reason = inProportion
          ? expected === undefined
            ? note
            : "须由评价人员确定"
          : "按评价标准计分，须由评价人员确定";
        this.cannot(score, what, reason);
        continue;
      }
      this.fill(score, what, round(expected, DECIMALS), {
        rule: "PJ-07",
        reason: `${note}（应得 ${points(round(expected, DECIMALS))}）`,
        sources: [indicator.target.cell, indicator.actual.cell, weight.cell],
        ...formatAmong(score, this.figures),
      });
    }
  }

  /** Levels from below, so that a level above adds up what was filled. */
  levels(): void {
    for (const node of [...nodesOf(this.table)].reverse()) {
      if (node.children.length === 0) continue;
      this.sum(node, node.weight, node.children.flatMap(weightTerms), "分值", "PJ-02");
      this.sum(node, node.score, node.children.flatMap(scoreTerms), "得分", "PJ-05");
    }
  }

  total(): void {
    const { total, grade, roots } = this.table;
    if (total?.weight) this.sumInto(total.weight, roots.flatMap(leafWeights), "合计 · 分值", "PJ-01");
    const scores = roots.flatMap(leafScores);
    if (total?.score) this.sumInto(total.score, scores, "总分", "PJ-03");
    const score = total?.score;
    const value = score && this.valueOf(score);
    if (!grade || grade.text !== "" || !score || value === undefined) return;
    const due = gradeOf(value, this.settings.grades);
    const { excellent, good, fair } = this.settings.grades;
    const at = reference(grade, score.cell);
    const content: CellValue = due;
    this.writes.push(
      writeOf(
        { cell: grade.cell, raw: "", kind: "blank" },
        {
          group: subjectOf(this.table),
          label: "等级",
          content,
          rule: "PJ-09",
          reason: `总分 ${points(value)}`,
          sources: [score.cell],
          formula: `=IF(${at}>=${excellent.toString()},"优",IF(${at}>=${good.toString()},"良",IF(${at}>=${fair.toString()},"中","差")))`,
        },
      ),
    );
  }

  private sum(node: ScoreNode, figure: Figure | undefined, terms: readonly Term[], what: string, rule: string): void {
    if (figure) this.sumInto(figure, terms, `${nodeName(node)} · ${what}`, rule);
  }

  private sumInto(figure: Figure, terms: readonly Term[], what: string, rule: string): void {
    if (figure.kind !== "blank" || terms.length === 0) return;
    const blank = terms.find((term) => this.valueOf(term.figure) === undefined);
    const broken = this.violated.among(terms.map((term) => term.figure.cell));
    if (blank || broken) {
      this.cannot(figure, what, blank ? `“${blank.label}”未填` : `所依据的数有误，请先改正：${broken?.message ?? ""}`);
      return;
    }
    const known = terms.map((term) => ({
      ...term,
      figure: { ...term.figure, value: this.valueOf(term.figure) ?? term.figure.value },
    }));
    const inLabels = terms.some((term) => term.figure.inLabel);
    const formula = inLabels ? undefined : sumFormula(figure, known, DECIMALS);
    this.fill(figure, what, round(totalOf(known), DECIMALS), {
      rule,
      reason: `${terms.length} 项之和`,
      sources: terms.map((term) => term.figure.cell),
      ...formatAmong(figure, this.figures),
      ...(formula === undefined ? {} : { formula }),
    });
  }

  private valueOf(figure: Figure): Amount | undefined {
    if (figure.kind === "amount" || figure.kind === "dash") return figure.value;
    const same = [...this.filled].find(
      ([other]) => other.cell.row === figure.cell.row && other.cell.column === figure.cell.column,
    );
    return same?.[1];
  }

  private fill(figure: Figure, label: string, value: Amount, how: How): void {
    this.filled.set(figure, value);
    this.writes.push(writeOf(figure, { ...how, group: subjectOf(this.table), label, content: value.toNumber() }));
  }

  private cannot(figure: Figure, label: string, reason: string): void {
    this.notDerivable.push({ cell: figure.cell, group: subjectOf(this.table), label, reason });
  }
}
