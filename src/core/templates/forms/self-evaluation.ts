import { a1, type CellAddress } from "../../model/cell";
import { targetScore } from "../formulas";
import { SheetBuilder } from "../sheet-builder";
import type { SetHead } from "../head";
import type { SheetPlan } from "../model";
import { EXECUTION_WEIGHT, PROJECT_FORM, type FormContent } from "./form-layout";

/** Points of a row. */
const ROW_HEIGHT = 24;
const COLUMNS = 9;
const FUNDS = 4;
const GOALS = FUNDS + 5;
const HEADER = GOALS + 2;
const FIRST = HEADER + 1;
const [BUDGET, ANNUAL, EXECUTED, WEIGHT, RATE, SCORE] = [2, 3, 4, 5, 6, 7];
const [TARGET, ACTUAL] = [4, 5];
const INDICATOR_WEIGHT = 6;
const INDICATOR_SCORE = 7;

/** A planned form, and where its project's name and total score stand. */
export interface PlannedForm {
  readonly plan: SheetPlan;
  readonly name: CellAddress;
  readonly unit: CellAddress;
  readonly total: CellAddress;
}

/** A 项目支出绩效自评表: funds, goals, indicators; totals, execution rate and score, and 总分 follow by formula. */
export function selfEvaluationSheet(
  sheetName: string,
  head: SetHead,
  content: FormContent,
  variant = PROJECT_FORM,
): PlannedForm {
  const sheet = new SheetBuilder(sheetName, COLUMNS);
  const row = (top: number, left: number, right: number) => ({ top, left, bottom: top, right });
  sheet.merge(row(0, 0, COLUMNS - 1), variant.title, "title");
  sheet.height(0, 30);
  sheet.merge(row(1, 0, COLUMNS - 1), `（${head.year}年度）`, "centrePlain");
  sheet.merge(row(2, 0, 1), variant.nameLabel, "head");
  sheet.merge(row(2, 2, COLUMNS - 1), content.project || null, "text");
  sheet.merge(row(3, 0, 1), "主管部门", "head");
  sheet.merge(row(3, 2, 4), head.unitName || null, "text");
  sheet.put(3, 5, "实施单位", "head");
  sheet.merge(row(3, 6, COLUMNS - 1), null, "text");
  putFunds(sheet, head, variant.fundsLabel);
  sheet.merge({ top: GOALS, left: 0, bottom: GOALS + 1, right: 0 }, "年度总体目标", "head");
  sheet.merge(row(GOALS, 1, 3), "年初预期目标", "head");
  sheet.merge(row(GOALS, 4, COLUMNS - 1), "目标实际完成情况", "head");
  sheet.merge(row(GOALS + 1, 1, 3), null, "text");
  sheet.merge(row(GOALS + 1, 4, COLUMNS - 1), null, "text");
  sheet.height(GOALS + 1, 60);
  const end = FIRST + content.lines.length;
  putIndicators(sheet, content, head.formulas, end);
  const total = putTotal(sheet, head, end);
  const plan = sheet.plan(ROW_HEIGHT, {
    kind: variant.kind,
    widths: [14, 17, 22, 24, 15, 15, 12, 10, 26],
    onePage: true,
    isPortrait: false,
    repeated: { top: 0, bottom: 1 },
  });
  const at = (r: number, column: number): CellAddress => ({ sheet: sheetName, row: r, column });
  return { plan, name: at(2, 2), unit: at(3, 6), total };
}

