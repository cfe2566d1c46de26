import { rule as zp01 } from "../../../../src/core/rules/self-evaluation/zp-01-funds-total";
import { rule as zp02 } from "../../../../src/core/rules/self-evaluation/zp-02-execution-rate";
import { rule as zp03 } from "../../../../src/core/rules/self-evaluation/zp-03-execution-score";
import { rule as zp04 } from "../../../../src/core/rules/self-evaluation/zp-04-weights";
import { rule as zp05 } from "../../../../src/core/rules/self-evaluation/zp-05-total-score";
import { rule as zp06 } from "../../../../src/core/rules/self-evaluation/zp-06-score-range";
import { rule as zp07 } from "../../../../src/core/rules/self-evaluation/zp-07-quantitative-score";
import { rule as zp08 } from "../../../../src/core/rules/self-evaluation/zp-08-qualitative-score";
import { rule as zp09 } from "../../../../src/core/rules/self-evaluation/zp-09-reasons";
import { rule as zp10 } from "../../../../src/core/rules/self-evaluation/zp-10-low-total";
import { rule as zp11 } from "../../../../src/core/rules/self-evaluation/zp-11-over-achievement";
import { rule as zp12 } from "../../../../src/core/rules/self-evaluation/zp-12-units";
import { rule as zp13 } from "../../../../src/core/rules/self-evaluation/zp-13-total-cost";
import { rule as zp14 } from "../../../../src/core/rules/self-evaluation/zp-14-cost-parts";
import { rule as zp15 } from "../../../../src/core/rules/self-evaluation/zp-15-grade";
import type { CellValue } from "../../../../src/core/model/grid";
import { FUNDS, INDICATOR_HEADER, INDICATORS, type IndicatorLine } from "../../reading/self-evaluation/form-grid";
import { testRule } from "../../../support/rule-tester";
import { bookOf, formBook, totalOf, withFunds, withIndicator } from "./form-books";

/** The 总分 row with a grade behind the score. */
const graded = (score: CellValue, grade: string): readonly CellValue[] => [...totalOf(score), grade];

const sound = { name: "a consistent form", book: formBook() };
const noForm = { name: "no form", book: bookOf([]), reason: "缺少项目支出绩效自评表" };
const noIndicators = { name: "no indicators", book: formBook({ indicators: [] }), reason: "没有绩效指标" };
const noFunds = { name: "no funds block", book: formBook({ funds: null }), reason: "没有项目资金部分" };

testRule(zp01, {
  satisfied: [
    sound,
    {
      name: "dashes are zero",
      book: formBook({
        funds: [
          ["年度资金总额", 5, 5, 5],
          ["财政拨款", 5, 5, 5],
          ["其他资金", "-", "-", "-"],
        ],
      }),
    },
  ],
  withinRounding: [{ name: "three rounded figures, 0.01 off", book: formBook(withFunds({ 1: 100.01 })) }],
  violated: [
    {
      name: "0.02 off with three rounded figures",
      book: formBook(withFunds({ 1: 100.02 })),
      cells: ["C6"],
      message: /年度资金总额 · 年初预算数.*0\.02 万元/,
    },
    {
      name: "parts not filled",
      book: formBook({
        funds: [
          ["年度资金总额", 5, 5, 5],
          ["财政拨款", null, 5, 5],
          ["其他资金", null, 0, 0],
        ],
      }),
      cells: ["C6"],
      message: "分项未填",
      severity: "hint",
    },
  ],
  notEvaluated: [
    noForm,
    noFunds,
    { name: "no sources", book: formBook({ funds: [["年度资金总额", 5, 5, 5]] }), reason: "没有资金来源分项行" },
    { name: "an unknown source", book: formBook({ funds: [...FUNDS, ["捐赠", 1, 1, 1]] }), reason: /A10|B10.*“捐赠”/ },
    { name: "a figure that is text", book: formBook(withFunds({ 2: "待定" })), reason: "D6 不是数字（待定）" },
  ],
});

