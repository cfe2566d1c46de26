import { normaliseLabel } from "../../glossary/normalise";
import type { TextCell } from "../../model/figure";
import type { SelfEvaluationForm } from "../../model/form";
import type { MoneyUnit } from "../../model/quantity";
import type { FormRows } from "./find-forms";
import type { GridView } from "./grid-view";
import { indicatorHeaderAt } from "./indicator-header";
import { fundsHeader, isFormTitle, isHeadLabel, PROJECT_NAME } from "./labels";

/** Head of a form: title, year, project, department, implementing unit, the money unit it states. */
export type FormHead = Pick<
  SelfEvaluationForm,
  "title" | "year" | "moneyUnit" | "projectName" | "department" | "implementingUnit"
>;

/** Reads the rows above the funds block and the indicators. What is not printed is absent. */
export function readHead(view: GridView, rows: FormRows): FormHead {
  let title: TextCell | undefined;
  let year: number | undefined;
  let projectName: TextCell | undefined;
  let department: TextCell | undefined;
  let implementingUnit: TextCell | undefined;
  for (let row = rows.start; row < rows.end; row++) {
    const cells = view.row(row);
    if (fundsHeader(cells) || indicatorHeaderAt(view, row)) break;
    for (const { column, label } of cells) {
      if (title === undefined && isFormTitle(label)) title = view.textCell(row, column);
      // A project's own name may hold another year.
      if (column === cells[0]?.column) year ??= yearIn(label);
      projectName ??= labelled(view, row, column, PROJECT_NAME);
      department ??= labelled(view, row, column, /^(项目)?(主管|预算)(部门|单位)/);
      implementingUnit ??= labelled(
        view,
        row,
        column,
        /^(项目|具体)?(实施|使用|承担)(单位|处室|处|科室)|^项目单位|^资金使用单位/,
      );
    }
  }
  const moneyUnit = moneyUnitOf(view, rows);
  return {
    ...(title ? { title } : {}),
    ...(year === undefined ? {} : { year }),
    ...(moneyUnit ? { moneyUnit } : {}),
    ...(projectName ? { projectName } : {}),
    ...(department ? { department } : {}),
    ...(implementingUnit ? { implementingUnit } : {}),
  };
}

/** The year a head label states: "(2022年度)", "2021年度项目支出绩效自评表"; undefined for other labels. */
export function yearIn(label: string): number | undefined {
  if (label.length > 60) return undefined;
  const digits = /(?:^|\D)(20\d\d)年/.exec(label)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/** Value of a label in the same cell after a colon or in the next cell; undefined where the label has none. */
function labelled(view: GridView, row: number, column: number, pattern: RegExp): TextCell | undefined {
  const text = view.text(row, column);
  if (!pattern.test(normaliseLabel(text))) return undefined;
  const inline = /[:：]\s*(\S.*)$/s.exec(text)?.[1]?.trim();
  if (inline) return { cell: view.address(row, column), text: inline };
  const cells = view.row(row);
  const next = cells[cells.findIndex((cell) => cell.column === column) + 1];
  return next === undefined || isHeadLabel(next.label) ? undefined : view.textCell(row, next.column);
}

/** 单位：万元, 金额单位：元, 项目资金（万元）: from the head down to the funds block's last row. */
function moneyUnitOf(view: GridView, rows: FormRows): MoneyUnit | undefined {
  for (let row = rows.start; row < rows.end; row++) {
    const cells = view.row(row);
    if (indicatorHeaderAt(view, row)) return undefined;
    for (const { label } of cells) {
      if (label.length > 40) continue;
      const found = /(?:单位:?|\()(?:人民币)?(万元|元)(?:\)|$)/.exec(label)?.[1] ?? /^(万元|元)$/.exec(label)?.[1];
      if (found === "万元" || found === "元") return found;
    }
  }
  return undefined;
}
