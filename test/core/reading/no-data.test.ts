import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { normaliseLabel } from "../../../src/core/glossary/normalise";
import { readBook } from "../../../src/core/reading/read-book";
import { isNoDataText } from "../../../src/core/reading/row-kinds";
import { gridOf } from "./grid-of";

const SENTENCES: readonly string[] = [
  "本部门没有政府性基金收入，也没有使用政府性基金安排的支出，故本表无数据。",
  "说明：上海市某某局2024年度无政府性基金预算财政拨款收入支出，故本表为空。",
  "注：本单位2024年度无政府性基金预算财政拨款支出。",
  "上海市某某局2024年度无国有资本经营预算财政拨款收入、支出和结转结余情况。",
  "我单位无此类经费",
  "本单位不涉及政府性基金预算",
  "本部门2023年度未发生国有资本经营预算财政拨款支出",
  "本单位未使用政府性基金预算拨款安排支出",
  "本部门无政府性基金预算财政拨款",
  "（此表为空）",
  "此表无内容",
  "空表",
];

const NAMES: readonly string[] = [
  "无线电频率管理支出",
  "无锡市某某局2023年度支出",
  "无棣县人民政府办公室2023年度收入支出",
  "无害化处理补助支出",
  "军队移交政府的无军籍退休退职职工安置支出",
  "注：本表反映部门本年度取得的各项收入情况。",
  "本套报表金额单位转换时可能存在尾数误差。",
  "其他支出",
];

test.each(SENTENCES)("%s says that there is no data", (text) => {
  expect(isNoDataText(normaliseLabel(text))).toBe(true);
});

test.each(NAMES)("%s does not", (text) => {
  expect(isNoDataText(normaliseLabel(text))).toBe(false);
});

describe("F-02", () => {
  const messages = (rows: string): readonly string[] => {
    const header = "国有资本经营预算财政拨款支出决算表\n部门：某某局\n科目编码|科目名称|合计|基本支出|项目支出";
    const book = readBook({ sheets: [gridOf(`${header}\n${rows}`)] });
    const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
    return findings.filter((item) => item.rule === "F-02").map((item) => item.message);
  };

  test.each(SENTENCES)("is content with an empty table and “%s”", (sentence) => {
    expect(messages(`合计||||\n${sentence}`)).toEqual([]);
  });

  test("asks for the sentence where there is none", () => {
    expect(messages("合计||||\n注：本表反映部门本年度国有资本经营预算财政拨款支出情况。")).toHaveLength(1);
  });

  test("names the sentence below figures", () => {
    expect(messages("合计||3||3\n本部门没有国有资本经营预算财政拨款支出，故本表无数据。")).toHaveLength(1);
  });

  test.each(["注：如本表为空，则本部门无国有资本经营预算财政拨款支出。", "若无数据，须公开空表并说明。"])(
    "does not take the printed instruction “%s” for it",
    (instruction) => {
      expect(messages(`合计||3||3\n${instruction}`)).toEqual([]);
    },
  );
});
