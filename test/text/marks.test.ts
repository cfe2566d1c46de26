import { describe, expect, it } from "vitest";
import { markTexts, type MarkNews } from "../../src/text/marks";

const news = (changes: Partial<MarkNews>): MarkNews => ({ cells: 5, protectedSheets: [], unreadable: [], ...changes });

describe("what is told of marks", () => {
  it.each([
    ["all were set", markTexts.done(news({})), ["已在表中标出 5 个单元格，原有格式未改动。"]],
    ["none were to set", markTexts.done(news({ cells: 0 })), ["没有标出单元格。"]],
    ["there were none", markTexts.cleared(news({ cells: 0 })), ["表中没有本助手的标记。"]],
    [
      "a protected sheet keeps the only ones",
      markTexts.cleared(news({ cells: 0, protectedSheets: ["甲"] })),
      ["没有清除标记。", "“甲”受保护且不允许设置单元格格式，标记未清除；撤销保护后可以再试。"],
    ],
  ])("%s", (_, lines, expected) => {
    expect(lines).toEqual(expected);
  });

  it("names at most three sheets and counts the others, the protected and the unreadable apart", () => {
    const lines = markTexts.done(news({ protectedSheets: ["甲", "乙", "丙", "丁"], unreadable: ["戊"] }));
    expect(lines).toHaveLength(3);
    expect(lines[1]).toContain("“甲”、“乙”、“丙”等 4 张表受保护");
    expect(lines[2]).toContain("“戊”有 Excel 无法读取的条件格式");
  });
});
