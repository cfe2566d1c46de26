import type { CellEdit, Excerpt, RuleExample } from "./model";

const FORM: readonly Excerpt[] = [{ sheet: "ZP" }];
const total = (score: number): CellEdit => ["ZP", "总分", "H", score];

/** One mistake for each rule of 自评表 and 汇总表. */
export const SELF_EVALUATION_EXAMPLES: readonly RuleExample[] = [
  {
    rule: "ZP-01",
    story: "年初预算数的其他资金 10.00 漏填一位，成了 1.00。",
    excerpts: FORM,
    slip: [["ZP", "其他资金", "C", 1]],
  },
  {
    rule: "ZP-02",
    story: "执行率用执行数除以年初预算数，填成 92.22%。",
    excerpts: FORM,
    slip: [["ZP", "年度资金总额", "G", "92.22%"]],
  },
  {
    rule: "ZP-03",
    story: "执行率 83%，执行得分却给了满分 10 分。",
    excerpts: FORM,
    slip: [["ZP", "年度资金总额", "H", 10], total(100)],
  },
  {
    rule: "ZP-04",
    story: "效益指标印明 30 分，实际只分配了 25 分，全部分值合计 95。",
    excerpts: FORM,
    slip: [["ZP", "业务能力", "G", 25], ["ZP", "业务能力", "H", 25], total(93.3)],
  },
  {
    rule: "ZP-05",
    story: "修改执行得分后，总分没有重算。",
    excerpts: FORM,
    slip: [total(99.3)],
  },
  {
    rule: "ZP-06",
    story: "培训期数分值 5 分，得分填成了 6 分。",
    excerpts: FORM,
    slip: [["ZP", "培训期数", "H", 6], total(99.3)],
  },
  {
    rule: "ZP-07",
    story: "培训人数只完成 150 人（指标 ≥200 人），得分仍是满分。",
    excerpts: FORM,
    slip: [["ZP", "培训人数", "F", "150人"]],
  },
  {
    rule: "ZP-08",
    story: "实际完成值写“部分完成”，得分仍是满分。",
    excerpts: FORM,
    slip: [["ZP", "业务能力", "F", "部分完成"]],
  },
  {
    rule: "ZP-09",
    story: "业务能力扣了 3 分，偏差原因一栏空着。",
    excerpts: FORM,
    slip: [["ZP", "业务能力", "H", 27], total(95.3)],
  },
  {
    rule: "ZP-10",
    story: "总分 68.3，低于 80 分，表下没有说明原因和措施。",
    excerpts: FORM,
    slip: [
      ["ZP", "业务能力", "F", "未完成"],
      ["ZP", "业务能力", "H", 0],
      ["ZP", "业务能力", "I", "培训计划推迟，明年补训"],
      total(68.3),
    ],
  },
  {
    rule: "ZP-11",
    story: "培训人数指标 ≥200 人，实际 300 人，超出 50%，没有分析原因。",
    excerpts: FORM,
    slip: [["ZP", "培训人数", "F", "300人"]],
  },
  {
    rule: "ZP-12",
    story: "培训人数的指标值以“人”计，完成值却写成“件”。",
    excerpts: FORM,
    slip: [["ZP", "培训人数", "F", "200件"]],
  },
  {
    rule: "ZP-13",
    story: "总成本的完成值照抄了预算 100 万元，全年执行数是 83.00 万元。",
    excerpts: FORM,
    setup: [
      ["ZP", "场地费", "D", "项目总成本"],
      ["ZP", "项目总成本", "E", "≤100万元"],
      ["ZP", "项目总成本", "F", "83万元"],
      ["ZP", "师资费", "D", "人均培训成本"],
      ["ZP", "人均培训成本", "E", "≤5000元/人"],
      ["ZP", "人均培训成本", "F", "4150元/人"],
    ],
    slip: [["ZP", "项目总成本", "F", "100万元"]],
  },
  {
    rule: "ZP-14",
    story: "场地费的完成值照抄指标值 40 万元，各项成本加起来超过了全年执行数。",
    excerpts: FORM,
    slip: [["ZP", "场地费", "F", "40万元"]],
  },
  {
    rule: "ZP-15",
    story: "总分 98.3，自评表上的等级却填“良”。",
    excerpts: FORM,
    setup: [["ZP", "总分", "I", "优"]],
    slip: [["ZP", "总分", "I", "良"]],
  },
  {
    rule: "HZ-01",
    story: "自评表改过总分，汇总表的得分没有跟着改。",
    excerpts: [...FORM, { sheet: "ZPHZ" }],
    slip: [["ZPHZ", "干部培训经费", "D", 96.3]],
  },
  {
    rule: "HZ-02",
    story: "得分 98.3，等级却填“良”。",
    excerpts: [{ sheet: "ZPHZ" }],
    slip: [["ZPHZ", "干部培训经费", "E", "良"]],
  },
  {
    rule: "HZ-03",
    story: "支出决算表的项目支出合计为 85.00，各项目执行数合计只有 83.00。",
    excerpts: [{ sheet: "Z03", keep: ["合计"] }, ...FORM, { sheet: "ZPHZ" }],
    slip: [
      ["Z03", "合计", "D", 46],
      ["Z03", "合计", "E", 85],
    ],
  },
];
