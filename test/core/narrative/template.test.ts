import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import { draftNarrative } from "../../../src/core/narrative/draft";
import { EDITIONS, NEWEST_EDITION } from "../../../src/core/editions";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import { paragraphText } from "../../../src/core/narrative/rendering/span-text";
import { parseTemplate } from "../../../src/core/narrative/template/parse";
import { bookOf, type BookSpec } from "./book-builder";
import { shippedTemplate } from "./draft-case";

const HEAD = "# 一、总体{节 收支总体}\n";

describe("a mistake in a template", () => {
  it.each([
    ["unknown tag", `${HEAD}{金额数 收支总计}`, "第 2 行：标签 {金额数 收支总计}：不认识这个标签"],
    ["unknown name", `${HEAD}\n\n共{金额 xx}。`, "第 4 行：标签 {金额 xx}：不认识“xx”"],
    ["nothing named", `${HEAD}{金额}`, "第 2 行：标签 {金额}：应写1个内容"],
    ["unknown comparison", `${HEAD}{差额 收支总计 比去年}`, "不认识“比去年”"],
    ["no budget to compare with", `${HEAD}{完成率 收支总计}`, "“收支总计”没有预算数"],
    [
      "unknown predicate",
      `${HEAD}{如果 收支总计 变大}x{结束}`,
      "第 2 行：标签 {如果 收支总计 变大}：“收支总计”不能问“变大”",
    ],
    ["a block never closed", `${HEAD}{如果 收支总计 有数}x`, "第 2 行：标签 {如果 收支总计 有数}：没有{结束}"],
    ["a block never opened", `${HEAD}x{结束}`, "前面没有{如果}、{逐项}或{词语}"],
    ["else without if", `${HEAD}{否则}`, "前面没有{如果}"],
    [
      "branch after else",
      `${HEAD}{如果 收支总计 有数}a{否则}b{否则如果 收支总计 为零}c{结束}`,
      "{否则}之后只能是{结束}",
    ],
    ["unpaired brace", `${HEAD}共{金额 收支总计`, "第 2 行：标签 共{金额 收支总计：花括号没有配对"],
    ["the item outside a loop", `${HEAD}{金额 本项}`, "“本项”只能写在{逐项}之内"],
    ["甲 outside a phrase", `${HEAD}{金额 甲}`, "“甲”只能写在{词语}之内"],
    ["unknown list", `${HEAD}{逐项 项目表}x{结束}`, "第 2 行：标签 {逐项 项目表}：不认识“项目表”"],
    ["a phrase its subject does not allow", `{词语 说}{完成率 甲}{结束}\n${HEAD}{说 收支总计}`, "“收支总计”不能比预算"],
    ["a section twice", `${HEAD}x\n${HEAD}`, "第 3 行：标签 {节 收支总体}：这一节写了两次"],
    ["wording before the first section", `开头\n${HEAD}`, "第 1 行：标签 开头：写在第一个带{节 名}的标题之前"],
    ["no section at all", "", "没有一个带{节 名}的标题"],
    ["a name of Object.prototype", `${HEAD}{constructor 收支总计}`, "不认识这个标签"],
  ])("%s is named by line and tag", (_, text, message) => {
    const { template, problems } = parseTemplate(text);
    expect(template).toBeUndefined();
    expect(problems.map((problem) => problem.message).join("\n")).toContain(message);
  });

  it("a missing {结束} comes first and names the heading it was missed at, whatever looks wrong behind it", () => {
    const { problems } = parseTemplate(`${HEAD}{如果 收支总计 有数}甲{金额 乙丙}\n# 二、收入{节 收入}\n{金额 丁戊}`);
    expect(problems.map(({ message }) => message)).toEqual([
      "第 2 行：标签 {如果 收支总计 有数}：没有{结束}（到第 3 行的标题为止）",
      "第 2 行：标签 {金额 乙丙}：不认识“乙丙”",
      "第 4 行：标签 {金额 丁戊}：不认识“丁戊”",
    ]);
  });

  it.each([
    ["{金额 收支总汁}", "不认识“收支总汁”，是否应为“收支总计”"],
    ["{金额 人员经费支出}", "不认识“人员经费支出”，是否应为“人员经费”"],
    ["{增长率 收支总计 比上年}", "不认识这个标签，是否应为{增减率}"],
    ["{逐项 自评的项目}x{结束}", "不认识“自评的项目”，是否应为“自评项目”"],
  ])("%s is told what was probably meant", (line, message) => {
    expect(
      parseTemplate(`${HEAD}${line}`)
        .problems.map((problem) => problem.message)
        .join(),
    ).toContain(message);
  });

  it("does not hide the others", () => {
    const { problems } = parseTemplate(`${HEAD}{金额 甲乙}\n{占比 丙丁}`);
    expect(problems.map((problem) => problem.line)).toEqual([2, 3]);
  });
});

