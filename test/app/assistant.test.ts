import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Assistant } from "../../src/app/assistant";
import { checkWorkbook, recheckSheets } from "../../src/app/check-workbook";
import { HostError } from "../../src/host/errors";
import { caseGrid, loadCase } from "../support/cases";
import { MemoryHost } from "../support/memory-host";
import { at, report, sampleReport } from "../support/sample-report";

const Z06 = "公开06表 一般公共预算财政拨款基本支出决算明细表";

function published(): { host: MemoryHost; assistant: Assistant } {
  const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
  return { host, assistant: new Assistant({ host, check: checkWorkbook, recheck: recheckSheets }) };
}

const rules = (assistant: Assistant): readonly string[] =>
  assistant.getState().report?.result.findings.map(({ rule }) => rule) ?? [];

describe("a check", () => {
  it("goes through reading to checked, with what is being read", async () => {
    const { assistant } = published();
    const phases: string[] = [];
    const read: string[] = [];
    assistant.subscribe(() => {
      const { phase, progress } = assistant.getState();
      if (phases.at(-1) !== phase) phases.push(phase);
      if (progress?.what !== undefined) read.push(progress.what);
    });
    await assistant.check();
    expect(phases).toEqual(["reading", "checked"]);
    expect(read).toContain(Z06);
    expect(rules(assistant)).toContain("Z06-02");
  });

  it("is joined by a second call while it runs", async () => {
    const { host, assistant } = published();
    await Promise.all([assistant.check(), assistant.check()]);
    expect(host.reads).toBe(1);
  });

  it("that fails keeps the last report, and says what went wrong", async () => {
    const { host, assistant } = published();
    await assistant.check();
    host.fail("read", "busy");
    await assistant.check();
    expect(assistant.getState()).toMatchObject({
      phase: "error",
      trouble: { during: "check", error: { code: "busy" } },
    });
    expect(rules(assistant)).toContain("Z06-02");
    host.fail("read", undefined);
    await assistant.check();
    expect(assistant.getState()).toMatchObject({ phase: "checked", trouble: undefined });
  });

  it("renews the marks that stand in the workbook", async () => {
    const reports = [sampleReport(), report({})];
    const host = new MemoryHost({ sheets: [] });
    const assistant = new Assistant({ host, check: () => Promise.resolve(reports.shift() ?? report({})) });
    await assistant.check();
    await assistant.highlight();
    expect(host.highlights).not.toEqual([]);
    await assistant.check();
    expect(host.highlights).toEqual([]);
  });
});

describe("live checking", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  async function live(): Promise<ReturnType<typeof published>> {
    const session = published();
    const started = session.assistant.setLive(true);
    await vi.runAllTimersAsync();
    await started;
    return session;
  }

  it("checks when switched on, then reads only the changed sheet, once for a burst", async () => {
    const { host, assistant } = await live();
    expect(host.reads).toBe(1);
    host.edit(at(Z06, "C40"), 4863);
    host.edit(at(Z06, "C40"), 4863.86);
    await vi.runAllTimersAsync();
    expect(host.reads).toBe(2);
    expect(host.lastRead).toEqual([Z06]);
    expect(rules(assistant)).not.toContain("Z06-02");
  });

  it("rests while the pane is hidden and catches up when it is shown", async () => {
    const { host, assistant } = await live();
    assistant.setVisible(false);
    host.edit(at(Z06, "C40"), 4863.86);
    await vi.runAllTimersAsync();
    expect(host.reads).toBe(1);
    assistant.setVisible(true);
    await vi.runAllTimersAsync();
    expect(host.reads).toBe(2);
    expect(rules(assistant)).not.toContain("Z06-02");
  });

  it("stops when switched off", async () => {
    const { host, assistant } = await live();
    await assistant.setLive(false);
    expect(assistant.getState().isStale).toBe(false);
    host.edit(at(Z06, "C40"), 4863.86);
    await vi.runAllTimersAsync();
    expect(host.listeners).toBe(0);
    expect(host.reads).toBe(1);
    expect(assistant.getState().isStale).toBe(true);
  });

  const checked = async (assistant: Assistant): Promise<void> => {
    const check = assistant.check();
    await vi.runAllTimersAsync();
    await check;
  };

  it("is not needed to say that cells changed since the check, until the next one", async () => {
    const { host, assistant } = published();
    await checked(assistant);
    expect(assistant.getState().isStale).toBe(false);
    host.edit(at(Z06, "C40"), 4863.86);
    expect(assistant.getState().isStale).toBe(true);
    await vi.runAllTimersAsync();
    expect(host.reads).toBe(1);
    await checked(assistant);
    expect(assistant.getState().isStale).toBe(false);
    host.edit(at(Z06, "C40"), 4863.84);
    expect(assistant.getState().isStale).toBe(true);
  });

  it("lets a host that cannot tell of edits be checked all the same", async () => {
    const { host, assistant } = published();
    host.fail("onEdit", "notSupported");
    await checked(assistant);
    await vi.runAllTimersAsync();
    expect(assistant.getState()).toMatchObject({ phase: "checked", trouble: undefined, isStale: false });
  });

  it("is off again where the host cannot tell of edits", async () => {
    const { host, assistant } = published();
    host.fail("onEdit", "notSupported");
    await assistant.setLive(true);
    expect(assistant.getState()).toMatchObject({ live: false, trouble: { during: "live" } });
  });

  it("reads the whole workbook where a changed sheet is gone", async () => {
    const host = new MemoryHost(caseGrid(loadCase("2022-zibo")));
    const recheck = vi.fn(() => Promise.reject(new HostError("sheetMissing", { sheet: Z06 })));
    const assistant = new Assistant({ host, check: checkWorkbook, recheck });
    const started = assistant.setLive(true);
    await vi.runAllTimersAsync();
    await started;
    host.edit(at(Z06, "C40"), 4863.86);
    await vi.runAllTimersAsync();
    expect(recheck).toHaveBeenCalledOnce();
    expect(host.lastRead).toBeUndefined();
    expect(host.reads).toBe(2);
    expect(assistant.getState().trouble).toBeUndefined();
  });

  it("says what went wrong in a re-check and keeps the report", async () => {
    const { host, assistant } = await live();
    host.fail("read", "editing");
    host.edit(at(Z06, "C40"), 4863.86);
    await vi.runAllTimersAsync();
    expect(assistant.getState()).toMatchObject({ phase: "checked", trouble: { during: "live" } });
    expect(rules(assistant)).toContain("Z06-02");
  });
});
