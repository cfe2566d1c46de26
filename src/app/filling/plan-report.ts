import { withoutDoubtful } from "../../core/filling/doubtful";
import type { FillPlan } from "../../core/filling/model";
import { planFill } from "../../core/filling/plan-fill";
import type { CheckReport } from "../check-report";

/** What can be filled in the workbook a report is about, and nothing that its diagnosis puts in doubt. */
export function planReport({ book, result, causes, settings, grid }: CheckReport): FillPlan {
  return withoutDoubtful(planFill(book, result, { settings, grid }), causes, result.findings);
}
