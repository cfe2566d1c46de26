import { describe, expect, it } from "vitest";
import { joinParts, parseIndicatorValue } from "../../../../src/core/reading/self-evaluation/parse-value";

const CELL = { sheet: "自评表", row: 0, column: 0 };

describe("年度指标值 and 实际完成值 taken apart", () => {
  const NUMBERS: readonly (readonly [string | number, string | undefined, string, string])[] = [
    ["≥95%", "ge", "0.95", "%"],
    ["≥ 95 ％", "ge", "0.95", "%"],
    ["≥95百分比", "ge", "0.95", "%"],
    ["98%（含）以上", "ge", "0.98", "%"],
    ["≥200篇（条）", "ge", "200", "篇"],
    ["20（篇）", undefined, "20", "篇"],
    [">=95%", "ge", "0.95", "%"],
    ["＞95%", "gt", "0.95", "%"],
    ["﹤3天", "lt", "3", "天"],
    ["＜1年", "lt", "1", "年"],
    ["≤1810.76 万元", "le", "18107600", "元"],
    ["=100%", "eq", "1", "%"],
    ["＝100%", "eq", "1", "%"],
    ["100%", undefined, "1", "%"],
    ["35人", undefined, "35", "人"],
    ["500 人次", undefined, "500", "人次"],
    ["2,800立方米", undefined, "2800", "立方米"],
    ["2，800立方米", undefined, "2800", "立方米"],
    ["２０件", undefined, "20", "件"],
    ["5.286万/年/人", undefined, "52860", "年/人"],
    ["≤5.286万元/年/人", "le", "52860", "元/年/人"],
    ["1.2亿元", undefined, "120000000", "元"],
    ["3‰", undefined, "0.003", "‰"],
    ["不低于90%", "ge", "0.9", "%"],
    ["不少于20件", "ge", "20", "件"],
    ["不超过7万元", "le", "70000", "元"],
    ["不高于7万元", "le", "70000", "元"],
    ["大于等于3次", "ge", "3", "次"],
    ["小于等于3次", "le", "3", "次"],
    ["大于3次", "gt", "3", "次"],
    ["少于3次", "lt", "3", "次"],
    ["达到95%", "ge", "0.95", "%"],
    ["95%以上", "ge", "0.95", "%"],
    ["95%及以上", "ge", "0.95", "%"],
    ["3次以下", "le", "3", "次"],
    ["30分钟以内", "le", "30", "分钟"],
    ["控制在100万元以内", "le", "1000000", "元"],
    ["不低于90分以上", "ge", "90", "分"],
    ["已完成20次", undefined, "20", "次"],
    ["100%完成", undefined, "1", "%"],
    ["百分之95", undefined, "0.95", "%"],
    ["2000.5万元", undefined, "20005000", "元"],
    ["12个月", undefined, "12", "个月"],
    ["5年", undefined, "5", "年"],
    ["≤7", "le", "7", ""],
    [74, undefined, "74", ""],
    [0.95, undefined, "0.95", ""],
    ["7天。", undefined, "7", "天"],
  ];
  it.each(NUMBERS)("%s is a number", (raw, operator, value, unit) => {
    const parsed = parseIndicatorValue(CELL, raw);
    expect(parsed.kind).toBe("number");
    expect([parsed.operator, parsed.value?.toString(), parsed.unit]).toEqual([operator, value, unit]);
  });

  it.each([
    "是",
    "及时",
    "优",
    "明显提升",
    "2022年12月前",
    "12月底前",
    "2022年12月31日",
    "2022-12-31",
    "2022.12.31",
    "12月31日前",
    "2022年底",
    "第四季度",
    "4季度",
    "≤12月31日",
    "一次性通过",
    "一般",
    "无",
    "2023年1-12月",
    "1月至6月底",
  ])("%s is words", (raw) => {
    expect(parseIndicatorValue(CELL, raw).kind).toBe("words");
  });

  it.each([
    "10-20人",
    "95%-100%",
    "95~100%",
    "约100人",
    "100人左右",
    "100余人",
    "20多次",
    "3批20件",
    "7*24小时",
    "三次",
    "两个以上",
    "新增就业500人",
    "2022年完成20次",
    "不低于90%以下",
    "#DIV/0!",
    "1:3",
    true,
  ])("%s is unclear, never a number, and says why", (raw) => {
    const parsed = parseIndicatorValue(CELL, raw);
    expect(parsed.kind).toBe("unclear");
    expect(parsed.value).toBeUndefined();
    expect(parsed.note).toBeTruthy();
  });

  it.each([null, "", "  ", "-", "——", "/", "\u00a0"])("%s is blank", (raw) => {
    expect(parseIndicatorValue(CELL, raw).kind).toBe("blank");
  });

  it.each([
    ["≥", 95, "%", "≥95%"],
    ["正向指标", "95", "%", "≥95%"],
    ["反向", "7", "万元", "≤7万元"],
    ["定性", "优", "", "优"],
    ["≥", "优良", "", "优良"],
    ["", 12, "", 12],
    ["=", "", "人", null],
  ] as const)("joins the columns %s | %s | %s", (operator, value, unit, joined) => {
    expect(joinParts(operator, value, unit)).toBe(joined);
  });
});
