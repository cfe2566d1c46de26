import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { readBook } from "../../../src/core/reading/read-book";
import { checkText } from "../../../src/core/textcheck/check-text";
import type { TextReport } from "../../../src/core/textcheck/model";
import { isHeading } from "../../../src/core/textcheck/sections";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { bookOf } from "../narrative/book-builder";
import { caseParameters } from "../narrative/case-parameters";
import { draftCase } from "../narrative/draft-case";

const number = (literal: string): ParameterValue => ({ kind: "number", value: amount(literal) });
const BOOK = bookOf({
  Z01: [
    ["income.current", "本年收入合计", { amount: "1000" }],
    ["income.total", "总计", { amount: "1050.55" }],
    ["expenditure.total", "总计", { amount: "1050.55" }],
  ],
  Z02: [["total", "合计", { total: "1000", fiscal: "990", other: "10" }]],
  Z03: [
    ["total", "合计", { total: "800", basic: "500", project: "300" }],
    ["201", "一般公共服务支出", { total: "800" }],
  ],
  Z05: [
    ["total", "合计", { total: "600", basic: "400", project: "200" }],
    ["201", "一般公共服务支出", { total: "600" }],
    ["20103", "政府办公厅（室）及相关机构事务", { total: "600" }],
    ["2010301", "行政运行", { total: "450.5" }],
    ["2010399", "其他政府办公厅（室）及相关机构事务支出", { total: "149.5" }],
  ],
  JJ: [["total", "合计", { income: "5", total: "5", closing: "0", opening: "0" }]],
  SG: [
    ["budget", "预算数", { total: "0", abroad: "0", vehicles: "12", vehicleOperation: "12", reception: "0" }],
    ["final", "决算数", { total: "9.5", abroad: "0", vehicles: "9.5", vehicleOperation: "9.5", reception: "0" }],
  ],
});
const PARAMETERS = new Map<string, ParameterValue>([
  ["上年.收支总计", number("1000.55")],
  ["上年.收入合计", number("1100")],
  ["上年.其他收入", number("0")],
  ["年初预算.2010301", number("500")],
  ["年初预算.2010399", number("0")],
  ["年初预算.一般公共预算财政拨款支出", number("500")],
]);

function check(text: string): TextReport {
  return checkText(text.split("\n"), { book: BOOK, parameters: PARAMETERS });
}

/** Every figure with its verdict: "right", "wrong 782.6万元" or the cause that it can not be checked. */
function verdicts(text: string): readonly string[] {
  return check(text)
    .sentences.flatMap(({ figures }) => figures)
    .map(({ verdict }) => {
      if (verdict.kind === "right") return "right";
      if (verdict.kind === "uncheckable") return verdict.cause;
      const { right } = verdict;
      return right ? `wrong ${right.direction ?? ""}${right.text}${right.unit}` : "wrong";
    });
}

