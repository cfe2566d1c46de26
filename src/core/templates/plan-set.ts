import type { Opening } from "./carry";
import { selfEvaluationSheet, type PlannedForm } from "./forms/self-evaluation";
import { summarySheet } from "./forms/summary";
import { usualLines, type FormContent } from "./forms/form-layout";
import type { SheetPlan } from "./model";
import { planTables } from "./new-set";
import type { SetRequest } from "./set-request";
import { freeSheetName } from "./sheet-names";

/**
 * All sheets of a new set in their order: tables, 汇总表, 自评表. No name is one of those in use.
 * @param openings figures that tables begin with
 * @param forms the projects' forms where they are carried over; by default blank ones by the projects' names
 */
export function planSet(
  request: SetRequest,
  inUse: Iterable<string>,
  nameOf: (code: string) => string | undefined,
  openings: readonly Opening[] = [],
  forms: readonly FormContent[] = request.projects.map((project) => ({
    project,
    lines: usualLines(request.head.year),
  })),
): readonly SheetPlan[] {
  const taken = new Set([...inUse].map((name) => name.toLowerCase()));
  const { head, layout, tables, subjects } = request;
  const sheets = planTables({ head, layout, tables: new Set(tables), subjects, nameOf, openings }, taken);
  const summaryName = request.summary ? freeSheetName("项目支出绩效自评情况汇总表", taken) : undefined;
  const planned = forms.map((form, i): PlannedForm =>
    selfEvaluationSheet(freeSheetName(`自评表-${i + 1}`, taken), head, form),
  );
  return [
    ...sheets,
    ...(summaryName === undefined ? [] : [summarySheet(summaryName, head, planned)]),
    ...planned.map(({ plan }) => plan),
  ];
}
