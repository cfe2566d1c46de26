import { describe, expect, it } from "vitest";
import type { DocumentBlock } from "../../../src/core/document/model";
import { splitDocument } from "../../../src/core/document/sheets";

const line = (text: string, page?: number): DocumentBlock => ({ kind: "paragraph", text, ...(page ? { page } : {}) });
const table = (rows: readonly (readonly (string | null)[])[], page?: number): DocumentBlock => ({
  kind: "table",
  rows,
  ...(page ? { page } : {}),
});

describe("a document", () => {
  const split = splitDocument({
    blocks: [
      line("各表如下，请参阅。"),
      line("收入决算表", 3),
      line("公开02表", 3),
      line("部门：某局　　　　金额单位：万元", 3),
      table(
        [
          ["科目编码", "合计"],
          ["201", "1,234.50"],
        ],
        3,
      ),
      line("— 4 —"),
      table([["05", "7"]], 4),
      line("注：本表反映收入情况。", 4),
      line("支出决算表", 5),
      table([["甲", "乙"]], 5),
    ],
  });

  it("becomes one sheet a table, head and note included, a table over two pages one sheet", () => {
    expect(split.grid.sheets.map(({ name, values }) => [name, values])).toEqual([
      [
        "收入决算表",
        [
          ["收入决算表"],
          ["公开02表"],
          ["部门：某局", "金额单位：万元"],
          ["科目编码", "合计"],
          [201, 1234.5],
          ["05", 7],
          ["注：本表反映收入情况。"],
        ],
      ],
      ["支出决算表", [["支出决算表"], ["甲", "乙"]]],
    ]);
  });

  it("says of each row where it stands", () => {
    const places = split.places.get("收入决算表");
    expect(places?.[0]).toEqual({ block: 1, page: 3 });
    expect(places?.[5]).toEqual({ block: 6, page: 4, row: 0 });
  });

  it("keeps all its lines as prose", () => {
    expect(split.prose.map(({ block }) => block)).toEqual([0, 1, 2, 3, 5, 7, 8]);
  });

  it("names tables of one title apart, and a table without a title by its place", () => {
    const twice = splitDocument({
      blocks: [
        line("绩效自评表"),
        table([["甲"]]),
        line("绩效自评表"),
        table([["乙"]]),
        line("一段话。"),
        line("另"),
        table([["丙"]]),
      ],
    });
    expect(twice.grid.sheets.map(({ name }) => name)).toEqual(["绩效自评表", "绩效自评表 (2)", "表3"]);
  });
});
