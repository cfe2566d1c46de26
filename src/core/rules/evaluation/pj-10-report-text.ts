import { normaliseLabel } from "../../glossary/normalise";
import { plainAmount, type Amount } from "../../model/amount";
import type { CellAddress } from "../../model/cell";
import type { Check, CheckSettings, Rule, Term } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { gradeOf, gradeStated } from "../../scoring/grades";
import { statedOutcome, type StatedOutcome } from "../../scoring/report-text";
import { leafScores, nodesOf, totalOf } from "../../scoring/score-tree";
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
    eachScoreTable(book, ["PJ"], (table) => texts(table, settings, reportText)),
};

interface Source {
  readonly text: string;
  readonly cell: CellAddress | undefined;
}

function* texts(table: ScoreTable, settings: CheckSettings, reportText: string | undefined): Iterable<Check> {
  const sources: readonly Source[] = [
    ...table.remarks.map(({ text, cell }) => ({ text, cell })),
    ...(reportText ?? "").split(/\n+/).map((text) => ({ text, cell: undefined })),
  ];
  const stated = sources.flatMap((source) => {
    const outcome = statedOutcome(source.text);
    return outcome ? [{ outcome, cell: source.cell }] : [];
  });
  if (stated.length === 0) yield tableNotEvaluated(table, "没有说明得分和等级的文字");
  for (const { outcome, cell } of stated) yield* against(table, settings, outcome, cell);
}

function* against(
  table: ScoreTable,
  settings: CheckSettings,
  { score, grade, groups }: StatedOutcome,
  cell: CellAddress | undefined,
): Iterable<Check> {
  const total = table.total?.score;
  const place = cell ?? total?.cell ?? table.title?.cell;
  const cells = place ? [place] : [];
  if (score && total?.kind === "amount") yield compare(table, cells, [total.cell], "得分", score, total.value);
  else if (score) yield tableNotEvaluated(table, `文字得分 ${points(score)}，表上没有总分，未核对`, place);
  if (score && grade !== undefined && place) {
    const due = gradeOf(score, settings.grades);
    if (due === gradeStated({ cell: place, text: grade })) yield holds(cells);
    else
      yield tableViolation(table, { cells, message: `文字得分 ${points(score)}，等级应为“${due}”，文字为“${grade}”` });
  }
  for (const group of groups) {
    const terms = groupScores(table, group.name);
    const related = terms.map(({ figure }) => figure.cell);
    if (terms.length === 0)
      yield tableNotEvaluated(table, `文字“${group.name}”${points(group.points)} 分，表上没有对应的得分`, place);
    else yield compare(table, cells, related, `${group.name}得分`, group.points, totalOf(terms));
  }
}

/** Scores of the levels a group's name means: 资金管理 is the level that begins so, or that its own name begins with. */
function groupScores(table: ScoreTable, name: string): readonly Term[] {
  const key = normaliseLabel(name).replace(/指标$/, "");
  const nodes = nodesOf(table).filter((node) => {
    const own = normaliseLabel(node.name.text).replace(/指标$/, "");
    return node.children.length > 0 && own !== "" && (own.startsWith(key) || key.startsWith(own));
  });
  const top = nodes.filter(
    (node) => !nodes.some((other) => other !== node && nodesOf({ roots: other.children }).includes(node)),
  );
  return top.flatMap(leafScores);
}

function compare(
  table: ScoreTable,
  cells: readonly CellAddress[],
  related: readonly CellAddress[],
  what: string,
  said: Amount,
  due: Amount,
): Check {
  if (said.eq(due)) return holds(cells);
  return tableViolation(table, {
    cells,
    related,
    message: `文字${what} ${points(said)}，评分表为 ${points(due)}`,
    expected: plainAmount(due),
    actual: plainAmount(said),
    difference: plainAmount(said.minus(due)),
  });
}
