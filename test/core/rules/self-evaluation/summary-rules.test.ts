import { describe, expect, it } from "vitest";
import { runRule } from "../../../../src/core/checking/run-rule";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import { amount } from "../../../../src/core/model/amount";
import { rule as hz01 } from "../../../../src/core/rules/self-evaluation/hz-01-listed-scores";
import { rule as hz02 } from "../../../../src/core/rules/self-evaluation/hz-02-grades";
import { rule as hz03 } from "../../../../src/core/rules/self-evaluation/hz-03-project-expenditure";
import { nameLikeness } from "../../../../src/core/glossary/name-likeness";
import { testRule } from "../../../support/rule-tester";
import { bookOf, totalOf, withFunds } from "./form-books";

const one = [{}];
const listed = (name: string, score: number | string = 99.85, grade = "优", unit = "某某局机关") =>
  [name, unit, score, grade] as const;

testRule(hz01, {
  satisfied: [
    { name: "listed with its total", book: bookOf(one, { listed: [listed("干部培训经费")] }) },
    {
      name: "brackets, blanks and the year do not matter",
      book: bookOf([{ project: "2023年度维修（护）费" }], { listed: [listed("维修(护) 费")] }),
    },
    {
      name: "one name in three units, in another order",
      book: bookOf(
        [
          { project: "办公费", unit: "[118001001]某市人民政府办公室(机关)", total: totalOf(95) },
          { project: "办公费", unit: "[118002]某市人民政府驻京办事处" },
          { project: "办公费", unit: "[118003]某市人民政府驻济南办事处", total: totalOf(90) },
        ],
        {
          listed: [
            listed("办公费", 90, "优", "市政府驻济办"),
            listed("办公费", 99.85, "优", "市政府驻京办"),
            listed("办公费", 95, "优", "机关"),
          ],
        },
      ),
    },
  ],
  withinRounding: [
    {
      name: "listed with one decimal",
      book: bookOf([{ total: totalOf(99.85) }], { listed: [listed("干部培训经费", 99.9)] }),
    },
  ],
  violated: [
    {
      name: "another score",
      book: bookOf(one, { listed: [listed("干部培训经费", 99.7)] }),
      cells: ["D3"],
      message: /得分比自评表总分少 0\.15 分/,
    },
    {
      name: "not listed",
      book: bookOf(one, { listed: [listed("办公设备购置", 90)] }),
      cells: ["C3"],
      message: "“干部培训经费”未列入汇总表",
    },
    {
      name: "listed twice",
      book: bookOf(one, { listed: [listed("干部培训经费"), listed("干部培训经费")] }),
      cells: ["B4"],
      message: "重复列示",
    },
    {
      name: "a suffix left out",
      book: bookOf(one, { listed: [listed("干部培训")] }),
      cells: ["B3"],
      message: "不一致，按同一项目核对",
      severity: "hint",
    },
    {
      name: "a part of the prefix left out",
      book: bookOf([{ project: "市民投诉中心-全市政务服务热线平台和运行保障专项" }], {
        listed: [listed("市民投诉-全市政务服务热线平台和运行保障专项")],
      }),
      cells: ["B3"],
      message: "不一致",
      severity: "hint",
    },
    {
      name: "二期 is not 一期",
      book: bookOf([{ project: "信息系统建设工程一期" }], { listed: [listed("信息系统建设工程二期")] }),
      cells: ["C3"],
      message: "未列入",
    },
  ],
  notEvaluated: [
    { name: "no 汇总表", book: bookOf(one), reason: "缺少项目支出绩效自评结果汇总表" },
    { name: "no forms", book: bookOf([], { listed: [listed("干部培训经费")] }), reason: "缺少项目支出绩效自评表" },
    {
      name: "projects without forms",
      book: bookOf(one, { listed: [listed("干部培训经费"), listed("办公设备购置")] }),
      reason: "有 1 个项目未附自评表（“办公设备购置”）",
    },
    { name: "no score listed", book: bookOf(one, { listed: [listed("干部培训经费", "")] }), reason: "得分未填" },
    {
      name: "a form without a total",
      book: bookOf([{ total: null }], { listed: [listed("干部培训经费")] }),
      reason: "没有总分",
    },
    {
      name: "a form without a name",
      book: bookOf([{ project: null }], { listed: [listed("干部培训经费")] }),
      reason: "没有项目名称",
    },
  ],
});

const graded = (score: number | string, grade: string) => bookOf([], { listed: [listed("甲", score, grade)] });

