import { plainAmount, sum, ZERO, type Amount } from "../../model/amount";
import type { CaseColumn, CaseInput, CaseSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { CASE_WEIGHTS, countOf, hasCases } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { eachCaseSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";
import { halfOfDecimals } from "../../units/precision";

export const rule: Rule = {
  id: "RX-08",
  title: "全表合计",
  statement:
    "合计行等于各单位之和；有推诿件的，各单位转办回退所扣的分合计为 4（一次）加 4（两次）；有重办件的，回访重办所扣的分合计为 6（一次）加 5（两次）。",
  formula: "Σ（8 − 转办回退得分）= 4 + 4；Σ（11 − 回访重办得分）= 6 + 5",
  severity: "error",
  basis: HOTLINE,
  rationale: "各单位按件数占比扣分，扣的分加起来是定数；不等就有单位算错了。",
  remedy: "先改正各单位的件数和得分，再核对合计。",
  scope: ["RX1"],
  check: ({ book, settings: { hotline } }) => eachCaseSheet(book, (sheet) => sums(sheet, hotline)),
};

const COUNTED: readonly (readonly [CaseInput, string])[] = [
  ["cases", "承办工单数"],
  ["overdue", "超期办理工单数"],
  ["shirkedOnce", "一次推诿件数"],
  ["shirkedMore", "两次及以上推诿件数"],
  ["returnedOnce", "一次退回重办件数"],
  ["returnedMore", "两次及以上退回重办件数"],
  ["deduction", "扣分指标扣分"],
];

function* sums(sheet: CaseSheet, settings: HotlineSettings): Iterable<Check> {
  for (const [column, name] of COUNTED) {
    const total = sheet.totals?.get(column);
    if (!total || total.kind === "dash") continue;
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure: total, sign: 1, label: `${name}合计` }],
      right: sheet.rows.flatMap(({ unit, figures }) => {
        const figure = figures.get(column);
        return figure ? [{ figure, sign: 1 as const, label: unit.text }] : [];
      }),
      subject: `${name}合计`,
      sheet: sheet.sheet,
      unit: column === "deduction" ? "分" : "件",
    };
  }
  if (settings.pool !== "all" || settings.repeated !== "once") {
    yield sheetNotEvaluated(sheet.sheet, "件数不在全部单位内分摊，所扣分数的合计未核对");
    return;
  }
  yield* shared(sheet, "transfers", "转办回退", CASE_WEIGHTS.transfers, ["shirkedOnce", "shirkedMore"]);
  yield* shared(sheet, "revisits", "回访重办", CASE_WEIGHTS.revisits, ["returnedOnce", "returnedMore"]);
}

/** What all units together lose for an item is fixed, as long as every unit that has such orders is scored. */
function* shared(
  sheet: CaseSheet,
  column: CaseColumn,
  name: string,
  weights: { readonly full: Amount; readonly once: Amount; readonly more: Amount },
  [once, more]: readonly [CaseInput, CaseInput],
): Iterable<Check> {
  const scored = sheet.rows.filter(hasCases);
  const figures = scored.map((row) => row.figures.get(column));
  const counted = [once, more].map((input) => sheet.rows.map((row) => countOf(row, input)));
  if (figures.some((figure) => figure?.kind !== "amount") || counted.flat().some((count) => count === undefined)) {
    yield sheetNotEvaluated(sheet.sheet, `${name}得分或件数不全，所扣分数的合计未核对`);
    return;
  }
  const stands = (at: 0 | 1): boolean => counted[at]?.some((count) => count?.isZero() === false) === true;
  const due = (stands(0) ? weights.once : ZERO).plus(stands(1) ? weights.more : ZERO);
  const lost = sum(figures.flatMap((figure) => (figure ? weights.full.minus(figure.value) : [])));
  const off = lost.minus(due);
  const cells = figures.flatMap((figure) => figure?.cell ?? []);
  if (off.abs().lte(halfOfDecimals(2).times(scored.length))) yield holds(cells, !off.isZero());
  else
    yield sheetViolation(sheet.sheet, {
      cells,
      message: `各单位${name}所扣的分合计 ${points(lost)}，应为 ${points(due)}`,
      expected: plainAmount(due),
      actual: plainAmount(lost),
      difference: plainAmount(off),
    });
}
