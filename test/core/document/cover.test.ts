import { describe, expect, it } from "vitest";
import { coverOf } from "../../../src/core/document/cover";

describe("the cover of a document", () => {
  it.each([
    ["in one line", ["示例市档案馆2024年度部门决算"], "示例市档案馆", 2024],
    [
      "over several lines",
      ["示例市人民政府", "办公室 2024 年度", "　　部门决算", "目　　录"],
      "示例市人民政府办公室",
      2024,
    ],
    ["the year first", ["2023年度示例区图书馆单位决算"], "示例区图书馆", 2023],
    ["with Chinese digits", ["示例县财政局", "二〇二二年度部门决算公开"], "示例县财政局", 2022],
  ])("tells unit and year %s", (_, lines, unitName, year) => {
    expect(coverOf(lines)).toEqual({ unitName, year });
  });

  it.each([
    ["a list of contents", ["目录", "示例市档案馆2024年度部门决算"]],
    ["a text without a cover", ["2024年度收、支总计均为100万元，与2023年度决算相比增加5万元。"]],
    ["nothing", []],
  ])("tells nothing by %s", (_, lines) => {
    expect(coverOf(lines)).toEqual({});
  });
});
