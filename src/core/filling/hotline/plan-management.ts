import { a1, type CellAddress } from "../../model/cell";
import type { Figure } from "../../model/figure";
import type { ManagementReason, ManagementRow, ManagementSheet } from "../../model/hotline";
import type { HotlineSettings } from "../../model/rule";
import {
  fullMarks,
  goesOnFromTotal,
  isBonus,
  itemScore,
  managementDue,
  pointsRange,
  reasonDue,
} from "../../scoring/management";
import type { HotlinePlan } from "./filled";

/** Fills 综合管理考核: 扣分 from how often, the score of each item, the total of each unit. */
export function planManagement(plan: HotlinePlan, sheet: ManagementSheet, settings: HotlineSettings): void {
  const group = sheet.title?.text ?? sheet.sheet;
  const rows = sheet.rows.map((row): ManagementRow => {
    for (const reason of row.reasons) planReason(plan, row, reason, group);
    const filled = { ...row, reasons: row.reasons.map((reason) => afterReason(plan, reason)) };
    planItem(plan, filled, settings, group);
    return { ...filled, score: plan.after(row.score) };
  });
  for (const { unit, score } of sheet.totals) {
    const own = rows.filter((row) => row.unit.text === unit.text);
    const scores = own.map((row) => row.score);
    if (score.kind !== "blank" || own.length === 0) continue;
    const label = `${unit.text} · 综合管理考核总分`;
    if (scores.some(({ kind }) => kind !== "amount")) {
      plan.notDerivable.push({ cell: score.cell, group, label, reason: "有项目没有得分" });
      continue;
    }
    const formula = totalFormula(own, settings);
    plan.put(score, managementDue(own, settings).total, {
      group,
      label,
      rule: "RX-11",
      reason: "各项得分之和，减去从总分中继续扣的分，在 0 至 100 之间",
      sources: scores.map(({ cell }) => cell),
      ...(formula === undefined ? {} : { formula }),
    });
  }
}

function afterReason(plan: HotlinePlan, reason: ManagementReason): ManagementReason {
  return reason.deduction ? { ...reason, deduction: plan.after(reason.deduction) } : reason;
}

function planReason(plan: HotlinePlan, row: ManagementRow, reason: ManagementReason, group: string): void {
  const { deduction, count, points, text } = reason;
  const due = reasonDue(row.itemNumber, reason);
  if (deduction?.kind !== "blank" || !due || !count) return;
  const each = points?.kind === "amount" ? a1(points.cell) : pointsRange(row.itemNumber, text?.text)?.[0].toString();
  const isText = count.storedAsText || points?.storedAsText === true;
  plan.put(deduction, due, {
    group,
    label: `${row.unit.text} · ${row.item.text}${text?.text ? `（${text.text}）` : ""}`,
    rule: "RX-11",
    reason: "次数 × 每次的分数",
    sources: [count.cell],
    ...(isText || each === undefined ? {} : { formula: `=${a1(count.cell)}*${each}` }),
  });
}

function planItem(plan: HotlinePlan, row: ManagementRow, settings: HotlineSettings, group: string): void {
  const { score, full, reasons } = row;
  if (score.kind !== "blank") return;
  const label = `${row.unit.text} · ${row.item.text}`;
  const due = itemScore(row, settings);
  if (!due) {
    const reason = isBonus(row) ? "加分由考核部门评定" : "扣分未填（没有扣分的填 0）";
    plan.notDerivable.push({ cell: score.cell, group, label, reason });
    return;
  }
  const deductions = reasons.flatMap(({ deduction }) => deduction ?? []);
  const isLive = deductions.length === reasons.length && deductions.every(({ storedAsText }) => !storedAsText);
  const taken = sumOf(deductions);
  const most = mostOf(full, row, settings);
  plan.put(score, due.score, {
    group,
    label,
    rule: "RX-11",
    reason: isBonus(row) ? "加分，不超过满分" : "满分减扣分，最低为 0",
    sources: deductions.map(({ cell }) => cell),
    ...(isLive && most !== undefined
      ? { formula: isBonus(row) ? `=MIN(${most},${taken})` : `=MAX(0,${most}-${taken})` }
      : {}),
  });
}

/** 满分 for a formula: its cell where that holds the figure of the rules, else the figure. */
function mostOf(full: Figure | undefined, row: ManagementRow, settings: HotlineSettings): string | undefined {
  const due = fullMarks(row.itemNumber, settings);
  if (full?.kind === "amount" && (!due || full.value.eq(due)) && !full.storedAsText) return a1(full.cell);
  return due?.toString();
}

function sumOf(figures: readonly Figure[]): string {
  const cells = figures.map(({ cell }) => cell);
  return cells.length === 1 && cells[0] ? a1(cells[0]) : `SUM(${range(cells)})`;
}

/** Cells as one range where they stand one below the other, else one by one. */
function range(cells: readonly CellAddress[]): string {
  const [first, last] = [cells[0], cells.at(-1)];
  if (!first || !last) return "0";
  const isRun = cells.every(({ row, column }, at) => column === first.column && row === first.row + at);
  return isRun ? `${a1(first)}:${a1(last)}` : cells.map(a1).join(",");
}

function totalFormula(rows: readonly ManagementRow[], settings: HotlineSettings): string | undefined {
  if (rows.some(({ score }) => score.storedAsText)) return undefined;
  const beyond: string[] = [];
  for (const row of rows.filter((one) => goesOnFromTotal(one, settings))) {
    const deductions = row.reasons.flatMap(({ deduction }) => deduction ?? []);
    const most = mostOf(row.full, row, settings);
    if (deductions.length < row.reasons.length || most === undefined) return undefined;
    beyond.push(`-MAX(0,${sumOf(deductions)}-${most})`);
  }
  return `=MAX(0,MIN(100,SUM(${range(rows.map(({ score }) => score.cell))})${beyond.join("")}))`;
}
