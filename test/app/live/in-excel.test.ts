import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Assistant } from "../../../src/app/assistant";
import { checkWorkbook, recheckSheets } from "../../../src/app/check-workbook";
import type { CellAddress } from "../../../src/core/model/cell";
import type { CellValue } from "../../../src/core/model/grid";
import { BUILDS, LTSC_2021, MICROSOFT_365, type ExcelBuild } from "../../../src/emulator/builds";
import type { SheetModel } from "../../../src/emulator/model/sheet-model";
import { caseGrid, loadCase } from "../../support/cases";
import { closeExcel, openInExcel, ownClock, pass, settle, type ExcelSession } from "../../support/excel-session";

beforeEach(ownClock);
afterEach(() => {
  closeExcel();
  vi.useRealTimers();
});

/** Long enough for a burst to be over and its check to be done. */
const afterBurst = async (): Promise<void> => {
  await pass(480);
  await settle();
  await settle();
};

interface LiveSession extends ExcelSession {
  readonly assistant: Assistant;
  readonly edit: (cell: CellAddress, content: CellValue) => void;
}

/** The nine tables, 汇总表 and one form: the other forms only repeat it. */
const SHEETS = caseGrid(loadCase("2022-zibo")).sheets.slice(0, 11);

async function live(build: ExcelBuild = LTSC_2021): Promise<LiveSession> {
  const excel = await openInExcel(SHEETS, { build });
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
    await pass(1_100);
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

const namesOf = ({ assistant }: LiveSession): readonly string[] =>
  assistant.getState().report!.grid.sheets.map(({ name }) => name);
const visibleIn = ({ workbook }: LiveSession): readonly string[] =>
  workbook.sheets.filter(({ visibility }) => visibility === "Visible").map(({ name }) => name);

/** Changes of the tabs that change no cell. */
const TAB_CHANGES: Readonly<Record<string, (session: LiveSession, sheet: SheetModel) => void>> = {
  hidden: ({ workbook }, sheet) => workbook.setVisibility(sheet, "Hidden"),
  "very hidden": ({ workbook }, sheet) => workbook.setVisibility(sheet, "VeryHidden"),
  shown: ({ workbook }, sheet) => workbook.setVisibility(sheet, "Visible"),
  moved: ({ workbook }, sheet) => workbook.moveSheet(sheet, 0),
  renamed: ({ workbook }, sheet) => workbook.renameSheet(sheet, "改名"),
};

describe.each(BUILDS.map((build) => [build.name, build] as const))(
  "live checking in %s",
  { timeout: 30_000 },
  (_, build) => {
    it.each(Object.entries(TAB_CHANGES))("follows a sheet that was %s", async (name, change) => {
      const session = await live(build);
      const { workbook } = session;
      const sheet = workbook.sheets[2]!;
      if (name === "shown") {
        workbook.setVisibility(sheet, "Hidden");
        await session.assistant.check();
        await afterBurst();
      }
      change(session, sheet);
      if (build === LTSC_2021) {
        await afterBurst();
        expect(namesOf(session)).not.toEqual(visibleIn(session));
        // No event tells of it: the re-check of any edit does.
        session.edit({ sheet: workbook.sheets[4]!.name, row: 30, column: 0 }, "注");
      }
      await afterBurst();
      expect(namesOf(session)).toEqual(visibleIn(session));
      expect(session.assistant.getState().trouble).toBeUndefined();
    });

    it.each(Object.entries(TAB_CHANGES))("finds a sheet %s when the user turns to the pane", async (_name, change) => {
      const session = await live(build);
      change(session, session.workbook.sheets[2]!);
      session.assistant.look();
      await afterBurst();
      expect(namesOf(session)).toEqual(visibleIn(session));
    });

    it("follows a sheet that was added while a cell is being edited", async () => {
      const session = await live(build);
      const { workbook, emulator } = session;
      emulator.faults.isEditMode = true;
      const added = workbook.addSheet("新表");
      workbook.enter(added, { top: 0, left: 0, bottom: 0, right: 0 }, [["收入支出决算总表"]]);
      await afterBurst();
      expect(namesOf(session)).not.toContain("新表");
      emulator.faults.isEditMode = false;
      await pass(1_100);
      await settle();
      expect(namesOf(session)).toEqual(visibleIn(session));
      expect(session.assistant.getState().trouble).toBeUndefined();
    });

    it("looks over an unchanged workbook with one request, and keeps the report", async () => {
      const session = await live(build);
      const { report } = session.assistant.getState();
      const trips = await session.tripsOf(async () => {
        session.assistant.look();
        session.assistant.look();
        await afterBurst();
      });
      expect(trips).toBe(1);
      expect(session.assistant.getState().report?.result).toBe(report?.result);
    });

    it("catches 分列, which frozen builds do not tell of, when the user turns to the pane", async () => {
      const session = await live(build);
      const { workbook, emulator, assistant } = session;
      const cell = figureOf(session);
      const sheet = workbook.sheet(cell.sheet)!;
      workbook.enterSilently(
        sheet,
        { top: cell.row, left: cell.column - 1, bottom: cell.row, right: cell.column - 1 },
        [["7,999"]],
      );
      emulator.user.textToColumns(
        sheet,
        { top: cell.row, left: cell.column - 1, bottom: cell.row, right: cell.column - 1 },
        ",",
      );
      await afterBurst();
      expect(broken(session) > 0).toBe(build === MICROSOFT_365);
      assistant.look();
      await afterBurst();
      expect(broken(session)).toBeGreaterThan(0);
    });
  },
);