describe("a figure", () => {
  it.each([
    ["收、支总计均为1,050.55万元。", ["right"]],
    ["收入总计１０５０．５５万元，支出总计10505500元。", ["right", "right"]],
    ["收支总计0.11亿元。收支总计约1051万元。", ["right", "right"]],
    ["收支总计1050.5万元，收支总计1051万元。", ["right", "right"]],
    ["收支总计1050.4万元，收支总计1050.54万元。", ["wrong 1,050.55万元", "wrong 1,050.55万元"]],
    ["收、支总计1050.55万元，比上年增加50万元，增长5%。", ["right", "right", "right"]],
    ["收、支总计1050.55万元，比上年减少50万元，下降5%。", ["right", "wrong up50万元", "wrong up5%"]],
    ["与2021年度相比，收、支总计各增加40万元。", ["wrong up50万元"]],
    ["2021年度收、支总计1000.55万元，2022年度收、支总计1050.55万元。", ["right", "right"]],
    ["与2021年度相比，收、支总计增加50万元。", ["right"]],
    // How last year itself changed no sheet says; this year's change must not be taken for it.
    ["2021年度收、支总计减少3万元。", ["missing"]],
    ["收支总计同比增长5.0%，增加到1050.55万元。", ["right", "right"]],
    ["其他收入10万元，比上年增加10万元，增长100%。", ["right", "right", "wrong"]],
    [
      "本年收入合计1000万元，其中：财政拨款收入990万元，占99%；其他收入10万元，占1%。",
      ["right", "right", "right", "right", "right"],
    ],
    ["本年收入合计1000万元，比上年下降率9.09%。", ["right", "right"]],
    ["财政拨款收入占本年收入合计的98%。", ["wrong 99%"]],
    ["本年收入合计1000万元，其中信息化建设补助12万元，占1.2%。", ["right", "unknownSubject", "unknownSubject"]],
    ["本年收入合计1000万元，主要是人员增加12人，比上年增支3万元。", ["right", "reason", "reason"]],
    ["本年收入合计近1001万元。", ["approximate"]],
    ["本年收入合计1000.00。", ["unit"]],
    ["基本支出500万元。", ["ambiguous"]],
    ["三、支出决算情况说明\n基本支出500万元，项目支出200万元。", ["right", "wrong 300万元"]],
    ["五、一般公共预算财政拨款支出决算情况说明\n其中：基本支出400万元，项目支出200万元。", ["right", "right"]],
    ["一般公共预算财政拨款基本支出400万元，占一般公共预算财政拨款支出的66.67%。", ["right", "right"]],
    ["政府性基金预算财政拨款本年收入5万元，本年支出5万元。", ["right", "right"]],
    [
      "五、一般公共预算财政拨款支出决算情况说明\n1．一般公共服务支出（类）政府办公厅（室）及相关机构事务（款）行政运行（项）。年初预算为500万元，支出决算为450.5万元，完成年初预算的90.1%。",
      ["right", "right", "right"],
    ],
    [
      "五、一般公共预算财政拨款支出决算情况说明\n行政运行（项）支出决算450.5万元，完成年初预算500万元的90%。",
      ["right", "right", "wrong 90.1%"],
    ],
    ["“三公”经费年初预算为0万元，支出决算为9.5万元，完成年初预算的0%。", ["right", "right", "wrong"]],
    ["公务用车购置及运行维护费支出9.5万元，比预算减少2.5万元，下降20.83%。", ["right", "right", "right"]],
    [
      "一般公共预算财政拨款支出占本年支出合计的75%，行政运行（项）占一般公共预算财政拨款支出的75.1%。",
      ["right", "fewerDecimals"],
    ],
    ["我局信息化项目支出300万元。", ["unknownSubject"]],
    [
      "五、一般公共预算财政拨款支出决算情况说明\n2022年度财政拨款支出600万元，占本年支出合计的75%。",
      ["right", "right"],
    ],
    [
      "2022年度一般公共预算财政拨款支出年初预算500万元，支出决算600万元，为年初预算的120%。",
      ["right", "right", "right"],
    ],
    [
      "“三公”经费支出9.5万元。其中：公务用车购置及运行费9.5万元，占100%；公务接待费0万元，占1%。",
      ["right", "right", "right", "right", "wrong 0%"],
    ],
    ["三、支出决算情况说明\n基本支出和项目支出分别为500万元和301万元。", ["right", "wrong 300万元"]],
    ["三、支出决算情况说明\n基本支出、项目支出分别占本年支出合计的62.5%和37.6%。", ["right", "wrong 37.5%"]],
    ["单位价值50万元以上通用设备情况见附件3，2022年12月31日公开01表。", []],
  ])("%s", (text, expected) => {
    expect(verdicts(text)).toEqual(expected);
  });

  it("has its place in the paragraph as printed, the unit included", () => {
    const [figure] = check("　“收、支”总计 １,０５０．５５ 万元。").sentences.flatMap(({ figures }) => figures);
    expect(figure).toMatchObject({ paragraph: 0, start: 9, verdict: { kind: "right" } });
    expect("　“收、支”总计 １,０５０．５５ 万元。".slice(figure?.start, figure?.end)).toBe("１,０５０．５５ 万元");
  });

  it("that is not understood makes its sentence not understood, never right", () => {
    const { counts } = check("收支总计1050.55万元。\n绿化面积达300万元。\n认真组织学习。");
    expect(counts).toMatchObject({ figures: 2, matched: 1, right: 1, uncheckable: 1, sentences: 2, notUnderstood: 1 });
  });
});