describe.each(EDITIONS.map((edition) => [edition.id, edition] as const))("the shipped template %s", (_, edition) => {
  it("has the edition's sections in order", () => {
    expect(shippedTemplate(edition).sections).toEqual(edition.sections);
  });
});

/** The text of a one-line template. */
function say(line: string, spec: BookSpec, filled: Readonly<Record<string, string>> = {}): string {
  const { template, problems } = parseTemplate(`${HEAD}${line}`);
  if (!template) throw new Error(problems.map((problem) => problem.message).join("\n"));
  const parameters = new Map(
    Object.entries(filled).map(([key, value]): [string, ParameterValue] => [
      key,
      /^-?[\d.]+$/.test(value) ? { kind: "number", value: amount(value) } : { kind: "text", text: value },
    ]),
  );
  const draft = draftNarrative({ book: bookOf(spec), parameters, template });
  return draft.sections.flatMap((section) => section.paragraphs.map(paragraphText)).join("\n");
}

const totals = (literal: string | undefined): BookSpec => ({ Z01: [["income.total", "总计", { amount: literal }]] });
const spending = (literal: string, ...items: [string, string][]): BookSpec => ({
  Z03: [["total", "合计", { total: "100" }]],
  Z05: [
    ["total", "合计", { total: literal }],
    ["201", "一般公共服务支出", { total: literal }],
    ["20103", "政府办公厅(室)及相关机构事务", { total: literal }],
    ...items.map(([code, value]) => [code, `项${code}`, { total: value }] as const),
  ],
});

describe("a condition", () => {
  it.each([
    ["收支总计 已填", totals("5"), {}, "是"],
    ["收支总计 已填", totals("0"), {}, "是"],
    ["收支总计 已填", totals(undefined), {}, "否"],
    ["收支总计 已填", {}, {}, "否"],
    ["收支总计 有数", totals("5"), {}, "是"],
    ["收支总计 有数", totals("0"), {}, "否"],
    ["收支总计 为零", totals("0"), {}, "是"],
    ["收支总计 为零", totals("5"), {}, "否"],
    ["自评总体情况 已填", {}, {}, "否"],
    ["自评总体情况 未填", {}, {}, "是"],
    ["自评总体情况 已填", {}, { 自评总体情况: "完成情况良好" }, "是"],
    ["自评总体情况 未填", {}, { 自评总体情况: "完成情况良好" }, "否"],
  ] as const)("%s with %o and %o: %s", (condition, spec: BookSpec, filled, said) => {
    expect(say(`{如果 ${condition}}是{否则}否{结束}`, spec, filled)).toBe(said);
  });
});

describe("amounts and percentages", () => {
  it.each([
    ["706.00", "706万元"],
    ["105.20", "105.2万元"],
    ["0", "0万元"],
    ["-0.00", "0万元"],
    ["10839.03", "10839.03万元"],
    ["1.005", "1.01万元"],
    ["-3.5", "-3.5万元"],
  ])("%s reads %s", (literal, text) => {
    expect(say("{金额 收支总计}", totals(literal))).toBe(text);
  });

  it.each([
    ["100", "100%"],
    ["99.6", "99.6%"],
    ["42.665", "42.67%"],
    ["0", "0%"],
    ["0.004", "不足0.01%"],
  ])("a share of %s in 100 reads %s", (literal, text) => {
    expect(say("{占比 一般公共预算财政拨款支出}", spending(literal))).toBe(text);
  });

  it("has no share in a whole of 0", () => {
    const spec = { ...spending("5"), Z03: [["total", "合计", { total: "0" }]] } as BookSpec;
    expect(say("{占比 一般公共预算财政拨款支出}", spec)).toBe("—");
  });
});

/** Phrases as the shipped template has them. */
function shippedLine(section: string, start: string, spec: BookSpec, filled: Readonly<Record<string, string>>): string {
  const parameters = new Map(
    Object.entries(filled).map(([key, value]): [string, ParameterValue] => [
      key,
      /^-?[\d.]+$/.test(value) ? { kind: "number", value: amount(value) } : { kind: "text", text: value },
    ]),
  );
  const draft = draftNarrative({ book: bookOf(spec), parameters, template: shippedTemplate(NEWEST_EDITION) });
  const paragraphs = draft.sections.find((candidate) => candidate.id === section)?.paragraphs ?? [];
  return paragraphs.map(paragraphText).find((text) => text.includes(start)) ?? "";
}

