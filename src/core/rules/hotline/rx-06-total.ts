import { sum, ZERO, type Amount } from "../../model/amount";
import type { Figure } from "../../model/figure";
import type { CaseColumn, CaseSheet } from "../../model/hotline";
import type { Check, HotlineSettings, Rule, Term } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { capped } from "../../scoring/hotline";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { capChoice, choicesMet } from "./choices";
import { eachCaseSheet, scoreColumn, sheetNotEvaluated, wrongFigure, type ScoreColumn } from "./sheet-checks";

const PARTS: readonly (readonly [CaseColumn, string])[] = [
  ["satisfaction", "满意度考核得分"],
  ["timeliness", "办理时限得分"],
  ["transfers", "转办回退件得分"],
  ["revisits", "回访重办件得分"],
  ["volume", "承办量得分"],
];

export const rule: Rule = {
  id: "RX-06",
  title: "工单办理考核得分",
  statement: "工单办理考核得分等于五项得分之和减去扣分指标扣分，最低为 0；扣分默认不封顶（可设置）。",
  formula: "得分 = 满意度 + 时限 + 转办回退 + 回访重办 + 承办量 − 扣分",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了某项得分而没有改总得分。",
  remedy: "重新相加各项得分，减去扣分。",
  scope: ["RX1"],
  check: function* ({ book, settings: { hotline } }) {
    yield* choicesMet(book, hotline, ["RX1"], ["rounding"]);
    yield* eachCaseSheet(book, (sheet) => totals(sheet, hotline));
  },
};

const BY_SUM: ScoreColumn = {
  column: "total",
  name: "工单办理考核得分",
  inputs: [...PARTS.map(([column]) => column), "deduction"],
  due: (scores, row) => scores.total(row),
};

function* totals(sheet: CaseSheet, settings: HotlineSettings): Iterable<Check> {
  yield capChoice(settings);
  if (settings.rounding === "sum") {
    yield* scoreColumn(sheet, settings, BY_SUM);
    return;
  }
  if (!sheet.columns.has("total")) {
    yield sheetNotEvaluated(sheet.sheet, "没有工单办理考核得分栏");
    return;
  }
  for (const { unit, figures } of sheet.rows) {
    const total = figures.get("total");
    const parts = PARTS.map(([column, label]) => ({ figure: figures.get(column), label }));
    const missing = parts.find(({ figure }) => figure?.kind !== "amount");
    if (!total || total.kind === "blank" || total.kind === "dash") continue;
    if (missing) {
      yield sheetNotEvaluated(sheet.sheet, `“${unit.text}”没有${missing.label}，得分未核对`, total.cell);
      continue;
    }
    const deduction = figures.get("deduction");
    const right: Term[] = parts.flatMap(({ figure, label }) => (figure ? [{ figure, sign: 1 as const, label }] : []));
    if (deduction) right.push({ figure: deduction, sign: -1, label: "扣分指标扣分" });
    const taken = deduction?.kind === "amount" ? capped(deduction.value, settings) : ZERO;
    const rest = sum(parts.flatMap(({ figure }) => figure?.value ?? [])).minus(taken);
    const isLimited = rest.isNegative() || (deduction?.kind === "amount" && !taken.eq(deduction.value));
    if (isLimited && total.kind === "amount") {
      const due = rest.isNegative() ? ZERO : rest;
      yield limited(
        sheet.sheet,
        unit.text,
        total,
        right,
        due,
        rest.isNegative() ? "最低为 0" : `扣分最多 ${points(taken)}`,
      );
      continue;
    }
    yield {
      kind: "identity",
      relation: "=",
      left: [{ figure: total, sign: 1, label: "工单办理考核得分" }],
      right,
      subject: `“${unit.text}”工单办理考核得分`,
      sheet: sheet.sheet,
      unit: "分",
    };
  }
}

/** The total where 扣分 does not count as it stands: more than there is to take, or beyond the cap. */
function limited(
  sheet: string,
  unit: string,
  total: Figure,
  right: readonly Term[],
  due: Amount,
  limit: string,
): Check {
  if (total.value.eq(due)) return holds([total.cell]);
  const from = right.map(({ figure }) => figure);
  const message = `“${unit}”工单办理考核得分应为 ${points(due)}（${limit}），现为 ${points(total.value)}`;
  return wrongFigure(sheet, total, due, from, message);
}