function putFunds(sheet: SheetBuilder, { moneyUnit, formulas }: SetHead, label: string): void {
  sheet.merge(
    { top: FUNDS, left: 0, bottom: FUNDS + 4, right: 0 },
    `${label}（${EXECUTION_WEIGHT}分）（${moneyUnit}）`,
    "head",
  );
  const labels = [null, "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"];
  labels.forEach((label, i) => sheet.put(FUNDS, i + 1, label, "head"));
  sheet.put(FUNDS, 8, null, "head");
  ["年度资金总额", "其中：财政拨款", "上年结转资金", "其他资金"].forEach((label, i) => {
    const at = FUNDS + 1 + i;
    sheet.put(at, 1, label, "label");
    for (const column of [BUDGET, ANNUAL, EXECUTED]) {
      const cell = { row: at, column };
      const parts = `${a1({ row: FUNDS + 2, column })}:${a1({ row: FUNDS + 4, column })}`;
      if (i === 0 && formulas) sheet.formula(cell, `=IF(COUNT(${parts})=0,"",SUM(${parts}))`, "sum", "");
      else sheet.put(at, column, null, "figure");
    }
    for (const column of [WEIGHT, RATE, SCORE]) sheet.put(at, column, i === 0 ? null : "-", "centre");
    sheet.put(at, 8, null, "text");
  });
  const top = FUNDS + 1;
  sheet.put(top, WEIGHT, EXECUTION_WEIGHT, "points");
  const [a, b] = [a1({ row: top, column: ANNUAL }), a1({ row: top, column: EXECUTED })];
  const none = `OR(N(${a})=0,${b}="")`;
  if (formulas) {
    sheet.formula({ row: top, column: RATE }, `=IF(${none},"",${b}/${a})`, "share", "");
    const weight = a1({ row: top, column: WEIGHT });
    const score = `=IF(${none},"",ROUND(MIN(1,${b}/${a})*${weight},2))`;
    sheet.formula({ row: top, column: SCORE }, score, "points", "");
  } else {
    sheet.put(top, RATE, null, "share");
    sheet.put(top, SCORE, null, "points");
  }
}

function putIndicators(sheet: SheetBuilder, { lines }: FormContent, formulas: boolean, end: number): void {
  const weight = lines.reduce((sum, line) => sum + line.weight, 0);
  sheet.merge({ top: HEADER, left: 0, bottom: end - 1, right: 0 }, `年度绩效指标（${weight}分）`, "head");
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"].forEach(
    (label, i) => sheet.put(HEADER, i + 1, label, "head"),
  );
  lines.forEach(({ level1, level2, weight: points }, i) => {
    const at = FIRST + i;
    if (lines[i - 1]?.level1 !== level1) {
      const after = lines.findIndex((line, later) => later > i && line.level1 !== level1);
      const bottom = FIRST + (after < 0 ? lines.length : after) - 1;
      sheet.merge({ top: at, left: 1, bottom, right: 1 }, level1, "centre");
    }
    sheet.put(at, 2, level2, "label");
    sheet.put(at, 3, null, "text");
    sheet.put(at, 4, null, "text");
    sheet.put(at, 5, null, "text");
    sheet.put(at, INDICATOR_WEIGHT, points, "points");
    const here = (column: number): string => a1({ row: at, column });
    const score = { row: at, column: INDICATOR_SCORE };
    if (formulas) sheet.formula(score, targetScore(here(TARGET), here(ACTUAL), here(INDICATOR_WEIGHT)), "points", "");
    else sheet.put(at, INDICATOR_SCORE, null, "points");
    sheet.put(at, 8, null, "text");
  });
}

/** 总分: the weights come to 100, the scores add up once one is there. */
function putTotal(sheet: SheetBuilder, { formulas }: SetHead, end: number): CellAddress {
  sheet.merge({ top: end, left: 0, bottom: end, right: INDICATOR_WEIGHT - 1 }, "总分", "centre");
  const area = (column: number): string => `${a1({ row: FIRST, column })}:${a1({ row: end - 1, column })}`;
  const execution = (column: number): string => a1({ row: FUNDS + 1, column });
  const scores = `${execution(SCORE)},${area(INDICATOR_SCORE)}`;
  if (formulas) {
    const weights = `=SUM(${execution(WEIGHT)},${area(INDICATOR_WEIGHT)})`;
    sheet.formula({ row: end, column: INDICATOR_WEIGHT }, weights, "points", 100);
    const total = `=IF(COUNT(${area(INDICATOR_SCORE)})=0,"",SUM(${scores}))`;
    sheet.formula({ row: end, column: INDICATOR_SCORE }, total, "points", "");
  } else {
    sheet.put(end, INDICATOR_WEIGHT, 100, "points");
    sheet.put(end, INDICATOR_SCORE, null, "points");
  }
  sheet.put(end, 8, null, "text");
  return { sheet: sheet.name, row: end, column: INDICATOR_SCORE };
}
