import { a1 } from "../../model/cell";
import type { DeductionSheet } from "../../model/hotline";
import { deductionDue, DEDUCTIONS } from "../../scoring/deductions";
import type { HotlinePlan } from "./filled";

/** Fills 合计扣分 of 扣分指标, where a unit has any count. */
export function planDeductions(plan: HotlinePlan, sheet: DeductionSheet): void {
  const group = sheet.title?.text ?? sheet.sheet;
  for (const row of sheet.rows) {
    const { unit, counts, total } = row;
    const stated = [...counts.values()].some(({ kind }) => kind === "amount");
    if (total.kind !== "blank" || !stated) continue;
    const due = deductionDue(row);
    const label = `${unit.text} · 合计扣分`;
    if (!due) {
      plan.notDerivable.push({ cell: total.cell, group, label, reason: "有件数不是数字" });
      continue;
    }
    const terms = [...counts].map(([reason, { cell }]) => `${a1(cell)}*${DEDUCTIONS[reason].points}`);
    const asTexts = [...counts.values()].some(({ kind, storedAsText }) => storedAsText || kind === "dash");
    plan.put(total, due, {
      group,
      label,
      rule: "RX-13",
      reason: "Σ 件数 × 每件扣分",
      sources: [...counts.values()].map(({ cell }) => cell),
      ...(asTexts ? {} : { formula: `=ROUND(${terms.join("+")},2)` }),
    });
  }
  const totals = sheet.rows.map(({ total }) => total);
  plan.putTotal(sheet.totals?.total, totals, { group, label: "合计 · 合计扣分", rule: "RX-13" });
}
