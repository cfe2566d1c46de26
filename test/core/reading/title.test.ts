import { describe, expect, test } from "vitest";
import { normaliseLabel } from "../../../src/core/glossary/normalise";
import { tableOfTitle } from "../../../src/core/reading/title";
import type { TableKey } from "../../../src/core/model/table";

const TITLES: readonly (readonly [string, TableKey | undefined])[] = [
  ["收入支出决算总表", "Z01"],
  ["2023年度收入支出决算总表", "Z01"],
  ["某某局2024年度部门决算收入支出决算总表", "Z01"],
  ["部门收支决算总表", "Z01"],
  ["收入支出决算总表（公开01表）", "Z01"],
  ["附件1：收 入 支 出 决 算 总 表", "Z01"],
  ["收入决算表", "Z02"],
  ["部门收入决算表", "Z02"],
  ["某市住房公积金管理中心2023年度收入决算表", "Z02"],
  ["支出决算表", "Z03"],
  ["2022年度部门支出决算总表", "Z03"],
  ["支出决算表（续）", "Z03"],
  ["财政拨款收入支出决算总表", "Z04"],
  ["2023年度财政拨款收支决算总表", "Z04"],
  ["一般公共预算财政拨款支出决算表", "Z05"],
  ["一般公共预算财政拨款支出决算表（按功能分类科目）", "Z05"],
  ["一般公共预算财政拨款基本支出决算表", "Z06"],
  ["一般公共预算财政拨款基本支出决算明细表", "Z06"],
  ["一般公共预算财政拨款基本支出决算表（按经济分类科目）", "Z06"],
  ["一般公共预算财政拨款“三公”经费支出决算表", "SG"],
  ["财政拨款“三公”经费支出决算表", "SG"],
  ["“三公”经费支出决算表", "SG"],
  ["“三公”经费、会议费、培训费支出决算表", "SG"],
  ["一般公共预算财政拨款“三公”经费及机关运行经费支出决算表", "SG"],
  ['一般公共预算财政拨款"三公"经费支出决算表', "SG"],
  ["政府性基金预算财政拨款收入支出决算表", "JJ"],
  ["政府性基金预算财政拨款支出决算表", "JJ"],
  ["国有资本经营预算财政拨款支出决算表", "GZ"],
  ["国有资本经营预算财政拨款收入支出决算表", "GZ"],
  // Tables of other kinds, sentences and contents lines.
  ["一般公共预算财政拨款项目支出决算表", undefined],
  ["一般公共预算财政拨款收入支出决算表", undefined],
  ["政府性基金预算财政拨款基本支出决算表", undefined],
  ["财政专户管理资金收入支出决算表", undefined],
  ["项目支出决算明细表", undefined],
  ["基本支出决算明细表", undefined],
  ["经营支出决算明细表", undefined],
  ["项目支出绩效自评表", undefined],
  ["收入支出决算总体情况说明", undefined],
  ["一、收入支出决算总表说明", undefined],
  ["机构运行信息表", undefined],
  ["目录", undefined],
];

describe("titles", () => {
  test.each(TITLES)("%s → %s", (title, key) => {
    expect(tableOfTitle(normaliseLabel(title))).toBe(key);
  });
});
