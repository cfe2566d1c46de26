import { CASE_INPUTS, type UnitClass } from "../../src/core/model/hotline";
import type { CellValue, SheetGrid } from "../../src/core/model/grid";

/** Twenty units of three classes: 5 街道, 7 镇, 8 部门. */
export const UNITS: readonly (readonly [string, UnitClass])[] = [
  ...["东城街道", "西城街道", "南关街道", "北关街道", "新区街道"].map((name) => [name, "街道"] as const),
  ...["甲镇", "乙镇", "丙镇", "丁镇", "戊镇", "己镇", "庚镇"].map((name) => [name, "镇"] as const),
  ...["教育局", "公安局", "民政局", "人社局", "住建局", "交通局", "水利局", "市监局"].map(
    (name) => [name, "部门"] as const,
  ),
];

const TYPICAL: Readonly<Record<UnitClass, number>> = { 街道: 110, 镇: 48, 部门: 38 };

/** Inputs of a unit in a month, varied by a rule of thumb so that every bracket and tie occurs: D … L. */
export function inputsOf(unit: number, month: number): readonly CellValue[] {
  const [, unitClass] = UNITS[unit] ?? ["", "部门" as const];
  const cases = Math.max(0, TYPICAL[unitClass] + ((unit * 17 + month * 29) % 70) - 35);
  if (cases === 0 || (unit === 11 && month === 3)) return [0, 0, null, null, 0, 0, 0, 0, 0];
  return [
    cases,
    (unit + month) % 4,
    (80 + ((unit * 7 + month * 3) % 21)) / 100,
    (70 + ((unit * 5 + month * 11) % 31)) / 100,
    (unit * month) % 3,
    (unit + month) % 7 === 0 ? 1 : 0,
    (unit + 2 * month) % 4,
    unit % 6 === 5 ? 1 : 0,
    ((unit + month) % 5) / 10,
  ];
}

const CASE_HEADER: readonly CellValue[] = [
  ...["序号", "单位", "类别", "承办工单数", "超期办理工单数", "服务过程满意率", "办理结果满意率"],
  ...["一次推诿件数", "两次及以上推诿件数", "一次退回重办件数", "两次及以上退回重办件数", "扣分指标扣分"],
  ...["满意度考核得分(70)", "办理时限得分(6)", "转办回退件得分(8)", "回访重办件得分(11)", "承办量得分(5)"],
  ...["工单办理考核得分(100)", "类内名次"],
];

/** 工单办理考核 of a month with its inputs; what follows from them is blank. */
export function caseSheet(month: number): SheetGrid {
  const inputs = UNITS.map((_, unit) => inputsOf(unit, month));
  const total = (column: number): CellValue =>
    column === 2 || column === 3
      ? null
      : inputs.reduce((sum, row) => sum + Math.round(Number(row[column] ?? 0) * 10), 0) / 10;
  return {
    name: `工单办理${String(month)}月`,
    top: 0,
    left: 0,
    values: [
      ["12345民生热线工单办理考核计分表"],
      [`考核期：2023年${String(month)}月`],
      CASE_HEADER,
      ...UNITS.map(([name, unitClass], unit) => [
        unit + 1,
        name,
        unitClass,
        ...(inputs[unit] ?? []),
        ...Array<CellValue>(7).fill(null),
      ]),
      ["合计", null, null, ...CASE_INPUTS.map((_, column) => total(column))],
    ],
  };
}

/** 排名 over some months: scores of the months as given (by unit), 综合管理得分, the rest blank. */
export function rankingSheet(
  title: string,
  months: readonly { readonly label: string; readonly scores: readonly CellValue[] }[],
  management: readonly CellValue[],
): SheetGrid {
  return {
    name: title.slice(0, 20),
    top: 0,
    left: 0,
    values: [
      [`${title}12345民生热线考核排名表`],
      [
        ...["单位", "类别", ...months.map(({ label }) => `${label}工单办理得分`)],
        ...["季度工单办理得分", "综合管理得分", "综合得分", "类内名次", "上季名次", "提示"],
      ],
      ...UNITS.map(([name, unitClass], unit) => [
        name,
        unitClass,
        ...months.map(({ scores }) => scores[unit] ?? null),
        ...[null, management[unit] ?? null, null, null, null, null],
      ]),
    ],
  };
}
