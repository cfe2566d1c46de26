import type { Check, CheckSettings, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { gradeOf, gradeStated } from "../../scoring/grades";
import { holds } from "../self-evaluation/form-parts";
import { EVALUATION } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-09",
  title: "评价等级",
  statement:
    "评价等级与总分相符：90 分及以上为优，80 分及以上不到 90 分为良，60 分及以上不到 80 分为中，60 分以下为差（分数线可设置）。",
  formula: "优 ≥ 90；良 ≥ 80；中 ≥ 60；其余为差",
  severity: "error",
  basis: EVALUATION,
  rationale: "总分改了而等级没有随之修改。",
  remedy: "按总分重新确定等级。",
  scope: ["PJ", "BM"],
  check: ({ book, settings }) => eachScoreTable(book, ["PJ", "BM"], (table) => grade(table, settings)),
};

function* grade(table: ScoreTable, settings: CheckSettings): Iterable<Check> {
  const stated = table.grade && gradeStated(table.grade);
  const score = table.total?.score;
  if (!table.grade || table.grade.text === "") yield tableNotEvaluated(table, "表上没有等级", table.grade?.cell);
  else if (!stated) yield tableNotEvaluated(table, `等级“${table.grade.text}”不是优、良、中、差`, table.grade.cell);
  else if (score?.kind !== "amount") yield tableNotEvaluated(table, "没有总分，等级未核对", table.grade.cell);
  else {
    const due = gradeOf(score.value, settings.grades);
    if (due === stated) yield holds([table.grade.cell]);
    else
      yield tableViolation(table, {
        cells: [table.grade.cell],
        related: [score.cell],
        message: `总分 ${points(score.value)}，等级应为“${due}”，现为“${table.grade.text}”`,
        expected: due,
        actual: table.grade.text,
      });
  }
}
