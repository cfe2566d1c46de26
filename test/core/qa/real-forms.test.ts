import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import type { CellValue } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import * as published from "./real-forms";
import type { Rows } from "./real-forms";

const { summary2022, ...forms } = published;
type FormName = keyof typeof forms;

const bookOf = (...sheets: readonly Rows[]): AccountBook =>
  readBook({ sheets: sheets.map((values, index) => ({ name: `Sheet${index + 1}`, top: 0, left: 0, values })) });

/** Findings of the self-evaluation rules: rule, severity, cells. */
function findings(...sheets: readonly Rows[]): readonly string[] {
  return checkBook({ book: bookOf(...sheets), settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule))
    .map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map(a1).join()}`);
}

/** The rows with some cells changed. */
function changed(rows: Rows, cells: Readonly<Record<string, CellValue>>): Rows {
  const left = new Map(Object.entries(cells));
  const result = rows.map((row, r) =>
    Array.from({ length: Math.max(row.length, 11) }, (_, c) => {
      const at = a1({ row: r, column: c });
      const value = left.get(at) ?? row[c] ?? null;
      if (left.delete(at)) return cells[at] ?? null;
      return value;
    }),
  );
  expect([...left.keys()], "cells that are not in the form").toEqual([]);
  return result;
}

/** Forms on the sheet, indicators, 总分, rules that must have had something to judge. */
const READ: Readonly<Record<FormName, readonly (readonly [project: string, indicators: number, total: string])[]>> = {
  national2020: [["基层公共文化服务体系建设补助", 8, "99.85"]],
  shandong2019: [["视频监控维护费", 6, "99.46"]],
  shandong2024: [["综合办公楼租赁费", 8, "98.97"]],
  withSubtotals: [["妇幼保健经费", 5, "95"]],
  platform2021: [["道路养护", 6, "96.06"]],
  transfer2022: [["农村危房改造补助", 5, "100"]],
  twoOnOneSheet: [
    ["基层公共文化服务体系建设补助", 8, "99.85"],
    ["送戏下乡补助", 3, "100"],
  ],
  totalInLine: [["档案数字化", 4, "100"]],
  lowTotal: [["会议中心改造", 4, "61"]],
  unsigned2019: [["12345热线运行", 6, "99.85"]],
};

describe.each(Object.keys(forms) as FormName[])("a form without faults: %s", (name) => {
  const book = bookOf(forms[name]);

  it("is read in full", () => {
    expect(
      book.forms.map((form) => [
        form.projectName?.text,
        form.indicators.length,
        form.totals.map(({ score }) => score?.value.toString()).join(),
      ]),
    ).toEqual(READ[name]);
    const figures = book.forms.flatMap((form) => form.indicators.flatMap(({ weight, score }) => [weight, score]));
    expect(figures.filter(({ kind }) => kind !== "amount")).toEqual([]);
    expect(book.forms.flatMap((form) => form.indicators.map((item) => item.section))).not.toContain(undefined);
    expect(book.forms.every((form) => form.indicators.every(({ reason }) => reason !== undefined))).toBe(true);
  });

  it("is judged by the rules of funds, weights, scores and total, and raises no alarm", () => {
    expect(findings(forms[name])).toEqual([]);
    const { coverage } = checkBook({ book, settings: DEFAULT_SETTINGS });
    const judged = coverage.filter((row) => row.satisfied + row.withinRounding > 0).map(({ rule }) => rule);
    expect(judged).toEqual(
      expect.arrayContaining(["ZP-01", "ZP-02", "ZP-03", "ZP-04", "ZP-05", "ZP-06", "ZP-07", "ZP-09", "ZP-10"]),
    );
    for (const id of ["ZP-01", "ZP-02", "ZP-03", "ZP-04", "ZP-05", "ZP-10"])
      expect(coverage.find(({ rule }) => rule === id)?.notEvaluated, id).toBe(0);
  });
});

/** One fault each: the cells changed and what must be found, nothing else. */
const FAULTS: readonly (readonly [
  what: string,
  form: FormName,
  cells: Readonly<Record<string, CellValue>>,
  found: readonly string[],
])[] = [
  ["total wrong", "national2020", { H23: 98.85 }, ["ZP-05 error H23"]],
  ["full marks as total", "national2020", { H23: 100 }, ["ZP-05 error H23"]],
  ["total wrong as text", "shandong2019", { H17: "99.64分", A18: null }, ["ZP-05 error H17"]],
  ["total wrong in a line of text", "totalInLine", { A12: "自评得分：98分        自评等级：优" }, ["ZP-05 error A12"]],
  ["line and total differ", "shandong2019", { A18: "自评得分：98.46     自评等级：优" }, ["ZP-05 error A18"]],
  ["second form's total wrong", "twoOnOneSheet", { H41: 99 }, ["ZP-05 error H41"]],
  ["score over weight", "transfer2022", { H12: 21 }, ["ZP-05 error H17", "ZP-06 error H12", "ZP-07 error H12"]],
  ["missing reason", "shandong2024", { I19: null }, ["ZP-09 error I19"]],
  ["reason 无", "withSubtotals", { I15: "无" }, ["ZP-09 error I15"]],
  ["execution score wrong", "platform2021", { G5: 8, I15: 98 }, ["ZP-03 error G5"]],
  ["execution rate wrong", "national2020", { H7: 95.8 }, ["ZP-02 error H7"]],
  ["execution rate of a source wrong", "shandong2024", { H7: "59.00%" }, ["ZP-02 error H7"]],
  [
    "weights not 100",
    "shandong2019",
    { G11: 15, H11: 15, H17: 94.46, A18: null },
    ["ZP-04 error F6,G11,G12,G13,G14,G15,G16", "ZP-04 error G11,G12,G13,G14"],
  ],
  [
    "section weight not as printed",
    "shandong2024",
    { G13: 5, H13: 5, G16: 25, H16: 25 },
    ["ZP-04 error G13,G14,G15", "ZP-04 error G16,G18,G19"],
  ],
  ["ratio wrong", "shandong2024", { H19: 9, H22: 98.5 }, ["ZP-07 error H19"]],
  ["full marks under target", "lowTotal", { H11: 30, I11: null, H15: 76 }, ["ZP-07 error H11"]],
  ["not reached with full marks", "lowTotal", { H12: 20, I12: null, H15: 71 }, ["ZP-08 error H12"]],
  [
    "low total without explanation",
    "lowTotal",
    { A16: "总分在80分以下的，绩效目标未实现的原因分析及拟采取的措施说明：" },
    ["ZP-10 error A16"],
  ],
  ["sum of sources wrong", "shandong2019", { C8: "90,000.00" }, ["ZP-01 error C6"]],
  ["a wrong source with a breakdown", "withSubtotals", { E6: 220, H6: null }, ["ZP-01 error E5"]],
  ["later than the deadline", "withSubtotals", { E13: "2023年2月" }, ["ZP-08 verify E13,H13"]],
  ["other unit", "national2020", { F15: "1,350场" }, ["ZP-12 verify E15,F15"]],
  ["more complaints than allowed", "unsigned2019", { F14: "8次" }, ["ZP-07 verify H14"]],
];

describe("one fault", () => {
  it.each(FAULTS)("%s (%s)", (_what, name, cells, found) => {
    expect(findings(changed(forms[name], cells))).toEqual(found);
  });
});

describe("汇总表 with a score for every part", () => {
  const others = [forms.withSubtotals, forms.lowTotal];

  it("agrees with its forms", () => expect(findings(...others, summary2022)).toEqual([]));

  it.each([
    ["score", { J3: "96分" }, ["HZ-01 error J3"]],
    ["grade", { K4: "良" }, ["HZ-02 error K4"]],
    ["a project left out", { B4: null }, ["HZ-01 error C3"]],
  ] as const)("wrong %s", (_what, cells, found) => {
    expect(findings(...others, changed(summary2022, cells))).toEqual(found);
  });
});

/** Target and actual of an indicator with full marks; none may raise an alarm. */
const REACHED: readonly (readonly [name: string, target: CellValue, actual: CellValue])[] = [
  ["合格率", 1, "100%"],
  ["安全事故", "0起", "0"],
  ["拨付时间", "2020年12月31日前", "2020年12月25日"],
  ["拨付时间", "12月底前", "12月20日"],
  ["完成时限", "2020年底前", "2020年12月"],
  ["完成时间", "2020.12.31", "2020.12.30"],
  ["等次", "优", "优秀"],
  ["及时性", "按时完成", "按时"],
  ["及时性", "及时", "及时完成"],
  ["设备数", "3台/套", "3台"],
  ["支持企业", "≥20家", "21家企业"],
  ["培训", "≥2场次", "3场"],
  ["标准", "3000元/人/月", "3000元/人·月"],
  ["巡检", "12次/年", "12次"],
  ["投诉率", "1%", "0.5%"],
  ["培训人次", "≥1200 人次", "1,350人次"],
  ["经费", "不超过50万元", "48万元"],
  ["面积", "1,200.5平方米", 1200.5],
  ["机制", "建立", "全部或基本达成预期指标"],
];

it.each(REACHED)("%s: %s reached by %s", (name, target, actual) => {
  const rows = changed(forms.national2020, { D14: name, E14: target, F14: actual });
  expect(findings(rows).filter((finding) => !finding.startsWith("ZP-11"))).toEqual([]);
});

it.each([
  ["拨付时间", "12月底前", "次年1月20日", ["ZP-08 verify F14,H14"]],
  ["拨付时间", "2020年11月底前", "2020年12月20日", ["ZP-08 verify F14,H14"]],
  ["培训人数", "200人", "200人次", ["ZP-12 verify E14,F14"]],
  ["整改率", "100%", "50%", ["ZP-07 verify H14"]],
] as const)("%s: %s not reached by %s", (name, target, actual, found) => {
  expect(findings(changed(forms.national2020, { D14: name, E14: target, F14: actual }))).toEqual(found);
});

it("takes a score printed above the table for the total where no row states it", () => {
  const rows = forms.unsigned2019.filter((row) => row[0] !== "总分");
  const scored = (score: number): Rows => [
    ...rows.slice(0, 4),
    ["自评得分", null, score, null, "自评等级", "优"],
    ...rows.slice(4),
  ];
  expect(findings(scored(99.85))).toEqual([]);
  expect(findings(scored(98.85))).toEqual(["ZP-05 error C5"]);
});

it("reads a header that names target and actual in a second row", () => {
  const rows = forms.unsigned2019.flatMap((row): Rows =>
    row[0] === "绩效指标"
      ? [
          ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", null, "分值", "得分", "偏差原因分析及改进措施"],
          [null, null, null, null, "年度指标值", "实际完成值"],
        ]
      : [row],
  );
  expect(bookOf(rows).forms.map((form) => form.indicators.map(({ actual }) => actual.kind))).toEqual([
    Array.from({ length: 6 }, () => "number"),
  ]);
  expect(findings(rows)).toEqual([]);
});