testRule(zp02, {
  satisfied: [
    sound,
    { name: "no budget: a dash or 0", book: formBook(withFunds({ 5: 0 }, 2)) },
    { name: "over 100 %", book: formBook({ funds: [["年度资金总额", 100, 100, 120, 10, 1.2, 10]] }) },
  ],
  withinRounding: [
    {
      name: "a whole percentage, half a percent off",
      book: formBook({ funds: [["年度资金总额", 100, 100, 98.5, 10, "99%", 9.85]] }),
    },
    {
      name: "one decimal of percent",
      book: formBook({ funds: [["年度资金总额", 6.92, 6.92, 6.664, 10, "96.3%", 9.63]] }),
    },
  ],
  violated: [
    {
      name: "over half of the last digit off, but less than one",
      book: formBook({ funds: [["年度资金总额", 1000, 1000, 984, 10, "99%", 9.84]] }),
      cells: ["G6"],
      message: /填 99%.*应为 98\.4%/,
      severity: "hint",
    },
    {
      name: "more than one of the last digit off",
      book: formBook({ funds: [["年度资金总额", 1000, 1000, 979, 10, "99%", 9.79]] }),
      cells: ["G6"],
      message: /填 99%.*应为 97\.9%/,
    },
    {
      name: "two decimals are printed, so the second counts",
      book: formBook({ funds: [["年度资金总额", 1000, 1000, 984, 10, "98.50%", 9.84]] }),
      cells: ["G6"],
      message: /填 98\.5%.*应为 98\.4%/,
    },
    {
      name: "divided by the initial budget",
      book: formBook({ funds: [["年度资金总额", 200, 100, 98.5, 10, 0.4925, 9.85]] }),
      cells: ["G6"],
      message: "应为 98.5%",
    },
    {
      name: "full with 60 % executed",
      book: formBook({ funds: [["年度资金总额", 100, 100, 60, 10, 1, 6]] }),
      cells: ["G6"],
      message: "应为 60%",
    },
    {
      name: "a rate without a budget",
      book: formBook(withFunds({ 5: 1 }, 2)),
      cells: ["G8"],
      message: "全年预算数为 0",
    },
  ],
  notEvaluated: [
    noForm,
    noFunds,
    {
      name: "blank",
      book: formBook({ funds: [["年度资金总额", 100, 100, 98.5, 10, "", 9.85]] }),
      reason: /G6.*执行率未填/,
    },
    {
      name: "text",
      book: formBook({ funds: [["年度资金总额", 100, 100, 98.5, 10, "见附件", 9.85]] }),
      reason: /G6.*“见附件”不是数字/,
    },
  ],
});

testRule(zp03, {
  satisfied: [
    sound,
    { name: "over 100 % is capped", book: formBook({ funds: [["年度资金总额", 100, 100, 120, 10, 1.2, 10]] }) },
  ],
  withinRounding: [
    { name: "two decimals", book: formBook({ funds: [["年度资金总额", 6.92, 6.92, 6.664, 10, 0.963, 9.63]] }) },
  ],
  violated: [
    {
      name: "one decimal",
      book: formBook({ funds: [["年度资金总额", 6.92, 6.92, 6.664, 10, 0.963, 9.6]] }),
      cells: ["H6"],
      message: "一位小数",
      severity: "hint",
    },
    {
      name: "0.01 off",
      book: formBook({ funds: [["年度资金总额", 6.92, 6.92, 6.664, 10, 0.963, 9.64]] }),
      cells: ["H6"],
      message: "应为 9.63",
    },
    {
      name: "full marks for 60 %",
      book: formBook({ funds: [["年度资金总额", 100, 100, 60, 10, 0.6, 10]] }),
      cells: ["H6"],
      message: "应为 6",
    },
  ],
  notEvaluated: [
    noForm,
    noFunds,
    { name: "no score", book: formBook(withFunds({ 6: "" })), reason: /H6.*未填/ },
    {
      name: "no budget",
      book: formBook({ funds: [["年度资金总额", 0, 0, 0, 10, "-", 10]] }),
      reason: "全年预算数为 0",
    },
    { name: "weight as text", book: formBook(withFunds({ 4: "十" })), reason: "分值未填或不是数字" },
    { name: "not scored", book: formBook({ funds: [["年度资金总额", 100, 100, 100]] }), reason: "没有分值和得分" },
  ],
});

