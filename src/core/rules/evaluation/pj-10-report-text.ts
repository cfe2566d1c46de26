import { plainAmount } from "../../model/amount";
import type { AccountBook } from "../../model/book";
import type { CellAddress } from "../../model/cell";
import type { Check, CheckSettings, ReportText, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { gradeOf, gradeStated } from "../../scoring/grades";
import { comparedPoints, outcomesOf, type ComparedPoints } from "../../scoring/report-outcomes";
import { statedOutcomes, type StatedOutcome } from "../../scoring/report-text";
import { holds } from "../self-evaluation/form-parts";
import { EVALUATION } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

export const rule: Rule = {
  id: "PJ-10",
  title: "报告文字与评分表",
  statement: "报告文字所述的得分、等级和各部分得分，与评分表一致；表上没有得分的，只核对文字的等级与得分。",
  formula: "文字得分 = 总分；文字部分得分 = Σ 该部分得分",
  severity: "error",
  basis: EVALUATION,
  rationale: "评分表改了，结论里的得分没有跟着改。",
  remedy: "以评分表为准，统一文字。",
  scope: ["PJ"],
  check: ({ book, settings, reportText }) =>
    eachScoreTable(book, ["PJ"], (table) => texts(book, table, settings, reportText)),
};

interface Stated {
  readonly outcome: StatedOutcome;
  /** Cell of the sentence; undefined where it stands in a text beside the table. */
  readonly cell?: CellAddress;
}

function* texts(
  book: AccountBook,
  table: ScoreTable,
  settings: CheckSettings,
  reportText: ReportText | undefined,
): Iterable<Check> {
  const own = table.remarks.flatMap(({ text, cell }) => statedOutcomes(text).map((outcome) => ({ outcome, cell })));
  const beside = reportText ? outcomesOf(table, evaluations(book), reportText) : { about: [], unclear: 0 };
  const stated: readonly Stated[] = [...own, ...beside.about];
  if (beside.unclear > 0) yield tableNotEvaluated(table, `文字有 ${beside.unclear} 处没有写明是哪个项目的得分`);
  else if (stated.length === 0) yield tableNotEvaluated(table, "没有说明得分和等级的文字");
  for (const one of stated) yield* against(table, settings, one);
}

function evaluations({ scoreTables }: AccountBook): readonly ScoreTable[] {
  return scoreTables.filter(({ kind }) => kind === "PJ");
}

function* against(table: ScoreTable, settings: CheckSettings, { outcome, cell }: Stated): Iterable<Check> {
  const { score, grade } = outcome;
  const total = table.total?.score;
  const place = cell ?? total?.cell ?? table.title?.cell ?? table.roots[0]?.name.cell;
  if (!place) return;
  const judged = score ?? (total?.kind === "amount" ? total.value : undefined);
  for (const compared of comparedPoints(table, outcome)) yield compare(table, place, compared);
  if (grade === undefined || !judged) return;
  const due = gradeOf(judged, settings.grades);
  if (due === gradeStated({ cell: place, text: grade })) yield holds([place]);
  else
    yield tableViolation(table, {
      cells: [place],
      message: `${score ? "文字得分" : "评分表总分"} ${points(judged)}，等级应为“${due}”，文字为“${grade}”`,
    });
}

function compare(table: ScoreTable, place: CellAddress, { what, said, due, cells }: ComparedPoints): Check {
  if (!due) return tableNotEvaluated(table, `文字${what} ${points(said)}，表上没有对应的得分，未核对`, place);
  if (said.eq(due)) return holds([place]);
  return tableViolation(table, {
    cells: [place],
    related: cells,
    message: `文字${what} ${points(said)}，评分表为 ${points(due)}`,
    expected: plainAmount(due),
    actual: plainAmount(said),
    difference: plainAmount(said.minus(due)),
  });
}
