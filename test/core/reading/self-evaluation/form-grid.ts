import type { CellValue, SheetGrid } from "../../../../src/core/model/grid";
import { parseRange } from "../../../../src/core/model/cell";

/** One indicator line of a form: 一级, 二级, 三级, 指标值, 完成值, 分值, 得分, 偏差原因. */
export type IndicatorLine = readonly [
  CellValue,
  CellValue,
  CellValue,
  CellValue,
  CellValue,
  CellValue,
  CellValue,
  CellValue?,
];

/** What a test may set of a form; everything else is a consistent form without faults. */
export interface FormParts {
  readonly title?: string;
  readonly project?: CellValue;
  readonly unit?: CellValue;
  /** Rows of the funds block: label, 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分. */
  readonly funds?: readonly (readonly CellValue[])[] | null;
  readonly fundsLabel?: string;
  readonly indicators?: readonly IndicatorLine[];
  readonly indicatorHeader?: readonly CellValue[];
  readonly total?: readonly CellValue[] | null;
  readonly tail?: readonly (readonly CellValue[])[];
}

export const FUNDS: readonly (readonly CellValue[])[] = [
  ["年度资金总额", 100, 100, 98.5, 10, 0.985, 9.85],
  ["其中：财政拨款", 80, 80, 78.5, "-", 0.98125, "-"],
  ["上年结转资金", 0, 0, 0, "-", "-", "-"],
  ["其他资金", 20, 20, 20, "-", 1, "-"],
];

export const INDICATORS: readonly IndicatorLine[] = [
  ["产出指标（50分）", "数量指标", "培训人数", "≥200人", "200人", 20, 20, null],
  [null, null, "培训期数", "≥4期", "4期", 10, 10, null],
  [null, "质量指标", "培训合格率", "≥90%", "95%", 10, 10, null],
  [null, "成本指标", "人均培训成本", "≤500元/人", "480元/人", 10, 10, null],
  ["效益指标（30分）", "社会效益指标", "业务能力", "提升", "提升", 30, 30, null],
  ["满意度指标（10分）", "服务对象满意度指标", "学员满意度", "≥90%", "92%", 10, 10, null],
];

export const INDICATOR_HEADER: readonly CellValue[] = [
  "年度绩效指标(90分)",
  "一级指标",
  "二级指标",
  "三级指标",
  "年度指标值",
  "实际完成值",
  "分值",
  "得分",
  "偏差原因分析及改进措施",
];

/** Rows of a 自评表 in the common layout, nine columns wide; a form without faults unless `parts` says otherwise. */
export function formRows(parts: FormParts = {}): CellValue[][] {
  const funds = parts.funds === undefined ? FUNDS : parts.funds;
  const total = parts.total === undefined ? ["总分", null, null, null, null, null, 100, 99.85] : parts.total;
  return [
    [parts.title ?? "项目支出绩效自评表"],
    ["（2023年度）"],
    ["项目名称", null, parts.project === undefined ? "干部培训经费" : parts.project],
    ["主管部门及代码", null, "[101]某某局", null, null, "实施单位", parts.unit ?? "某某局机关"],
    ...(funds
      ? [
          [
            parts.fundsLabel ?? "项目资金（万元）",
            null,
            "年初预算数",
            "全年预算数",
            "全年执行数",
            "分值",
            "执行率",
            "得分",
          ],
          ...funds.map((row) => [null, ...row]),
        ]
      : []),
    ["年度总体目标", "年初预期目标", null, null, "目标实际完成情况"],
    [null, "完成全年 4 期培训。", null, null, "完成全年 4 期培训。"],
    [...(parts.indicatorHeader ?? INDICATOR_HEADER)],
    ...(parts.indicators ?? INDICATORS).map((line) => [null, ...line].map((value) => value ?? null)),
    ...(total ? [[...total]] : []),
    ...(parts.tail ?? []).map((row) => [...row]),
  ];
}

/** A sheet of these rows. */
export function sheetOf(
  rows: readonly (readonly CellValue[])[],
  options: Partial<SheetGrid> & { readonly mergedAreas?: readonly string[] } = {},
): SheetGrid {
  const { mergedAreas, ...rest } = options;
  return {
    name: "自评表",
    top: 0,
    left: 0,
    values: rows,
    ...(mergedAreas ? { merges: mergedAreas.map(parseRange) } : {}),
    ...rest,
  };
}

/** Rows of a 汇总表: 序号, 项目名称, 资金使用单位, 得分, 等级. */
export function summaryRows(
  projects: readonly (readonly [CellValue, CellValue, CellValue, CellValue])[],
): CellValue[][] {
  return [
    ["2023年度项目支出绩效自评结果汇总表"],
    ["序号", "项目名称", "资金使用单位", "自评得分", "自评等级"],
    ...projects.map(([name, unit, score, grade], index) => [index + 1, name, unit, score, grade]),
  ];
}
