import { expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { figureAt } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "./grid-of";

const HEADER = "部门：某某局||单位：万元\n科目编码|科目名称|本年支出合计|基本支出|项目支出";
const FIRST = gridOf(
  `支出决算表\n${HEADER}\n合计||5|3|2\n201|一般公共服务支出|3|2|1\n20103|政府办公厅（室）及相关机构事务|3|2|1`,
  "公开03表",
);
const REST = "2010301|行政运行|3|2|1\n208|社会保障和就业支出|2|1|1";

const errors = (second: string, tab: string): readonly string[] => {
  const book = readBook({ sheets: [FIRST, gridOf(second, tab)] });
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  return findings.filter((item) => !item.message.startsWith("缺少")).map((item) => `${item.rule} ${item.message}`);
};

test.each([
  ["the title says 续", `支出决算表（续）\n${HEADER}\n${REST}`, "Sheet2"],
  ["the tab says 续", `支出决算表\n${HEADER}\n${REST}`, "公开03表续"],
  ["only the first prints 合计", `支出决算表\n${HEADER}\n${REST}`, "Sheet2"],
])("a table goes on on the next sheet where %s", (_how, second, tab) => {
  const book = readBook({ sheets: [FIRST, gridOf(second, tab)] });
  const table = book.tables.get("Z03");
  expect(table && figureAt(table, "208", "total")?.cell).toEqual({ sheet: tab, row: 4, column: 2 });
  expect(book.rivals).toEqual([]);
  expect(errors(second, tab)).toEqual([]);
});

test("a slip on the next sheet is found", () => {
  expect(
    errors(`支出决算表（续）\n${HEADER}\n${REST.replace("社会保障和就业支出|2|", "社会保障和就业支出|4|")}`, "续"),
  ).not.toEqual([]);
});

test("a second copy is no continuation", () => {
  const book = readBook({ sheets: [FIRST, { ...FIRST, name: "公开03表续" }] });
  expect(book.rivals.map((rival) => rival.cause)).toEqual(["duplicate"]);
});

test("another organisation's rows are no continuation", () => {
  const other = gridOf(`支出决算表（续）\n${HEADER.replace("某某局", "另一局")}\n${REST}`, "续");
  expect(readBook({ sheets: [FIRST, other] }).rivals.map((rival) => rival.cause)).toEqual(["otherUnit"]);
});