it.each([
  [58, true],
  [59, false],
])("an ordinal and %i characters can be a heading: %s", (length, expected) => {
  expect(isHeading(`一、${"收".repeat(length)}`)).toBe(expected);
});

describe("a contradiction in the text", () => {
  it.each([
    ["收支总计1050.55万元，比上年增加-50万元。", "negativeChange"],
    ["收支总计1050.55万元，比上年增加50万元，下降5%。", "oppositeDirections"],
    ["收支总计1050.55万元，比上年增加50万元，增长50%。", "rate"],
    ["其他收入10万元，比上年增加10万元，增长100%。", "zeroBase"],
    ["三公经费年初预算为0万元，支出决算为9.5万元，完成年初预算的0%。", "zeroBase"],
    ["三公经费年初预算为10万元，支出决算为9.5万元，完成年初预算的59%。", "completion"],
    ["支出合计年初预算为0万元，全年预算为821万元，支出决算为800万元，完成年初预算的97.44%。", "zeroBase"],
    ["三公经费年初预算为10万元，支出决算为9.5万元，比年初预算减少1.5万元。", "change"],
    ["三公经费年初预算为10万元，支出决算为9.5万元，决算数大于年初预算数的主要原因是车辆增加。", "comparison"],
    ["三公经费年初预算为10万元，支出决算为9.5万元，决算数与年初预算数持平。", "comparison"],
    ["收支总计与上年决算数持平。", "comparison"],
    ["本年收入合计1000万元，其中：财政拨款收入990万元，占90%。", "share"],
    ["本年收入合计1000万元，其中：财政拨款收入占99%；其他收入占2%。", "shareSum"],
    ["三公经费支出9.5万元，其中：因公出国（境）费0万元，公务用车购置及运行维护费8.5万元，公务接待费0万元。", "sum"],
    ["某项目绩效自评得分102分。", "score"],
    [
      "共有车辆7辆，其中，符合规定领导干部用车0辆、机要通信用车1辆、应急保障用车2辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车3辆。",
      "sum",
    ],
    ["本单位没有政府性基金收入，也没有使用政府性基金安排的支出。", "notNone"],
    ["本年度没有发生因公出国（境）费、公务用车运行维护费支出。", "notNone"],
    ["公务用车运行维护费本年度未发生。", "notNone"],
    ["2022年度公务用车购置及运行费支出为零。", "notNone"],
    ["本单位有公务接待费支出。", "notSome"],
    ["2022年度发生了因公出国（境）费用支出，经批准执行。", "notSome"],
    ["公务用车运行维护费支出比年初预算数增加的主要原因是车辆老旧。", "comparison"],
    ["收支总计比上年减少，主要是项目完工。", "comparison"],
    ["三公经费年初预算为9万元，支出决算为9.5万元，未超过年初预算。", "comparison"],
    ["公务用车运行维护费支出9.5万元，不低于年初预算数。", "comparison"],
  ])("%s: %s", (text, kind) => {
    expect(check(text).contradictions.map((found) => found.kind)).toContain(kind);
  });

  it.each([
    "收支总计1050.55万元，比上年增加50万元，增长5%。",
    "三公经费年初预算为12万元，支出决算为9.5万元，完成年初预算的79.17%，决算数小于年初预算数的主要原因是厉行节约。",
    "本年收入合计1000万元，其中：财政拨款收入990万元，占99%；其他收入10万元，占1%。",
    "本单位没有国有资本经营预算支出。",
    "上年没有发生公务用车运行维护费，本年没有公务接待费支出。",
    "2021年度公务用车运行维护费为零。本年未发生公务接待费和因公出国（境）费支出。",
    "没有公务用车运行维护费预算调整，有公务接待费管理办法。",
    "三公经费支出9.5万元，未超过年初预算12万元，比年初预算减少，控制较好。",
    "收支总计比上年有所增加，年初预算比上年减少，人员增加。",
    "共有车辆6辆，其中，符合规定领导干部用车0辆、机要通信用车1辆、应急保障用车2辆、执法执勤用车0辆、特种专业技术用车0辆、离退休干部用车0辆、其他用车3辆。",
    "共有车辆7辆，其中，机要通信用车1辆、应急保障用车2辆。",
  ])("is not seen in: %s", (text) => {
    expect(check(text).contradictions).toEqual([]);
  });

  it("between the 项 and their whole is seen at the whole", () => {
    const text = [
      "五、一般公共预算财政拨款支出决算情况说明",
      "2022年度一般公共预算财政拨款支出年初预算为500万元，支出决算为600万元。",
      "1．行政运行（项）。年初预算为500万元，支出决算为450.5万元。",
      "2．其他政府办公厅（室）及相关机构事务支出（项）。年初预算为100万元，支出决算为149.5万元。",
    ].join("\n");
    expect(check(text).contradictions).toMatchObject([
      { kind: "sum", stated: "500万元", expected: "600万元", paragraph: 1 },
    ]);
  });
});

