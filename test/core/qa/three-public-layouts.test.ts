import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { figureAt, SG_ROWS, type ColumnKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "../reading/grid-of";

/** The same seven figures a side in the layouts other provinces print. */
const LAYOUTS: readonly (readonly [string, string])[] = [
  [
    "预算数 and 决算数 on rows of their own, items across",
    `
    财政拨款“三公”经费支出决算表
    公开09表
    部门：某某局|||||单位：元
    项目|“三公”经费合计|因公出国（境）费|公务接待费|公务用车购置及运行维护费||
    ||||小计|公务用车购置费|公务用车运行维护费
    2023年年初预算数|25.5||5.5|20||20
    2023年决算数|18.5||4.5|14||14`,
  ],
  [
    "items down the rows, ordinals behind 其中, last year beside",
    `
    “三公”经费支出决算表
    部门：某某局|||||单位：万元
    项目|行次|2023年预算数|2023年决算数|2022年决算数
    合计|1|25.5|18.5|20
    1.因公出国（境）费用|2|||
    2.公务接待费|3|5.5|4.5|4
    3.公务用车费|4|20|14|16
    其中：（1）公务用车运行维护费|5|20|14|16
    （2）公务用车购置|6|||`,
  ],
  [
    "会议费 and 培训费 beside, 相关统计数 below",
    `
    一般公共预算“三公”经费、会议费、培训费支出决算表
    部门名称：某某局|||||||||||||||金额单位：万元
    2023年度预算数||||||||2023年度决算数
    “三公”经费合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|会议费|培训费|“三公”经费合计|因公出国（境）费|公务用车购置及运行费|||公务接待费|会议费|培训费
    ||小计|公务用车购置费|公务用车运行费||||||小计|公务用车购置费|公务用车运行费
    25.5||20||20|5.5|1|2|18.5||14||14|4.5|1|2
    相关统计数：
    国内公务接待批次（个）|||12||国内公务接待人次（人）||100`,
  ],
];

const ITEMS: readonly ColumnKey[] = ["total", "abroad", "vehicles", "vehiclePurchase", "vehicleOperation", "reception"];

describe.each(LAYOUTS)("%s", (_, text) => {
  const book = readBook({ sheets: [gridOf(text)] });
  const table = book.tables.get("SG");

  test("each side is read in its place", () => {
    const side = (row: string): readonly (string | undefined)[] =>
      ITEMS.map((item) => table && figureAt(table, row, item)?.value.toString());
    expect(side(SG_ROWS.budget)).toEqual(["25.5", "0", "20", "0", "20", "5.5"]);
    expect(side(SG_ROWS.final)).toEqual(["18.5", "0", "14", "0", "14", "4.5"]);
  });

  test("nothing is complained of", () => {
    const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
    expect(findings.filter((item) => item.rule.startsWith("SG")).map((item) => item.message)).toEqual([]);
  });
});

test("财政拨款基本支出 beside 一般公共预算财政拨款基本支出 is no second copy of it", () => {
  const body = `
    部门名称：某某局||金额单位：万元
    经济分类科目编码|科目名称|决算数
    301|工资福利支出|30.5
    30101|基本工资|30.5`;
  const sheets = [
    gridOf(`财政拨款基本支出决算表（经济科目）${body}`, "公开06"),
    gridOf(`一般公共预算财政拨款基本支出决算表（经济科目）${body}`, "公开08"),
  ];
  const book = readBook({ sheets });
  expect(book.tables.get("Z06")?.sheet).toBe("公开08");
  expect(book.rivals).toEqual([]);
  expect(book.tables.get("T-CJ")?.sheet).toBe("公开06");
  expect(book.sheets[0]?.note).toBeUndefined();
});
