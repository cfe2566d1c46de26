import type { AccountBook } from "../model/book";
import type { CheckResult } from "../model/finding";
import type { CheckSettings } from "../model/rule";
import type { FillPlan } from "./model";
import { planForms } from "./plan-forms";
import { planSummaries } from "./plan-summary";
import { planTables } from "./plan-tables";

export interface FillOptions {
  /** Grades of the 汇总表 follow these thresholds. */
  readonly settings: CheckSettings;
}

/**
 * Everything that can be filled in a workbook, and what should be but can't, with the reason (domain.md 6). The plan
 * holds present and new content of every cell; the core writes nothing. Planning again after it was written yields
 * no further blank cells.
 */
export function planFill(book: AccountBook, result: CheckResult, { settings }: FillOptions): FillPlan {
  const plans = [planTables(book, result), planForms(book), planSummaries(book, settings)];
  return {
    writes: plans.flatMap((plan) => plan.writes),
    notDerivable: plans.flatMap((plan) => plan.notDerivable),
  };
}