describe("any text", () => {
  const piece = fc.constantFrom(
    ..."收支总计 比上年 增加 减少 增长 占 完成年初预算的 其中： 分别为 。 ； ， （ ） 1050.55 万元 % 0 -5 辆 2022年度 基本支出 三公经费 主要是 与 在 中 、 和 行政运行（项） 五、 1． 约 \n".split(
      " ",
    ),
  );
  it("is read without failing, every figure inside its paragraph, in order", () => {
    const text = fc.oneof(
      fc.string({ unit: "grapheme" }),
      fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join("")),
    );
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (paragraphs) => {
        const report = checkText(paragraphs, { book: BOOK, parameters: PARAMETERS });
        const { counts } = report;
        expect(counts.right + counts.wrong + counts.uncheckable).toBe(counts.figures);
        for (const { figures, start, end, paragraph } of report.sentences) {
          expect(end).toBeLessThanOrEqual(paragraphs[paragraph]?.length ?? 0);
          let last = start;
          for (const figure of figures) {
            expect(figure.start).toBeGreaterThanOrEqual(last);
            expect(figure.end).toBeGreaterThan(figure.start);
            last = figure.end;
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is not asked what a draft itself asks for or leaves open", () => {
    const text =
      "收、支总计【待填：2021年因公出国（境）团组3个】1050.55万元，比上年增加40万元【待核实：上年数之差为50】。";
    expect(verdicts(text)).toEqual(["right", "toVerify"]);
    expect(check(text).counts).toMatchObject({ notUnderstood: 0, contradictions: 0 });
  });

  it("of great length is read in little time", () => {
    const started = process.cpuUsage();
    check("收、支总计均为1050.55万元，比上年增加50万元，增长5%".repeat(2000));
    check("（".repeat(20000) + "1".repeat(20000) + "，000".repeat(5000));
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(5000);
  });
});

/** Figures that the draft itself leaves open: the case's budgets of the 项 come to more than that of the whole. */
const toVerify = (paragraphs: readonly string[]): number => paragraphs.join("").match(/【待核实：/g)?.length ?? 0;

describe("the draft of an account", () => {
  it.each(CASE_NAMES)("of %s is entirely right", (name) => {
    const file = loadCase(name);
    const paragraphs = draftAsText(draftCase(name)).split("\n");
    const { counts } = checkText(paragraphs, { book: readBook(caseGrid(file)), parameters: caseParameters(file) });
    expect(counts.figures).toBeGreaterThan(150);
    const right = counts.figures - toVerify(paragraphs);
    expect(counts).toMatchObject({ right, matched: counts.figures, notUnderstood: 0, contradictions: 0 });
  });

  it("with thousands separators is, too", () => {
    const file = loadCase("2022-zibo");
    const text = draftAsText(draftCase("2022-zibo", { wording: { thousands: true } }));
    const { counts } = checkText(text.split("\n"), {
      book: readBook(caseGrid(file)),
      parameters: caseParameters(file),
    });
    expect(counts.right).toBe(counts.figures - toVerify(text.split("\n")));
  });
});
