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
      { numRuns: 12 },
    );
  }, 60_000);
});

const HEADS = ["合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "其他"];
const SIZE = 8;
const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character > "\u2000" ? SIZE : SIZE / 2), 0);

/** A table without lines: a code, a label, columns of figures set right under heads set left, one over some, or in the middle. */
const unruled = fc
  .record({
    heads: fc.shuffledSubarray(HEADS, { minLength: 3 }),
    room: fc.array(fc.integer({ min: 14, max: 40 }), { minLength: 6, maxLength: 6 }),
    rows: fc.integer({ min: 3, max: 12 }),
    isCentred: fc.boolean(),
    hasGroup: fc.boolean(),
    seed: fc.array(fc.integer({ min: 1, max: 9_999_999 }), { minLength: 80, maxLength: 80 }),
  })
  .map(({ heads, room, rows, hasGroup, seed, ...rest }) => {
    const isCentred = rest.isCentred && !hasGroup;
    const pick = (at: number): number => seed[at % seed.length] ?? 1;
    const lefts = [40, 100];
    for (const [i, head] of heads.entries())
      lefts.push((lefts[i + 1] ?? 0) + (i === 0 ? 110 : Math.max(44, widthOf(heads[i - 1] ?? head)) + (room[i] ?? 20)));
    const rights = heads.map((head, i) => (lefts[i + 2] ?? 0) + Math.max(44, widthOf(head)));
    const texts: { text: string; x: number; y: number }[] = [];
    const table: (string | null)[][] = [];
    const headAt = (i: number, text: string, y: number): void => {
      const [left, right] = [lefts[i + 2] ?? 0, rights[i] ?? 0];
      texts.push({ text, x: isCentred ? (left + right - widthOf(text)) / 2 : left, y });
    };
    if (hasGroup) {
      const [left, right] = [lefts[2] ?? 0, rights[heads.length - 1] ?? 0];
      texts.push({ text: "本年支出", x: isCentred ? (left + right - widthOf("本年支出")) / 2 : left, y: 88 });
      texts.push({ text: "项目", x: isCentred ? (40 + 100 + widthOf("科目名称") - widthOf("项目")) / 2 : 40, y: 88 });
      table.push(["项目", null, "本年支出", ...heads.slice(1).map(() => null)]);
    }
    texts.push({ text: "科目编码", x: 40, y: 100 }, { text: "科目名称", x: 100, y: 100 });
    heads.forEach((head, i) => headAt(i, head, 100));
    table.push(["科目编码", "科目名称", ...heads]);
    for (let row = 0; row < rows; row++) {
      const y = 114 + 12 * row;
      const code = String(201 + row);
      const label = ["教育支出", "行政运行", "社会保障和就业支出", "其他支出"][pick(row) % 4] ?? "";
      texts.push({ text: code, x: 40, y }, { text: label, x: 100, y });
      const figures = heads.map((_, i) => {
        const value = pick(7 * row + i);
        if (value % 3 === 0) return null;
        const text = ((value % 999_999) / 100).toFixed(2);
        texts.push({ text, x: (rights[i] ?? 0) - widthOf(text), y });
        return text;
      });
      table.push([code, label, ...figures]);
    }
    return { marks: texts.map((text) => ({ ...text, size: SIZE })), table };
  });

describe("any table without lines", () => {
  it("comes back cell by cell", async () => {
    await fc.assert(
      fc.asyncProperty(unruled, async ({ marks, table: expected }) => {
        const { blocks } = await readPdf(writePdf([{ marks }]), { assets: pdfAssets() });
        expect(blocks.map((block) => (block.kind === "table" ? block.rows : block.text))).toEqual([expected]);
      }),
      { numRuns: 15 },
    );
  }, 60_000);
});