const unprinted = (
  weights: readonly number[],
  heads: readonly string[] = ["产出指标", "效益指标", "满意度指标"],
): Parameters<typeof formBook>[0] => ({
  indicatorHeader: ["绩效指标", ...INDICATOR_HEADER.slice(1)],
  indicators: weights.map(
    (weight, index) => [heads[index]!, null, `指标${index + 1}`, "是", "是", weight, weight] as IndicatorLine,
  ),
});

testRule(zp04, {
  satisfied: [
    sound,
    { name: "nothing printed, common weights", book: formBook(unprinted([50, 30, 10])) },
    {
      name: "a 成本 section: weights are the unit's choice",
      book: formBook(unprinted([10, 40, 30, 10], ["成本指标", "产出指标", "效益指标", "满意度指标"])),
    },
  ],
  violated: [
    {
      name: "a section over its printed weight",
      book: formBook(withIndicator(4, { weight: 31, score: 31 })),
      cells: ["F6,G13,G14,G15,G16,G17,G18", "G13,G14,G15,G16,G17,G18", "G17"],
      message: "全部分值合计 101，应为 100",
    },
    {
      name: "weights moved between sections",
      book: formBook({
        indicators: INDICATORS.map((line, at) =>
          at === 0 || at === 4 ? ([...line.slice(0, 5), 25, 25, null] as unknown as IndicatorLine) : line,
        ),
      }),
      cells: ["G13,G14,G15,G16", "G17"],
      message: "产出指标分值合计 55，应为印明的 50",
    },
    {
      name: "the weight in the total row",
      book: formBook({ total: totalOf(99.85, 90) }),
      cells: ["G19"],
      message: "总分行的分值 90",
    },
    {
      name: "nothing printed, other weights",
      book: formBook(unprinted([40, 40, 10])),
      cells: ["G13,G14"],
      message: "产出指标 40（一般为 50）",
      severity: "verify",
    },
    {
      name: "a weight not filled",
      book: formBook(withIndicator(5, { weight: "", score: "" })),
      cells: ["F6,G13,G14,G15,G16,G17,G18", "G13,G14,G15,G16,G17,G18", "G18"],
      message: "有 1 个分值未填",
    },
  ],
  notEvaluated: [
    noForm,
    noIndicators,
    { name: "weight as text", book: formBook(withIndicator(4, { weight: "三十" })), reason: /G17.*“三十”不是数字/ },
    { name: "no 一级指标", book: formBook(unprinted([50, 30, 10], ["", "", ""])), reason: "未注明一级指标" },
  ],
});

testRule(zp05, {
  satisfied: [sound],
  withinRounding: [
    {
      name: "a total of two decimals over scores of more",
      book: formBook({ ...withFunds({ 6: 9.8511111 }), total: totalOf(99.85) }),
    },
    {
      name: "half a unit of the total's last decimal",
      book: formBook({ ...withFunds({ 6: 9.855 }), total: totalOf(99.85) }),
    },
    { name: "a whole total", book: formBook({ ...withFunds({ 6: 9.4 }), total: totalOf(99) }) },
  ],
  violated: [
    {
      name: "full marks though points were lost",
      book: formBook({ total: totalOf(100) }),
      cells: ["H19"],
      message: "总分",
    },
    {
      name: "over half a unit",
      book: formBook({ ...withFunds({ 6: 9.8561 }), total: totalOf(99.85) }),
      cells: ["H19"],
      message: /少 0\.00[0-9]+ 分/,
    },
    {
      name: "full marks for parts that sum to 95",
      book: formBook(withIndicator(0, { score: 15 }, { ...withFunds({ 6: 10 }), total: totalOf(100) })),
      cells: ["H19"],
      message: /多 5\.00 分（应为 95\.00，现为 100\.00）/,
    },
    {
      name: "whole scores, total one off",
      book: formBook({ ...withFunds({ 6: 10 }), total: totalOf(99) }),
      cells: ["H19"],
      message: "少 1.00 分",
    },
  ],
  notEvaluated: [
    noForm,
    { name: "no total", book: formBook({ total: null }), reason: "没有总分行" },
    { name: "total blank", book: formBook({ total: totalOf("", 100) }), reason: /H19.*总分未填/ },
    { name: "a score blank", book: formBook(withIndicator(2, { score: "" })), reason: /H15.*“培训合格率”得分未填/ },
    { name: "a score as text", book: formBook(withIndicator(2, { score: "满分" })), reason: "H15 不是数字（满分）" },
    { name: "two totals", book: formBook({ tail: [[...totalOf(99.85)]] }), reason: /A20.*有 2 个总分行/ },
  ],
});

