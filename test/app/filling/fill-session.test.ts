import { afterEach, describe, expect, it } from "vitest";
import type { CheckReport } from "../../../src/app/check-report";
import { checkWorkbook } from "../../../src/app/check-workbook";
import { FillSession } from "../../../src/app/filling/fill-session";
import { planReport } from "../../../src/app/filling/plan-report";
import { writeStructureSheet } from "../../../src/app/filling/structure-sheet";
import { planSuspects } from "../../../src/core/filling/plan-suspects";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import type { WorkbookHost } from "../../../src/host/port";
import { closeExcel, openInExcel } from "../../support/excel-session";
import { CASE_NAMES, caseGrid, loadCase } from "../../support/cases";
import { changedGrid, generator } from "../../support/changes";
import { caseWith, cellAt, derivableFigures } from "../../support/filling";
import { MemoryHost } from "../../support/memory-host";

const Z01 = "公开01表 收入支出决算总表";
const Z02 = "公开02表 收入决算表";
const Z06 = "公开06表 一般公共预算财政拨款基本支出决算明细表";
const FORM = "自评表-1";

afterEach(closeExcel);

/** A fill session on a host that re-checks itself, opened and planned. */
async function open(host: WorkbookHost): Promise<{ session: FillSession; report: () => CheckReport }> {
  let report = await checkWorkbook(host);
  const session = new FillSession({
    host,
    plan: (checked) => Promise.resolve(planReport(checked)),
    analyse: writeStructureSheet,
    recheck: async () => {
      report = await checkWorkbook(host);
      await session.follow(report);
    },
  });
  await session.follow(report);
  await session.open();
  return { session, report: () => report };
}

const BLANKED = caseWith({
  [`${Z02}!C7`]: null,
  [`${Z02}!C8`]: null,
  [`${Z06}!C6`]: null,
  [`${Z01}!C37`]: null,
  [`${FORM}!G6`]: null,
  [`${FORM}!H21`]: null,
  [`${FORM}!H13`]: 15,
});
const ids = (session: FillSession): readonly string[] => session.getState().plan?.writes.map(({ id }) => id) ?? [];

describe("FillSession", () => {
  it("plans only once it is opened, and for every report from then on", async () => {
    const host = new MemoryHost(BLANKED);
    let planned = 0;
    const session = new FillSession({
      host,
      plan: (report) => {
        planned += 1;
        return Promise.resolve(planReport(report));
      },
      analyse: writeStructureSheet,
      recheck: () => Promise.resolve(),
    });
    await session.follow(await checkWorkbook(host));
    expect(planned).toBe(0);
    await session.open();
    await session.follow(await checkWorkbook(host));
    expect(planned).toBe(2);
  });

  it("ticks blanks and nothing else", async () => {
    const { session } = await open(new MemoryHost(caseWith({ [`${Z02}!C7`]: null, [`${Z02}!C9`]: 9646.96 })));
    const { plan, selected } = session.getState();
    expect(plan?.writes.filter((w) => !w.isBlank).map((w) => w.id)).toEqual([`${Z02}!C9`, `${FORM}!H13`]);
    expect([...selected]).toEqual([`${Z02}!C7`]);
  });

  it("ticks along what a cell needs, and unticks what needs it", async () => {
    const { session } = await open(new MemoryHost(caseWith({ [`${Z06}!C6`]: null, [`${Z06}!C40`]: null })));
    const [section, total] = [`${Z06}!C6`, `${Z06}!C40`];
    session.select([section], false);
    expect([...session.getState().selected]).toEqual([]);
    session.select([total], true);
    expect([...session.getState().selected].sort()).toEqual([total, section].sort());
  });

  it.each(["formulas", "values"] as const)(
    "fills with %s, plans nothing afterwards, and takes it back exactly",
    async (mode) => {
      const excel = await openInExcel(BLANKED.sheets);
      const before = excel.fingerprint();
      const { session } = await open(excel.host);
      expect(ids(session)).toHaveLength(6);
      session.useMode(mode);
      await session.apply();
      expect(session.getState().trouble).toBeUndefined();
      expect(session.getState().notice).toEqual({ kind: "filled", count: 6 });
      expect(session.getState().plan?.writes).toEqual([]);
      const [state] = await excel.host.readCells([cellAt(`${Z02}!C7`)]);
      expect(state?.isFormula).toBe(mode === "formulas");
      const grid = await excel.host.read({ sheets: [Z02, FORM, Z06] });
      const shown = (place: string): unknown => {
        const { sheet, row, column } = cellAt(place);
        const found = grid.sheets.find((s) => s.name === sheet)!;
        return found.values[row - found.top]?.[column - found.left];
      };
      expect([shown(`${Z02}!C7`), shown(`${Z06}!C6`), shown(`${FORM}!H21`)]).toEqual([10839.03, 4355.6, 100]);
      await session.undo();
      expect(session.getState().notice).toEqual({ kind: "undone", count: 6 });
      expect(excel.fingerprint()).toBe(before);
      expect(session.getState().undoable).toBe(0);
      expect(ids(session)).toHaveLength(6);
    },
  );

  it("writes nothing where a cell or what it rests on was edited since the check", async () => {
    for (const pick of ["target", "source"] as const) {
      const host = new MemoryHost(BLANKED);
      const { session } = await open(host);
      const write = session.getState().plan?.writes.find((w) => w.id === `${Z02}!C7`);
      const edited = pick === "target" ? write!.cell : write!.sources[0]!;
      host.edit(edited, 1);
      await session.apply();
      expect(session.getState().trouble).toMatchObject({
        during: "fill",
        error: { code: "changed", detail: { cells: [edited] } },
      });
      expect((await host.readCells([cellAt(`${Z06}!C6`)]))[0]?.content).toBeNull();
    }
  });

  it("refuses to take back what was edited since, naming the cells, and changes nothing", async () => {
    const host = new MemoryHost(BLANKED);
    const { session } = await open(host);
    session.useMode("values");
    await session.apply();
    host.edit(cellAt(`${Z06}!C6`), 5);
    await session.undo();
    expect(session.getState().trouble).toMatchObject({
      during: "undo",
      error: { code: "changed", detail: { cells: [cellAt(`${Z06}!C6`)] } },
    });
    expect(session.getState().undoable).toBe(6);
    expect((await host.readCells([cellAt(`${Z02}!C7`)]))[0]?.content).not.toBeNull();
  });

  it("tells of a protected sheet and keeps the ticks", async () => {
    const host = new MemoryHost(BLANKED);
    const { session } = await open(host);
    host.fail("write", "protected", { sheet: Z02 });
    await session.apply();
    const { trouble, selected, undoable, busy } = session.getState();
    expect(trouble).toMatchObject({ during: "fill", error: { code: "protected" } });
    expect([selected.size, undoable, busy]).toEqual([6, 0, undefined]);
  });

  it("writes a suggested value as a value, to be taken back like any fill", async () => {
    const excel = await openInExcel(caseWith({ [`${Z02}!D13`]: 5525.44 }).sheets);
    const before = excel.fingerprint();
    const { session, report } = await open(excel.host);
    const cause = report().causes.find((c) => c.explanations.length === 1)!;
    const finding = report().result.findings.find((f) => f.id === cause.findings[0])!;
    const writes = planSuspects(report().book, cause.explanations[0]!, finding);
    expect(writes).toMatchObject([{ id: `${Z02}!D13`, present: "5525.44", content: 5552.44, isBlank: false }]);
    const errors = report().counts.errors;
    await session.write(writes, "values");
    expect(report().counts.errors).toBeLessThan(errors);
    await session.undo();
    expect(excel.fingerprint()).toBe(before);
  });
});

