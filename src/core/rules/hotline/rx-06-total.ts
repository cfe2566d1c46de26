import { plainAmount, sum, ZERO } from "../../model/amount";
import type { CaseColumn, CaseSheet } from "../../model/hotline";
import type { Check, Rule, Term } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { holds } from "../self-evaluation/form-parts";
import { HOTLINE } from "./basis";
import { eachCaseSheet, sheetNotEvaluated, sheetViolation } from "./sheet-checks";

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
  statement: "工单办理考核得分等于五项得分之和减去扣分指标扣分，最低为 0（扣分不封顶）。",
  formula: "得分 = 满意度 + 时限 + 转办回退 + 回访重办 + 承办量 − 扣分",
  severity: "error",
  basis: HOTLINE,
  rationale: "改了某项得分而没有改总得分。",
  remedy: "重新相加各项得分，减去扣分。",
  scope: ["RX1"],
  check: ({ book }) => eachCaseSheet(book, totals),
};

function* totals(sheet: CaseSheet): Iterable<Check> {
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
    const due = sum(right.map(({ figure, sign }) => figure.value.times(sign)));
    if (due.isNegative() && deduction?.kind === "amount") {
      if (total.value.isZero()) yield holds([total.cell]);
      else
        yield sheetViolation(sheet.sheet, {
          cells: [total.cell],
          related: right.map(({ figure }) => figure.cell),
          message: `“${unit.text}”各项得分减扣分为 ${points(due)}，最低为 0，现为 ${points(total.value)}`,
          expected: plainAmount(ZERO),
          actual: plainAmount(total.value),
          difference: plainAmount(total.value),
        });
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