testRule(zp06, {
  satisfied: [sound, { name: "score 0", book: formBook(withIndicator(0, { score: 0 })) }],
  violated: [
    {
      name: "over the weight",
      book: formBook(withIndicator(0, { score: 20.01 })),
      cells: ["H13"],
      message: "高于分值 20",
    },
    { name: "below 0", book: formBook(withIndicator(0, { score: -0.5 })), cells: ["H13"], message: "低于 0" },
    {
      name: "execution over its weight",
      book: formBook(withFunds({ 6: 10.1 })),
      cells: ["H6"],
      message: "“预算执行”得分 10.1",
    },
    {
      name: "total over 100",
      book: formBook({ total: totalOf(100.5) }),
      cells: ["H19"],
      message: "总分 100.5，高于 100",
    },
  ],
  notEvaluated: [
    noForm,
    {
      name: "no scores",
      book: formBook({ funds: null, indicators: [], total: null, tail: [] }),
      reason: "没有成对的分值和得分",
    },
  ],
});

testRule(zp07, {
  satisfied: [
    sound,
    { name: "≥ not reached, ratio", book: formBook(withIndicator(0, { actual: "150人", score: 15 })) },
    { name: "≤ not reached, ratio", book: formBook(withIndicator(3, { actual: "625元/人", score: 8 })) },
    { name: "= not equal, ratio", book: formBook(withIndicator(2, { target: "=100%", actual: "80%", score: 8 })) },
    { name: "the actual repeats the target with its sign", book: formBook(withIndicator(0, { actual: "≥200人" })) },
    { name: "no sign, equal", book: formBook(withIndicator(0, { target: "200人", actual: "200人" })) },
    { name: "no sign, cost below target", book: formBook(withIndicator(3, { target: "500元/人" })) },
    {
      name: "an unclear target repeated",
      book: formBook(withIndicator(0, { target: "10-20人", actual: "10－20 人" })),
    },
    {
      name: "far over the target, marked down with a reason",
      book: formBook(withIndicator(0, { actual: "300人", score: 18, reason: "年初指标值偏低" })),
    },
    {
      name: "a percentage typed as a number beside one typed as text",
      book: formBook(withIndicator(5, { actual: 0.92 })),
    },
    { name: "a number of percent beside a percentage", book: formBook(withIndicator(5, { actual: 92 })) },
    { name: "万元 beside 元", book: formBook(withIndicator(3, { target: "≤0.05万元", actual: "480元" })) },
    {
      name: "a bare number in 万, as the target",
      book: formBook(withIndicator(3, { target: "≤5万元", actual: "4.8" })),
    },
    { name: "a bare number not in 万", book: formBook(withIndicator(3, { target: "≤5万元", actual: "48000" })) },
    { name: "a zero target kept", book: formBook(withIndicator(3, { target: "≤0起", actual: "0起" })) },
  ],
  withinRounding: [{ name: "two decimals", book: formBook(withIndicator(2, { actual: "85%", score: 9.44 })) }],
  violated: [
    {
      name: "some of what there should be none of",
      book: formBook(withIndicator(0, { name: "安全事故", target: "0起", actual: "1起", score: 20 })),
      cells: ["H13"],
      message: "应得 0 分",
      severity: "verify",
    },
    {
      name: "a bare number in 万, over the target",
      book: formBook(withIndicator(3, { target: "≤5万元", actual: "6.25", score: 10 })),
      cells: ["H16"],
      message: "应得 8 分",
    },
    {
      name: "reached, too few points",
      book: formBook(withIndicator(0, { score: 15 })),
      cells: ["H13"],
      message: /已完成，应得满分 20 分，实得 15 分$/,
    },
    {
      name: "not reached, full marks",
      book: formBook(withIndicator(0, { actual: "150人" })),
      cells: ["H13"],
      message: "未完成，按比例应得 15 分",
    },
    {
      name: "≤ not reached, full marks",
      book: formBook(withIndicator(3, { actual: "625元/人" })),
      cells: ["H16"],
      message: "应得 8 分",
    },
    {
      name: "0.01 off",
      book: formBook(withIndicator(2, { actual: "85%", score: 9.45 })),
      cells: ["H15"],
      message: "应得 9.44 分",
    },
    {
      name: "one decimal",
      book: formBook(withIndicator(2, { actual: "85%", score: 9.4 })),
      cells: ["H15"],
      message: "一位小数",
      severity: "hint",
    },
    {
      name: "no sign, equal, too few points: no assumption needed",
      book: formBook(withIndicator(0, { target: "200人", score: 15 })),
      cells: ["H13"],
      message: /实得 15 分$/,
    },
    {
      name: "no sign, below: larger is better by assumption",
      book: formBook(withIndicator(0, { target: "200人", actual: "140人", score: 10 })),
      cells: ["H13"],
      message: /应得 14 分，实得 10 分（指标值未标明方向，按数值越大越好/,
      severity: "verify",
    },
    {
      name: "no sign, cost above: smaller is better by assumption",
      book: formBook(withIndicator(3, { target: "500元/人", actual: "625元/人" })),
      cells: ["H16"],
      message: "成本指标越小越好",
      severity: "verify",
    },
    {
      name: "= overshot",
      book: formBook(withIndicator(0, { target: "=200人", actual: "250人" })),
      cells: ["H13"],
      message: "应得 16 分",
      severity: "verify",
    },
    {
      name: "far over the target, marked down without a reason",
      book: formBook(withIndicator(0, { actual: "260人", score: 18 })),
      cells: ["H13"],
      message: "应得满分 20 分",
      severity: "verify",
    },
    {
      name: "less than 30 % over, marked down with a reason",
      book: formBook(withIndicator(0, { actual: "259人", score: 18, reason: "指标值偏低" })),
      cells: ["H13"],
      message: "应得满分 20 分",
    },
    {
      name: "a zero target missed",
      book: formBook(withIndicator(3, { target: "≤0起", actual: "1起" })),
      cells: ["H16"],
      message: "应得 0 分",
    },
  ],
  notEvaluated: [
    noForm,
    noIndicators,
    { name: "target blank", book: formBook(withIndicator(0, { target: "" })), reason: /E13.*“培训人数”年度指标值未填/ },
    { name: "actual blank", book: formBook(withIndicator(0, { actual: "" })), reason: /F13.*实际完成值未填/ },
    {
      name: "a range",
      book: formBook(withIndicator(0, { target: "10-20人", actual: "15人" })),
      reason: /“10-20人”为区间/,
    },
    { name: "an approximation", book: formBook(withIndicator(0, { actual: "约200人" })), reason: "为约数" },
    { name: "different units", book: formBook(withIndicator(0, { actual: "200件" })), reason: "单位“件”不同" },
    {
      name: "a number that may be a fraction or a percentage",
      book: formBook(withIndicator(5, { actual: 2 })),
      reason: "单位不明",
    },
    {
      name: "万 on one side only",
      book: formBook(withIndicator(0, { target: "≥2万元", actual: "150" })),
      reason: "单位不明",
    },
    { name: "words for a number", book: formBook(withIndicator(0, { actual: "完成" })), reason: "“完成”不是数值" },
    { name: "score as text", book: formBook(withIndicator(0, { score: "满分" })), reason: /H13.*“满分”不是数字/ },
    { name: "weight as text", book: formBook(withIndicator(0, { weight: "二十" })), reason: /G13.*“二十”不是数字/ },
    {
      name: "no sign and a zero target",
      book: formBook(withIndicator(0, { target: "0次", actual: "2次" })),
      reason: "不能判断是否完成",
    },
  ],
});