describe.each(CASE_NAMES)("formulas filled into %s", (name) => {
  it(
    "yield the planned figures when they are worked out, and all is taken back exactly",
    { timeout: 60_000 },
    async () => {
      const whole = caseGrid(loadCase(name));
      const random = generator(7);
      const blanked = derivableFigures(whole).filter(() => random() < 0.15);
      const grid = changedGrid(
        whole,
        blanked.map(({ cell }) => ({ cell, content: null })),
      );
      const excel = await openInExcel(grid.sheets);
      const before = excel.fingerprint();
      const { session } = await open(excel.host);
      const writes = session.getState().plan?.writes.filter((w) => w.isBlank) ?? [];
      expect(writes.length).toBeGreaterThan(blanked.length / 2);
      await session.apply();
      expect(session.getState().trouble).toBeUndefined();
      const filled = await excel.host.read();
      for (const { id, cell, content, formula } of writes) {
        const sheet = filled.sheets.find((s) => s.name === cell.sheet)!;
        expect(sheet.formulas?.[cell.row - sheet.top]?.[cell.column - sheet.left] ?? undefined, id).toBe(formula);
        expect(sheet.values[cell.row - sheet.top]?.[cell.column - sheet.left], id).toBe(content);
      }
      expect(session.getState().plan?.writes.filter((w) => w.isBlank)).toEqual([]);
      await session.undo();
      expect(excel.fingerprint()).toBe(before);
    },
  );
});

describe("the sheet 结构分析", () => {
  const place = (grid: WorkbookGrid, label: string): readonly unknown[] =>
    grid.sheets.find((s) => s.name === "结构分析")?.values.find((row) => row.includes(label)) ?? [];

  it.each(["formulas", "values"] as const)("states shares and amounts as %s", async (mode) => {
    const excel = await openInExcel(caseWith({}).sheets);
    const { session } = await open(excel.host);
    session.useMode(mode);
    await session.analyse();
    expect(session.getState().trouble).toBeUndefined();
    expect(session.getState().notice).toMatchObject({ kind: "analysed" });
    const grid = await excel.host.read({ sheets: ["结构分析"] });
    const basic = place(grid, "基本支出");
    expect([basic[3], basic[4]]).toEqual([5328.87, 0.4916]);
    const formulas = grid.sheets[0]?.formulas?.flat().filter((f) => typeof f === "string" && f !== "") ?? [];
    if (mode === "formulas") expect(formulas.length).toBeGreaterThan(40);
    else expect(formulas).toEqual([]);
    // Made again it is replaced; a re-check is not disturbed by it.
    await session.analyse();
    expect(session.getState().trouble).toBeUndefined();
    expect((await checkWorkbook(excel.host)).counts).toEqual(
      (await checkWorkbook(new MemoryHost(caseWith({})))).counts,
    );
  });

  it("never replaces a sheet of the user", async () => {
    const grid = caseWith({});
    const sheets = [...grid.sheets, { name: "结构分析", top: 0, left: 0, values: [["我的"]] }];
    const excel = await openInExcel(sheets);
    const { session } = await open(excel.host);
    await session.analyse();
    expect(session.getState().trouble).toMatchObject({ during: "analyse", error: { code: "sheetExists" } });
  });
});
