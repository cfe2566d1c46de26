import { describe, expect, test } from "vitest";
import { normaliseLabel } from "../../../src/core/glossary/normalise";
import { readHeadMatter, yearIn } from "../../../src/core/reading/head-matter";
import { SheetView } from "../../../src/core/reading/sheet-view";
import { gridOf } from "./grid-of";

interface Stated {
  readonly unit?: string | undefined;
  readonly name?: string | undefined;
  readonly foreign?: string | undefined;
  readonly year?: number | undefined;
}

const HEADS: readonly (readonly [string, Stated])[] = [
  ["单位：某某市人民政府办公室||金额单位：万元", { name: "某某市人民政府办公室", unit: "万元" }],
  ["部门：某某局|单位：万元", { name: "某某局", unit: "万元" }],
  ["单位：万元", { unit: "万元" }],
  ["单位：元|编制单位：某某局", { name: "某某局", unit: "元" }],
  ["单位：某某局　　　　　　金额单位：元", { name: "某某局", unit: "元" }],
  ["单位：万元　　部门：某某局", { name: "某某局", unit: "万元" }],
  ["部门（单位）：某某局（本级）||（万元）", { name: "某某局（本级）", unit: "万元" }],
  ["预算部门（盖章）：某某局|金额单位：人民币万元", { name: "某某局", unit: "万元" }],
  ["单位名称：|某某局|金额单位：|万元", { name: "某某局", unit: "万元" }],
  ["填报单位：某某局|万元", { name: "某某局", unit: "万元" }],
  ["单位：广元", { name: "广元" }],
  ["部门：某某局|单位：千元", { name: "某某局", foreign: "千元" }],
  ["2023年度||公开01表", { year: 2023 }],
  ["部门：某某局|日期：2024年3月15日|2023年12月31日", { name: "某某局", year: 2023 }],
];

describe("lines above a table", () => {
  test.each(HEADS)("%s", (line, stated) => {
    const head = readHeadMatter(new SheetView(gridOf(line)), 0, 1);
    expect({
      name: head.unitName?.text,
      unit: head.moneyUnit?.unit,
      foreign: head.foreignUnit?.text,
      year: head.year,
    }).toEqual({
      name: stated.name,
      unit: stated.unit,
      foreign: stated.foreign,
      year: stated.year,
    });
  });

  test.each([
    ["2022年度部门决算", 2022],
    ["（2021 年度）", 2021],
    ["二〇二三年度收入决算表", 2023],
    ["二○一九年度", 2019],
    ["2024", 2024],
    ["2010301", undefined],
    ["收入决算表", undefined],
  ])("year of %s", (text, year) => {
    expect(yearIn(normaliseLabel(text))).toBe(year);
  });
});
