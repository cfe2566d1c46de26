import { afterEach, describe, expect, it } from "vitest";
import { Assistant } from "../../../src/app/assistant";
import { checkWorkbook, recheckSheets } from "../../../src/app/check-workbook";
import type { CellAddress } from "../../../src/core/model/cell";
import type { CellValue } from "../../../src/core/model/grid";
import { caseGrid, loadCase } from "../../support/cases";
import { closeExcel, openInExcel, settle, type ExcelSession } from "../../support/excel-session";

afterEach(closeExcel);

/** Long enough for a burst to be over and its check to be done. */
const afterBurst = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 480));
  await settle();
  await settle();
};

interface LiveSession extends ExcelSession {
  readonly assistant: Assistant;
  readonly edit: (cell: CellAddress, content: CellValue) => void;
}

async function live(): Promise<LiveSession> {
  const excel = await openInExcel(caseGrid(loadCase("2022-zibo")).sheets);
  const assistant = new Assistant({ host: excel.host, check: checkWorkbook, recheck: recheckSheets });
  await assistant.start();
  await assistant.setLive(true);
  await settle();
  const edit = ({ sheet, row, column }: CellAddress, content: CellValue): void =>
    excel.workbook.enter(excel.workbook.sheet(sheet)!, { top: row, left: column, bottom: row, right: column }, [
      [content],
    ]);
  return { ...excel, assistant, edit };
}

const figureOf = ({ assistant }: LiveSession): CellAddress =>
  assistant.getState().report!.book.tables.get("SG")!.rows[1]!.figures.get("reception")!.cell;
const broken = ({ assistant }: LiveSession): number =>
  assistant.getState().report!.result.findings.filter(({ rule }) => rule === "SG-01").length;

describe("live checking in Excel", { timeout: 30_000 }, () => {
  it("follows a burst of edits with one round trip, and idles with none", async () => {
    const session = await live();
    const cell = figureOf(session);
    const trips = await session.tripsOf(async () => {
      session.edit(cell, 1);
      session.edit(cell, 999);
      await afterBurst();
    });
    expect(trips).toBe(1);
    expect(broken(session)).toBeGreaterThan(0);
    expect(await session.tripsOf(afterBurst)).toBe(0);
  });

  it("is not set off by what the assistant does itself", async () => {
    const session = await live();
    await session.assistant.highlight();
    await session.assistant.clearHighlights();
    await session.assistant.goTo(figureOf(session));
    await session.host.write([{ cell: figureOf(session), content: 5, isFormula: false }]);
    const report = session.assistant.getState().report;
    expect(await session.tripsOf(afterBurst)).toBe(0);
    expect(session.assistant.getState().report).toBe(report);
  });

  it("costs nothing while the pane is hidden and one round trip when it is shown again", async () => {
    const session = await live();
    session.assistant.setVisible(false);
    const hidden = await session.tripsOf(async () => {
      session.edit(figureOf(session), 999);
      await afterBurst();
    });
    expect(hidden).toBe(0);
    const shown = await session.tripsOf(async () => {
      session.assistant.setVisible(true);
      await afterBurst();
    });
    expect(shown).toBe(1);
    expect(broken(session)).toBeGreaterThan(0);
  });

  it("waits quietly while a cell is being edited, then follows", async () => {
    const session = await live();
    session.edit(figureOf(session), 999);
    session.emulator.faults.isEditMode = true;
    await afterBurst();
    expect(session.assistant.getState()).toMatchObject({ phase: "checked", trouble: undefined });
    expect(broken(session)).toBe(0);
    session.emulator.faults.isEditMode = false;
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    await settle();
    expect(broken(session)).toBeGreaterThan(0);
  });

  it("follows a deleted, a renamed and a new sheet", async () => {
    const session = await live();
    const { workbook, assistant } = session;
    const names = (): readonly string[] => assistant.getState().report!.book.sheets.map(({ name }) => name);
    const { sheet } = figureOf(session);
    workbook.deleteSheet(workbook.sheet(names().at(-1)!)!);
    await afterBurst();
    expect(names()).toHaveLength(workbook.sheets.length);
    workbook.renameSheet(workbook.sheet(sheet)!, "改名");
    session.edit({ ...figureOf(session), sheet: "改名" }, 999);
    await afterBurst();
    expect(names()).toContain("改名");
    expect(broken(session)).toBeGreaterThan(0);
    workbook.addSheet("新表");
    await afterBurst();
    expect(names()).toContain("新表");
    expect(assistant.getState().trouble).toBeUndefined();
  });

  it("is remembered in the workbook", async () => {
    const session = await live();
    const again = new Assistant({ host: session.host, check: checkWorkbook, recheck: recheckSheets });
    await again.start();
    expect(again.getState()).toMatchObject({ live: true, phase: "checked" });
    await again.setLive(false);
    const third = new Assistant({ host: session.host, check: checkWorkbook, recheck: recheckSheets });
    await third.start();
    expect(third.getState()).toMatchObject({ live: false, phase: "idle" });
  });
});
