import { describe, expect, it } from "vitest";
import type { DocumentBlock } from "../../../src/core/document/model";
import { splitDocument } from "../../../src/core/document/sheets";

const line = (text: string): DocumentBlock => ({ kind: "paragraph", text });
const table = (...rows: (string | null)[][]): DocumentBlock => ({ kind: "table", rows });
const sheets = (...blocks: DocumentBlock[]) =>
  splitDocument({ blocks }).grid.sheets.map(({ name, values }) => [name, values.map((row) => row[0])]);

describe("what belongs to a table", () => {
  it("is its title and unit above, its notes below, and no heading of a part", () => {
    expect(
      sheets(
        line("第二部分 2024年度部门决算表"),
        line("收入决算表"),
        line("单位：万元"),
        table(["项目", "本年收入合计"], ["合计", "1,307.82"]),
        line("注：本表反映部门本年度取得的各项收入情况。"),
        line("第三部分 情况说明"),
        line("一、收入支出决算总体情况说明"),
      ),
    ).toEqual([
      ["收入决算表", ["收入决算表", "单位：万元", "项目", "合计", "注：本表反映部门本年度取得的各项收入情况。"]],
    ]);
  });

  it("is a title broken over two lines whole, with the number above it", () => {
    expect(
      sheets(
        line("以上为说明。"),
        line("公开05表"),
        line("一般公共预算财政拨款"),
        line("支出决算表"),
        line("单位：万元"),
        table(["合计", "1"]),
      ),
    ).toEqual([
      ["一般公共预算财政拨款支出决算表", ["公开05表", "一般公共预算财政拨款", "支出决算表", "单位：万元", "合计"]],
    ]);
  });

  it("is a sentence where the table itself is left out; titles in a list of contents are no tables", () => {
    expect(
      sheets(
        line("八、政府性基金预算财政拨款收入支出决算表"),
        line("九、国有资本经营预算财政拨款支出决算表"),
        line("第三部分 情况说明"),
        line("国有资本经营预算财政拨款支出决算表"),
        line("单位：万元"),
        line("说明：本部门没有国有资本经营预算财政拨款支出，故本表无数据。"),
        line("第四部分 名词解释"),
      ),
    ).toEqual([
      [
        "国有资本经营预算财政拨款支出决算表",
        [
          "国有资本经营预算财政拨款支出决算表",
          "单位：万元",
          "说明：本部门没有国有资本经营预算财政拨款支出，故本表无数据。",
        ],
      ],
    ]);
  });
});
