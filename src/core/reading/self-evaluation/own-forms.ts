import type { SelfEvaluationForm } from "../../model/form";
import type { FormRows } from "./find-forms";
import type { GridView } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import { isDepartmentTitle, isForeignTitle, isFormTitle, PROJECT_NAME } from "./labels";

/** The label of what a form of a whole department or unit is about. */
const DEPARTMENT_NAME = /^(预算)?(部门|单位|部门[(/]单位\)?|单位[(/]部门\)?)名称/;

/** What a form is about: a project; a whole department, by its title or a department's name where a project's should be;
 *  or none of these (绩效监控, 绩效目标申报). */
export type FormSubject = "project" | "department" | "other";

export function subjectOf(view: GridView, rows: FormRows): FormSubject {
  let department = false;
  let named = false;
  for (let row = rows.start; row < rows.end && !indicatorHeaderAt(view, row); row++) {
    const cells = view.row(row);
    const first = cells[0]?.label ?? "";
    // Below the project's name the words of such a title are those of its goals.
    if (!named && cells.length <= 2 && isForeignTitle(first)) return isDepartmentTitle(first) ? "department" : "other";
    named ||= cells.some(({ label }) => PROJECT_NAME.test(label)) || (isFormTitle(first) && first.includes("项目"));
    department ||= DEPARTMENT_NAME.test(first);
  }
  return named || !department ? "project" : "department";
}

/** Whether nobody has filled in anything but what is printed on the form. */
export function isBlankForm(form: SelfEvaluationForm): boolean {
  const figures = [
    ...form.funds.flatMap((row) => [...row.figures].flatMap(([column, figure]) => (column === "weight" ? [] : figure))),
    ...form.totals.flatMap(({ score }) => score ?? []),
  ];
  return !form.projectName && form.indicators.length === 0 && figures.every(({ kind }) => kind !== "amount");
}
