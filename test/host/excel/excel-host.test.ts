import { afterEach, describe, expect, it } from "vitest";
import type { SheetGrid } from "../../../src/core/model/grid";
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

async function excelWith(sheets: readonly SheetGrid[]) {
  const workbook = WorkbookModel.fromGrid({ sheets });
  const emulator = new ExcelEmulator(workbook);
  runtime = await loadOfficeRuntime(emulator);
  return { workbook, emulator, host: createExcelHost({ timeoutMs: 30_000 }) };
}

const grid = (name: string, values: SheetGrid["values"], top = 0, left = 0): SheetGrid => ({ name, top, left, values });

describe("reading", () => {
  it("reads values, formulas and blanks where they stand", async () => {
    const { host } = await excelWith([
      {
        ...grid(
          "收入",
          [
            ["项目", 1.5],
            [null, 2],
          ],
          3,
          2,
        ),
        formulas: [
          [null, null],
          [null, "=D4+0.5"],
        ],
      },
      grid("空表", []),
    ]);
    const read = await host.read();
    expect(read).toMatchObject({
      sheets: [
        {
          name: "收入",
          top: 3,
          left: 2,
          values: [
            ["项目", 1.5],
            [null, 2],
          ],
          formulas: [
            [null, null],
            [null, "=D4+0.5"],
          ],
        },
        { name: "空表", top: 0, left: 0, values: [] },
      ],
    });
  });

  it("reads 200 sheets in two round trips", async () => {
    const sheets = Array.from({ length: 200 }, (_, i) =>
      grid(`表${i}`, [
        ["a", i],
        ["b", i + 1],
      ]),
    );
    const { host, emulator } = await excelWith(sheets);
    const read = await host.read();
    expect(read.sheets.map((sheet) => sheet.values[1]?.[1])).toEqual(sheets.map((_, i) => i + 1));
    expect(emulator.roundTrips).toBe(2);
  });

  it("leaves hidden sheets out, and reads one sheet by name in one round trip", async () => {
    const { host, emulator, workbook } = await excelWith([grid("甲", [[1]]), grid("乙", [[2]])]);
    workbook.sheet("乙")!.visibility = "Hidden";
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(["甲"]);
    const before = emulator.roundTrips;
    expect((await host.read({ sheets: ["甲"] })).sheets[0]?.values).toEqual([[1]]);
    expect(emulator.roundTrips - before).toBe(1);
  });

  it("finds a sheet by its old name after it was renamed", async () => {
    const { host, workbook } = await excelWith([grid("甲", [[1]])]);
    await host.read();
    workbook.renameSheet(workbook.sheet("甲")!, "丙");
    expect((await host.read({ sheets: ["甲"] })).sheets[0]?.name).toBe("丙");
    await expect(host.read({ sheets: ["丁"] })).rejects.toMatchObject({
      code: "sheetMissing",
      detail: { sheet: "丁" },
    });
  });

  it("reads a long sheet in steps and skips one that is too long, with the reason", async () => {
    const long = Array.from({ length: 5_000 }, (_, row) => [row]);
    const { host, workbook } = await excelWith([grid("长", long), grid("过长", [[1]]), grid("短", [["x"]])]);
    workbook.enter(workbook.sheet("过长")!, { top: 99_999, left: 0, bottom: 99_999, right: 0 }, [[1]]);
    const read = await host.read();
    expect(read.sheets.map(({ name, values }) => [name, values.length])).toEqual([
      ["长", 5_000],
      ["短", 1],
    ]);
    expect(read.sheets[0]?.values).toEqual(long);
    expect(read.skipped).toEqual([{ name: "过长", reason: SKIP_REASONS.tooLarge }]);
  });

  it("asks for fewer sheets at once where the answer would be too large", async () => {
    const wide = (name: string) =>
      grid(
        name,
        Array.from({ length: 1_500 }, () => Array.from({ length: 100 }, () => "一二三四五")),
      );
    const { host, emulator } = await excelWith([wide("一"), wide("二"), wide("三"), wide("四")]);
    expect((await host.read()).sheets.map(({ values }) => values.length)).toEqual([1_500, 1_500, 1_500, 1_500]);
    expect(emulator.traffic.some(({ failedWith }) => failedWith === "ResponsePayloadSizeLimitExceeded")).toBe(true);
  });
});
