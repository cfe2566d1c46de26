import { afterEach, describe, expect, it } from "vitest";
import { BY_COAUTHOR } from "../../../src/emulator/model/events";
import type { EditEvent } from "../../../src/host/port";
import { closeExcel, openInExcel, settle, type ExcelSession } from "../../support/excel-session";
import type { BuildSheet } from "../../support/xlsx-builder";

afterEach(closeExcel);

const SHEETS: readonly BuildSheet[] = [
  { name: "甲", top: 0, left: 0, values: [["合计", 3]] },
  { name: "乙", top: 0, left: 0, values: [["x", 1]] },
];

/** LTSC 2021 tells who triggered a change; older Excel does not. Only Excel on the web tells renamings. */
const EXCELS = {
  "LTSC 2021": { ExcelApi: "1.14" },
  "before 1.14": { ExcelApi: "1.12" },
  web: { ExcelApi: "1.17", ExcelApiOnline: "1.1" },
};

const CELL = { top: 0, left: 1, bottom: 0, right: 1 };

async function watched(requirementSets: Readonly<Record<string, string>>) {
  const session = await openInExcel(SHEETS, { requirementSets });
  const events: EditEvent[] = [];
  const stop = await session.host.onEdit((event) => events.push(event));
  return { ...session, events, stop };
}

const edit = ({ workbook }: ExcelSession, name: string, ...origin: [typeof BY_COAUTHOR] | []) =>
  workbook.enter(workbook.sheet(name)!, CELL, [[4]], ...origin);

describe.each(Object.entries(EXCELS))("edits in Excel %s", (name, sets) => {
  it("are told with sheet and range, those of co-authors too", async () => {
    const session = await watched(sets);
    edit(session, "甲");
    edit(session, "乙", BY_COAUTHOR);
    await settle();
    expect(session.events).toEqual([
      { sheet: "甲", range: "B1" },
      { sheet: "乙", range: "B1" },
    ]);
  });

  it("of our own are not told, whatever we do", async () => {
    const { host, events } = await watched(sets);
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

  it("cost a round trip only where the sheet is new", async () => {
    const session = await watched(sets);
    expect(
      await session.tripsOf(async () => {
        edit(session, "甲");
        await settle();
      }),
    ).toBe(0);
  });

  it("tell added and deleted sheets, and renamed ones where Excel does", async () => {
    const { workbook, events } = await watched(sets);
    workbook.addSheet("丙");
    await settle();
    workbook.renameSheet(workbook.sheet("甲")!, "丁");
    workbook.deleteSheet(workbook.sheet("乙")!);
    await settle();
    const renamed = name === "web" ? [{ sheet: "甲" }, { sheet: "丁" }] : [];
    expect(events).toEqual([{ sheet: "丙" }, ...renamed, { sheet: "乙" }]);
  });

  it("are not told any more after the listening was stopped", async () => {
    const session = await watched(sets);
    await session.stop();
    await session.stop();
    edit(session, "甲");
    await settle();
    expect(session.events).toEqual([]);
    expect([...session.runtime.connection.session.registrations.values()].every((count) => count === 0)).toBe(true);
  });
});
