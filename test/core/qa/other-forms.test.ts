import { expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "../reading/grid-of";

const PROJECT = `
项目支出绩效自评表
（2023年度）
项目名称|培训
主管部门|某局|||实施单位|某局
项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|10|10|10|10|100%|10
|其中：财政拨款|10|10|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
产出指标|数量指标|培训次数|≥5次|5次|50|50
效益指标|社会效益指标|效果|显著|显著|30|30
满意度指标|服务对象满意度指标|满意度|≥90%|95%|10|10
总  计|||||100|100`;

const DEPARTMENT = `
部门整体支出绩效自评表
（2023年度）
部门名称|某局
年度预算（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
|年度资金总额|10|10|10|10|100%|10
一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因
产出指标|数量|a|1个|1个|50|50
总分|||||100|60`;

const BLANK = `
    项目支出绩效自评表
    （    年度）
    项目名称
    主管部门||||实施单位
    项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
    |年度资金总额||||10
    |其中：当年财政拨款||||—||—
    绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
    |产出指标|数量指标|指标1：
    |||……
    |满意度指标|服务对象满意度指标|指标1：
    总分||||||100`;

const SUMMARY = `
    项目支出绩效自评结果汇总表
    序号|项目名称|得分|等级
    1|培训|100|优`;

function read(...sheets: readonly string[]): {
  readonly kinds: readonly unknown[];
  readonly projects: readonly unknown[];
  readonly notes: readonly string[];
  readonly findings: readonly string[];
} {
  const book = readBook({ sheets: sheets.map((text, index) => gridOf(text, `表${index + 1}`)) });
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  return {
    kinds: book.sheets.map(({ kind }) => kind),
    projects: book.forms.map(({ projectName }) => projectName?.text),
    notes: book.sheets.flatMap(({ notes }) => notes.map(({ code }) => code)),
    findings: findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule)).map(({ message }) => message),
  };
}

/** ZP-04 and ZP-10; 总分 60 is what the scores add up to. */
const DEPARTMENT_FINDINGS = ["全部分值合计 60，应为 100", "总分 60 低于 80 分，表下没有原因分析及拟采取措施的说明"];

it.each([
  ["its title", DEPARTMENT],
  ["a title with （单位）", DEPARTMENT.replace("部门整体支出", "部门（单位）整体")],
  ["a title without 表", DEPARTMENT.replace("部门整体支出绩效自评表", "某局2023年度整体绩效自评")],
  ["the department's name where the project's should be", DEPARTMENT.replace("部门整体支出", "部门预算")],
])("the form of a whole department is no project's, but its scores are checked: told by %s", (_how, text) => {
  expect(text).toContain("部门名称");
  expect(read(text)).toEqual({ kinds: ["BM"], projects: [], notes: [], findings: DEPARTMENT_FINDINGS });
});

it.each([
  ["above", `${DEPARTMENT}${PROJECT}`],
  ["below", `${PROJECT}${DEPARTMENT}`],
])("a project's form is read with a whole department's %s it, each for itself", (_where, text) => {
  expect(read(text, SUMMARY)).toEqual({
    kinds: ["ZP", "ZPHZ"],
    projects: ["培训"],
    notes: [],
    findings: DEPARTMENT_FINDINGS,
  });
});

it.each(["部门整体绩效自评工作||||完成", "部门整体绩效自评工作"])(
  "goals that read like another form's title are goals: %s",
  (goals) => {
    const text = PROJECT.replace("一级指标", `年度总体目标|预期目标|||实际完成情况\n|${goals}\n一级指标`);
    expect(text).not.toBe(PROJECT);
    expect(read(text)).toEqual({ kinds: ["ZP"], projects: ["培训"], notes: [], findings: [] });
  },
);

it("a form nobody has filled in is said, not judged", () => {
  expect(read(BLANK)).toEqual({ kinds: ["ZP"], projects: [], notes: ["blankForm"], findings: [] });
  expect(read(`${PROJECT}${BLANK}`, SUMMARY)).toEqual({
    kinds: ["ZP", "ZPHZ"],
    projects: ["培训"],
    notes: ["blankForm"],
    findings: [],
  });
});

it("a form is no longer blank once its project is named", () => {
  expect(read(BLANK.replace("项目名称", "项目名称|培训")).projects).toEqual(["培训"]);
});

it.each([
  ["绩效运行监控", "1-7月执行情况|全年预计完成情况|偏差原因分析"],
  ["绩效目标申报", "备注"],
])("项目支出%s表 is none of ours", (what, columns) => {
  const text = `
    项目支出${what}表
    项目名称|培训
    一级指标|二级指标|三级指标|年度指标值|${columns}
    产出指标|数量指标|培训次数|5次|5次|5次`;
  expect(read(text)).toEqual({ kinds: [null], projects: [], notes: [], findings: [] });
});

it("weights of sections that are missing are shown at those there are", () => {
  const text = PROJECT.replace("效益指标|社会效益指标|效果|显著|显著|30|30\n", "");
  expect(text).not.toBe(PROJECT);
  const book = readBook({ sheets: [gridOf(text)] });
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  expect(
    findings.filter(({ rule }) => rule === "ZP-04").map(({ severity, cells }) => [severity, cells.length]),
  ).toEqual([
    ["error", 3],
    ["verify", 3],
  ]);
});
