import { expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { a1 } from "../../../src/core/model/cell";
import type { CellRange } from "../../../src/core/model/cell";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "../reading/grid-of";

const FORM = `
  项目支出绩效自评表
  （2022年度）
  项目名称|培训
  主管部门|某局|||实施单位|某局
  项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
  |年度资金总额|10|10|10|10|100%|10
  |其中：财政拨款|10|10|10
  一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施
  产出指标|数量指标|培训次数|≥5次|5次|30|30
  |时效指标|培训时间|2022年6月|2022年6月|20|20
  效益指标|社会效益指标|效果|显著|显著|30|30
  满意度指标|服务对象满意度指标|满意度|≥90%|95%|10|10
  总分|||||100|100`;

function findings(text: string, merges: readonly CellRange[] = []): readonly string[] {
  const book = readBook({ sheets: [{ ...gridOf(text), merges }] });
  expect(book.forms).toHaveLength(1);
  return checkBook({ book, settings: DEFAULT_SETTINGS })
    .findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule))
    .map(({ rule, severity, cells }) => `${rule} ${severity} ${cells.map(a1).join()}`);
}

function changed(...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((text, [from, to]) => {
    expect(text.split(from), from).toHaveLength(2);
    return text.replace(from, to);
  }, FORM);
}

const NO_TIME = "2022年6月|2022年6月|20|20";

it("raises no alarm as it stands", () => expect(findings(FORM)).toEqual([]));

it.each([
  ["dates typed as dates, in time", [[NO_TIME, "44926|44910|20|20"]], []],
  [
    "dates typed as dates, late: the points are the clerk's, their sum is not",
    [[NO_TIME, "44910|44926|20|16|推迟"]],
    ["ZP-05 error G13"],
  ],
  ["weights as text of percent", [[NO_TIME, "2022年6月|2022年6月|20%|20"]], []],
  ["无偏差 with full marks", [[NO_TIME, `${NO_TIME}|无偏差`]], []],
  ["按计划完成 with full marks", [[NO_TIME, `${NO_TIME}|已按计划完成年度目标`]], []],
  ["a reason with full marks", [[NO_TIME, `${NO_TIME}|疫情影响`]], ["ZP-09 hint H10"]],
] as const)("%s", (_what, changes, found) => {
  expect(findings(changed(...changes))).toEqual(found);
});

it.each(["100分（优）", "100（优秀）", "100.00 优"])("the total %s is 100", (total) => {
  const graded = `${FORM.slice(0, FORM.lastIndexOf("|"))}|${total}`;
  expect(findings(graded)).toEqual([]);
  expect(findings(graded.replace("显著|显著|30|30", "显著|显著|30|28|宣传不够"))).toEqual(["ZP-05 error G13"]);
});

it("无偏差 is no reason for points that were lost", () => {
  const lost = changed(["显著|显著|30|30", "显著|显著|30|28|无偏差"], ["|100|100", "|100|98"]);
  expect(findings(lost)).toEqual(["ZP-09 error H11"]);
});

it("one reason for several indicators stands in a merged cell", () => {
  const rows: readonly (readonly [string, string])[] = [
    [NO_TIME, "2022年6月|2022年6月|20|18|宣传不够，下年加强"],
    ["显著|显著|30|30", "显著|显著|30|28"],
    ["|100|100", "|100|96"],
  ];
  expect(findings(changed(...rows))).toEqual(["ZP-09 error H11"]);
  expect(findings(changed(...rows), [{ top: 9, bottom: 10, left: 7, right: 7 }])).toEqual([]);
});

it("weights typed as percentages are points", () => {
  const weights = FORM.replace("|30|30\n  |时效", "|0.3|30\n  |时效")
    .replace("|20|20", "|0.2|20")
    .replace("|30|30\n  满意", "|0.3|30\n  满意")
    .replace("95%|10|10", "95%|0.1|10");
  expect(weights).not.toContain("|30|30");
  expect(findings(weights)).toEqual([]);
  expect(findings(weights.replace("95%|0.1|10", "95%|0.2|10"))).toContain("ZP-04 error F6,F9,F10,F11,F12");
});

it("the 分值 of 一级指标 is not the indicators'", () => {
  const rows = FORM.split("\n").map((row) => {
    const [first = "", ...others] = row.split("|");
    if (first.trim() === "一级指标") return [first, "分值", ...others].join("|");
    const weight = { 产出指标: "50", 效益指标: "30", 满意度指标: "10", 总分: "90" }[first.trim()];
    const inTable = weight !== undefined || others[0] === "时效指标";
    return inTable ? [first, weight ?? "", ...others].join("|") : row;
  });
  expect(findings(rows.join("\n"))).toEqual([]);
  expect(findings(rows.join("\n").replace("5次|30|30", "5次|20|20"))).toEqual([
    "ZP-04 error F6,G9,G10,G11,G12",
    "ZP-04 verify G9,G10",
    "ZP-05 error H13",
  ]);
});

it("a sign, its number and its unit may stand in three cells under one header", () => {
  const split = FORM.replaceAll("|年度指标值|", "|年度指标值|||")
    .replace("|≥5次|", "|≥|5|次|")
    .replace(`|${NO_TIME}`, `|2022年6月|||2022年6月|20|20`)
    .replace("|显著|显著|", "|显著|||显著|")
    .replace("|≥90%|", "|≥|90|%|")
    .replace("总分|||||", "总分|||||||");
  expect(findings(split)).toEqual([]);
  expect(findings(split.replace("95%|10|10", "85%|10|10"))).toEqual(["ZP-07 error I12"]);
});
