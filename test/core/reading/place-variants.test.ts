import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { a1 } from "../../../src/core/model/cell";
import type { AccountBook } from "../../../src/core/model/book";
import { figureAt, type TableKey } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { gridOf } from "./grid-of";

const bookOf = (...texts: readonly string[]): AccountBook =>
  readBook({ sheets: texts.map((text, index) => gridOf(text, `表${index + 1}`)) });

/** "B3=12.5" of a place of a table; "absent" where the table does not print it. */
function at(book: AccountBook, key: TableKey, row: string, column: string): string {
  const table = book.tables.get(key);
  const figure = table && figureAt(table, row, column);
  return figure ? `${a1(figure.cell)}=${figure.value.toString()}` : "absent";
}

const errorsOf = (book: AccountBook): readonly string[] =>
  checkBook({ book, settings: DEFAULT_SETTINGS })
    .findings.filter(({ severity, rule }) => severity === "error" && rule !== "F-01")
    .map(({ rule, message }) => `${rule} ${message}`);

const Z01 = `
  收入支出决算总表
  |||单位：万元
  收入||支出|
  项目|决算数|项目|决算数
  一、一般公共预算财政拨款收入|80.15|一、一般公共服务支出|90.25
  五、其他收入|20.05||
  本年收入合计|100.2|本年支出合计|90.25
  年初结转和结余||年末结转和结余|9.95
  总计|100.2|总计|100.2`;

describe("类｜款｜项 and 合计 on one row", () => {
  const income = (total: number) => `
    收入决算表
    ||||||单位：万元
    项目||||本年收入合计|财政拨款收入|其他收入
    功能分类科目编码|||科目名称|||
    类|款|项|合计|${total}|80.15|${total - 80.15}
    201|||一般公共服务支出|100.2|80.15|20.05`;

  test("is the 合计 row", () => {
    const book = bookOf(Z01, income(100.2));
    expect(at(book, "Z02", "total", "total")).toBe("E5=100.2");
    expect(at(book, "Z02", "201", "fiscal")).toBe("F6=80.15");
    expect(errorsOf(book)).toEqual([]);
  });

  test("is compared with the other tables: a row wrong as a whole is found", () => {
    const rules = errorsOf(bookOf(Z01, income(110.2))).map((text) => text.split(" ")[0]);
    expect(rules).toEqual(expect.arrayContaining(["Z02-H1", "X-01"]));
  });
});

describe("合计 on the row that ends the header", () => {
  const book = bookOf(`
    政府性基金预算财政拨款收入支出决算表
    |||||||单位：万元
    项目||年初结转和结余|本年收入|本年支出|||年末结转和结余
    功能分类科目编码|科目名称||||||
    合计||1.05|64.39|合计|基本支出|项目支出|2.05
    212|城乡社区支出|1.05|64.39|63.39||63.39|2.05`);

  test("columns and figures are both read, the labels are no figures", () => {
    expect(at(book, "JJ", "total", "income")).toBe("D5=64.39");
    expect(at(book, "JJ", "total", "total")).toBe("absent");
    expect(at(book, "JJ", "212", "project")).toBe("G6=63.39");
    expect(errorsOf(book)).toEqual([]);
  });

  test("what the row does not print is said to be not evaluated", () => {
    const { coverage } = checkBook({ book, settings: DEFAULT_SETTINGS });
    expect(coverage.find(({ rule }) => rule === "JJ-01")?.reasons.map(({ reason }) => reason)).toEqual([
      expect.stringContaining("合计行没有印"),
    ]);
  });
});

describe("an upright list of 三公", () => {
  const list = (head: string, dash: string, total: string) => `
    财政拨款“三公”经费支出情况表
    |||单位：万元
    ${head}
    一、“三公”经费支出|1|${dash}
    （一）支出合计|2|${total}
    1．因公出国（境）费|3|
    2．公务用车购置及运行维护费|4|
    3．公务接待费|7|${total}
    （二）相关统计数|8|${dash}
    5．国内公务接待批次（个）|9|${dash.replace(/—$/, "7")}`;

  test("its heading is not its total, with two amount columns and with three", () => {
    for (const book of [
      bookOf(list("项目|行次|预算数|决算统计数", "—|—", "1.55|0.46")),
      bookOf(list("项目|行次|年初预算数|全年预算数|决算统计数", "—|—|—", "1.75|1.55|0.46")),
    ]) {
      const text = [at(book, "SG", "budget", "total"), at(book, "SG", "final", "reception")];
      expect(text.map((place) => place.slice(1))).toEqual(["5=1.55", "8=0.46"]);
      expect(errorsOf(book)).toEqual([]);
      expect(book.sheets.flatMap(({ notes }) => notes).filter(({ message }) => message.includes("—"))).toEqual([]);
    }
  });
});

