import { afterEach, describe, expect, it } from "vitest";
import { LTSC_2021, withBehaviours } from "../../src/emulator/builds";
import { closeExcel, openInExcel, settle } from "../support/excel-session";
import type { BuildSheet } from "../support/xlsx-builder";

afterEach(closeExcel);

const SHEETS: readonly BuildSheet[] = [
  {
    name: "收入",
    top: 1,
    left: 1,
    values: [
      ["项目", 1.5],
      [null, "x"],
    ],
  },
  { name: "锁", top: 0, left: 0, values: [[1]], protection: "" },
];

const codeOf = async (work: Promise<unknown>): Promise<string | undefined> =>
  await work.then(
    () => undefined,
    (error: unknown) => (error as { code: string }).code,
  );

describe("Microsoft's runtime on the emulator", () => {
  it("tells the pane that Excel is around it", async () => {
    await openInExcel(SHEETS);
    expect((await Office.onReady()).host).toBe("Excel");
  });

  it("reads values through Excel.run in one round trip a sync", async () => {
    const { emulator } = await openInExcel(SHEETS);
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

  it("reports the requirement sets it was given", async () => {
    await openInExcel(SHEETS);
    const { requirements } = Office.context;
    expect([requirements.isSetSupported("ExcelApi", "1.14"), requirements.isSetSupported("ExcelApi", "1.15")]).toEqual([
      true,
      false,
    ]);
  });

  const askOfNothing = () =>
    Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItemOrNullObject("没有");
      const range = sheet.getUsedRangeOrNullObject(true);
      sheet.load("name");
      range.load("values");
      await context.sync();
      return [sheet.isNullObject, range.isNullObject];
    });

  it("refuses what is asked of a null object beyond loading it: nothing of that is documented", async () => {
    await openInExcel(SHEETS);
    await expect(askOfNothing()).rejects.toMatchObject({ code: "ItemNotFound" });
    await openInExcel(SHEETS, { build: withBehaviours(LTSC_2021, { nullObjectsHaveNoChildren: false }) });
    expect(await askOfNothing()).toEqual([true, true]);
  });

  it("keeps what was done before a failing action, as Excel does, and says where it failed", async () => {
    const { workbook } = await openInExcel(SHEETS);
    const error: unknown = await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("收入").getRange("A1").values = [["写上"]];
      context.workbook.worksheets.getItem("锁").getRange("A1").values = [["不行"]];
      await context.sync();
    }).catch((e: unknown) => e);
    expect(error).toMatchObject({ code: "AccessDenied", debugInfo: { errorLocation: "Range.Values" } });
    expect(workbook.sheet("收入")!.cell(0, 0).value).toBe("写上");
    expect(workbook.sheet("锁")!.cell(0, 0).value).toBe(1);
  });

  it.each<[string, string, (context: Excel.RequestContext) => void]>([
    ["a sheet that is not there", "ItemNotFound", ({ workbook }) => workbook.worksheets.getItem("没有").activate()],
    [
      "an address that is none",
      "InvalidArgument",
      ({ workbook }) => workbook.worksheets.getFirst().getRange("?").select(),
    ],
    ["a second sheet of a name", "ItemAlreadyExists", ({ workbook }) => void workbook.worksheets.add("锁")],
    ["a name Excel refuses", "InvalidArgument", ({ workbook }) => void workbook.worksheets.add("a/b")],
    ["a method not emulated", "ApiNotFound", ({ workbook }) => void workbook.worksheets.getFirst().copy()],
    [
      "a matrix of another shape",
      "InvalidArgument",
      ({ workbook }) => {
        workbook.worksheets.getFirst().getRange("A1:B1").values = [[1]];
      },
    ],
    [
      "all cells of a sheet at once",
      "ResponsePayloadSizeLimitExceeded",
      ({ workbook }) => void workbook.worksheets.getFirst().getRange().load("values"),
    ],
  ])("refuses %s with %s", async (_, code, act) => {
    await openInExcel(SHEETS);
    const work = Excel.run(async (context) => {
      act(context);
      await context.sync();
    });
    expect(await codeOf(work)).toBe(code);
  });

  it("reads back what a custom conditional format was given", async () => {
    const { workbook } = await openInExcel(SHEETS);
    const read = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("收入");
      const format = sheet.getRanges("A1,C3:D4").conditionalFormats.add("Custom");
      format.custom.rule.formula = "=TRUE";
      format.custom.format.fill.color = "#FF0000";
      format.custom.format.borders.getItem("EdgeTop").style = "Dash";
      const formats = sheet.getRange().conditionalFormats;
      formats.load("items/type,items/customOrNullObject/rule/formula");
      const areas = format.getRanges();
      areas.load("cellCount,address");
      await context.sync();
      const [first] = formats.items;
      return [first?.type, first?.customOrNullObject.rule.formula, areas.cellCount, areas.address];
    });
    expect(read).toEqual(["Custom", "=TRUE", 5, "收入!A1, 收入!C3:D4"]);
    expect(workbook.sheet("收入")!.contents().conditionalFormats[0]?.style).toEqual({
      "fill.color": "#FF0000",
      "borders.EdgeTop.style": "Dash",
    });
  });

  it("sends an event with what Excel tells of a change", async () => {
    const { workbook } = await openInExcel(SHEETS);
    const heard: unknown[] = [];
    await Excel.run(async (context) => {
      context.workbook.worksheets.onChanged.add(async ({ address, source, triggerSource, worksheetId }) => {
        heard.push([address, source, triggerSource, worksheetId]);
        await Promise.resolve();
      });
      await context.sync();
    });
    const sheet = workbook.sheet("收入")!;
    workbook.enter(sheet, { top: 4, left: 0, bottom: 4, right: 1 }, [[1, 2]]);
    await settle();
    expect(heard).toEqual([["A5:B5", "Local", "Unknown", sheet.id]]);
  });
});
