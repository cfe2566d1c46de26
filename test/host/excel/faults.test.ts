import { afterEach, describe, expect, it } from "vitest";
import { HostError } from "../../../src/host/errors";
import type { CellWrite, WorkbookHost } from "../../../src/host/port";
import { closeExcel, openInExcel, settle, type ExcelSession } from "../../support/excel-session";
import type { BuildSheet } from "../../support/xlsx-builder";

afterEach(closeExcel);

const SHEETS: readonly BuildSheet[] = [
  {
    name: "甲",
    top: 0,
    left: 0,
    values: [
      ["合计", 3, 7],
      ["项", 1, 8],
      ["项", 2, 9],
    ],
    formulas: [[null, "=B2+B3"]],
  },
  {
    name: "乙",
    top: 0,
    left: 0,
    values: [["x", 1]],
    conditionalFormats: [{ range: "B1", formula: "B1>0", fill: "00FF00" }],
  },
];

const at = (sheet: string, row: number, column: number) => ({ sheet, row, column });
const WRITES: readonly CellWrite[] = [
  { cell: at("甲", 0, 1), content: 5, isFormula: false, numberFormat: "0.00" },
  { cell: at("甲", 2, 2), content: "=B2*2", isFormula: true },
  { cell: at("乙", 0, 1), content: null, isFormula: false },
];

const OPERATIONS: Readonly<Record<string, (host: WorkbookHost) => Promise<unknown>>> = {
  read: (host) => host.read(),
  readSheet: (host) => host.read({ sheets: ["甲"] }),
  readCells: (host) => host.readCells([at("甲", 0, 1), at("乙", 0, 0)]),
  write: (host) => host.write(WRITES),
  highlight: (host) =>
    host.highlight([
      { cell: at("甲", 0, 1), severity: "error", role: "suspect" },
      { cell: at("乙", 0, 1), severity: "hint", role: "finding" },
    ]),
  clearHighlights: (host) => host.clearHighlights(),
  select: (host) => host.select(at("乙", 0, 1)),
  loadState: (host) => host.loadState(),
  saveState: (host) => host.saveState("{}"),
  putSheet: (host) =>
    host.putSheet({ name: "分析", rows: [[{ content: "题", bold: true }, { content: 1 }]], widths: [9] }),
  onEdit: (host) => host.onEdit(() => undefined),
  onActivate: (host) => host.onActivate(() => undefined),
};

const CODES = {
  InvalidOperationInCellEditMode: "editing",
  AccessDenied: "protected",
  ServiceNotAvailable: "busy",
  ConnectionFailure: "closed",
  ApiNotFound: "notSupported",
  MemoryLimitReached: "tooLarge",
  SomethingNew: "unknown",
} as const;

