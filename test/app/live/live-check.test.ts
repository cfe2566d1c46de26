import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { LiveCheck, type RecheckOutcome, type Suspects } from "../../../src/app/live-check";
import type { EditEvent } from "../../../src/host/port";
import { MemoryHost } from "../../support/memory-host";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A live check whose re-checks end as given, one after the other, then well. */
async function following(...outcomes: readonly RecheckOutcome[]) {
  const host = new MemoryHost({ sheets: [] });
  const listeners = new Set<(event: EditEvent) => void>();
  host.onEdit = (listener) => {
    listeners.add(listener);
    return Promise.resolve(() => Promise.resolve(void listeners.delete(listener)));
  };
  const left = [...outcomes];
  const checks: { sheets: Suspects; isLastTry: boolean }[] = [];
  const live = new LiveCheck(host, (sheets, isLastTry) => {
    checks.push({ sheets, isLastTry });
    return Promise.resolve(left.shift() ?? "done");
  });
  await live.start();
  const tell = (...events: readonly EditEvent[]): void => {
    for (const event of events) for (const listener of listeners) listener(event);
  };
  const edit = (sheet: string): void => tell({ sheet, range: "A1" });
  return { live, checks, tell, edit, listeners, sheets: () => checks.map(({ sheets }) => sheets) };
}

describe("live checking", () => {
  it("joins a burst of edits on several sheets into one check", async () => {
    const { edit, sheets } = await following();
    for (const sheet of ["甲", "乙", "甲", "丙"]) {
      edit(sheet);
      await vi.advanceTimersByTimeAsync(300);
    }
    expect(sheets()).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sheets()).toEqual([["甲", "乙", "丙"]]);
  });

  it("has no timer while nothing happens", async () => {
    const { edit } = await following();
    expect(vi.getTimerCount()).toBe(0);
    edit("甲");
    await vi.runAllTimersAsync();
    expect(vi.getTimerCount()).toBe(0);
  });

  it("asks for the whole workbook where a sheet was added, deleted or renamed", async () => {
    const { edit, tell, sheets } = await following();
    edit("甲");
    tell({ sheet: "新" });
    await vi.runAllTimersAsync();
    expect(sheets()).toEqual(["all"]);
  });

  it("costs nothing while hidden, not even a timer, and catches up with everything at once", async () => {
    const { live, edit, sheets } = await following();
    edit("甲");
    live.setVisible(false);
    edit("乙");
    expect(vi.getTimerCount()).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sheets()).toEqual([]);
    live.setVisible(true);
    await vi.runAllTimersAsync();
    expect(sheets()).toEqual([["甲", "乙"]]);
  });

  it("tries again by itself while a cell is being edited, with nothing forgotten", async () => {
    const { edit, sheets } = await following("later", "later");
    edit("甲");
    await vi.advanceTimersByTimeAsync(500);
    expect(sheets()).toEqual([["甲"]]);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(sheets()).toEqual([["甲"], ["甲"]]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sheets()).toHaveLength(3);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sheets()).toHaveLength(3);
  });

  it("a new edit does not wait for the next try, and takes the earlier ones along", async () => {
    const { edit, sheets } = await following("later", "later", "later");
    edit("甲");
    await vi.advanceTimersByTimeAsync(3_500);
    expect(sheets()).toHaveLength(3);
    edit("乙");
    await vi.advanceTimersByTimeAsync(400);
    expect(sheets().at(-1)).toEqual(["甲", "乙"]);
  });

  it("gives up after half a minute, saying that it is the last try, and keeps the edits for the next one", async () => {
    const { edit, checks } = await following(...Array<RecheckOutcome>(6).fill("later"), "failed");
    edit("甲");
    await vi.advanceTimersByTimeAsync(600_000);
    expect(checks.map(({ isLastTry }) => isLastTry)).toEqual([false, false, false, false, false, false, true]);
    expect(vi.getTimerCount()).toBe(0);
    edit("乙");
    await vi.runAllTimersAsync();
    expect(checks.at(-1)).toEqual({ sheets: ["甲", "乙"], isLastTry: false });
  });

  it("forgets everything when switched off, also what comes back from a check under way", async () => {
    const { live, edit, listeners, sheets } = await following("later");
    edit("甲");
    await vi.advanceTimersByTimeAsync(400);
    await live.stop();
    await vi.runAllTimersAsync();
    expect(listeners.size).toBe(0);
    await live.start();
    edit("乙");
    await vi.runAllTimersAsync();
    expect(sheets()).toEqual([["甲"], ["乙"]]);
  });

  it("switched on and off quickly ends as was asked last", async () => {
    const { live, edit, listeners, sheets } = await following();
    await Promise.all([live.stop(), live.start(), live.start(), live.stop()]);
    expect(listeners.size).toBe(0);
    await Promise.all([live.start(), live.stop(), live.start()]);
    expect(listeners.size).toBe(1);
    edit("甲");
    await vi.runAllTimersAsync();
    expect(sheets()).toEqual([["甲"]]);
  });
});
