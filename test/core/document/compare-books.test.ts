import { describe, expect, it } from "vitest";
import { compareBooks } from "../../../src/core/document/compare-books";
import type { CellValue } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import type { AccountBook } from "../../../src/core/model/book";

type Rows = readonly (readonly CellValue[])[];
const BODY: Rows = [
  ["", "合计", 30.12, 10.06, 20.06],
  ["201", "一般公共服务支出", 30.12, 10.06, 20.06],
  ["20103", "政府办公厅（室）及相关机构事务", 30.12, 10.06, 20.06],
  ["2010301", "行政运行", 30.12, 10.06, 20.06],
];
function book(rows: Rows, unit = "万元", head = "部门：某局", columns = ["小计", "基本支出", "项目支出"]): AccountBook {
  const values: Rows = [
    ["2022年度一般公共预算财政拨款支出决算表"],
    [head, null, null, null, `金额单位：${unit}`],
    ["科目编码", "科目名称", ...columns],
    ...rows,
  ];
  return readBook({ sheets: [{ name: "一般公共预算财政拨款支出决算表", top: 0, left: 0, values }] });
}
const changed = (row: number, column: number, value: CellValue): Rows =>
  BODY.map((cells, r) => cells.map((cell, c) => (r === row && c === column ? value : cell)));

describe("a document's tables against its workbook's", () => {
  it("are the same: every figure is compared", () => {
    expect(compareBooks(book(BODY), book(BODY))).toEqual({ differences: [], figures: 12, notCompared: 0 });
  });

  it("show another figure by its cells", () => {
    const { differences } = compareBooks(book(changed(3, 3, 10.07)), book(BODY));
    expect(differences).toMatchObject([
      { kind: "figure", table: "Z05", printed: { raw: "10.07", cell: { row: 6, column: 3 } }, kept: { raw: "10.06" } },
    ]);
  });

  it.each([
    ["blank for 0", changed(3, 4, null), changed(3, 4, 0), 0],
    ["a dash for 0", changed(3, 4, "-"), changed(3, 4, 0), 0],
    ["more decimals in the workbook, rounded right", BODY, changed(3, 3, 10.0559), 0],
    ["more decimals in the workbook, rounded wrong", BODY, changed(3, 3, 10.0549), 1],
  ])("%s", (_, printed, kept, differences) => {
    expect(compareBooks(book(printed), book(kept)).differences).toHaveLength(differences);
  });

  it("may be printed in another unit", () => {
    const inYuan = BODY.map((row) =>
      row.map((cell) => (typeof cell === "number" ? Math.round(cell * 10_000) + 49 : cell)),
    );
    expect(compareBooks(book(BODY), book(inYuan, "元")).differences).toEqual([]);
    const further = BODY.map((row) =>
      row.map((cell) => (typeof cell === "number" ? Math.round(cell * 10_000) + 51 : cell)),
    );
    expect(compareBooks(book(BODY), book(further, "元")).differences).toHaveLength(12);
  });

  it("tell rows and tables that only one has, another organisation, and what was not compared", () => {
    const { differences } = compareBooks(
      book(BODY, "万元", "部门：另一局"),
      book([...BODY, ["2010399", "其他", 1, 1, 0]]),
    );
    expect(differences).toMatchObject([
      { kind: "unitName", printed: "另一局", kept: "某局" },
      { kind: "rowMissing", in: "document", row: { key: "2010399" } },
    ]);
    const none = readBook({ sheets: [] });
    expect(compareBooks(none, book(BODY)).differences).toEqual([
      { kind: "tableMissing", table: "Z05", in: "document" },
    ]);
    expect(compareBooks(book(BODY), none).differences).toEqual([
      { kind: "tableMissing", table: "Z05", in: "workbook" },
    ]);
    const text = compareBooks(book(changed(3, 3, "十万")), book(BODY));
    expect(text).toEqual({ differences: [], figures: 11, notCompared: 1 });
  });
});