describe("against last year", () => {
  const why = { "原因.收支总计.比上年": "主要是人员增加。" };
  it.each([
    ["rise", "110", "100", "收、支总计各增加10万元，增长10%。主要是人员增加。"],
    ["fall", "90", "100", "收、支总计各减少10万元，下降10%。主要是人员增加。"],
    ["equal", "100", "100", "收、支总计均持平。"],
    ["equal but for rounding", "100.001", "100", "收、支总计均基本持平。"],
    ["first time", "100", "0", "收、支总计各增加100万元，上年无此项。主要是人员增加。"],
    ["nothing in both years", "0", "0", "收、支总计均持平。"],
    ["a rise too small to show", "1000000.01", "1000000", "各增加0.01万元，增长不足0.01%"],
  ])("%s", (_, now, prior, text) => {
    expect(shippedLine("收支总体", "总计均为", totals(now), { "上年.收支总计": prior, ...why })).toContain(text);
  });

  it("marks the missing figure in place of the comparison, once", () => {
    const text = shippedLine("收支总体", "总计均为", totals("100"), {});
    expect(text).toBe("2022年度收、支总计均为100万元。与2021年度相比，收、支总计【待填：上年收支总计】。");
  });

  it("marks a reason nobody wrote", () => {
    const text = shippedLine("收支总体", "总计均为", totals("100"), { "上年.收支总计": "90" });
    expect(text).toContain("主要是【原因待填：收支总计比上年增减的原因】");
  });
});

describe("against the budget", () => {
  it.each([
    ["more", "120", "100", "完成年初预算的120%。决算数大于年初预算数的主要原因是【"],
    ["less", "80", "100", "完成年初预算的80%。决算数小于年初预算数的主要原因是【"],
    ["equal", "100", "100", "完成年初预算的100%。决算数与年初预算数持平。"],
    ["nearly equal", "100000.01", "100000", "完成年初预算的100%。决算数与年初预算数基本持平。"],
    ["no budget", "26.68", "0", "年初预算为0万元，支出决算为26.68万元，年初无预算。决算数大于年初预算数"],
    ["nothing spent", "0", "5", "年初预算为5万元，支出决算为0万元，完成年初预算的0%。决算数小于"],
  ])("%s", (_, now, budget, text) => {
    const line = shippedLine("一般公共预算", "1、", spending(now, ["2010301", now]), { "年初预算.2010301": budget });
    expect(line).toContain(text);
    expect(line).toContain("一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）项2010301（项）。");
  });

  it("names a 项 that has a budget and no row at all", () => {
    const line = shippedLine("一般公共预算", "2080505", spending("5", ["2010301", "5"]), { "年初预算.2080505": "7" });
    expect(line).toContain("2、208（类）20805（款）2080505（项）。年初预算为7万元，支出决算为0万元");
  });
});

describe("a project", () => {
  it("has its grade and what the office wrote of it, nothing where it wrote nothing", () => {
    const line = "{逐项 评价项目}{名称 本项}{得分 本项}{等级 本项}。{综述 本项}{结束}";
    const filled = { "部门评价.热线运行": "89.9", "部门评价.培训": "90" };
    expect(say(line, {}, { ...filled, "自评综述.培训": "培训了三百人。" })).toBe(
      "热线运行89.9分良。培训90分优。培训了三百人。",
    );
  });
});

describe("tables without figures or not there at all", () => {
  it("says the standard sentence for an empty 政府性基金 table", () => {
    const spec: BookSpec = { JJ: [["total", "合计", { total: "0" }]] };
    expect(shippedLine("政府性基金", "本单位", spec, {})).toBe("本单位没有政府性基金财政拨款收支。");
  });

  it("does not say it where the table is missing", () => {
    expect(shippedLine("政府性基金", "", {}, {})).toBe("【缺数据：缺政府性基金预算财政拨款收入支出决算表】");
  });

  it("marks a figure whose cell holds an error value", () => {
    expect(say("{金额 收支总计}", totals(undefined))).toBe("【缺数据：公开表Z01!C1不是数字】");
  });

  it("adds 人员经费 and 公用经费 up where the table prints no such totals", () => {
    const spec: BookSpec = {
      Z06: [
        ["301", "工资福利支出", { amount: "3" }],
        ["303", "对个人和家庭的补助", { amount: "2" }],
        ["302", "商品和服务支出", { amount: "4" }],
      ],
    };
    expect(shippedLine("基本支出", "人员经费5", spec, {})).toMatch(/^人员经费5万元/);
    expect(shippedLine("基本支出", "公用经费4", spec, {})).toMatch(/^公用经费4万元/);
  });

  it("writes 人员经费 and 公用经费 with the 款 that have figures, in sheet order", () => {
    const spec: BookSpec = {
      Z06: [
        ["301", "工资福利支出", { amount: "3" }],
        ["30102", "津贴补贴", { amount: "2" }],
        ["30101", "基本工资", { amount: "1" }],
        ["30103", "奖金", { amount: "0" }],
        ["302", "商品和服务支出", { amount: "4" }],
        ["399", "其他支出", { amount: "1" }],
        ["30201", "办公费", { amount: "4" }],
        ["personnelTotal", "人员经费合计", { amount: "3" }],
        ["publicTotal", "公用经费合计", { amount: "5" }],
      ],
    };
    expect(shippedLine("基本支出", "人员经费3", spec, {})).toBe("人员经费3万元，主要包括：津贴补贴、基本工资等。");
    expect(shippedLine("基本支出", "公用经费5", spec, {})).toBe("公用经费5万元，主要包括：其他支出、办公费等。");
  });
});
