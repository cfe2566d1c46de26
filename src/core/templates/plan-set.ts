import { selfEvaluationSheet, type PlannedForm } from "./forms/self-evaluation";
import { summarySheet } from "./forms/summary";
import { usualLines } from "./forms/form-layout";
import type { SheetPlan } from "./model";
import { planTables } from "./new-set";
import type { SetRequest } from "./set-request";
import { freeSheetName } from "./sheet-names";

/**
 * All sheets of a new set in their order: tables, 汇总表, 自评表. No name is one of those in use.
 */
export function planSet(
  request: SetRequest,
  inUse: Iterable<string>,
  nameOf: (code: string) => string | undefined,
): readonly SheetPlan[] {
  const taken = new Set([...inUse].map((name) => name.toLowerCase()));
  const { head, layout, tables, projects, subjects } = request;
  const sheets = planTables({ head, layout, tables: new Set(tables), subjects, nameOf }, taken);
  const summaryName = request.summary ? freeSheetName("项目支出绩效自评情况汇总表", taken) : undefined;
  const lines = usualLines(head.year);
  const planned = projects.map((project, i): PlannedForm =>
    selfEvaluationSheet(freeSheetName(`自评表-${i + 1}`, taken), head, { project, lines }),
  );
  return [
    ...sheets,
    ...(summaryName === undefined ? [] : [summarySheet(summaryName, head, planned)]),
    ...planned.map(({ plan }) => plan),
  ];
}
