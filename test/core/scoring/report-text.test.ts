import { describe, expect, it } from "vitest";
import { reportParagraphs, statedOutcomes } from "../../../src/core/scoring/report-text";

/** Score, grade, groups and project of each outcome a paragraph states. */
const told = (text: string): readonly string[] =>
  statedOutcomes(text).map(({ score, grade, groups, project }) =>
    [
      score?.toString() ?? "-",
      grade ?? "-",
      groups.map(({ name, points }) => `${name} ${points.toString()}`).join(),
      project ?? "",
    ].join("|"),
  );

describe("what a text states of how an evaluation ended", () => {
  it.each([
    [
      "经过评价，项目得分95分，等级为优。其中：资金管理指标10分，项目产出指标50分，项目效益指标35分。",
      ["95|优|资金管理 10,项目产出 50,项目效益 35|"],
    ],
    ["最终计算得到绩效评价综合得分为 91 分，绩效评价等级为“优”。", ["91|优||"]],
    ["12345 政务市民热线运行经费项目，绩效评价综合得分为 93.9分，等级为优。", ["93.9|优||12345政务市民热线运行经费"]],
    ["甲项目绩效评价得分为95分，等级为优；乙丙丁项目综合得分88分，评级为良好。", ["95|优||", "88|良好||乙丙丁"]],
    ["组织对道路养护项目评价得分为 82.5分。", ["82.5|-||道路养护"]],
    [
      "综合得分94.55分（满分100分），其中，决策类指标得分19分（满分20分），过程18.55分。",
      ["94.55|-|决策类 19,过程 18.55|"],
    ],
    ["评价结论：综合得分100分，等级为“优秀”。", ["100|优秀||"]],
    ["评价等级为“良”。", ["-|良||"]],
  ])("%s", (text, expected) => {
    expect(told(text)).toEqual(expected);
  });

  it.each([
    "项目自评分 100 分。",
    "开展绩效自评的26个项目中，26个项目自评等级为优。",
    "该项目自评综合得分96分，自评等级为优。",
    "指标体系满分100分，共设30分过程指标。",
    "评价等级为优良中差四档。",
  ])("nothing: %s", (text) => {
    expect(told(text)).toEqual([]);
  });
});

it("each report begins with its title, on one line or two, and ends with the next part", () => {
  const projects = reportParagraphs([
    "第四部分 附件",
    "某局2021年度项目支出绩效自评表",
    "2021年度道路养护项目支出绩效评价报告",
    "综合得分95分。",
    "12345热线呼叫人员外包服务",
    "项目支出绩效评价报告（2021年度）",
    "综合得分88分。",
    "附件2",
    "综合得分70分。",
  ]).map(({ project }) => project ?? "");
  expect(projects).toEqual([
    ...["", "", "道路养护", "道路养护", "道路养护"],
    ...["12345热线呼叫人员外包服务", "12345热线呼叫人员外包服务", "", ""],
  ]);
});
