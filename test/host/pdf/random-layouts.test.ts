import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pdfAssets } from "../../../src/cli/document/pdf-assets";
import { readPdf } from "../../../src/host/pdf/read-pdf";
import { ruledMarks, writePdf } from "../../support/pdf-writer";

const LABELS = ["一般公共服务支出", "行政运行", "住房公积金", "社会保障\n和就业支出", "合计", "其他支出"];

/** A table of any size: a label column and figures, a head over some columns, columns and rows of any width. */
const table = fc
  .record({
    widths: fc.array(fc.integer({ min: 46, max: 90 }), { minLength: 2, maxLength: 6 }),
    heights: fc.array(fc.integer({ min: 24, max: 40 }), { minLength: 3, maxLength: 12 }),
    left: fc.integer({ min: 20, max: 60 }),
    size: fc.constantFrom(6, 7.5, 9),
    rotate: fc.constantFrom(0, 90, 180, 270),
    seed: fc.array(fc.integer({ min: 0, max: 9_999_999 }), { minLength: 72, maxLength: 72 }),
  })
  .map(({ widths, heights, left, size, rotate, seed }) => {
    const xs = [left, left + 100];
    for (const width of widths) xs.push((xs[xs.length - 1] ?? 0) + width);
    const ys = [80];
    for (const height of heights) ys.push((ys[ys.length - 1] ?? 0) + height);
    const pick = (at: number): number => seed[at % seed.length] ?? 0;
    const cells = [
      { row: 0, column: 0, text: "项目" },
      { row: 0, column: 1, span: widths.length, text: "决算数" },
    ];
    for (let row = 1; row < heights.length; row++) {
      cells.push({ row, column: 0, span: 1, text: LABELS[pick(row) % LABELS.length] ?? "" });
      for (let column = 1; column <= widths.length; column++) {
        const value = pick(row * 6 + column);
        if (value % 4 > 0) cells.push({ row, column, span: 1, text: (value / 1000).toFixed(2) });
      }
    }
    return { xs, ys, cells, size, rotate };
  });

describe("any ruled table", () => {
  it("comes back cell by cell", async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ xs, ys, cells, size, rotate }) => {
        const pdf = writePdf([{ rotate, marks: ruledMarks(xs, ys, cells, size) }]);
        const { blocks } = await readPdf(pdf, { assets: pdfAssets() });
        const expected = ys.slice(1).map(() => xs.slice(1).map((): string | null => null));
        for (const { row, column, text } of cells) (expected[row] ?? [])[column] = text.replace("\n", "");
        expect(blocks.map((block) => (block.kind === "table" ? block.rows : block.text))).toEqual([expected]);
      }),
      { numRuns: 25 },
    );
  }, 60_000);
});
