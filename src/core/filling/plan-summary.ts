import { normaliseLabel } from "../glossary/normalise";
import type { AccountBook } from "../model/book";
import type { Figure, TextCell } from "../model/figure";
import type { SelfEvaluationForm, SelfEvaluationSummary, SummaryRow } from "../model/form";
import type { CheckSettings } from "../model/rule";
import { isNumber } from "../rules/self-evaluation/form-parts";
import { gradeOf, gradeStated, type Grade } from "../rules/self-evaluation/hz-02-grades";
import { matchSummary } from "../rules/self-evaluation/summary-matching";
import { reference } from "./formulas";
import { idOf } from "./plan-cell";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";

/** How a department writes its grades: 优, 良 or 优秀, 良好. */
type GradeWords = Readonly<Record<Grade, string>>;
const SHORT_WORDS: GradeWords = { 优: "优", 良: "良", 中: "中", 差: "差" };
const LONG_WORDS: GradeWords = { 优: "优秀", 良: "良好", 中: "中", 差: "差" };

/** Plan for the 汇总表: 得分 from each project's 自评表, 等级 from the score by the thresholds in force. */
export function planSummaries(book: AccountBook, settings: CheckSettings): FillPlan {
  const forms = new Map(matchSummary(book).pairs.map(({ listed, form }) => [listed.row, form]));
  const writes: PlannedWrite[] = [];
  const notDerivable: NotDerivable[] = [];
  for (const summary of book.summaries) {
    const words = gradeWords(summary);
    for (const row of summary.rows) {
      const form = forms.get(row);
      const score = scoreWrite(summary, row, form);
      if (score) writes.push(score);
      else if (row.score.kind === "blank") notDerivable.push(missingScore(summary, row, form));
      const grade = gradeWrite(summary, row, words, settings);
      if (grade) writes.push(grade);
    }
  }
  return { writes, notDerivable };
}

function scoreWrite(
  summary: SelfEvaluationSummary,
  row: SummaryRow,
  form: SelfEvaluationForm | undefined,
): PlannedWrite | undefined {
  const total = onlyTotal(form);
  if (!total || row.score.kind === "invalid") return undefined;
  if (isNumber(row.score) && row.score.value.eq(total.value)) return undefined;
  return {
    ...common(summary, row, row.score),
    label: `${row.projectName.text} · 得分`,
    content: total.value.toNumber(),
    ...(total.storedAsText ? {} : { formula: `=${reference(row.score, total.cell)}` }),
    rule: "HZ-01",
    reason: "取自该项目自评表的总分",
    sources: [total.cell],
    numberFormat: "General",
  };
}

function onlyTotal(form: SelfEvaluationForm | undefined): Figure | undefined {
  const [total, ...others] = form?.totals ?? [];
  return others.length === 0 && isNumber(total?.score) ? total.score : undefined;
}

function missingScore(
  summary: SelfEvaluationSummary,
  row: SummaryRow,
  form: SelfEvaluationForm | undefined,
): NotDerivable {
  const { cell } = row.score;
  const reason = form ? `“${form.sheet}”没有可用的总分` : "本工作簿中没有该项目的自评表";
  return { cell, group: summary.title?.text ?? summary.sheet, label: `${row.projectName.text} · 得分`, reason };
}

function gradeWrite(
  summary: SelfEvaluationSummary,
  row: SummaryRow,
  words: GradeWords,
  settings: CheckSettings,
): PlannedWrite | undefined {
  const { grade, score } = row;
  if (!grade || !isNumber(score)) return undefined;
  const due = gradeOf(score.value, settings.grades);
  const isBlank = normaliseLabel(grade.text) === "";
  if (!isBlank && (gradeStated(grade) ?? due) === due) return undefined;
  return {
    ...common(summary, row, { cell: grade.cell, raw: grade.text, kind: isBlank ? "blank" : "amount" }),
    label: `${row.projectName.text} · 等级`,
    content: words[due],
    ...(score.storedAsText ? {} : { formula: gradeFormula(score, words, settings) }),
    rule: "HZ-02",
    reason: "按得分和等级分数线确定",
    sources: [score.cell],
    numberFormat: "General",
  };
}

function gradeFormula(score: Figure, words: GradeWords, { grades }: CheckSettings): string {
  const cell = reference(score, score.cell);
  const { excellent, good, fair } = grades;
  return `=IF(${cell}>=${excellent.toString()},"${words.优}",IF(${cell}>=${good.toString()},"${words.良}",IF(${cell}>=${fair.toString()},"${words.中}","${words.差}")))`;
}

function gradeWords(summary: SelfEvaluationSummary): GradeWords {
  const isLong = (grade: TextCell | undefined) => grade !== undefined && /优秀|良好/.test(grade.text);
  return summary.rows.some((row) => isLong(row.grade)) ? LONG_WORDS : SHORT_WORDS;
}

function common(
  summary: SelfEvaluationSummary,
  row: SummaryRow,
  target: Pick<Figure, "cell" | "raw" | "kind" | "formula">,
): Pick<PlannedWrite, "id" | "cell" | "group" | "present" | "presentFormula" | "isBlank"> {
  return {
    id: idOf(target.cell),
    cell: target.cell,
    group: summary.title?.text ?? row.projectName.cell.sheet,
    present: target.raw,
    ...(target.formula === undefined ? {} : { presentFormula: target.formula }),
    isBlank: target.kind === "blank",
  };
}
