import type { FillPlan } from "../../core/filling/model";
import { planFill } from "../../core/filling/plan-fill";
import type { CheckReport } from "../check-report";

/** What can be filled in the workbook a report is about. */
export function planReport({ book, result, settings, grid }: CheckReport): FillPlan {
  return planFill(book, result, { settings, grid });
}
