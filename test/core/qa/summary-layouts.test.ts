import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "../reading/grid-of";

const bookOf = (...sheets: readonly string[]): AccountBook =>
  readBook({ sheets: sheets.map((text, index) => gridOf(text, `表${index + 1}`)) });

function findings(...sheets: readonly string[]): readonly string[] {
  return checkBook({ book: bookOf(...sheets), settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule))
    .map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map(a1).join()}`);
}

const form = (name: string, total = "100|100", score = "得分"): string => `
  项目支出绩效自评表
  项目名称|${name}
  项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
  |年度资金总额|100|100|100|10|100%|10
  |其中：财政拨款|100|100|100
  一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|${score}|偏差原因分析及改进措施
  产出指标|数量指标|培训次数|≥5次|5次|50|50
  效益指标|社会效益指标|效果|显著|显著|30|30
  满意度指标|服务对象满意度指标|满意度|≥90%|95%|10|10
  总分|||||${total}`;

/** Lists of 甲, 100 points, and 乙, 85: layout, what a row reads, the cell of 乙's grade where there is one. */
const LISTS: readonly (readonly [what: string, text: string, grade: string | undefined])[] = [
  [
    "called 清单",
    `
    2023年项目支出绩效自评结果清单
    序号|项目名称|项目金额|自评得分|自评等级
    1|甲|100|100|优
    2|乙|50|85|良
    合计||150`,
    "E4",
  ],
  [
    "自评结果 as the score, no grade",
    `
    项目支出绩效自评情况表
    单位：某局
    序号|项目名称|全年预算数|全年执行数|自评结果
    1|甲|100|100|100
    2|乙|50|50|85`,
    undefined,
  ],
  [
    "no numbers, 评价等次",
    `
    绩效自评结果公开表
    项目名称|主管部门|自评得分|评价等次
    甲|某局|100|优
    乙|某局|85|良`,
    "D4",
  ],
  [
    "two halves side by side",
    `
    2022年度项目支出绩效自评结果汇总表
    序号|项目名称|得分|等级||序号|项目名称|得分|等级
    1|甲|100|优||2|乙|85|良`,
    "I3",
  ],
  [
    "units on rows of their own, a score for every part",
    `
    2022年度市级项目支出绩效自评结果汇总表
    金额单位：万元
    序号|单位名称|项目名称|预算数|执行数|执行率|执行得分（10分）|产出得分（50分）|满意度得分（10分）|总得分|评价等次
    一|某局机关
    1||甲|100|100|100%|10|50|10|100|优
    二|某中心
    1||乙|100|90|90%|9|50|10|85|良
    |合计||300|270
    注：评价等次分优、良、中、差。`,
    "K7",
  ],
];

describe.each(LISTS)("a 汇总表: %s", (_what, text, grade) => {
  it("is read and agrees with its forms", () => {
    const book = bookOf(text, form("甲"));
    expect(book.sheets.map(({ kind }) => kind)).toEqual(["ZPHZ", "ZP"]);
    expect(
      book.summaries.flatMap(({ rows }) => rows.map((row) => [row.projectName.text, row.score.value.toNumber()])),
    ).toEqual([
      ["甲", 100],
      ["乙", 85],
    ]);
    expect(findings(text, form("甲"))).toEqual([]);
  });

  it("a grade or a score that is not due is told", () => {
    const other = form("甲", "100|99");
    expect(findings(text, other)).toEqual([expect.stringMatching(/^HZ-01 error/), "ZP-05 error G10"]);
    if (grade !== undefined) expect(findings(text.replace("85|良", "85|优"))).toEqual([`HZ-02 error ${grade}`]);
  });
});

it("a list of grades alone is not given scores in a column it does not have", () => {
  const list = `
    2022年度项目支出绩效自评结果汇总表
    序号|项目名称|预算执行率|自评等级
    1|甲|100%|优`;
  const grid = { sheets: [gridOf(list, "表1"), gridOf(form("甲"), "表2")] };
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  expect(planFill(book, result, { settings: DEFAULT_SETTINGS, grid })).toEqual({ writes: [], notDerivable: [] });
});

it("a form without a column of scores is not given any, nor a total of none", () => {
  const text = form("甲", "100|", "备注").replace(/\|(50|30|10)\|\1\n/g, "|$1\n");
  const grid = { sheets: [gridOf(text)] };
  const book = readBook(grid);
  expect(book.forms.map(({ indicators }) => indicators.length)).toEqual([3]);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  expect(planFill(book, result, { settings: DEFAULT_SETTINGS, grid }).writes).toEqual([]);
});

it("a form that states its score beside its name is no list, whatever its title", () => {
  const text = form("甲|自评得分|100").replace("自评表", "自评情况表");
  const book = bookOf(text);
  expect(book.forms.map(({ projectName, indicators }) => [projectName?.text, indicators.length])).toEqual([["甲", 3]]);
  expect(book.summaries).toEqual([]);
});
