import { a1 } from "../../model/cell";
import { gradeFormula, refer } from "../formulas";
import type { SetHead } from "../head";
import type { SheetPlan } from "../model";
import { SheetBuilder } from "../sheet-builder";
import type { PlannedForm } from "./self-evaluation";

/** Points of a row. */
const ROW_HEIGHT = 24;
const HEADER = 2;
const FIRST = HEADER + 1;
/** Lines to type into where the set has no forms. */
const BLANK_LINES = 5;

/** 项目支出绩效自评情况汇总表: a line a form, its name and score taken from there, the grade by 优 90, 良 80, 中 60. */
export function summarySheet(sheetName: string, head: SetHead, forms: readonly PlannedForm[]): SheetPlan {
  const sheet = new SheetBuilder(sheetName, 5);
  const title = `${head.year}年度${head.unitName}项目支出绩效自评情况汇总表`;
  sheet.merge({ top: 0, left: 0, bottom: 0, right: 4 }, title, "title");
  sheet.height(0, 30);
  sheet.put(1, 0, "预算部门（盖章）：", "edge");
  ["序号", "项目名称", "资金使用单位", "自评得分", "自评等级"].forEach((label, i) =>
    sheet.put(HEADER, i, label, "head"),
  );
  const lines = forms.length || BLANK_LINES;
  for (let i = 0; i < lines; i++) {
    const row = FIRST + i;
    const form = forms[i];
    sheet.put(row, 0, form ? i + 1 : null, "line");
    const own = { sheet: sheetName, row, column: 3 };
    const score = a1(own);
    if (form && head.formulas) {
      const taken = (cell: PlannedForm["name"]): string => `=IF(${refer(own, cell)}="","",${refer(own, cell)})`;
      const name = form.plan.rows[form.name.row]?.[form.name.column]?.content ?? "";
      sheet.formula({ row, column: 1 }, taken(form.name), "label", name);
      sheet.formula({ row, column: 2 }, taken(form.unit), "label", "");
      sheet.formula({ row, column: 3 }, taken(form.total), "points", "");
    } else {
      sheet.put(row, 1, null, "text");
      sheet.put(row, 2, null, "text");
      sheet.put(row, 3, null, "points");
    }
    if (head.formulas) sheet.formula({ row, column: 4 }, gradeFormula(score), "centre", "");
    else sheet.put(row, 4, null, "centre");
  }
  return sheet.plan(ROW_HEIGHT, { kind: "ZPHZ", widths: [8, 50, 36, 14, 14], repeated: { top: 0, bottom: HEADER } });
}
