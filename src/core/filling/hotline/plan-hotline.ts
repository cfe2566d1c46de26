import type { AccountBook } from "../../model/book";
import type { HotlineSettings } from "../../model/rule";
import type { FillPlan } from "../model";
import type { ViolatedCells } from "../violations";
import { HotlinePlan } from "./filled";
import { planCases } from "./plan-cases";
import { planDeductions } from "./plan-deductions";
import { planManagement } from "./plan-management";
import { planRanking } from "./plan-ranking";

/**
 * Plan for the hotline's assessment, sheet after sheet as they rest on one another: 扣分指标, 工单办理考核, 综合管理考核, 排名;
 * as live formulas. A unit without orders, or whose satisfaction nobody measured, stays blank, with the reason; nothing is
 * filled from inputs that are out of their range.
 */
export function planHotline({ hotline }: AccountBook, settings: HotlineSettings, violated: ViolatedCells): FillPlan {
  const plan = new HotlinePlan();
  for (const sheet of hotline) if (sheet.kind === "RX4") planDeductions(plan, sheet);
  for (const sheet of hotline) if (sheet.kind === "RX1") planCases(plan, hotline, sheet, settings, violated);
  for (const sheet of hotline) if (sheet.kind === "RX2") planManagement(plan, sheet, settings);
  for (const sheet of hotline) if (sheet.kind === "RX3") planRanking(plan, hotline, sheet, settings);
  return plan;
}
