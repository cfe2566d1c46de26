import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/app/document/check-document";
import { checkTextOfGrid } from "../../../src/app/textcheck/check-text";
import type { DocumentBlock } from "../../../src/core/document/model";
import { readBook } from "../../../src/core/reading/read-book";
import { a1 } from "../../../src/core/model/cell";
import { textCheckTexts } from "../../../src/text/textcheck";
import { zaozhuangScored } from "../../core/qa/evaluation-tables";
import { gridOf } from "../../core/reading/grid-of";

const paragraph = (text: string): DocumentBlock => ({ kind: "paragraph", text });
const scoredRows = gridOf(zaozhuangScored).values.slice(2, -1);
const table: DocumentBlock = { kind: "table", rows: scoredRows };
const CONCLUSION = "经过评价，项目得分95分，等级为优。其中：资金管理指标10分，项目产出指标50分，项目效益指标35分。";

/** What a check says of the text of an evaluation report in a published document. */
function said(conclusion: string, ...others: readonly DocumentBlock[]): readonly string[] {
  const blocks = [
    paragraph("第三部分 情况说明"),
    paragraph("部门评价结果：道路养护项目，绩效评价得分为88分，等级为良。"),
    paragraph("第五部分 附件"),
    paragraph("12345热线呼叫人员外包服务"),
    paragraph("项目支出绩效评价报告"),
    paragraph(conclusion),
    table,
    ...others,
  ];
  const { tables } = checkDocument({ blocks });
  return tables.result.findings
    .filter(({ rule }) => rule === "PJ-10")
    .map(({ cells, message }) => `${cells.map(a1).join()} ${message}`);
}

describe("an evaluation report in a published document", () => {
  it("agrees with its score table, and another project's score is none of it", () => {
    expect(said(CONCLUSION)).toEqual([]);
  });

  it("is told where it says otherwise", () => {
    expect(said(CONCLUSION.replace("95分", "96分").replace("50分", "49分"))).toEqual([
      "I10 文字得分 96，评分表为 95",
      "I10 文字项目产出得分 49，评分表为 50",
    ]);
    expect(said(CONCLUSION.replace("为优", "为良"))).toEqual(["I10 文字得分 95，等级应为“优”，文字为“良”"]);
  });

  it("each report is judged by its own table", () => {
    const second = [
      paragraph("道路养护项目支出绩效评价报告"),
      paragraph("综合得分90分，等级为优。"),
      { kind: "table" as const, rows: scoredRows.map((row) => row.map((value) => (value === 95 ? 90 : value))) },
    ];
    expect(said(CONCLUSION, ...second)).toEqual(["I10 文字得分 88，评分表为 90"]);
  });
});

describe("a document that prints no score table", () => {
  const source = { book: readBook({ sheets: [gridOf(zaozhuangScored)] }), parameters: new Map() };
  const found = (conclusion: string): readonly string[] => {
    const blocks = ["第三部分 情况说明", "12345热线呼叫人员外包服务项目支出绩效评价报告", conclusion].map(paragraph);
    return checkDocument({ blocks }, { workbook: source }).text.contradictions.map(textCheckTexts.contradiction);
  };

  it("is judged by the score table of the workbook it was made from", () => {
    expect(found(CONCLUSION)).toEqual([]);
    expect(found(CONCLUSION.replace("95分", "96分"))).toEqual([
      "12345热线呼叫人员外包服务评价得分写“96分”，评分表为95分",
    ]);
  });
});

describe("a text beside the workbook", () => {
  const grid = { sheets: [gridOf(zaozhuangScored)] };
  const contradictions = (text: string): readonly string[] =>
    checkTextOfGrid(grid, text).contradictions.map(
      (found) => `${text.slice(found.start, found.end)} ${textCheckTexts.contradiction(found)}`,
    );

  it("contradicts the score table where its points differ, at the points", () => {
    expect(contradictions(CONCLUSION)).toEqual([]);
    expect(contradictions(CONCLUSION.replace("95分", "96 分"))).toEqual([
      "96 分 12345热线呼叫人员外包服务评价得分写“96分”，评分表为95分",
    ]);
    expect(contradictions("道路养护项目评价得分88分。")).toEqual([]);
  });
});
