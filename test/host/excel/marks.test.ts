import { afterEach, describe, expect, it } from "vitest";
import { BUILDS, LTSC_2021, MICROSOFT_365, withBehaviours, type ExcelBuild } from "../../../src/emulator/builds";
import { ConditionalFormatModel } from "../../../src/emulator/model/conditional-format-model";
import { highlightMarkOf } from "../../../src/host/highlight-style";
import type { Highlight } from "../../../src/host/port";
import { closeExcel, openInExcel, type ExcelSession } from "../../support/excel-session";
import type { BuildSheet } from "../../support/xlsx-builder";

afterEach(closeExcel);

const NAMES = Array.from({ length: 12 }, (_, index) => `表${index}`);
const SHEETS: readonly BuildSheet[] = NAMES.map((name) => ({
  name,
  top: 0,
  left: 0,
  values: [["合计", 3]],
  conditionalFormats: [{ range: "B1:B9", formula: "B1>2", fill: "00FF00" }],
}));
const marks: readonly Highlight[] = NAMES.flatMap((sheet) => [
  { cell: { sheet, row: 0, column: 1 }, severity: "error", role: "suspect" },
  { cell: { sheet, row: 1, column: 1 }, severity: "hint", role: "finding" },
]);

/** Marks of ours that stand, sheet by sheet. */
function standing({ workbook }: ExcelSession): readonly number[] {
  return workbook.sheets.map(
    ({ conditionalFormats }) => conditionalFormats.filter(({ formula }) => highlightMarkOf(formula ?? "")).length,
  );
}

const open = (build: ExcelBuild) => openInExcel(SHEETS, { build });

describe.each(BUILDS.map((build) => [build.name, build] as const))("marks in %s", (_, build) => {
  it("are set, renewed and cleared beside a conditional format that cannot be read, which is named", async () => {
    const session = await open(build);
    const { host, workbook, emulator } = session;
    const sheet = workbook.sheet("表7")!;
    emulator.user.duplicateRule(sheet, sheet.conditionalFormats[0]!);
    const outcome = { cells: marks.length, protectedSheets: [], unreadable: ["表7"] };
    await host.read();
    expect(await host.highlight(marks)).toEqual(outcome);
    expect(standing(session)).toEqual(NAMES.map(() => 2));
    expect(await host.highlight(marks)).toEqual(outcome);
    expect(standing(session)).toEqual(NAMES.map(() => 2));
    expect(await host.clearHighlights()).toEqual(outcome);
    expect(standing(session)).toEqual(NAMES.map(() => 0));
    expect(sheet.conditionalFormats).toHaveLength(2);
  });

  it("need few requests for it, whatever the number of sheets", async () => {
    const session = await open(build);
    const { host, workbook, emulator } = session;
    const sheet = workbook.sheet("表7")!;
    emulator.user.duplicateRule(sheet, sheet.conditionalFormats[0]!);
    await host.read();
    expect(await session.tripsOf(() => host.highlight(marks))).toBeLessThanOrEqual(20);
  });

  it("stay possible beside rules of other kinds and with chart sheets in the workbook", async () => {
    const session = await open(build);
    const { host, workbook, emulator } = session;
    const sheet = workbook.sheet("表3")!;
    const scale = new ConditionalFormatModel({
      type: "ColorScale",
      ranges: [{ top: 0, left: 0, bottom: 9, right: 9 }],
    });
    sheet.conditionalFormats.push(scale);
    emulator.user.duplicateRule(sheet, scale);
    workbook.addSheet("图").isChartSheet = true;
    await host.read();
    await host.highlight(marks);
    expect(await host.clearHighlights()).toEqual({ cells: marks.length, protectedSheets: [], unreadable: ["表3"] });
    expect(standing(session)).toEqual([...NAMES.map(() => 0), 0]);
  });

  it("are left on protected sheets, which are named, and cleared on the others", async () => {
    const session = await open(build);
    const { host, workbook } = session;
    await host.read();
    await host.highlight(marks);
    workbook.sheet("表1")!.isProtected = true;
    workbook.sheet("表2")!.isProtected = true;
    workbook.sheet("表2")!.allowFormatCells = true;
    expect(await host.highlight(marks.slice(0, 6))).toEqual({ cells: 4, protectedSheets: ["表1"], unreadable: [] });
    expect(standing(session)).toEqual(NAMES.map((__, index) => (index < 3 ? 2 : 0)));
    expect(await host.clearHighlights()).toEqual({ cells: 4, protectedSheets: ["表1"], unreadable: [] });
    expect(standing(session)).toEqual(NAMES.map((__, index) => (index === 1 ? 2 : 0)));
  });

  it("are set elsewhere where Excel grants formatting and then refuses it", async () => {
    const strict = withBehaviours(build, { formattingLeaveCoversConditionalFormats: false });
    const session = await open(strict);
    const { host, workbook } = session;
    workbook.sheet("表2")!.isProtected = true;
    workbook.sheet("表2")!.allowFormatCells = true;
    await host.read();
    expect(await host.highlight(marks)).toEqual({
      cells: marks.length - 2,
      protectedSheets: ["表2"],
      unreadable: [],
    });
    expect(standing(session)).toEqual(NAMES.map((__, index) => (index === 2 ? 0 : 2)));
  });
});

describe("marks that Ctrl+Z brings back", () => {
  it("do not stop later marking; what cannot be read is named until the workbook is reopened", async () => {
    const session = await open(MICROSOFT_365);
    const { host, emulator } = session;
    await host.read();
    await host.highlight(marks.slice(0, 2));
    await host.clearHighlights();
    expect(emulator.user.undoDeletions()).toBe(2);
    expect(await host.clearHighlights()).toEqual({ cells: 0, protectedSheets: [], unreadable: ["表0"] });
    expect(await host.highlight(marks)).toEqual({ cells: marks.length, protectedSheets: [], unreadable: ["表0"] });
    expect((await host.clearHighlights()).cells).toBe(marks.length);
    emulator.user.reopen();
    expect(await host.clearHighlights()).toEqual({ cells: 2, protectedSheets: [], unreadable: [] });
    expect(standing(session)).toEqual(NAMES.map(() => 0));
  });

  it("do not come back where the API's changes cannot be undone", async () => {
    const { host, emulator } = await open(LTSC_2021);
    await host.highlight(marks.slice(0, 2));
    await host.clearHighlights();
    expect(emulator.user.undoDeletions()).toBe(0);
  });
});

describe("a failure that says nothing is there", () => {
  it("means a missing sheet only where a sheet was asked for", async () => {
    const { host, emulator, workbook } = await open(LTSC_2021);
    await host.read();
    emulator.faults.failNamed("Delete", 1, "ItemNotFound");
    await host.highlight(marks);
    await expect(host.highlight(marks)).rejects.toMatchObject({ code: "unknown" });
    emulator.faults.beforeRequest(2, () => workbook.deleteSheet(workbook.sheet("表4")!));
    await expect(host.highlight(marks)).rejects.toMatchObject({ code: "sheetMissing", detail: { sheet: "表4" } });
    await expect(host.select({ sheet: "没有", row: 0, column: 0 })).rejects.toMatchObject({ code: "sheetMissing" });
  });
});
