import { describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { cardsOf } from "../../../src/app/problems";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { zh } from "../../../src/text/zh";
import { loadPlace, placeGrid } from "../../support/places";

const Z05 = "一般公共预算财政拨款支出决算表";

/** The workbook with rows of one sheet (one-based) put in another order, from the third column on: labels stay. */
function withFigures(grid: WorkbookGrid, sheet: string, order: Readonly<Record<number, number>>): WorkbookGrid {
  return {
    ...grid,
    sheets: grid.sheets.map((own) => {
      if (own.name !== sheet) return own;
      const figures = (row: number): readonly CellValue[] => own.values[row - 1]?.slice(2) ?? [];
      const values = own.values.map((row, index) => [...row.slice(0, 2), ...figures(order[index + 1] ?? index + 1)]);
      return { ...own, values };
    }),
  };
}

describe("figures beside the wrong rows", () => {
  it("are one cause of a published table that also lists rows it should not", () => {
    const report = checkGrid(placeGrid(loadPlace("2025-putuo-culture")));
    const cards = cardsOf(report).filter(({ sheet }) => sheet === Z05);
    expect(cards.length).toBeLessThanOrEqual(3);
    const [first] = cards;
    expect(first?.cause?.pattern).toMatchObject({ kind: "movedRows", by: -2 });
    expect(first?.cause?.pattern && zh.problem.pattern(first.cause.pattern)).toBe(
      "自“20709 旅游发展基金支出”起，金额与科目错行：偏高 2 行，自“2101101 行政单位医疗”起偏高 5 行，请逐段移回",
    );
    expect(report.result.findings.length - (first?.findings.length ?? 0)).toBe(0);
  });

  it("are not claimed where two rows took each other's figures", () => {
    const sound = placeGrid(loadPlace("2025-putuo-yichuan"));
    const report = checkGrid(withFigures(sound, Z05, { 8: 9, 9: 8 }));
    expect(report.counts.errors).toBeGreaterThan(0);
    expect(report.causes.filter(({ pattern }) => pattern?.kind === "movedRows")).toEqual([]);
  });
});
