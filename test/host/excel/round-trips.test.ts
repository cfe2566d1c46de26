import { afterEach, describe, expect, it } from "vitest";
import type { CellWrite, Highlight } from "../../../src/host/port";
import { closeExcel, openInExcel, settle } from "../../support/excel-session";
import type { BuildSheet } from "../../support/xlsx-builder";

afterEach(closeExcel);

const SHEET_COUNT = 60;
const SHEETS: readonly BuildSheet[] = Array.from({ length: SHEET_COUNT }, (_, index) => ({
  name: `表${index}`,
  top: 0,
  left: 0,
  values: Array.from({ length: 20 }, (__, row) => [`行${row}`, row, row + 1]),
}));
const NAMES = SHEETS.map(({ name }) => name);

const highlights: readonly Highlight[] = NAMES.flatMap((sheet) => [
  { cell: { sheet, row: 1, column: 1 }, severity: "error", role: "suspect" },
  { cell: { sheet, row: 2, column: 1 }, severity: "verify", role: "related" },
]);
const writes: readonly CellWrite[] = NAMES.flatMap((sheet) =>
  [3, 4, 8].map((row): CellWrite => ({ cell: { sheet, row, column: 2 }, content: row, isFormula: false })),
);

describe("round trips, whatever the number of sheets and cells", () => {
  it("reading takes 2, reading one sheet again 1, being idle none", async () => {
    const { host, tripsOf } = await openInExcel(SHEETS);
    expect(await tripsOf(() => host.read())).toBe(2);
    expect(await tripsOf(() => host.read({ sheets: ["表7"] }))).toBe(1);
    expect(await tripsOf(settle)).toBe(0);
  });

  it("highlighting after a check takes 2, removing 2", async () => {
    const { host, tripsOf } = await openInExcel(SHEETS);
    await host.read();
    expect(await tripsOf(() => host.highlight(highlights))).toBe(2);
    expect(await tripsOf(() => host.highlight(highlights.slice(1)))).toBe(2);
    expect(await tripsOf(() => host.clearHighlights())).toBe(2);
  });

  it("removing highlights in a session that has read nothing takes 2, once the kept state was loaded as panes do", async () => {
    const { host, workbook, tripsOf } = await openInExcel(SHEETS);
    await host.read();
    await host.highlight(highlights);
    const { createExcelHost } = await import("../../../src/host/excel/excel-host");
    const fresh = createExcelHost();
    expect(await tripsOf(() => fresh.loadState())).toBe(1);
    expect(await tripsOf(() => fresh.clearHighlights())).toBe(2);
    expect(workbook.contents().sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
  });

  it("removing highlights on sheets nobody told of takes one more, to list them", async () => {
    const { host, workbook, tripsOf } = await openInExcel(SHEETS);
    await host.read();
    await host.highlight(highlights);
    const { createExcelHost } = await import("../../../src/host/excel/excel-host");
    expect(await tripsOf(() => createExcelHost().clearHighlights())).toBe(3);
    await host.highlight(highlights);
    const fresh = createExcelHost();
    await fresh.loadState();
    workbook.copySheet(workbook.sheet(NAMES[0]!)!, "副本");
    expect(await tripsOf(() => fresh.clearHighlights())).toBe(3);
    expect(workbook.contents().sheets.flatMap(({ conditionalFormats }) => conditionalFormats)).toEqual([]);
  });

  it("writing any number of cells with what is expected of them takes 2", async () => {
    const { host, tripsOf } = await openInExcel(SHEETS);
    const expected = await host.readCells(writes.map(({ cell }) => cell));
    expect(await tripsOf(() => host.write(writes, expected))).toBe(2);
    expect(await tripsOf(() => host.readCells(writes.map(({ cell }) => cell)))).toBe(1);
  });

  it("adding a set of sheets takes 2, taking them away 2", async () => {
    const { host, tripsOf } = await openInExcel(SHEETS);
    const set = Array.from({ length: 60 }, (_, i) => ({ name: `新${i}`, rows: [[{ content: i }]] }));
    expect(await tripsOf(() => host.addSheets(set))).toBe(2);
    expect(await tripsOf(() => host.removeSheets(set.map(({ name }) => name)))).toBe(2);
  });

  it("adding a sheet of ours takes 2 after a check, renewing it 2", async () => {
    const { host, tripsOf } = await openInExcel(SHEETS);
    await host.read();
    const sheet = (content: number) => ({ name: "分析", rows: [[{ content }]] });
    expect(await tripsOf(() => host.putSheet(sheet(1)))).toBe(2);
    await host.read();
    expect(await tripsOf(() => host.putSheet(sheet(2)))).toBe(2);
  });

  it("never asks for whole rows, columns or sheets of values", async () => {
    const { host, emulator } = await openInExcel(SHEETS.slice(0, 2));
    await host.read();
    await host.highlight(highlights.slice(0, 2));
    await host.clearHighlights();
    expect(emulator.traffic.filter(({ failedWith }) => failedWith !== undefined)).toEqual([]);
  });

  it("leaves nothing alive in Excel", async () => {
    const { host, runtime } = await openInExcel(SHEETS.slice(0, 3));
    await host.read();
    await host.highlight(highlights.slice(0, 6));
    await host.write(writes.slice(0, 9));
    await host.clearHighlights();
    await settle();
    expect(runtime.connection.session.keptCount).toBe(0);
  });
});

describe("large writes", () => {
  it("go in several batches and are all there", async () => {
    const { host, tripsOf } = await openInExcel([{ name: "大", top: 0, left: 0, values: [["x"]] }]);
    const many = Array.from({ length: 25_000 }, (_, index): CellWrite => ({
      cell: { sheet: "大", row: Math.floor(index / 10), column: index % 10 },
      content: index,
      isFormula: false,
    }));
    expect(await tripsOf(() => host.write(many))).toBe(6);
    const [sheet] = (await host.read()).sheets;
    expect(sheet?.values.flat()).toEqual(many.map(({ content }) => content));
  });
});
