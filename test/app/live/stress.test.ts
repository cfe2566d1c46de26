import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Assistant } from "../../../src/app/assistant";
import type { CheckReport } from "../../../src/app/check-report";
import { checkWorkbook, recheckSheets } from "../../../src/app/check-workbook";
import { BUILDS, type ExcelBuild } from "../../../src/emulator/builds";
import type { SheetModel } from "../../../src/emulator/model/sheet-model";
import { caseGrid, loadCase } from "../../support/cases";
import { generator } from "../../support/changes";
import { closeExcel, openInExcel, ownClock, pass, settle } from "../../support/excel-session";

beforeEach(ownClock);
afterEach(() => {
  closeExcel();
  vi.useRealTimers();
});

/** 公开06表 and 三公 of a published case: quickly checked. */
const SHEETS = caseGrid(loadCase("2022-zibo")).sheets.slice(4, 9);
/** Set it for a longer run: `STRESS_BURSTS=50 npx vitest run test/app/live/stress.test.ts`. */
const BURSTS = Number(process.env["STRESS_BURSTS"] ?? "8");
/** Operations in a burst. A short one is the user's alone: nothing else leads to a check of everything by chance. */
const SIZES = [1, 1, 2, 3, 20, 60] as const;
const SHORT = 3;
const CODES = ["InvalidOperationInCellEditMode", "ItemNotFound", "ServiceNotAvailable", "GeneralException"] as const;

async function session(build: ExcelBuild) {
  const excel = await openInExcel(SHEETS, { build, timeoutMs: 30_000 });
  const assistant = new Assistant({ host: excel.host, check: checkWorkbook, recheck: recheckSheets });
  await assistant.setLive(true);
  return { ...excel, assistant };
}
type Session = Awaited<ReturnType<typeof session>>;

/** A burst of what a user, an Excel in trouble and the pane itself do, in any order. */
function operations({ workbook, emulator, assistant, host }: Session, random: () => number) {
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!;
  const cell = (row: number, column: number) => ({ top: row, left: column, bottom: row, right: column });
  const anySheet = (): SheetModel => pick(workbook.sheets);
  const anyCell = () => cell(Math.floor(random() * 30), pick([2, 5, 8]));
  const visible = () => workbook.sheets.filter(({ visibility }) => visibility === "Visible");
  const name = (): string => `表${Math.floor(random() * 1e9).toString(36)}`;
  /** A column of figures pasted some rows too low or too high. */
  const shiftColumn = (sheet: SheetModel, column: number, by: number): void => {
    const values = Array.from({ length: 20 }, (_, row) => [sheet.cell(row + 8, column).value]);
    workbook.enter(sheet, { top: 8 + by, left: column, bottom: 27 + by, right: column }, values);
  };
  const user: readonly (() => unknown)[] = [
    () => workbook.enter(anySheet(), anyCell(), [[Math.round(random() * 1e4) / 100]]),
    () => workbook.enter(anySheet(), anyCell(), [[""]]),
    () => workbook.enter(anySheet(), anyCell(), [["合计,12.5,3"]]),
    () => workbook.enter(anySheet(), cell(2, 0), [[pick(["单位：元", "单位：万元", "金额单位：元"])]]),
    () => shiftColumn(anySheet(), pick([2, 3, 4, 5]), pick([-2, -1, 1, 3])),
    () => emulator.user.textToColumns(anySheet(), { top: 0, left: 2, bottom: 29, right: 2 }, ","),
    () => workbook.renameSheet(anySheet(), name()),
    () => workbook.moveSheet(anySheet(), Math.floor(random() * workbook.sheets.length)),
    () => visible().length > 2 && workbook.setVisibility(pick(visible()), pick(["Hidden", "VeryHidden"])),
    () => workbook.setVisibility(anySheet(), "Visible"),
    () => workbook.sheets.length < 12 && workbook.copySheet(anySheet(), name()),
    () => workbook.sheets.length < 12 && workbook.addSheet(name()),
    () => visible().length > 3 && workbook.deleteSheet(pick(visible())),
    () => (anySheet().isProtected = random() < 0.5),
    () => {
      const sheet = anySheet();
      const [format] = sheet.conditionalFormats;
      if (format) emulator.user.duplicateRule(sheet, format);
    },
    () => emulator.user.undoDeletions(),
  ];
  const trouble: readonly (() => unknown)[] = [
    () => (emulator.faults.isEditMode = random() < 0.5),
    () => emulator.faults.failRequest(1 + Math.floor(random() * 3), pick(CODES)),
    () => emulator.faults.failAction(1 + Math.floor(random() * 20), pick(CODES)),
  ];
  const pane: readonly (() => unknown)[] = [
    () => assistant.setVisible(random() < 0.5),
    () => assistant.look(),
    () => void assistant.check(),
    () => void assistant.highlight(),
    () => void assistant.clearHighlights(),
    () => host.putSheet({ name: "分析", rows: [[{ content: random() }]] }).catch(() => undefined),
    () => pass(random() * 60),
  ];
  const size = pick(SIZES);
  const kinds = size > SHORT ? [user, user, user, trouble, pane] : [user];
  return Array.from({ length: size }, () => () => pick(pick(kinds))());
}

/** The user turns back to the pane in an Excel without trouble, and answers what the pane tells. */
async function comeBack({ assistant, emulator }: Session): Promise<void> {
  emulator.faults.clear();
  assistant.setVisible(true);
  assistant.look();
  await pass(500);
  await settle();
  if (assistant.getState().trouble) await assistant.retry();
}

describe.each(BUILDS.map((build) => [build.name, build] as const))("a stress of Excel %s", (_, build) => {
  it.each([1, 2])("ends every burst with what a fresh check says (seed %i)", { timeout: 600_000 }, async (seed) => {
    const random = generator(seed);
    const excel = await session(build);
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    const told = (report: CheckReport | undefined): unknown =>
      report && plain([report.result, report.causes, [...report.toFill], [...report.judgedUnits], report.counts]);
    for (let burst = 0; burst < BURSTS; burst += 1) {
      for (const act of operations(excel, random)) await act();
      await comeBack(excel);
      const truth = await checkWorkbook(excel.host);
      await expect
        .poll(() => told(excel.assistant.getState().report), { timeout: 12_000, interval: 50 })
        .toEqual(told(truth));
      const state = excel.assistant.getState();
      expect(state.trouble, `burst ${String(burst)}`).toBeUndefined();
      expect(plain(state.report!.book.sheets)).toEqual(plain(truth.book.sheets));
    }
  });
});
