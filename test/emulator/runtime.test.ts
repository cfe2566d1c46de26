import { afterEach, describe, expect, it } from "vitest";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { loadOfficeRuntime, type LoadedRuntime } from "../support/office-runtime";

let runtime: LoadedRuntime | undefined;

afterEach(() => {
  runtime?.unload();
  runtime = undefined;
});

async function start(sheets: Parameters<typeof WorkbookModel.fromGrid>[0]["sheets"]): Promise<ExcelEmulator> {
  const emulator = new ExcelEmulator(WorkbookModel.fromGrid({ sheets }));
  runtime = await loadOfficeRuntime(emulator);
  return emulator;
}

describe("Microsoft's runtime on the emulator", () => {
  it("reads values through Excel.run in one round trip a sync", async () => {
    const emulator = await start([
      {
        name: "收入",
        top: 1,
        left: 1,
        values: [
          ["项目", 1.5],
          [null, "x"],
        ],
      },
    ]);
    const values = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem("收入").getUsedRangeOrNullObject(true);
      range.load("values,address,rowIndex");
      await context.sync();
      return { values: range.values, address: range.address, row: range.rowIndex };
    });
    expect(values).toEqual({
      values: [
        ["项目", 1.5],
        ["", "x"],
      ],
      address: "收入!B2:C3",
      row: 1,
    });
    expect(emulator.roundTrips).toBe(1);
  });
});