testRule(hz02, {
  satisfied: [
    { name: "90 is 优", book: graded(90, "优秀") },
    {
      name: "89.99 and 80 are 良",
      book: bookOf([], { listed: [listed("甲", 89.99, "良好"), listed("乙", 80, "良")] }),
    },
    {
      name: "79.99 and 60 are 中",
      book: bookOf([], { listed: [listed("甲", 79.99, "中"), listed("乙", 60, "中等")] }),
    },
    { name: "59.99 is 差", book: graded(59.99, "差") },
  ],
  violated: [
    { name: "89.99 as 优", book: graded(89.99, "优"), cells: ["E3"], message: "得分 89.99，等级应为“良”，现为“优”" },
    { name: "90 as 良", book: graded(90, "良"), cells: ["E3"], message: "等级应为“优”" },
    { name: "79.99 as 良", book: graded(79.99, "良"), cells: ["E3"], message: "等级应为“中”" },
    { name: "59.99 as 中", book: graded(59.99, "中"), cells: ["E3"], message: "等级应为“差”" },
  ],
  notEvaluated: [
    { name: "no 汇总表", book: bookOf([{}]), reason: "缺少项目支出绩效自评结果汇总表" },
    {
      name: "no grades",
      book: bookOf([], { summary: [["项目绩效自评情况汇总表"], ["序号", "项目名称", "得分"], [1, "甲", 95]] }),
      reason: "没有等级栏",
    },
    { name: "grade blank", book: graded(95, ""), reason: "等级未填" },
    { name: "an unknown grade", book: graded(95, "A"), reason: "等级“A”未能识别" },
    { name: "no score", book: graded("", "优"), reason: "得分未填" },
  ],
});

const accounts = (project: number | string) =>
  ({ Z03: { rows: { total: { total: 300, basic: 200, project } } } }) as const;
const list = [listed("干部培训经费")];

testRule(hz03, {
  satisfied: [{ name: "equal", book: bookOf(one, { listed: list, tables: accounts(98.5) }) }],
  withinRounding: [{ name: "0.01 off with two figures", book: bookOf(one, { listed: list, tables: accounts(98.51) }) }],
  violated: [
    {
      name: "0.02 off",
      book: bookOf(one, { listed: list, tables: accounts(98.52) }),
      cells: ["E7"],
      message: /支出决算表项目支出合计.*多 0\.02 万元/,
    },
  ],
  notEvaluated: [
    { name: "no Z03", book: bookOf(one, { listed: list }), reason: "缺少支出决算表" },
    { name: "no 汇总表", book: bookOf(one, { tables: accounts(98.5) }), reason: "不知自评表是否齐全" },
    { name: "no forms", book: bookOf([], { listed: list, tables: accounts(98.5) }), reason: "缺少项目支出绩效自评表" },
    {
      name: "forms missing",
      book: bookOf(one, { listed: [...list, listed("办公设备购置")], tables: accounts(98.5) }),
      reason: "有 1 个项目未附自评表",
    },
    {
      name: "no execution",
      book: bookOf([withFunds({ 3: "" })], { listed: list, tables: accounts(98.5) }),
      reason: "没有全年执行数",
    },
  ],
});

describe("settings", () => {
  it("the grades' limits can be changed", () => {
    const settings = { ...DEFAULT_SETTINGS, grades: { ...DEFAULT_SETTINGS.grades, excellent: amount(95) } };
    expect(runRule(hz02, { book: graded(94, "优"), settings }).coverage.violated).toBe(1);
    expect(runRule(hz02, { book: graded(94, "良"), settings }).coverage.violated).toBe(0);
  });
});

describe("names of one project", () => {
  it.each([
    ["市民投诉-全市政务服务热线平台和运行保障专项", "市民投诉中心-全市政务服务热线平台和运行保障专项"],
    ["综合办公楼运行费", "政务保障中心-综合办公楼运行费"],
    ["办公经费", "办公费"],
    ["12345 热线呼叫人员外包服务", "12345热线呼叫人员外包服务项目"],
  ])("%s is %s", (a, b) => expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(0.6));

  it.each([
    ["办公费", "差旅费"],
    ["会议费", "会展费"],
    ["信息系统建设工程一期", "信息系统建设工程二期"],
    ["第1标段道路改造", "第2标段道路改造"],
    ["", "办公费"],
    ["市政务活动经费", "驻外人员补助费"],
  ])("%s is not %s", (a, b) => expect(nameLikeness(a, b)).toBeLessThan(0.6));
});
