import type { CellEdit, Excerpt, RuleExample } from "./model";

const TABLE: readonly Excerpt[] = [{ sheet: "PJ" }];
/** The score of an indicator, with the total and its section's score that follow from it. */
const scored = (indicator: string, score: number, total: number, section: string, its: number): readonly CellEdit[] => [
  ["PJ", indicator, "I", score],
  ["PJ", "总分", "I", total],
  ["PJ", section, "C", its],
];

/** One mistake for each rule of 评价评分表. */
export const EVALUATION_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "PJ-01",
    story: "立项程序规范性由 4 分改为 5 分，各级也跟着改了，全表合计成了 101。",
    excerpts: TABLE,
    slip: [
      ["PJ", "立项程序规范性", "G", 5],
      ["PJ", "立项程序规范性", "J", "程序资料不全"],
      ["PJ", "决策", "E", 9],
      ["PJ", "决策", "B", 21],
    ],
  },
  {
    rule: "PJ-02",
    story: "项目立项分值写成 9 分，其下两项只有 8 分。",
    excerpts: TABLE,
    slip: [["PJ", "决策", "E", 9]],
  },
  {
    rule: "PJ-03",
    story: "各项得分相加为 94.55，总分写成了 95.55。",
    excerpts: TABLE,
    slip: [["PJ", "总分", "I", 95.55]],
  },
  {
    rule: "PJ-04",
    story: "立项程序规范性分值 4 分，得分填成了 5 分。",
    excerpts: TABLE,
    slip: scored("立项程序规范性", 5, 95.55, "决策", 20),
  },
  {
    rule: "PJ-05",
    story: "过程部分改了一项得分，一级指标的得分没有重算。",
    excerpts: TABLE,
    slip: [["PJ", "过程", "C", 19.55]],
  },
  {
    rule: "PJ-06",
    story: "绩效指标明确性扣了 1 分，扣分原因空着。",
    excerpts: TABLE,
    slip: [["PJ", "绩效指标明确性", "J", null]],
  },
  {
    rule: "PJ-07",
    story: "预算执行率 88.71%，却给了满分 4 分。",
    excerpts: TABLE,
    slip: scored("预算执行率", 4, 95, "过程", 19),
  },
  {
    rule: "PJ-08",
    story: "管理制度“健全”，与目标相同，只评了 3 分，不到分值的 80%。",
    excerpts: TABLE,
    slip: [...scored("管理制度健全性", 3, 93.55, "过程", 17.55), ["PJ", "管理制度健全性", "J", "制度更新不及时"]],
  },
  {
    rule: "PJ-09",
    story: "总分 94.55，等级却写“良”。",
    excerpts: TABLE,
    slip: [["PJ", 2, "J", "良"]],
  },
  {
    rule: "PJ-10",
    story: "表下的结论写资金管理得 12 分，评分表为 11.55 分。",
    excerpts: TABLE,
    setup: [["PJ", 22, "A", "经评价，项目得分94.55分，等级为优。其中：资金管理指标11.55分，组织实施指标7分。"]],
    slip: [["PJ", 22, "A", "经评价，项目得分94.55分，等级为优。其中：资金管理指标12分，组织实施指标7分。"]],
  },
  {
    rule: "PJ-11",
    story: "决策指标占了 35 分，产出和效益合起来只有 45 分。",
    excerpts: TABLE,
    slip: [
      ["PJ", "立项依据充分性", "G", 19],
      ["PJ", "立项依据充分性", "I", 19],
      ["PJ", "决策", "E", 23],
      ["PJ", "决策", "B", 35],
      ["PJ", "决策", "C", 34],
      ["PJ", "实施效益", "G", 5],
      ["PJ", "实施效益", "I", 4],
      ["PJ", "效益", "E", 15],
      ["PJ", "效益", "B", 15],
      ["PJ", "效益", "C", 13],
    ],
  },
  {
    rule: "PJ-12",
    story: "报告前面的指标体系里满意度为 10 分，评分表改成了 8 分，另一项加了 2 分。",
    excerpts: [...TABLE, { sheet: "PJ", as: "干部培训经费绩效评价指标体系", without: "CIJL" }],
    slip: [
      ["PJ", "满意度", "G", 8],
      ["PJ", "满意度", "I", 8],
      ["PJ", "实施效益", "G", 22],
      ["PJ", "实施效益", "I", 20],
    ],
  },
  {
    rule: "PJ-13",
    story: "同一项目自评 98.3 分，评价 97.85 分：两个得分并列，供参考。",
    excerpts: [...TABLE, { sheet: "ZP" }],
    setup: [
      ...scored("绩效指标明确性", 3, 98.3, "决策", 20),
      ...scored("制度执行有效性", 3.3, 98.3, "过程", 18.85),
      ...scored("质量达标率", 10, 98.3, "产出", 30),
      ...scored("满意度", 9.45, 98.3, "效益", 29.45),
      ["PJ", "实施效益", "I", 20],
    ],
    slip: scored("满意度", 9, 97.85, "效益", 29),
  },
  {
    rule: "PJ-14",
    story: "绩效目标表里场地费不超过 40 万元，评分表写成了 45 万元。",
    excerpts: [...TABLE, { sheet: "ZP", as: "项目绩效目标表", without: "FGHI" }],
    setup: [
      ["PJ", "成本节约率", "F", "场地费"],
      ["PJ", "场地费", "K", "≤40万元"],
      ["PJ", "场地费", "L", "33万元"],
    ],
    slip: [["PJ", "场地费", "K", "≤45万元"]],
  },
];
