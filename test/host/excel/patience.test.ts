import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { HostError } from "../../../src/host/errors";
import { Patience } from "../../../src/host/excel/patience";

const LIMIT = 1_000;

describe("Patience", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Work that ends when told to, waited for; `outcome` is what came of it so far. */
  const waiting = () => {
    const patience = new Patience(LIMIT);
    let answer: (value: string) => void = () => undefined;
    let outcome: unknown;
    const work = new Promise<string>((resolve) => {
      answer = resolve;
    });
    patience.with(work).then(
      (value) => (outcome = value),
      (error: unknown) => (outcome = error),
    );
    return { patience, answer: (value: string) => answer(value), outcome: () => outcome };
  };

  it("gives the answer, and leaves no timer", async () => {
    const { answer, outcome } = waiting();
    answer("ja");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome()).toBe("ja");
    expect(vi.getTimerCount()).toBe(0);
  });

  it("ends after a silence as long as allowed, not before", async () => {
    const { outcome } = waiting();
    await vi.advanceTimersByTimeAsync(LIMIT - 1);
    expect(outcome()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(outcome()).toBeInstanceOf(HostError);
    expect(outcome()).toMatchObject({ code: "busy" });
  });

  it("starts again with every sign of life, however long the whole takes", async () => {
    const { patience, answer, outcome } = waiting();
    for (let n = 0; n < 10; n += 1) {
      await vi.advanceTimersByTimeAsync(LIMIT * 0.9);
      patience.renew();
    }
    answer("am Ende");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome()).toBe("am Ende");
  });

  it("does not count the time in which the pane itself was busy", async () => {
    const { answer, outcome } = waiting();
    // The clock is far on, but the event loop has turned once only.
    vi.setSystemTime(Date.now() + 10 * LIMIT);
    await vi.advanceTimersToNextTimerAsync();
    expect(outcome()).toBeUndefined();
    answer("spät");
    await vi.advanceTimersByTimeAsync(0);
    expect(outcome()).toBe("spät");
  });
});
