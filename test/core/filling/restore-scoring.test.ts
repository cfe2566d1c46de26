import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import { exampleSheet } from "../../../src/core/learning/examples/sheets";
import type { AccountBook } from "../../../src/core/model/book";
import { a1, cellKey, type CellAddress } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { CASE_SCORES, type CaseColumn } from "../../../src/core/model/hotline";
import { readBook } from "../../../src/core/reading/read-book";
import { nodesOf } from "../../../src/core/scoring/score-tree";
import { withCells } from "../../support/apply-plan";
import { hotlineYear } from "../../support/hotline-year";
import { formCase } from "../qa/form-cases";
import * as tables from "../qa/evaluation-tables";
import { gridOf } from "../reading/grid-of";

/** Cells that follow from others: what is blanked, one at a time. */
function derivedCells(book: AccountBook): readonly CellAddress[] {
  const tableCells = book.scoreTables.flatMap((table) => [
    ...nodesOf(table)
      .filter(({ children }) => children.length > 0)
      .flatMap(({ weight, score }) => [weight, score].filter((figure) => figure?.kind === "amount" && !figure.inLabel)),
    table.total?.weight,
    table.total?.score,
  ]);
  const hotlineCells = book.hotline.flatMap((sheet) => {
    if (sheet.kind === "RX1")
      return sheet.rows.flatMap(({ figures }) =>
        ["deduction", ...CASE_SCORES].map((column) => figures.get(column as CaseColumn)),
      );
    if (sheet.kind === "RX3") return sheet.rows.flatMap(({ workOrders, overall, rank }) => [workOrders, overall, rank]);
    if (sheet.kind === "RX4") return sheet.rows.map(({ total }) => total);
    return [
      ...sheet.rows.flatMap(({ score, reasons }) => [score, ...reasons.map(({ deduction }) => deduction)]),
      ...sheet.totals.map(({ score }) => score),
    ];
  });
  const formCells = book.forms.flatMap((form) => {
    const funds = form.funds.find(({ key }) => key === "total")?.figures;
    return [funds?.get("rate"), funds?.get("score"), form.totals[0]?.score];
  });
  return [...tableCells, ...hotlineCells, ...formCells].flatMap((figure) =>
    figure?.kind === "amount" ? [figure.cell] : [],
  );
}

const valueAt = (grid: WorkbookGrid, { sheet, row, column }: CellAddress): CellValue =>
  grid.sheets.find(({ name }) => name === sheet)?.values[row]?.[column] ?? null;

/** The number a cell shows, rates as fractions; undefined where it is none. */
function numberOf(value: CellValue | undefined): number | undefined {
  const text = String(value ?? "");
  const number = Number(text.replace("%", ""));
  return text === "" || Number.isNaN(number) ? undefined : text.endsWith("%") ? number / 100 : number;
}

/** Cells that a plan fills otherwise than they were, or not at all. */
function unrestored(grid: WorkbookGrid, cells: readonly CellAddress[]): readonly string[] {
  return cells.flatMap((cell) => {
    const blank = withCells(grid, [{ ...cell, value: null }]);
    const book = readBook(blank);
    const result = checkBook({ book, settings: DEFAULT_SETTINGS });
    const { writes } = planFill(book, result, { settings: DEFAULT_SETTINGS, grid: blank });
    const write = writes.find((item) => cellKey(item.cell) === cellKey(cell));
    const [now, was] = [numberOf(write?.content), numberOf(valueAt(grid, cell))];
    return now !== undefined && was !== undefined && Math.abs(now - was) < 0.005
      ? []
      : [`${cell.sheet} ${a1(cell)}: ${String(was)} → ${String(now)}`];
  });
}

const example = (kind: "PJ" | "BM" | "RX3"): WorkbookGrid => {
  const { name, rows } = exampleSheet(kind);
  return { sheets: [{ name, top: 0, left: 0, values: rows }] };
};

describe("a blank that follows from others is filled again with what stood there", () => {
  it.each([
    ["the example of an evaluation", example("PJ")],
    ["the example of a department", example("BM")],
    ["a weight column for each level", { sheets: [gridOf(tables.levelColumns)] }],
    ["four levels", { sheets: [gridOf(tables.zaozhuangScored)] }],
    ["brackets", { sheets: [gridOf(tables.department2023)] }],
    ["a quarter", example("RX3")],
    ["中江", formCase("2022-anhui-tianchang-1")],
    ["转移支付", formCase("2025-anhui-huizhou-1")],
    ["青神", formCase("2023-sichuan-qingshen-1")],
    ["永德", formCase("2022-yunnan-yongde-1")],
  ] as const)("%s", (_name, grid) => {
    const cells = derivedCells(readBook(grid));
    expect(cells.length).toBeGreaterThan(0);
    // A total whose parts are in error themselves is not filled: 永德's was added up from scores the check calls wrong.
    const wrong = new Set(
      checkBook({ book: readBook(grid), settings: DEFAULT_SETTINGS }).findings.map(({ sheet, severity }) =>
        severity === "error" ? sheet : "",
      ),
    );
    expect(unrestored(grid, cells).filter((text) => !wrong.has(text.split(" ")[0] ?? ""))).toEqual([]);
  });

  it("a month and the quarters of twenty units", () => {
    const year = hotlineYear();
    const sheets = year.sheets.filter(({ name }) => /[^1]3月$|第一季度|2023年度/.test(name));
    expect(sheets).toHaveLength(5);
    const grid = { sheets };
    const cells = derivedCells(readBook(grid)).filter((_, at) => at % 43 === 0);
    expect(cells.length).toBeGreaterThan(30);
    expect(unrestored(grid, cells)).toEqual([]);
  });
});
