import { describe, expect, it } from "vitest";
import { DocumentCells } from "../../../src/core/document/cell-names";
import { splitDocument } from "../../../src/core/document/sheets";

const document = {
  blocks: [
    { kind: "paragraph" as const, text: "项目支出绩效自评表" },
    {
      kind: "table" as const,
      rows: [
        ["总体目标", "保障热线平台全年平稳运行，群众诉求按期办结率、满意率等指标均达到预期。", "全部完成。", ""],
        ["三级指标", "年度指标值", "实际完成值", "得分"],
        ["接待人次", "≥5000人次", "3500人次", "10"],
        ["按期办结", "是", "是", "15"],
      ],
    },
  ],
};

describe("the name of a cell of a form", () => {
  const split = splitDocument(document);
  const cells = new DocumentCells(document, split);
  const sheet = split.grid.sheets[0]?.name ?? "";

  it.each([
    [3, 3, "接待人次", "得分"],
    [4, 3, "按期办结", "得分"],
    [4, 1, "是", "年度指标值"],
    [3, 1, "≥5000人次", "年度指标值"],
  ])("row %i, column %i is of the line and under the head, not of the values between", (row, column, line, head) => {
    const name = cells.nameOf({ sheet, row, column });
    expect(name.column).toBe(head);
    if (column === 3) expect(name.row).toBe(line);
  });
});
