import { describe, expect, it } from "vitest";
import type { DocumentBlock } from "../../../src/core/document/model";
import { splitDocument } from "../../../src/core/document/sheets";
import { titleFindings } from "../../../src/core/document/table-titles";
import { readBook } from "../../../src/core/reading/read-book";
import { editionOf } from "../../../src/core/editions";

const EDITION = editionOf(2022);
const TITLES = {
  Z02: ["收入决算表", ["科目编码", "科目名称", "本年收入合计", "财政拨款收入", "其他收入"]],
  Z03: ["支出决算表", ["科目编码", "科目名称", "本年支出合计", "基本支出", "项目支出"]],
  Z05: ["一般公共预算财政拨款支出决算表", ["科目编码", "科目名称", "小计", "基本支出", "项目支出"]],
  GZ: ["国有资本经营预算财政拨款支出决算表", ["科目编码", "科目名称", "合计", "基本支出", "项目支出"]],
} as const;
type Key = keyof typeof TITLES;
const KEYS: readonly Key[] = ["Z02", "Z03", "Z05", "GZ"];

const line = (text: string): DocumentBlock => ({ kind: "paragraph", text });
const table = (key: Key, number: string, title: string): readonly DocumentBlock[] => [
  line(title),
  line(number),
  line("2022年度部门：某局　　金额单位：万元"),
  {
    kind: "table",
    rows: [[...TITLES[key][1]], ["", "合计", "2", "1", "1"], ["201", "一般公共服务支出", "2", "1", "1"]],
  },
];
const numberOf = (key: Key): string => `公开0${EDITION.tables.indexOf(key) + 1}表`;

/** A document with these tables, and a contents page of these titles. */
function findings(
  tables: readonly { key: Key; number?: string; title?: string }[],
  contents: readonly string[] = KEYS.map((key) => TITLES[key][0]),
) {
  const split = splitDocument({
    blocks: [
      line("第一部分　部门概况"),
      line("第二部分　2022年度部门决算表"),
      ...contents.map((title, index) => line(`${"一二三四五六"[index] ?? ""}、${title}……………${index + 3}`)),
      line("第一部分　部门概况"),
      line("第二部分　2022年度部门决算表"),
      ...tables.flatMap(({ key, number = numberOf(key), title = TITLES[key][0] }) => table(key, number, title)),
    ],
  });
  return titleFindings(split, readBook(split.grid), EDITION);
}

const ALL = KEYS.map((key) => ({ key }));
const with_ = (key: Key, change: { number?: string; title?: string }) =>
  KEYS.map((one) => (one === key ? { key: one, ...change } : { key: one }));

describe("titles of a document's tables", () => {
  it("are the edition's and those of the contents page: nothing is said", () => {
    expect(findings(ALL)).toEqual([]);
    expect(findings(with_("Z02", { title: "示例市某局2022年度收入决算表" }))).toEqual([]);
  });

  it.each([
    ["another number", with_("GZ", { number: "公开09表" }), { kind: "tableNumber", table: "GZ", expected: "公开08表" }],
    [
      "another name",
      with_("GZ", { title: "国有资本经营财政拨款支出决算表" }),
      { kind: "tableName", table: "GZ", expected: "国有资本经营预算财政拨款支出决算表" },
    ],
    [
      "another place",
      [{ key: "Z03" as const }, { key: "Z02" as const }, { key: "Z05" as const }, { key: "GZ" as const }],
      { kind: "tableOrder", table: "Z02", stated: "收入决算表", expected: "支出决算表" },
    ],
  ])("%s than the edition's is said", (_, tables, found) => {
    expect(findings(tables)).toContainEqual(expect.objectContaining(found));
  });

  it("are held against the contents page", () => {
    const contents = ["收入决算表", "支出决算表", "一般公共预算支出决算表", "国有资本经营预算财政拨款支出决算表"];
    expect(findings(ALL, contents)).toEqual([
      {
        kind: "contentsName",
        table: "Z05",
        stated: "一般公共预算支出决算表",
        expected: "一般公共预算财政拨款支出决算表",
      },
    ]);
    const without = [...KEYS.filter((key) => key !== "GZ").map((key) => TITLES[key][0]), "收入支出决算总表"];
    expect(findings(ALL, without)).toEqual([
      { kind: "contentsMissing", table: "GZ", stated: "国有资本经营预算财政拨款支出决算表", expected: "" },
    ]);
  });

  it("of a place that numbers more tables in its own way are not held against the edition's", () => {
    expect(findings(with_("GZ", { number: "公开12表" }))).toEqual([]);
  });
});
