import { normaliseLabel } from "../glossary/normalise";
import { amount, type Amount } from "../model/amount";
import type { AccountBook } from "../model/book";
import type { CellAddress } from "../model/cell";
import type { TextCell } from "../model/figure";
import type { SelfEvaluationForm, SelfEvaluationSummary, SummaryRow } from "../model/form";
import type { CheckSettings } from "../model/rule";
import { isNumber } from "../scoring/form-figures";
import { gradeOf, gradeStated, type Grade } from "../scoring/grades";
import { matchSummary } from "../rules/self-evaluation/summary-matching";
import { reference } from "./formulas";
import { formatAmong, idOf, writeOf } from "./plan-cell";
import type { FillPlan, NotDerivable, PlannedWrite } from "./model";
import type { ViolatedCells } from "./violations";

/** How a department writes its grades: 优, 良 or 优秀, 良好. */
type GradeWords = Readonly<Record<Grade, string>>;
const SHORT_WORDS: GradeWords = { 优: "优", 良: "良", 中: "中", 差: "差" };
const LONG_WORDS: GradeWords = { 优: "优秀", 良: "良好", 中: "中", 差: "差" };

/** A score that stands or will stand in a cell. */
interface Score {
  readonly cell: CellAddress;
  readonly value: Amount;
  readonly storedAsText: boolean;
}

/**
 * Plan for the 汇总表: 得分 from each project's 自评表, 等级 from the score by the thresholds in force. `planned` are the
 * writes on the forms: a 总分 that is filled along is taken over too.
 */
export function planSummaries(
  book: AccountBook,
  settings: CheckSettings,
  violated: ViolatedCells,
  planned: readonly PlannedWrite[],
): FillPlan {
  const forms = new Map(matchSummary(book).pairs.map(({ listed, form }) => [listed.row, form]));
  const filled = new Map(planned.filter((write) => write.isBlank).map((write) => [write.id, write]));
  const writes: PlannedWrite[] = [];
  const notDerivable: NotDerivable[] = [];
  for (const summary of book.summaries) {
    const plan = new SummaryPlan(summary, settings, violated, filled);
    for (const row of summary.rows) plan.row(row, forms.get(row));
    writes.push(...plan.writes);
    notDerivable.push(...plan.notDerivable);
  }
  return { writes, notDerivable };
}

class SummaryPlan implements FillPlan {
  readonly writes: PlannedWrite[] = [];
  readonly notDerivable: NotDerivable[] = [];
  private readonly words: GradeWords;
  private readonly group: string;

  constructor(
    private readonly summary: SelfEvaluationSummary,
    private readonly settings: CheckSettings,
    private readonly violated: ViolatedCells,
    private readonly filled: ReadonlyMap<string, PlannedWrite>,
  ) {
    this.words = gradeWords(summary);
    this.group = summary.title?.text ?? summary.sheet;
  }

  row(row: SummaryRow, form: SelfEvaluationForm | undefined): void {
    this.grade(row, this.score(row, form));
  }

  /** Plans the score; answers what will stand there. */
  private score(row: SummaryRow, form: SelfEvaluationForm | undefined): Score | undefined {
    const { score } = row;
    const present = isNumber(score) ? score : undefined;
    if (present && !this.violated.isBroken(score.cell, "HZ-01")) return present;
    if (score.kind !== "blank" && !present) return undefined;
    const total = this.totalOf(form);
    if (typeof total === "string") {
      if (score.kind === "blank") this.cannot(row, score.cell, "得分", total);
      return present;
    }
    this.writes.push(
      writeOf(score, {
        group: this.group,
        label: `${row.projectName.text} · 得分`,
        content: total.value.toNumber(),
        ...(total.storedAsText ? {} : { formula: `=${reference(score, total.cell)}` }),
        rule: "HZ-01",
        reason: "取自该项目自评表的总分",
        sources: [total.cell],
        ...formatAmong(
          score,
          this.summary.rows.map((other) => other.score),
        ),
      }),
    );
    return present ?? { cell: score.cell, value: total.value, storedAsText: false };
  }

  private grade({ grade, projectName }: SummaryRow, score: Score | undefined): void {
    if (!grade) return;
    const isBlank = normaliseLabel(grade.text) === "";
    if (!score) return;
    // A score that contradicts its form is to be mended before its grade follows from it.
    if (this.violated.among([score.cell], ["HZ-02"])) return;
    const due = gradeOf(score.value, this.settings.grades);
    if (!isBlank && (gradeStated(grade) ?? due) === due) return;
    this.writes.push(
      writeOf(
        { cell: grade.cell, raw: grade.text, kind: isBlank ? "blank" : "amount" },
        {
          group: this.group,
          label: `${projectName.text} · 等级`,
          content: this.words[due],
          ...(score.storedAsText ? {} : { formula: this.gradeFormula(grade, score) }),
          rule: "HZ-02",
          reason: "按得分和等级分数线确定",
          sources: [score.cell],
          numberFormat: "General",
        },
      ),
    );
  }

  /** The form's total, printed or filled along, or (Chinese) why there is none to take over. */
  private totalOf(form: SelfEvaluationForm | undefined): Score | string {
    if (!form) return "本工作簿中没有该项目的自评表";
    const [total, ...others] = form.totals;
    if (!total?.score || others.length > 0) return `“${form.sheet}”没有唯一的总分`;
    const { score } = total;
    const along = this.filled.get(idOf(score.cell));
    if (along) return { cell: score.cell, value: amount(String(along.content)), storedAsText: false };
    if (!isNumber(score)) return `“${form.sheet}”的总分未填`;
    const against = this.violated.among([score.cell], ["HZ-01"]);
    return against ? `所依据的数有误，请先改正：${against.message}` : score;
  }

  private gradeFormula(grade: TextCell, score: Score): string {
    const cell = reference(grade, score.cell);
    const { excellent, good, fair } = this.settings.grades;
    const { 优, 良, 中, 差 } = this.words;
    return `=IF(${cell}>=${excellent.toString()},"${优}",IF(${cell}>=${good.toString()},"${良}",IF(${cell}>=${fair.toString()},"${中}","${差}")))`;
  }

  private cannot({ projectName }: SummaryRow, cell: CellAddress, what: string, reason: string): void {
    this.notDerivable.push({ cell, group: this.group, label: `${projectName.text} · ${what}`, reason });
  }
}

function gradeWords(summary: SelfEvaluationSummary): GradeWords {
  const isLong = (grade: TextCell | undefined): boolean => grade !== undefined && /优秀|良好/.test(grade.text);
  return summary.rows.some((row) => isLong(row.grade)) ? LONG_WORDS : SHORT_WORDS;
}