describe("基本支出 under groups and in parts", () => {
  const table = (header: string, rows: string) => `
    一般公共预算财政拨款支出决算表
    |||||单位：万元
    ${header}
    ${rows}`;

  test("a group label names the fund", () => {
    const book = bookOf(
      table(
        "项目||一般公共预算财政拨款支出决算数|||\n科目编码|科目名称|合计|基本支出|项目支出|",
        "201|一般公共服务支出|30.25|20.15|10.1|",
      ),
    );
    expect(at(book, "Z05", "201", "basic")).toBe("D5=20.15");
  });

  test("人员经费 and 公用经费 without 小计 stand for 基本支出", () => {
    const text = table(
      "科目编码|科目名称|合计|基本支出||项目支出\n|||人员经费|公用经费|",
      "201|一般公共服务支出|30.25|15.1|5.05|10.1",
    );
    expect(errorsOf(bookOf(text))).toEqual([]);
    expect(errorsOf(bookOf(text.replace("|10.1", "|12.1")))).toEqual([expect.stringContaining("Z05-01")]);
  });

  test("column numbers written as 1.00 are no figures", () => {
    const book = bookOf(
      table(
        "科目编码|科目名称|合计|基本支出|项目支出\n栏次||'1.00|'2.00|'3.00",
        "201|一般公共服务支出|30.25|20.15|10.1",
      ),
    );
    expect(book.tables.get("Z05")?.rows.map(({ key }) => key)).toEqual(["201"]);
  });
});

describe("收入支出决算表 of 一般公共预算", () => {
  const flows = `
    一般公共预算财政拨款收入支出决算表
    ||||||||单位：万元
    项目||年初结转和结余|本年收入|本年支出|||||年末结转和结余
    科目编码|科目名称|||合计|基本支出|||项目支出|
    |||||小计|人员经费|公用经费||
    201|一般公共服务支出|1.05|30.25|30.2|20.15|15.1|5.05|10.05|1.1`;
  const narrow = `
    一般公共预算财政拨款支出决算表
    ||||单位：万元
    科目编码|科目名称|合计|基本支出|项目支出
    201|一般公共服务支出|31.2|20.15|11.05`;

  test("alone it is the table of expenditure", () => {
    const book = bookOf(flows);
    expect([...book.tables.keys()]).toEqual(["Z05"]);
    expect(book.sheets[0]?.kind).toBe("Z05");
    expect(at(book, "Z05", "201", "basic.public")).toBe("H6=5.05");
  });

  test("beside the table of expenditure both are read, and that they agree is to be verified", () => {
    const book = bookOf(flows, narrow);
    expect([...book.tables.keys()]).toEqual(["T-GS", "Z05"]);
    const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
    expect(findings.filter(({ rule }) => rule === "T-04").map(({ severity }) => severity)).toContain("verify");
    expect(findings.filter(({ rule }) => rule === "F-01" && /都是/.test(rule))).toEqual([]);
  });
});

test("one title for two tables: the codes tell which", () => {
  const title = (part: string): string => `一般公共预算财政拨款支出决算表（${part}）\n||||单位：万元`;
  const book = bookOf(
    `${title("一")}\n科目编码|科目名称|合计|基本支出|项目支出\n201|一般公共服务支出|30.25|20.15|10.1`,
    `${title("二")}\n科目编码|科目名称|合计\n301|工资福利支出|15.1\n30101|基本工资|15.1`,
  );
  expect([...book.tables.keys()]).toEqual(["Z05", "Z06"]);
});

test("a sheet whose title names a table claims it, read or not", () => {
  const book = bookOf(
    "支出决算表\n单位：某某局",
    "收入决算表\n科目编码|科目名称|本年收入合计|财政拨款收入|其他收入\n201|一般|3|2|1",
  );
  expect(book.sheets.map(({ claims, kind }) => [claims, kind])).toEqual([
    ["Z03", null],
    ["Z02", "Z02"],
  ]);
});

test("what notes quote of a cell stands on one line", () => {
  const book = bookOf(Z01, Z01.replace("五、其他收入", "五、地方\\n自有收入"), "支出\\n决算表\n单位：万元\n甲");
  const said = book.sheets.flatMap(({ note, notes }) => [note ?? "", ...notes.map(({ message }) => message)]);
  expect(said.filter((text) => text.includes("\n"))).toEqual([]);
  expect(said.join(" ")).toContain("未识别项目“地方自有收入”");
  expect(said.join(" ")).toContain("标题是“支出决算表”");
});
