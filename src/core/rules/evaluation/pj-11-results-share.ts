import { amount, plainAmount } from "../../model/amount";
import type { Check, Rule } from "../../model/rule";
import type { ScoreTable } from "../../model/score-table";
import { points } from "../../scoring/form-figures";
import { isOpenEnded, resultWeight, totalOf, weightTerms } from "../../scoring/score-tree";
import { holds } from "../self-evaluation/form-parts";
import { EVALUATION } from "./basis";
import { eachScoreTable, tableNotEvaluated, tableViolation } from "./table-checks";

const LEAST = amount(60);

export const rule: Rule = {
  id: "PJ-11",
  title: "产出和效益的权重",
  statement: "产出、效益（含满意度、效果）指标的分值合计原则上不低于 60。",
  formula: "产出 + 效益 ≥ 60",
  severity: "verify",
  basis: EVALUATION,
  rationale: "决策、过程指标占得过多，评价就偏离了结果。",
  remedy: "调整指标体系，使产出和效益指标的分值合计不低于 60；确有原因的予以说明。",
  scope: ["PJ"],
  check: ({ book }) => eachScoreTable(book, ["PJ"], share),
};

function* share(table: ScoreTable): Iterable<Check> {
  const all = totalOf(table.roots.flatMap(weightTerms));
  const [first] = table.roots;
  if (!first || !all.eq(100)) {
    yield tableNotEvaluated(table, "分值合计不是 100，产出和效益的权重未核对", first?.name.cell);
    return;
  }
  const found = resultWeight(table);
  const cells = table.roots.map(({ name }) => name.cell);
  if (found.gte(LEAST) || table.roots.some((node) => isOpenEnded(table, node) && node.children.length === 0)) {
    yield holds(cells);
    return;
  }
  yield tableViolation(table, {
    cells,
    message: `产出和效益指标的分值合计 ${points(found)}，原则上不低于 60`,
    expected: plainAmount(LEAST),
    actual: plainAmount(found),
    difference: plainAmount(found.minus(LEAST)),
  });
}
