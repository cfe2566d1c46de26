import type { SelfEvaluationSummary, SummaryRow } from "../../model/form";
import type { Check, CheckSettings, Rule } from "../../model/rule";
import { EVALUATION_RULES } from "./basis";
import { holds } from "./form-parts";
import { gradeOf, gradeStated } from "../../scoring/grades";
import { isNumber, points } from "../../scoring/form-figures";

export const rule: Rule = {
  id: "HZ-02",
  title: "自评等级",
  statement:
    "自评等级与得分相符：90 分及以上为优，80 分及以上不到 90 分为良，60 分及以上不到 80 分为中，60 分以下为差（分数线可设置）。",
  formula: "优 ≥ 90；良 ≥ 80；中 ≥ 60；其余为差",
  severity: "error",
  basis: EVALUATION_RULES,
  rationale: "得分修改后等级没有随之修改，或整列复制了“优”。",
  remedy: "按得分重新确定等级。",
  scope: ["ZPHZ"],
  check: function* ({ book, settings }) {
    if (book.summaries.length === 0) {
      yield { kind: "notEvaluated", reason: "缺少项目支出绩效自评结果汇总表", missing: "ZPHZ" };
    }
    for (const summary of book.summaries) yield* grades(summary, settings);
  },
};

function* grades(summary: SelfEvaluationSummary, settings: CheckSettings): Iterable<Check> {
  if (summary.rows.length === 0 || summary.rows.every(({ grade }) => grade === undefined)) {
    const reason = `${summary.sheet}${summary.rows.length === 0 ? "没有项目" : "没有等级栏"}`;
    yield { kind: "notEvaluated", reason, sheet: summary.sheet };
    return;
  }
  for (const row of summary.rows) yield gradeCheck(summary, row, settings);
}

function gradeCheck(summary: SelfEvaluationSummary, row: SummaryRow, settings: CheckSettings): Check {
  const { grade, score } = row;
  const name = row.projectName.text;
  const stated = grade && gradeStated(grade);
  if (!grade || stated === undefined || !isNumber(score)) {
    const reason = !isNumber(score)
      ? `${summary.sheet}“${name}”得分未填或不是数字`
      : `${summary.sheet}“${name}”等级${grade && grade.text !== "" ? `“${grade.text}”未能识别` : "未填"}`;
    const cell = isNumber(score) ? grade?.cell : score.cell;
    return { kind: "notEvaluated", reason, sheet: summary.sheet, ...(cell ? { cell } : {}) };
  }
  const due = gradeOf(score.value, settings.grades);
  if (due === stated) return holds([grade.cell]);
  return {
    kind: "violated",
    sheet: summary.sheet,
    cells: [grade.cell],
    related: [score.cell],
    message: `“${name}”得分 ${points(score.value)}，等级应为“${due}”，现为“${grade.text}”`,
    expected: due,
    actual: grade.text,
    project: name,
  };
}