const quality = (actual: string, score: number | string, target = "提升"): ReturnType<typeof formBook> =>
  formBook(withIndicator(4, { target, actual, score }));

testRule(zp08, {
  satisfied: [
    sound,
    { name: "the same words, 80 %", book: quality("提升", 24) },
    { name: "the target's words within others", book: quality("得到提升", 30) },
    { name: "达成预期指标", book: quality("达成预期指标", 30) },
    { name: "partly, 80 %", book: quality("部分达成年度指标并具有一定效果", 24) },
    { name: "partly, 60 %", book: quality("部分完成", 18) },
    { name: "missed, 60 %", book: quality("未完成", 18) },
    { name: "missed, 0", book: quality("未完成", 0) },
    { name: "other words, marked down", book: quality("有所提升", 25) },
    { name: "a bare direction said to be taken", book: quality("有所提升", 30) },
    { name: "the verdict alone", book: quality("合格", 30, "验收合格") },
    { name: "a synonym", book: quality("按时", 30, "及时") },
    { name: "not exceeded, in other words", book: quality("未超预算", 30, "不超过预算") },
    { name: "符合预期", book: quality("符合预期", 30) },
    { name: "the best of the grades that the target names", book: quality("优", 30, "优良中低差") },
    { name: "one span of time", book: quality("2023年1-12月", 30, "2023年1月-12月") },
  ],
  violated: [
    {
      name: "the same words, below 80 %",
      book: quality("提升", 23.99),
      cells: ["H17"],
      message: /属于达成预期指标，应得 24–30 分（分值的 80%–100%），实得 23\.99 分/,
    },
    {
      name: "partly, above 80 %",
      book: quality("部分完成", 24.01),
      cells: ["H17"],
      message: "部分达成预期指标，应得 18–24 分",
    },
    { name: "partly, below 60 %", book: quality("部分完成", 17.99), cells: ["H17"], message: "部分达成" },
    { name: "missed, above 60 %", book: quality("未完成", 18.01), cells: ["H17"], message: "未达成" },
    {
      name: "other words, full marks",
      book: quality("较明显", 30, "明显"),
      cells: ["F17,H17"],
      message: "表述不同，得满分 30 分",
      severity: "verify",
    },
    {
      name: "not the best of the grades that the target names",
      book: quality("良", 30, "优良中低差"),
      cells: ["F17,H17"],
      message: "表述不同",
      severity: "verify",
    },
  ],
  notEvaluated: [
    noForm,
    noIndicators,
    { name: "actual blank", book: quality("", 30), reason: /F17.*实际完成值未填/ },
    { name: "a number for words", book: quality("15%", 30), reason: "为数量" },
    { name: "score as text", book: quality("提升", "满分"), reason: "不是数字" },
  ],
});

