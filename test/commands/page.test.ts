import { afterEach, describe, expect, it } from "vitest";
import { serve } from "../../src/commands/serve";
import { BUILDS, LTSC_2021, withBehaviours, type ExcelBuild } from "../../src/emulator/builds";
import { CommandHost } from "../../src/emulator/command-host";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { highlightMarkOf } from "../../src/host/highlight-style";
import { caseGrid, loadCase } from "../support/cases";
import { loadOfficeRuntime, type LoadedRuntime } from "../support/office-runtime";

let runtime: LoadedRuntime | undefined;

afterEach(() => {
  runtime?.unload();
  runtime = undefined;
});

/** 公开06表 and 三公 of a published case with an error. */
const SHEETS = caseGrid(loadCase("2022-zibo")).sheets.slice(4, 9);

async function commandPage(build: ExcelBuild, sheets = SHEETS) {
  const workbook = WorkbookModel.fromGrid({ sheets });
  const emulator = new ExcelEmulator(workbook, build);
  const commands = new CommandHost(build.behaviours);
  runtime = await loadOfficeRuntime(emulator, { page: "commands.html", commands });
  serve(runtime.window);
  await new Promise((resolve) => setTimeout(resolve, 20));
  const press = async (): Promise<void> => {
    expect(commands.press("checkNow")).toBe(true);
    await expect.poll(() => commands.log.order.at(-1), { timeout: 20_000 }).toBe("completed");
  };
  return { workbook, emulator, press, log: commands.log };
}

/** What a window shows whose address was opened. */
async function shownAt(address: string): Promise<string> {
  runtime?.unload();
  const { pathname, hash, search } = new URL(address);
  expect(search).toBe("");
  const emulator = new ExcelEmulator(WorkbookModel.fromGrid({ sheets: SHEETS }));
  runtime = await loadOfficeRuntime(emulator, { page: pathname.slice(1) + hash });
  serve(runtime.window);
  return runtime.window.document.body.textContent;
}

describe.each(BUILDS.map((build) => [build.name, build] as const))("立即检查 in %s", (_, build) => {
  it("marks, shows the verdict in a window, and only then ends its page", { timeout: 30_000 }, async () => {
    const { workbook, press, log } = await commandPage(build);
    await press();
    expect(log.order).toEqual(["dialog", "completed"]);
    const marks = workbook.sheets.flatMap(({ conditionalFormats }) =>
      conditionalFormats.filter(({ formula }) => highlightMarkOf(formula ?? "")),
    );
    expect(marks.length).toBeGreaterThan(0);
    expect(await shownAt(log.dialogs[0]!)).toMatch(/错误.*已在表中标出 \d+ 个单元格/s);
  });

  it.each([12007, 12009, 12011] as const)(
    "says it on a sheet where no window opens (%i)",
    async (dialogFailure) => {
      const { workbook, press, log } = await commandPage(withBehaviours(build, { dialogFailure }));
      await press();
      expect(log.order).toEqual(["completed"]);
      const sheet = workbook.sheet("检查结果")!;
      expect(workbook.activeSheetId).toBe(sheet.id);
      expect(String(sheet.cell(0, 0).value)).toContain("错误");
    },
    30_000,
  );
});

describe("立即检查 where neither a window nor a sheet is to be had", () => {
  it("opens the browser", { timeout: 30_000 }, async () => {
    const { workbook, press, log } = await commandPage(withBehaviours(LTSC_2021, { dialogFailure: 12007 }));
    workbook.isStructureProtected = true;
    await press();
    expect(log.order).toEqual(["browser", "completed"]);
    expect(await shownAt(log.browser[0]!)).toContain("错误");
  });

  it("tells of Excel's refusal to check in the same ways", { timeout: 30_000 }, async () => {
    const { emulator, press, log } = await commandPage(LTSC_2021);
    emulator.faults.isEditMode = true;
    await press();
    expect(await shownAt(log.dialogs[0]!)).toContain("有单元格正在编辑");
  });
});
