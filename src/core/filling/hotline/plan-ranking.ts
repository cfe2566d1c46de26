import { amount, type Amount } from "../../model/amount";
import { a1 } from "../../model/cell";
import type { HotlineSheet, RankingRow, RankingSheet } from "../../model/hotline";
import type { HotlineSettings } from "../../model/rule";
import { points } from "../../scoring/form-figures";
import { managementFor, monthScoreFor } from "../../scoring/hotline-links";
import { isAmongLast, isLastAgain, overallScore, quarterScore } from "../../scoring/ranking";
import { writeOf } from "../plan-cell";
import type { HotlinePlan } from "./filled";
import { planRanks, type RankedUnit } from "./plan-ranks";

/** Fills 排名: scores of the months and of 综合管理 from their own sheets, the quarter, the total, ranks and notes. */
export function planRanking(
  plan: HotlinePlan,
  sheets: readonly HotlineSheet[],
  sheet: RankingSheet,
  settings: HotlineSettings,
): void {
  const group = sheet.title?.text ?? sheet.sheet;
  for (const row of sheet.rows) {
    for (const [at, figure] of row.months.entries()) {
      const month = sheet.monthNumbers[at];
      plan.takeOver(figure, plan.after(monthScoreFor(sheets, sheet, month, row.unit)), {
        group,
        label: `${row.unit.text} · ${month ?? ""}月工单办理得分`,
        rule: "RX-10",
      });
    }
    plan.takeOver(row.management, plan.after(managementFor(sheets, sheet, row.unit)), {
      group,
      label: `${row.unit.text} · 综合管理得分`,
      rule: "RX-10",
    });
    if (settings.quarter === "mean") planQuarter(plan, row, group);
    planOverall(plan, row, sheet.workOrderShare ?? amount("0.8"), group);
  }
  const byOverall = settings.ranking === "overall";
  const units = sheet.rows.map(({ unit, unitClass, classCell, overall, workOrders, rank }): RankedUnit => {
    const score = byOverall ? overall : workOrders;
    const cells = { classCell: classCell?.cell, scoreCell: score?.cell };
    return { unitClass, score: plan.after(score), rank, label: unit.text, ...cells };
  });
  planNotices(plan, sheet, units, settings, group);
  planRanks(plan, units, group);
}

function planQuarter(plan: HotlinePlan, { unit, months, workOrders }: RankingRow, group: string): void {
  const mean = quarterScore(months.map((month) => plan.after(month)));
  const [first, last] = [months[0], months.at(-1)];
  if (workOrders?.kind !== "blank" || !mean || !first || !last) return;
  plan.put(workOrders, mean, {
    group,
    label: `${unit.text} · 季度工单办理得分`,
    rule: "RX-10",
    reason: "有得分各月的平均数",
    sources: months.map(({ cell }) => cell),
    formula: `=ROUND(AVERAGE(${a1(first.cell)}:${a1(last.cell)}),2)`,
  });
}

function planOverall(plan: HotlinePlan, row: RankingRow, share: Amount, group: string): void {
  const { unit, overall } = row;
  const [workOrders, management] = [plan.after(row.workOrders), plan.after(row.management)];
  if (overall?.kind !== "blank" || !workOrders || !management) return;
  const label = `${unit.text} · 综合得分`;
  if (workOrders.kind !== "amount" || management.kind !== "amount") {
    const reason = workOrders.kind === "amount" ? "综合管理得分未填" : "没有工单办理得分";
    if (management.kind === "amount" || workOrders.kind === "amount")
      plan.notDerivable.push({ cell: overall.cell, group, label, reason });
    return;
  }
  const [percent, rest] = [share.times(100), amount(100).minus(share.times(100))];
  plan.put(overall, overallScore(workOrders.value, management.value, share), {
    group,
    label,
    rule: "RX-10",
    reason: `工单办理 × ${points(percent)}% + 综合管理 × ${points(rest)}%`,
    sources: [workOrders.cell, management.cell],
    formula: `=ROUND(${a1(workOrders.cell)}*${percent.toString()}%+${a1(management.cell)}*${rest.toString()}%,2)`,
  });
}

/** What the last are told; more where it is the second quarter running. */
function planNotices(
  plan: HotlinePlan,
  sheet: RankingSheet,
  units: readonly RankedUnit[],
  { lastPlaces }: HotlineSettings,
  group: string,
): void {
  for (const [at, { notice, unitClass, unit, previousRank }] of sheet.rows.entries()) {
    if (!notice || notice.text !== "" || isAmongLast(units, at, lastPlaces) !== true) continue;
    const again = isLastAgain(units, unitClass, previousRank);
    plan.writes.push(
      writeOf(
        { cell: notice.cell, raw: "", kind: "blank" },
        {
          group,
          label: `${unit.text} · 提示`,
          content: again ? "主要负责人说明情况，问责" : "书面整改报告（分管负责人）",
          rule: "RX-12",
          reason: "本类末位（部门后三名）",
          sources: [],
        },
      ),
    );
  }
}