const noReasonColumn = { indicatorHeader: INDICATOR_HEADER.slice(0, 8) };

testRule(zp09, {
  satisfied: [
    sound,
    {
      name: "marked down with a reason",
      book: formBook(withIndicator(0, { score: 15, reason: "参训人员调整，明年足额安排" })),
    },
    { name: "full marks and 无", book: formBook(withIndicator(0, { reason: "无" })) },
    {
      name: "full marks far over the target with an analysis",
      book: formBook(withIndicator(0, { actual: "260人", reason: "扩大范围" })),
    },
  ],
  violated: [
    {
      name: "marked down without a reason",
      book: formBook(withIndicator(0, { score: 19.99 })),
      cells: ["I13"],
      message: "得分 19.99 低于分值 20，未填偏差原因",
    },
    {
      name: "marked down, 无",
      book: formBook(withIndicator(0, { score: 15, reason: "无" })),
      cells: ["I13"],
      message: "未填偏差原因",
    },
    {
      name: "full marks with a reason",
      book: formBook(withIndicator(0, { reason: "参训人员调整" })),
      cells: ["I13"],
      message: "却填写了偏差原因",
      severity: "hint",
    },
  ],
  notEvaluated: [
    noForm,
    noIndicators,
    {
      name: "no column for reasons",
      book: formBook(withIndicator(0, { score: 15 }, noReasonColumn)),
      reason: "没有“偏差原因分析及改进措施”栏",
    },
  ],
});

