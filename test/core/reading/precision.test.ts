import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "./grid-of";

const sheet = (unit: string, rows: readonly string[], name = "公开05表") =>
  gridOf(
    `2022年度一般公共预算财政拨款支出决算表\n部门：某局|||单位：${unit}\n科目编码|科目名称|小计|基本支出|项目支出\n${rows.join("\n")}`,
    name,
  );
const bookOf = (unit: string, ...rows: readonly string[]): AccountBook => readBook({ sheets: [sheet(unit, rows)] });
const verdicts = (book: AccountBook, rule: string) =>
  checkBook({ book, settings: DEFAULT_SETTINGS }).coverage.find((row) => row.rule === rule);
const precisionNotes = (book: AccountBook) =>
  book.sheets.flatMap(({ notes }) => notes.filter(({ code }) => code === "precision").map(({ message }) => message));

describe("the precision of a sheet", () => {
  it("in whole 万元 allows half a unit a figure, and says so", () => {
    const book = bookOf("万元", "合计||31|20|10", "201|一般公共服务支出|31|20|10");
    expect(verdicts(book, "Z05-01")).toMatchObject({ withinRounding: 2, violated: 0 });
    expect(precisionNotes(book)).toEqual(["金额都是整数，按四舍五入到 1 万元读取，每个数的尾差不超过 0.5 万元。"]);
    expect(verdicts(bookOf("万元", "合计||32|20|10", "201|类|32|20|10"), "Z05-01")).toMatchObject({ violated: 2 });
  });

  it("in hundreds of 元 allows 50 元 a figure", () => {
    const row = (total: string) => [`合计||${total}|200000|100200`, "201|类|300200|200000|100200"];
    expect(verdicts(bookOf("元", ...row("300300")), "Z05-01")).toMatchObject({ withinRounding: 1, violated: 0 });
    expect(verdicts(bookOf("元", ...row("300400")), "Z05-01")).toMatchObject({ violated: 1 });
    expect(precisionNotes(bookOf("元", ...row("300300")))[0]).toContain("四舍五入到 100 元");
  });

  it("in 元 with 角分 allows nothing, and needs no note", () => {
    const book = bookOf("元", "合计||300300.01|200000|100300", "201|类|300300|200000|100300");
    expect(verdicts(book, "Z05-01")).toMatchObject({ satisfied: 1, violated: 1 });
    expect(precisionNotes(book)).toEqual([]);
  });

  it("tells a difference that rounding hardly explains in a hint", () => {
    const classes = [201, 202, 203, 204, 205, 206, 207, 208].map((code) => `${code}|类|10|10|`);
    const found = (total: number) =>
      checkBook({ book: bookOf("万元", `合计||${total}|${total}|`, ...classes), settings: DEFAULT_SETTINGS })
        .findings.filter(({ rule }) => rule === "Z05-H1")
        .map(({ severity }) => severity);
    // Nine rounded figures: three standard deviations are 2.6, the tolerance is 4.5.
    expect([found(82), found(83), found(85)]).toEqual([[], ["hint", "hint"], ["error", "error"]]);
  });
});

describe("a book that prints many decimals", () => {
  const rows = (total: string) => [`合计||${total}|200.123456|100.654321`, "201|类|300.777777|200.123456|100.654321"];

  it("is given one hint, and no tolerance", () => {
    const grid = { sheets: [sheet("万元", rows("300.777777")), sheet("万元", rows("300.777777"), "公开03表")] };
    const { findings } = checkBook({ book: readBook(grid), settings: DEFAULT_SETTINGS });
    expect(findings.filter(({ rule }) => rule === "F-05").map(({ severity }) => severity)).toEqual(["hint"]);
    expect(verdicts(bookOf("万元", ...rows("300.78")), "Z05-01")).toMatchObject({ satisfied: 1, violated: 1 });
  });

  it("is told from a table with a few such figures", () => {
    const book = bookOf("万元", "合计||300.78|200.12|100.66", "201|类|300.7777|200.12|100.66");
    expect(book.manyDecimals).toBeUndefined();
    const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
    expect(findings.filter(({ rule }) => rule === "F-05").map(({ severity }) => severity)).toEqual(["verify"]);
  });
});
