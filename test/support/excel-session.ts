import { vi } from "vitest";
import type { ExcelBuild } from "../../src/emulator/builds";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import type { HostOptions } from "../../src/emulator/bridge";
import { createExcelHost } from "../../src/host/excel/excel-host";
import type { WorkbookHost } from "../../src/host/port";
import { emulatedContents } from "./emulated-workbook";
import { loadOfficeRuntime, type LoadedRuntime } from "./office-runtime";
import type { BuildSheet } from "./xlsx-builder";

/** The Excel adapter on Microsoft's runtime, with a workbook open in the emulator. */
export interface ExcelSession {
  readonly host: WorkbookHost;
  readonly workbook: WorkbookModel;
  readonly emulator: ExcelEmulator;
  readonly runtime: LoadedRuntime;
  /** Contents and all formatting as text: equal texts, equal workbooks. */
  readonly fingerprint: () => string;
  /** Round trips that the work took. */
  readonly tripsOf: (work: () => Promise<unknown>) => Promise<number>;
}

let current: LoadedRuntime | undefined;

/** Opens a workbook in Excel; call `closeExcel` after each test. */
export async function openInExcel(
  sheets: readonly BuildSheet[],
  options: HostOptions & { readonly timeoutMs?: number; readonly build?: ExcelBuild } = {},
): Promise<ExcelSession> {
  closeExcel();
  const workbook = new WorkbookModel(emulatedContents(sheets));
  const emulator = new ExcelEmulator(workbook, options.build);
  const runtime = await loadOfficeRuntime(emulator, options);
  current = runtime;
  return {
    host: createExcelHost({ timeoutMs: options.timeoutMs ?? 30_000 }),
    workbook,
    emulator,
    runtime,
    fingerprint: () => JSON.stringify(workbook.contents()),
    tripsOf: async (work) => {
      const before = emulator.roundTrips;
      await work();
      return emulator.roundTrips - before;
    },
  };
}

export function closeExcel(): void {
  current?.unload();
  current = undefined;
}

/** Lets messages that are under way arrive. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}

/** Makes waiting cheap until `vi.useRealTimers`: the clock runs by itself, and `pass` turns it on. */
export function ownClock(): void {
  const toFake = ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "Date"] as const;
  vi.useFakeTimers({ toFake: [...toFake], shouldAdvanceTime: true, advanceTimeDelta: 1 });
}

/** Lets milliseconds pass on a clock of one's own, with all that falls due meanwhile. */
export async function pass(milliseconds: number): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
