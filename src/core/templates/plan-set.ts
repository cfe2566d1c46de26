import { selfEvaluationSheet, type PlannedForm } from "./forms/self-evaluation";
import { summarySheet } from "./forms/summary";
import { evaluationSheet } from "./forms/evaluation";
import { casesList, casesSheet } from "./forms/hotline-cases";
import { deductionsList, deductionsSheet, managementList, managementSheet, rankingSheet } from "./forms/hotline-others";
import { DEPARTMENT_FORM, usualLines } from "./forms/form-layout";
import type { SheetPlan } from "./model";
import { planTables } from "./new-set";
import type { SetHead } from "./head";
import { EXTRA_SHEETS, type ExtraSheet, type SetRequest } from "./set-request";
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
  const { head, layout, tables, projects, extras, subjects } = request;
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
    ...EXTRA_SHEETS.filter((extra) => extras.includes(extra)).flatMap((extra) => EXTRAS[extra](head, taken)),
  ];
}

const EXTRAS: Readonly<Record<ExtraSheet, (head: SetHead, taken: Set<string>) => readonly SheetPlan[]>> = {
  department: (head, taken) => {
    const name = freeSheetName("部门整体自评表", taken);
    const content = { project: head.unitName, lines: usualLines(head.year) };
    return [selfEvaluationSheet(name, head, content, DEPARTMENT_FORM).plan];
  },
  evaluation: (head, taken) => [evaluationSheet(freeSheetName("评价评分表", taken), head)],
  hotline: (head, taken) => {
    const cases = casesList(freeSheetName("工单办理考核", taken), head);
    const deductions = deductionsList(freeSheetName("扣分指标", taken), head);
    const management = managementList(freeSheetName("综合管理考核", taken), head);
    return [
      casesSheet(cases, deductions),
      deductionsSheet(deductions, cases),
      managementSheet(management, cases),
      rankingSheet(freeSheetName("热线考核排名", taken), head, cases, management),
    ];
  },
};