const LABEL = "总分在80分以下的项目未实现绩效目标的原因分析及拟采取的措施说明：";
testRule(zp10, {
  satisfied: [
    sound,
    { name: "exactly 80", book: formBook({ total: totalOf(80), tail: [[LABEL]] }) },
    { name: "explained", book: formBook({ total: totalOf(79.99), tail: [[`${LABEL}项目延期。`]] }) },
  ],
  violated: [
    {
      name: "79.99, blank",
      book: formBook({ total: totalOf(79.99), tail: [[LABEL]] }),
      cells: ["A20"],
      message: "总分 79.99 低于 80 分",
    },
    {
      name: "no line for it",
      book: formBook({ total: totalOf(60) }),
      cells: ["H19"],
      message: "低于 80 分",
      severity: "verify",
    },
    {
      name: "无",
      book: formBook({ total: totalOf(60), tail: [[`${LABEL}无`]] }),
      cells: ["A20"],
      message: "低于 80 分",
    },
  ],
  notEvaluated: [noForm, { name: "no total", book: formBook({ total: null }), reason: "没有总分" }],
});

testRule(zp11, {
  satisfied: [
    sound,
    { name: "just under 30 %", book: formBook(withIndicator(0, { actual: "259人" })) },
    { name: "analysed", book: formBook(withIndicator(0, { actual: "260人", reason: "扩大范围" })) },
    { name: "a cost far below its target", book: formBook(withIndicator(3, { actual: "100元/人" })) },
  ],
  violated: [
    { name: "30 %", book: formBook(withIndicator(0, { actual: "260人" })), cells: ["F13"], message: "超出 30%" },
  ],
  notEvaluated: [noForm, noIndicators],
});

testRule(zp15, {
  satisfied: [
    { name: "90 is 优", book: formBook({ total: graded(90, "优秀") }) },
    { name: "just under 90 is 良", book: formBook({ total: graded(89.99, "良") }) },
    { name: "60 is 中", book: formBook({ total: graded(60, "中") }) },
  ],
  violated: [
    { name: "just under 90", book: formBook({ total: graded(89.99, "优") }), cells: ["I19"], message: "等级应为“良”" },
    { name: "just under 60", book: formBook({ total: graded(59.9, "中") }), cells: ["I19"], message: "等级应为“差”" },
  ],
  notEvaluated: [
    noForm,
    { name: "no grade", book: formBook(), reason: "表上没有等级" },
    { name: "no total", book: formBook({ total: graded(null, "优") }), reason: "总分未填" },
  ],
});

testRule(zp12, {
  satisfied: [
    sound,
    { name: "one side without a unit", book: formBook(withIndicator(0, { actual: "200" })) },
    {
      name: "variants of one unit",
      book: formBook(withIndicator(0, { target: "≥200㎡", actual: "200平方米", name: "面积" })),
    },
    {
      name: "元 left out of a compound unit",
      book: formBook(withIndicator(3, { target: "≤5.286万元/年/人", actual: "5.286万/人/年" })),
    },
    {
      name: "a rate that may exceed 100 %",
      book: formBook(withIndicator(2, { name: "任务完成率", target: "≥100%", actual: "128%" })),
    },
    {
      name: "a frequency in times",
      book: formBook(withIndicator(0, { name: "巡查频率", target: "≥2次/天", actual: "2次/天" })),
    },
  ],
  violated: [
    {
      name: "different units",
      book: formBook(withIndicator(0, { actual: "200件" })),
      cells: ["E13,F13"],
      message: "计量单位“人”与“件”不同",
    },
    {
      name: "a time in money per person",
      book: formBook(withIndicator(0, { name: "租赁时间", target: "≥365 元/人", actual: "365 元/人" })),
      cells: ["E13,F13"],
      message: "指标名称为时间，单位“元/人”与之不符",
    },
    {
      name: "a rate in pieces",
      book: formBook(withIndicator(2, { target: "≥90件", actual: "95件" })),
      cells: ["E15,F15"],
      message: "指标名称为比率",
    },
    {
      name: "more than all",
      book: formBook(withIndicator(5, { name: "学员满意度", actual: "115.3%" })),
      cells: ["E18,F18"],
      message: "比率 115.3% 超过 100%",
    },
  ],
  notEvaluated: [noForm, noIndicators],
});

