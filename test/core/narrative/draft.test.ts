import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import { compareDrafts } from "../../../src/core/narrative/compare-drafts";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import { priorYearFromBook } from "../../../src/core/narrative/prior-year";
import { draftAsHtml } from "../../../src/core/narrative/rendering/html";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { structureAnalysis } from "../../../src/core/narrative/structure-analysis";
import { readBook } from "../../../src/core/reading/read-book";
import { caseGrid, loadCase } from "../../support/cases";
import { bookOf, type BookSpec } from "./book-builder";
import { caseParameters } from "./case-parameters";
import { draftCase, draftOf } from "./draft-case";

const totals = (literal: string): BookSpec => ({ Z01: [["income.total", "总计", { amount: literal }]] });
const number = (literal: string): ParameterValue => ({ kind: "number", value: amount(literal) });
const sayTotals = (text: string): string | undefined => /收、支总计(?:各|均(?!为)|【).*/.exec(text)?.[0];

describe("last year's workbook", () => {
  const book = bookOf(totals("110"));
  const last = bookOf(totals("100"), { year: 2021 });

  it("gives last year's figures, before the parameter sheet, and lists where they differ", () => {
    const parameters = new Map([["上年.收支总计", number("90")]]);
    const draft = draftOf(book, { parameters, priorYear: last });
    expect(sayTotals(draftAsText(draft))).toContain("各增加10万元，增长10%");
    expect(draft.differences.map((difference) => difference.message)).toEqual([
      "上年收支总计：上年工作簿为100，情况说明参数为90，相差10",
    ]);
    expect(draft.warnings).toEqual([]);
  });

  it("names both years where it is of another one, and uses none of its figures", () => {
    const draft = draftOf(book, { priorYear: bookOf(totals("100"), { year: 2020 }) });
    expect(draft.warnings).toEqual(["所选上年工作簿是2020年度的，本工作簿是2022年度的，应选2021年度的，其数据未采用"]);
    expect(sayTotals(draftAsText(draft))).toContain("【待填：上年收支总计】");
  });

  it("names both units where it is of another one", () => {
    const other = bookOf(totals("100"), { year: 2021, unitName: "另一单位" });
    expect(priorYearFromBook(other, book).warnings).toEqual([
      "所选上年工作簿的单位是“另一单位”，本工作簿的单位是“某某市办公室”，请核对",
    ]);
  });

  it("is converted where its money unit is the other one", () => {
    const inYuan = bookOf(totals("1000000"), { year: 2021, moneyUnit: "元" });
    expect(sayTotals(draftAsText(draftOf(book, { priorYear: inYuan })))).toContain("各增加10万元，增长10%");
  });
});

describe("contradictions", () => {
  it.each([
    ["2020-zaozhuang", ["绩效自评涉及预算资金为636，项目支出决算数为5511.09，相差4875.09"]],
    ["2021-luozhuang", ["绩效自评涉及预算资金为242.21，项目支出决算数为209.15，相差33.06"]],
    [
      "2022-zibo",
      [
        "一般公共预算财政拨款支出年初预算为11174.19，各项年初预算之和为11334.28，相差160.09",
        "市民投诉中心-全市政务服务热线平台和运行保障专项各项得分之和为95，自评表总分为100，相差5",
      ],
    ],
  ] as const)("of %s are listed", (name, messages) => {
    expect(draftCase(name).differences.map((difference) => difference.message)).toEqual(messages);
  });

  it("between the two sides of a table are seen", () => {
    const spec: BookSpec = {
      Z01: [
        ["income.total", "总计", { amount: "10" }],
        ["expenditure.total", "总计", { amount: "9.5" }],
      ],
    };
    expect(draftOf(bookOf(spec)).differences.map((difference) => difference.message)).toEqual([
      "收支总计采用10，支出方总计为9.5，相差0.5",
    ]);
  });

  it("are seen in what is filled in", () => {
    const parameters = new Map([
      ["政府采购支出总额", number("10")],
      ["政府采购货物支出", number("5")],
      ["政府采购工程支出", number("0")],
      ["政府采购服务支出", number("4")],
      ["授予中小企业合同金额", number("11")],
    ]);
    expect(draftOf(bookOf({}), { parameters }).differences.map((difference) => difference.key)).toEqual([
      "合计.政府采购支出总额",
      "大于.授予中小企业合同金额",
    ]);
  });
});

