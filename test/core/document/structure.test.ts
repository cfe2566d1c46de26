import { describe, expect, it } from "vitest";
import { splitDocument } from "../../../src/core/document/sheets";
import { structureFindings } from "../../../src/core/document/structure";

const findings = (titles: readonly string[], hasTable = false) =>
  structureFindings(
    splitDocument({
      blocks: [
        ...titles.map((text) => ({ kind: "paragraph" as const, text })),
        ...(hasTable ? [{ kind: "table" as const, rows: [["甲", "乙"]] }] : []),
      ],
    }),
  );

describe("the parts of a document", () => {
  const WHOLE = ["第一部分 部门概况", "第二部分 决算表", "第三部分 决算情况说明", "第四部分 名词解释", "第五部分 附件"];

  it("are all there, tables as an annex too, named twice through the contents page", () => {
    expect(findings(WHOLE)).toEqual([]);
    expect(findings([...WHOLE, ...WHOLE])).toEqual([]);
    expect(
      findings(["第一部分 单位概况", "第二部分 决算情况说明", "第三部分 名词解释", "第四部分 附件"], true),
    ).toEqual([]);
  });

  it("are said to be missing or in another order", () => {
    expect(findings(WHOLE.filter((title) => !title.includes("名词")))).toEqual([
      { kind: "partMissing", part: "terms" },
    ]);
    expect(findings(["第一部分 概况", "第二部分 决算表", "第三部分 名词解释", "第四部分 情况说明"])).toEqual([
      { kind: "partOrder", part: "account", behind: "terms" },
    ]);
  });

  it("are not asked for in a text without parts", () => {
    expect(findings(["收入支出决算总体情况说明"])).toEqual([]);
  });
});
