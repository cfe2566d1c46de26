import { CASE_INPUTS, DEDUCTION_REASONS, type UnitClass } from "../../src/core/model/hotline";
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

/** How often each thing of 扣分指标 happened to a unit in a month. */
const countsOf = (unit: number, month: number): readonly number[] =>
  DEDUCTION_REASONS.map((_, reason) =>
    (unit * 5 + month * 3 + reason * 7) % 23 === 0 ? 1 + ((unit + reason) % 2) : 0,
  );

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

const DEDUCTION_HEADER: readonly CellValue[] = [
  ...["序号", "单位", "超期退件", "未详细写明回退理由和依据", "到期未续报或续报仍未解决", "已办经回访未办或未彻底"],
  ...["超出政策规定未列依据", "未承诺办结时限", "其他未通过", "二次提交不通过", "推诿进入督办"],
  ...["进入督办后仍不符合", "不按通知参加会议", "市重复投诉", "合计扣分"],
];

/** 扣分指标 of a month: groups above the reasons; the points are blank. */
export function deductionSheet(month: number): SheetGrid {
  const groups = [
    "序号",
    "单位",
    "回退",
    null,
    "续报",
    "市重新办理",
    null,
    null,
    null,
    "市督办",
    null,
    null,
    null,
    "市重复投诉",
  ];
  return {
    name: `扣分指标${String(month)}月`,
    top: 0,
    left: 0,
    values: [
      ["12345民生热线扣分指标统计表"],
      [`考核期：2023年${String(month)}月`],
      [...groups, "合计扣分"],
      [null, null, ...DEDUCTION_HEADER.slice(2, -1)],
      ...UNITS.map(([name], unit) => [unit + 1, name, ...countsOf(unit, month), null]),
    ],
  };
}

/** 综合管理考核细则: number, item, 满分, and the reasons with their points. */
const ITEMS: readonly (readonly [string, string, number, ...(readonly (readonly [string, number])[])])[] = [
  ["1.1", "组织领导", 4, ["领导未部署", 1]],
  ["1.2", "责任落实", 4, ["责任不落实", 1]],
  ["2.1", "工作制度", 2, ["制度不健全", 1]],
  ["2.2", "投诉曝光", 5, ["被投诉", 2], ["被曝光", 3]],
  ["2.3", "办件规范", 14, ["操作失误", 0.5], ["延期", 0.5], ["超期", 0.1], ["错别字", 0.2], ["批示件未办", 1]],
  ["2.4", "工作总结", 3, ["未报送", 2]],
  ["3.1", "知识库报送", 2, ["未报送", 1]],
  ["3.2", "知识库更新", 2, ["未更新", 1]],
  ["3.3", "知识库质量", 2, ["有差错", 1]],
  ["4.1", "现场督办", 16, ["不参加", 5], ["迟到", 2], ["人员不符", 2], ["不落实", 3], ["不一致", 2]],
  ["5.1", "会议培训", 6, ["缺席", 2], ["替会、迟到、早退", 1]],
  ["6.1", "联络畅通", 6, ["无人接听", 2], ["不回电", 3]],
  ["7.1", "信息报送", 4, ["未报送", 1]],
  ["7.2", "信息采用", 4, ["未采用", 1]],
  ["7.3", "宣传", 4, ["未宣传", 1.5]],
  ["8.1", "志愿服务", 4, ["未参加", 2]],
  ["9.1", "直播12345", 4, ["未参加", 2]],
  ["10.1", "其他", 4, ["其他情形", 1], ["辱骂", 2]],
  ["11.1", "加分：领导批示", 4, ["批示", 2]],
  ["11.2", "加分：媒体宣传", 2, ["宣传", 0.5]],
  ["11.3", "加分：创新", 2, ["创新", 1]],
  ["11.4", "加分：其他", 2, ["其他", 0.5]],
];

/** Lines of 综合管理考核 a unit has, its total included. */
export const LINES_OF_A_UNIT = ITEMS.reduce((lines, [, , , ...reasons]) => lines + reasons.length, 1);

/** 综合管理考核 of a quarter, a line a reason; 扣分, 得分 and 合计 are blank. */
export function managementSheet(quarter: number): SheetGrid {
  const name = ["一", "二", "三", "四"][quarter - 1] ?? "";
  const lines = UNITS.flatMap(([unit, unitClass], at) => [
    ...ITEMS.flatMap(([number, item, full, ...reasons], index) =>
      reasons.map(([reason, points], line) => [
        ...(line === 0 ? [unit, unitClass, number, item, full] : [unit, unitClass, null, null, null]),
        ...[
          reason,
          points,
          (at * 7 + index * 5 + line * 3 + quarter) % 11 === 0 ? 1 + ((at + line) % 3) : 0,
          null,
          null,
        ],
      ]),
    ),
    [unit, unitClass, "合计", ...Array<CellValue>(7).fill(null)],
  ]);
  return {
    name: `综合管理第${name}季度`,
    top: 0,
    left: 0,
    values: [
      [`2023年第${name}季度12345民生热线综合管理考核计分表`],
      ["单位", "类别", "编号", "考核内容", "满分", "扣分情形", "每次扣分", "次数", "扣分", "得分"],
      ...lines,
    ],
  };
}

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
