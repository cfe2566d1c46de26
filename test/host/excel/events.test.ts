import { afterEach, describe, expect, it } from "vitest";
import { BUILDS, LTSC_2021, type ExcelBuild } from "../../../src/emulator/builds";
import { BY_COAUTHOR } from "../../../src/emulator/model/events";
import type { EditEvent } from "../../../src/host/port";
import { closeExcel, openInExcel, settle, type ExcelSession } from "../../support/excel-session";
import type { BuildSheet } from "../../support/xlsx-builder";

afterEach(closeExcel);

const SHEETS: readonly BuildSheet[] = [
  { name: "甲", top: 0, left: 0, values: [["合计", 3]] },
  { name: "乙", top: 0, left: 0, values: [["x", 1]] },
];

/** LTSC 2021 tells who triggered a change; older Excel does not. From LTSC 2024 on Excel tells of the tabs. */
const EXCELS: readonly ExcelBuild[] = [
  { ...LTSC_2021, name: "before 1.14", requirementSets: { ExcelApi: "1.12" } },
  ...BUILDS,
];
const tellsTabs = (build: ExcelBuild): boolean => build !== EXCELS[0] && build !== LTSC_2021;

const CELL = { top: 0, left: 1, bottom: 0, right: 1 };

async function watched(build: ExcelBuild) {
  const session = await openInExcel(SHEETS, { build });
  const events: EditEvent[] = [];
  const stop = await session.host.onEdit((event) => events.push(event));
  return { ...session, events, stop };
}

const edit = ({ workbook }: ExcelSession, name: string, ...origin: [typeof BY_COAUTHOR] | []) =>
  workbook.enter(workbook.sheet(name)!, CELL, [[4]], ...origin);

describe.each(EXCELS.map((build) => [build.name, build] as const))("edits in Excel %s", (_, build) => {
  it("are told with sheet and range, those of co-authors too", async () => {
    const session = await watched(build);
    edit(session, "甲");
    edit(session, "乙", BY_COAUTHOR);
    await settle();
    expect(session.events).toEqual([
      { sheet: "甲", range: "B1" },
      { sheet: "乙", range: "B1" },
    ]);
  });

  it("of our own are not told, whatever we do", async () => {
    const { host, events } = await watched(build);
    const cell = { sheet: "甲", row: 0, column: 1 };
    const { before } = await host.write([{ cell, content: 9, isFormula: false }]);
    await host.write(before);
    await host.highlight([{ cell, severity: "error", role: "finding" }]);
    await host.clearHighlights();
    await host.saveState("{}");
    await host.putSheet({ name: "分析", rows: [[{ content: 1 }]] });
    await host.select(cell);
    await settle();
    expect(events).toEqual([]);
  });

  it("leave the shown sheet to be followed apart: now, and whenever another is turned to", async () => {
    const { host, workbook, events } = await watched(build);
    const seen: string[] = [];
    const stop = await host.onActivate((sheet) => seen.push(sheet));
    workbook.activate(workbook.sheet("乙")!);
    await settle();
    await host.select({ sheet: "甲", row: 0, column: 0 });
    await settle();
    await stop();
    workbook.activate(workbook.sheet("乙")!);
    await settle();
    expect(seen).toEqual(["甲", "乙", "甲"]);
    expect(events).toEqual([]);
  });

  it("cost a round trip only where the sheet is new", async () => {
    const session = await watched(build);
    expect(
      await session.tripsOf(async () => {
        edit(session, "甲");
        await settle();
      }),
    ).toBe(0);
  });

  it("tell added and deleted sheets, and renamed ones where Excel does", async () => {
    const { workbook, events } = await watched(build);
    workbook.addSheet("丙");
    await settle();
    workbook.renameSheet(workbook.sheet("甲")!, "丁");
    workbook.deleteSheet(workbook.sheet("乙")!);
    await settle();
    const renamed = tellsTabs(build) ? [{ sheet: "甲" }, { sheet: "丁" }] : [];
    expect(events).toEqual([{ sheet: "丙" }, ...renamed, { sheet: "乙" }]);
  });

  it("tell moved, hidden and shown sheets where Excel does", async () => {
    const { workbook, events } = await watched(build);
    const sheet = workbook.sheet("乙")!;
    workbook.moveSheet(sheet, 0);
    workbook.setVisibility(sheet, "Hidden");
    workbook.setVisibility(sheet, "Visible");
    await settle();
    expect(events).toEqual(tellsTabs(build) ? [{ sheet: "乙" }, { sheet: "乙" }, { sheet: "乙" }] : []);
  });

  it("are told as a change of anything where their sheet cannot be asked for", async () => {
    const { workbook, emulator, events } = await watched(build);
    emulator.faults.isEditMode = true;
    workbook.addSheet("丙");
    await settle();
    edit({ workbook } as ExcelSession, "丙");
    await settle();
    workbook.deleteSheet(workbook.sheet("丙")!);
    await settle();
    expect(events).toEqual([{}, {}, {}]);
  });

  it("on a sheet of ours are the user's: deleting it, and adding one of its name", async () => {
    const { host, workbook, events } = await watched(build);
    await host.putSheet({ name: "分析", rows: [[{ content: 1 }]] });
    await settle();
    workbook.deleteSheet(workbook.sheet("分析")!);
    workbook.addSheet("分析");
    await settle();
    expect(events).toEqual([{ sheet: "分析" }, { sheet: "分析" }]);
  });

  it("are not told any more after the listening was stopped", async () => {
    const session = await watched(build);
    await session.stop();
    await session.stop();
    edit(session, "甲");
    await settle();
    expect(session.events).toEqual([]);
    expect([...session.runtime.connection.session.registrations.values()].every((count) => count === 0)).toBe(true);
  });
});