const cost = (name: string, target: string, actual: string): Parameters<typeof withIndicator>[1] => ({
  name,
  target,
  actual,
});

testRule(zp13, {
  satisfied: [
    {
      name: "equal, without being named a total",
      book: formBook(withIndicator(3, cost("预算控制数", "≤100万元", "98.5万元"))),
    },
    { name: "an upper bound", book: formBook(withIndicator(3, cost("培训总成本", "≤100万元", "≤100万元"))) },
    { name: "in another unit", book: formBook(withIndicator(3, cost("干部培训成本合计", "≤100万元", "985000元"))) },
  ],
  withinRounding: [{ name: "rounded", book: formBook(withIndicator(3, cost("项目总成本", "≤100万元", "98.51万元"))) }],
  violated: [
    {
      name: "the budget repeated as the actual",
      book: formBook(withIndicator(3, cost("项目总成本", "≤100万元", "100万元"))),
      cells: ["F16"],
      message: "完成值 100万元，全年执行数 98.50 万元",
    },
    {
      name: "0.02 off",
      book: formBook(withIndicator(3, cost("项目总成本", "≤100万元", "98.52万元"))),
      cells: ["F16"],
      message: "不一致",
    },
    {
      name: "an upper bound below",
      book: formBook(withIndicator(3, cost("项目总成本", "≤90万元", "≤90万元"))),
      cells: ["F16"],
      message: "不一致",
    },
    {
      name: "no unit of its own",
      book: formBook(withIndicator(3, cost("项目总成本", "≤100", "100"))),
      cells: ["F16"],
      message: "未注明单位，按万元计",
    },
  ],
  notEvaluated: [
    noForm,
    { name: "cost per person only", book: formBook(), reason: "没有写明总数的成本指标" },
    {
      name: "a part of the cost",
      book: formBook(withIndicator(3, cost("场地费", "≤100万元", "100万元"))),
      reason: "没有写明总数的成本指标",
    },
    { name: "no funds block", book: formBook({ funds: null }), reason: "没有全年执行数" },
  ],
});

const costs = (...lines: readonly (readonly [string, string])[]): ReturnType<typeof formBook> =>
  formBook({
    indicators: lines.map(
      ([name, actual], index) =>
        [index === 0 ? "成本指标" : null, null, name, `≤${actual}`, actual, 10, 10] as unknown as IndicatorLine,
    ),
  });

testRule(zp14, {
  satisfied: [
    { name: "parts below the execution", book: costs(["场地费", "50万元"], ["师资费", "48.5万元"]) },
    {
      name: "parts equal to the total",
      book: costs(["项目总成本", "98.5万元"], ["场地费", "50万元"], ["师资费", "48.5万元"]),
    },
  ],
  withinRounding: [{ name: "0.01 over, two parts", book: costs(["场地费", "50.01万元"], ["师资费", "48.5万元"]) }],
  violated: [
    {
      name: "0.02 over",
      book: costs(["场地费", "50.02万元"], ["师资费", "48.5万元"]),
      cells: ["F13,F14"],
      message: "超过全年执行数 98.50 万元",
    },
    {
      name: "budgets repeated, no unit",
      book: costs(["场地费", "≤60"], ["师资费", "≤40"]),
      cells: ["F13,F14"],
      message: "疑为照抄指标值，未注明单位的按万元计",
    },
    {
      name: "parts off the total",
      book: costs(["项目总成本", "98.5万元"], ["场地费", "50万元"], ["师资费", "40万元"]),
      cells: ["F14,F15"],
      message: "与“项目总成本”完成值 98.5万元 不一致",
    },
  ],
  notEvaluated: [
    noForm,
    { name: "no costs in money", book: formBook(), reason: "没有以金额计的分项成本指标" },
    {
      name: "no funds block",
      book: {
        ...costs(["场地费", "50万元"]),
        forms: costs(["场地费", "50万元"]).forms.map((form) => ({ ...form, funds: [] })),
      },
      reason: "没有全年执行数",
    },
  ],
});
