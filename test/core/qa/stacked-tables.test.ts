import { describe, expect, test } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { AccountBook } from "../../../src/core/model/book";
import { a1 } from "../../../src/core/model/cell";
import type { CellValue, SheetGrid } from "../../../src/core/model/grid";
import { TABLE_KEYS } from "../../../src/core/model/table";
import { readBook } from "../../../src/core/reading/read-book";
import { CASE_NAMES, caseGrid, loadCase, type CaseName } from "../../support/cases";
import { gridOf } from "../reading/grid-of";
import { LAYOUTS } from "./table-layouts";

type Rows = readonly (readonly CellValue[])[];

/** The nine tables of the books that the suite knows, sheet by sheet. */
const BOOKS: readonly (readonly [string, readonly SheetGrid[]])[] = [
  ...LAYOUTS.map((layout) => [layout.name, layout.grid.sheets] as const),
  ...CASE_NAMES.map((name) => [name, tablesOf(name)] as const),
];

function tablesOf(name: CaseName): readonly SheetGrid[] {
  return caseGrid(loadCase(name)).sheets.filter((sheet) => /公开/.test(sheet.name));
}

const CONTENTS: Rows = [["目  录"], ["一、收入支出决算总表"], ["二、收入决算表"], ["三、支出决算表"], []];

function onOneSheet(sheets: readonly SheetGrid[], above: Rows = []): SheetGrid {
  const blocks = sheets.map((sheet) => [...sheet.values, [], []]);
  return { name: "部门决算", top: 0, left: 0, values: [...above, ...blocks.flat()] };
}

/** Each figure as "table row column value", without its place. */
function figuresOf(book: AccountBook): readonly string[] {
  return TABLE_KEYS.flatMap((key) =>
    (book.tables.get(key)?.rows ?? []).flatMap((row) =>
      [...row.figures].map(([column, figure]) => `${key} ${row.name} ${column} ${figure.value.toString()}`),
    ),
  );
}

function outcomeOf(book: AccountBook): readonly string[] {
  const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS });
  return findings.map((item) => `${item.rule} ${item.expected ?? ""} ${item.actual ?? ""}`).sort();
}

describe.each(BOOKS)("%s on one sheet", (_, sheets) => {
  const apart = readBook({ sheets });

  test.each([
    ["below one another", onOneSheet(sheets)],
    ["below the contents", onOneSheet(sheets, CONTENTS)],
  ])("%s says what the sheets apart say", (_how, sheet) => {
    const stacked = readBook({ sheets: [sheet] });
    expect(stacked.sheets.map((item) => item.kind)).toEqual(apart.sheets.map((item) => item.kind));
    expect(figuresOf(stacked)).toEqual(figuresOf(apart));
    expect(outcomeOf(stacked)).toEqual(outcomeOf(apart));
  });

  test("every figure is pointed at where it stands", () => {
    const sheet = onOneSheet(sheets);
    for (const table of readBook({ sheets: [sheet] }).tables.values()) {
      for (const row of table.rows) {
        for (const { cell, raw } of row.figures.values()) {
          expect(String(sheet.values[cell.row]?.[cell.column] ?? "").trim(), a1(cell)).toBe(raw);
        }
      }
    }
  });
});

test("a table below takes unit, organisation and year from the first where it states none", () => {
  const book = readBook({
    sheets: [
      gridOf(`
      2023年度收入决算表
      部门：某某局||单位：元
      科目编码|科目名称|本年收入合计|财政拨款收入|其他收入
      201|一般公共服务支出|3|2|1
      支出决算表
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      201|一般公共服务支出|3|2|1`),
    ],
  });
  const table = book.tables.get("Z03");
  expect([table?.moneyUnit?.unit, table?.unitName?.text, table?.year]).toEqual(["元", "某某局", 2023]);
});

test("a detail table and a table of another kind between two of the nine end the one above", () => {
  const book = readBook({
    sheets: [
      gridOf(`
      支出决算表
      科目编码|科目名称|本年支出合计|基本支出|项目支出
      201|一般公共服务支出|3|2|1
      财政拨款支出决算明细表
      科目编码|科目名称|合计|工资福利支出|商品和服务支出
      201|一般公共服务支出|3|2|1
      固定资产盘点表
      项目|行次|数量
      一、车辆|1|5
      收入决算表
      科目编码|科目名称|本年收入合计|财政拨款收入|其他收入
      201|一般公共服务支出|3|2|1`),
    ],
  });
  expect([...book.tables].map(([key, table]) => [key, table.rows.length])).toEqual([
    ["Z03", 1],
    ["T-CM", 1],
    ["Z02", 1],
  ]);
});

describe("a title and a sentence without any header", () => {
  const sentence = "本部门2023年度没有政府性基金预算财政拨款收入，也没有使用政府性基金安排的支出，故本表无数据。";

  test("is the table, without data", () => {
    const book = readBook({ sheets: [gridOf(`政府性基金预算财政拨款收入支出决算表\n公开07表\n\n${sentence}`)] });
    expect(book.tables.get("JJ")?.noDataNote?.text).toBe(sentence);
  });

  test("contradicts figures elsewhere", () => {
    const overview = gridOf(`
      财政拨款收入支出决算总表
      收入||支出|||
      项目|决算数|项目|合计|一般公共预算财政拨款|政府性基金预算财政拨款
      一、一般公共预算财政拨款|9|一、一般公共服务支出|9|9|
      二、政府性基金预算财政拨款|5|十一、城乡社区支出|5||5
      本年收入合计|14|本年支出合计|14|9|5
      总计|14|总计|14|9|5`);
    const bare = gridOf(`政府性基金预算财政拨款收入支出决算表\n${sentence}`, "07");
    const { findings } = checkBook({ book: readBook({ sheets: [overview, bare] }), settings: DEFAULT_SETTINGS });
    expect(findings.filter((item) => item.rule === "X-06").length).toBeGreaterThan(0);
  });

  test("below one another are each a table", () => {
    const book = readBook({
      sheets: [
        gridOf(`
        一般公共预算财政拨款“三公”经费支出决算表
        本单位2023年度没有“三公”经费支出，故本表无数据。
        政府性基金预算财政拨款收入支出决算表
        ${sentence}
        国有资本经营预算财政拨款支出决算表
        部门：某某局
        说明：我部门没有国有资本经营预算财政拨款支出，本表为空。`),
      ],
    });
    expect([...book.tables.keys()]).toEqual(["SG", "JJ", "GZ"]);
  });

  test("is no table in a list of contents", () => {
    const book = readBook({
      sheets: [gridOf(`目录\n收入支出决算总表\n收入决算表\n国有资本经营预算财政拨款支出决算表\n${sentence}`)],
    });
    expect(book.tables.size).toBe(0);
  });
});