describe("a draft made again", () => {
  const before = draftOf(bookOf(totals("110")), { parameters: new Map([["上年.收支总计", number("100")]]) });

  it("shows nothing where nothing changed", () => {
    expect(compareDrafts(before, before)).toEqual([]);
  });

  it("shows the figures and the wording that changed, in their section", () => {
    const after = draftOf(bookOf(totals("90")), { parameters: new Map([["上年.收支总计", number("100")]]) });
    const changes = compareDrafts(before, after);
    expect([...new Set(changes.map((change) => change.section))]).toEqual(["收支总体"]);
    expect(changes.map(({ kind, key, before: old, after: now }) => [kind, key, old, now])).toEqual([
      ["changed", "收支总计.金额", "110万元", "90万元"],
      [
        "changed",
        "文字.收支总计.金额",
        "2022年度收、支总计均为…。与2021年度相比，收、支总计各增加…，增长…。主要是…。",
        "2022年度收、支总计均为…。与2021年度相比，收、支总计各减少…，下降…。主要是…。",
      ],
    ]);
  });

  it("shows a reason that was written", () => {
    const parameters = new Map<string, ParameterValue>([
      ["上年.收支总计", number("100")],
      ["原因.收支总计.比上年", { kind: "text", text: "人员增加" }],
    ]);
    const changes = compareDrafts(before, draftOf(bookOf(totals("110")), { parameters }));
    expect(changes.map((change) => [change.key, change.after])).toEqual([["原因.收支总计.比上年", "人员增加"]]);
  });
});

describe("结构分析", () => {
  const file = loadCase("2022-zibo");
  const rows = structureAnalysis(readBook(caseGrid(file)), caseParameters(file));
  const row = (key: string) => rows.find((candidate) => candidate.key === key);

  it("has share, change and completion as the text states them", () => {
    const text = draftAsText(draftCase("2022-zibo"));
    const general = row("一般公共预算财政拨款支出");
    expect(general?.amount?.value.toString()).toBe("10839.03");
    expect(general?.change?.toString()).toBe("782.6");
    expect(general?.completion?.value.times(100).toFixed(2)).toBe("97.00");
    expect(text).toContain("完成年初预算的97%");
    expect(row("类.201")?.share?.value.times(100).toFixed(2)).toBe("89.17");
    expect(text).toContain("一般公共服务（类）支出9664.96万元，占89.17%");
  });

  it("gives a fall its sign and a share its whole", () => {
    expect(row("项目支出")?.change?.toString()).toBe("-511.14");
    expect(row("项目支出")?.changeRate?.times(100).toFixed(2)).toBe("-8.49");
    expect(row("项目支出")?.shareOf).toBe("支出合计");
  });

  it("says why a column is empty", () => {
    const parameters = new Map([["上年.收支总计", number("0")]]);
    const [first] = structureAnalysis(bookOf(totals("5")), parameters);
    expect(first?.changeRate).toBeUndefined();
    expect(first?.remark).toBe("上年无此项");
  });
});

describe("the draft as text and HTML", () => {
  const draft = draftOf(bookOf(totals("5"), { unitName: "<b>&单位" }), {
    parameters: new Map([
      ["上年.收支总计", number("4")],
      ["原因.收支总计.比上年", { kind: "text", text: `<script>alert("1")</script>` }],
    ]),
  });

  it("keeps what the clerk wrote as text, escaped in HTML", () => {
    expect(draftAsText(draft)).toContain(`<script>alert("1")</script>`);
    expect(draftAsHtml(draft)).toContain("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;");
    expect(draftAsHtml(draft)).not.toContain("<script");
  });

  it("marks blanks in HTML", () => {
    expect(draftAsHtml(draft)).toContain("<mark>【待填：");
  });
});
