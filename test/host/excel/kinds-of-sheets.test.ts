import { afterEach, describe, expect, it } from "vitest";
import { BUILDS, type ExcelBuild } from "../../../src/emulator/builds";
import { emptySheet, type CellContent, type SheetContents } from "../../../src/emulator/model/content";
import { ExcelEmulator } from "../../../src/emulator/excel-emulator";
import { WorkbookModel } from "../../../src/emulator/model/workbook-model";
import { createExcelHost } from "../../../src/host/excel/excel-host";
import { SKIP_REASONS } from "../../../src/host/skip-reasons";
import { loadOfficeRuntime, type LoadedRuntime } from "../../support/office-runtime";

let runtime: LoadedRuntime | undefined;

afterEach(() => {
  runtime?.unload();
  runtime = undefined;
});

const cell = (value: CellContent["value"], more: Partial<CellContent> = {}): CellContent => ({
  value,
  formula: null,
  numberFormat: "General",
  ...more,
});

/** Sheets as workbooks have them beside tables of final accounts. */
const SHEETS: readonly SheetContents[] = [
  {
    ...emptySheet("有数"),
    cells: [
      [0, 0, cell("合计")],
      [0, 1, cell(1)],
    ],
  },
  emptySheet("空"),
  { ...emptySheet("只有格式"), cells: [[4, 4, cell(null, { style: { fill: "FFFF00" } })]] },
  {
    ...emptySheet("格式在外"),
    cells: [
      [1, 1, cell(2)],
      [3000, 30, cell(null, { style: { bold: true } })],
    ],
  },
  { ...emptySheet("深隐藏"), visibility: "VeryHidden", cells: [[0, 0, cell("x")]] },
  { ...emptySheet("隐藏"), visibility: "Hidden", cells: [[0, 0, cell("x")]] },
  { ...emptySheet("图表"), isChartSheet: true },
  { ...emptySheet("深处"), cells: [[2500, 3, cell("末行")]] },
  {
    ...emptySheet("跨窗口"),
    cells: [
      [1, 2, cell("首")],
      [2100, 0, cell("末")],
    ],
  },
  // Dates of the 1904 system are numbers like any other: what they mean is their format's business.
  { ...emptySheet("日期1904"), cells: [[0, 0, cell(43_830, { numberFormat: "yyyy-mm-dd" })]] },
];

async function excelWith(build: ExcelBuild) {
  const workbook = new WorkbookModel({ sheets: SHEETS, customXml: [], isStructureProtected: false, isReadOnly: false });
  const emulator = new ExcelEmulator(workbook, build);
  runtime = await loadOfficeRuntime(emulator);
  return { workbook, emulator, host: createExcelHost({ timeoutMs: 30_000 }) };
}

describe.each(BUILDS.map((build) => [build.name, build] as const))("sheets of every kind in %s", (_, build) => {
  it("are read, or named with the reason", async () => {
    const { host } = await excelWith(build);
    const { sheets, skipped } = await host.read();
    expect(skipped).toEqual([{ name: "图表", reason: SKIP_REASONS.chartSheet }]);
    expect(sheets.map(({ name, top, left, values }) => [name, top, left, values.length])).toEqual([
      ["有数", 0, 0, 1],
      ["空", 0, 0, 0],
      ["只有格式", 0, 0, 0],
      ["格式在外", 1, 1, 1],
      ["深处", 2500, 3, 1],
      ["跨窗口", 1, 0, 2100],
      ["日期1904", 0, 0, 1],
    ]);
    const long = sheets.find(({ name }) => name === "跨窗口")!;
    expect([long.values[0]?.[2], long.values.at(-1)?.[0]]).toEqual(["首", "末"]);
    expect(sheets.at(-1)?.values).toEqual([[43_830]]);
  });

  it("are marked, written and cleared without trouble", async () => {
    const { host, workbook } = await excelWith(build);
    const before = JSON.stringify(workbook.contents());
    await host.read();
    const names = ["有数", "空", "只有格式", "隐藏", "深隐藏"];
    const cells = names.map((sheet) => ({ sheet, row: 2, column: 2 }));
    await host.highlight(cells.map((at) => ({ cell: at, severity: "error", role: "finding" })));
    const receipt = await host.write(cells.map((at) => ({ cell: at, content: 5, isFormula: false })));
    await host.write(receipt.before, receipt.after);
    expect(await host.clearHighlights()).toEqual({ cells: names.length, protectedSheets: [], unreadable: [] });
    expect(JSON.stringify(workbook.contents())).toBe(before);
  });

  it("with a table of Excel's take figures, but no formula: it would be copied over the figures of its column", async () => {
    const { host, workbook } = await excelWith(build);
    const sheet = workbook.addSheet("表格");
    sheet.tables.push({ top: 0, left: 0, bottom: 3, right: 0 });
    workbook.enter(sheet, { top: 0, left: 0, bottom: 3, right: 0 }, [["金额"], [1], [2], [""]]);
    const at = { sheet: "表格", row: 3, column: 0 };
    await expect(host.write([{ cell: at, content: "=A2+A3", isFormula: true }])).rejects.toMatchObject({
      code: "notWritable",
      detail: { sheet: "表格", cells: [at] },
    });
    await host.write([{ cell: at, content: 3, isFormula: false }]);
    expect([1, 2, 3].map((row) => sheet.cell(row, 0).value)).toEqual([1, 2, 3]);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("表格").getRange("A4").formulas = [["=1+1"]];
      await context.sync();
    });
    expect(sheet.cell(1, 0).formula).toBe("=1+1");
  });

  it("that are empty or gone are asked for by name without calls through nothing", async () => {
    const { host, workbook, emulator } = await excelWith(build);
    expect((await host.read({ sheets: ["空"] })).sheets).toMatchObject([{ name: "空", values: [] }]);
    const gone = { sheet: "没有", row: 0, column: 0 };
    await expect(host.readCells([{ sheet: "空", row: 0, column: 0 }, gone])).rejects.toMatchObject({
      code: "sheetMissing",
      detail: { sheet: "没有" },
    });
    await host.read();
    workbook.deleteSheet(workbook.sheet("空")!);
    await host.highlight([]);
    await host.putSheet({ name: "空", rows: [[{ content: 1 }]] });
    expect(workbook.sheet("空")?.cell(0, 0).value).toBe(1);
    const fresh = emulator.traffic.length;
    await host.read();
    await host.clearHighlights();
    expect(emulator.traffic.slice(fresh).filter(({ failedWith }) => failedWith !== undefined)).toEqual([]);
  });
});