async function failureOf(work: Promise<unknown>): Promise<unknown> {
  return await work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

/** What the user has: everything but our highlights, which may be half put on when Excel fails. */
async function usersWorkbook({ host, fingerprint }: ExcelSession): Promise<string> {
  await host.clearHighlights();
  return fingerprint();
}

describe("when a request fails", () => {
  it.each(Object.entries(OPERATIONS))(
    "%s ends in a HostError of the right code, each request in turn",
    async (_, run) => {
      const rehearsal = await openInExcel(SHEETS);
      await rehearsal.host.read();
      const requests = await rehearsal.tripsOf(() => run(rehearsal.host));
      expect(requests).toBeGreaterThan(0);
      const { host, emulator, fingerprint } = await openInExcel(SHEETS);
      await host.read();
      const before = fingerprint();
      for (let nth = 1; nth <= requests; nth += 1) {
        for (const [officeCode, hostCode] of Object.entries(CODES)) {
          emulator.faults.failRequest(nth, officeCode);
          const error = await failureOf(run(host));
          // Reading tries once more, without merged areas, after a failure nobody can place.
          if (error === undefined && hostCode === "unknown") continue;
          expect(error, `${officeCode} at ${nth}`).toBeInstanceOf(HostError);
          expect(error).toMatchObject({ code: hostCode });
          expect(fingerprint()).toBe(before);
        }
      }
    },
  );
});

describe("when a single action fails", () => {
  it.each(Object.entries(OPERATIONS))("%s loses nothing, each action in turn", async (_, run) => {
    const rehearsal = await openInExcel(SHEETS);
    await run(rehearsal.host);
    const actions = rehearsal.emulator.traffic.filter((r) => !r.isHousekeeping).flatMap((record) => record.actions);
    expect(actions.length).toBeGreaterThan(0);
    const session = await openInExcel(SHEETS);
    const before = await usersWorkbook(session);
    for (let nth = 1; nth <= actions.length; nth += 1) {
      session.emulator.faults.failAction(nth, "SomethingNew");
      const error = await failureOf(run(session.host));
      session.emulator.faults.clear();
      if (error === undefined) break;
      expect(error, `action ${nth}`).toBeInstanceOf(HostError);
      expect(await usersWorkbook(session), `action ${nth}: ${actions[nth - 1] ?? ""}`).toBe(before);
    }
  });
});

describe("when Excel does not answer", () => {
  it.each(Object.entries(OPERATIONS))("%s says that Excel is busy", async (_, run) => {
    const { host, emulator } = await openInExcel(SHEETS, { timeoutMs: 100 });
    emulator.faults.swallowRequest(1);
    expect(await failureOf(run(host))).toMatchObject({ code: "busy" });
  });

  it("a write that Excel carries out too late is taken back in Excel's own order", async () => {
    const { host, emulator, runtime, fingerprint } = await openInExcel(SHEETS, { timeoutMs: 300 });
    const before = fingerprint();
    runtime.connection.pause(2);
    expect(await failureOf(host.write(WRITES))).toMatchObject({ code: "busy" });
    runtime.connection.resume();
    await settle();
    expect(fingerprint()).toBe(before);
    expect(emulator.roundTrips).toBe(3);
  });
});

describe("when a cell is being edited", () => {
  it("says so, and works again afterwards", async () => {
    const { host, emulator } = await openInExcel(SHEETS);
    emulator.faults.isEditMode = true;
    expect(await failureOf(host.read())).toMatchObject({ code: "editing" });
    emulator.faults.isEditMode = false;
    expect((await host.read()).sheets).toHaveLength(2);
  });
});

describe("when the workbook changes in between", () => {
  it("refuses a write whose cells changed since they were read, naming them", async () => {
    const { host, workbook } = await openInExcel(SHEETS);
    const cells = WRITES.map(({ cell }) => cell);
    const expected = await host.readCells(cells);
    workbook.enter(workbook.sheet("甲")!, { top: 2, left: 2, bottom: 2, right: 2 }, [["别人改的"]]);
    expect(await failureOf(host.write(WRITES, expected))).toMatchObject({
      code: "changed",
      detail: { sheet: "甲", cells: [at("甲", 2, 2)] },
    });
    expect((await host.readCells(cells)).map(({ content }) => content)).toEqual(["=B2+B3", "别人改的", 1]);
  });

  it.each([
    ["deleted", 2],
    ["deleted", 1],
  ] as const)("a sheet %s before request %d of a write is told, and nothing is written", async (_, nth) => {
    const { host, workbook, emulator } = await openInExcel(SHEETS);
    emulator.faults.beforeRequest(nth, () => workbook.deleteSheet(workbook.sheet("乙")!));
    expect(await failureOf(host.write(WRITES))).toMatchObject({ code: "sheetMissing" });
    expect((await host.readCells([at("甲", 0, 1)]))[0]).toMatchObject({ content: "=B2+B3", numberFormat: "General" });
  });

  it("a sheet protected before the write is told, and nothing is written", async () => {
    const { host, workbook, emulator } = await openInExcel(SHEETS);
    emulator.faults.beforeRequest(2, () => {
      workbook.sheet("乙")!.isProtected = true;
    });
    expect(await failureOf(host.write(WRITES))).toMatchObject({ code: "protected" });
    expect((await host.readCells([at("甲", 2, 2)]))[0]).toMatchObject({ content: 9 });
  });

  it.each(["write", "highlight", "saveState", "putSheet"])(
    "%s in a read-only workbook is told as that",
    async (name) => {
      const { host, workbook } = await openInExcel(SHEETS);
      workbook.isReadOnly = true;
      expect(await failureOf(OPERATIONS[name]!(host))).toMatchObject({ code: "readOnly" });
    },
  );

  it("reads what is left when a sheet is deleted while reading", async () => {
    const { host, workbook, emulator } = await openInExcel(SHEETS);
    emulator.faults.beforeRequest(2, () => workbook.deleteSheet(workbook.sheet("乙")!));
    expect((await host.read()).sheets.map(({ name }) => name)).toEqual(["甲"]);
  });

  it("highlights of a sheet deleted or renamed meanwhile are no trouble for removal", async () => {
    const { host, workbook } = await openInExcel(SHEETS);
    await OPERATIONS["highlight"]!(host);
    workbook.deleteSheet(workbook.sheet("乙")!);
    workbook.renameSheet(workbook.sheet("甲")!, "改名");
    workbook.copySheet(workbook.sheet("改名")!, "副本");
    expect(await host.clearHighlights()).toMatchObject({ cells: 2 });
    expect(await host.clearHighlights()).toMatchObject({ cells: 0 });
  });
});
