import { describe, expect, it } from "vitest";
import { amount } from "../../../src/core/model/amount";
import type { MoneyUnit } from "../../../src/core/model/quantity";
import { decimalsOf, isRounded, precisionOf, printsManyDecimals, type Shown } from "../../../src/core/units/precision";

const shown = (texts: readonly string[]): readonly Shown[] =>
  texts.map((text) => ({ value: amount(text), decimals: text.split(".")[1]?.length ?? 0 }));
const half = (unit: MoneyUnit, ...texts: readonly string[]) => precisionOf(shown(texts), unit).half.toString();

describe("precision of a sheet", () => {
  it.each([
    ["万元", ["12", "7", "5", "3", "1"], "0.5"],
    ["万元", ["12", "7", "5", "3", "0", "0", "0"], "0.005"],
    ["万元", ["12", "7", "5", "3", "1.5"], "0.05"],
    ["万元", ["12", "7.1", "5", "3.25", "1.5"], "0.005"],
    ["万元", ["12.00", "7.00", "5.00", "3.00", "1.00"], "0.005"],
    ["万元", [], "0.005"],
    ["元", ["1200", "700", "50000", "300", "100"], "50"],
    ["元", ["120000", "70000", "50000", "30000", "10000"], "5000"],
    ["元", ["1201", "700", "50000", "300", "100"], "0.5"],
    ["元", ["1200", "700", "50000", "300.25", "100"], "0"],
    ["元", ["1200", "700", "50000", "300"], "0"],
    ["元", ["-1200", "-700", "-50000", "-300", "-100"], "50"],
  ] as const)("in %s, %j → ± %s", (unit, texts, expected) => {
    expect(half(unit, ...texts)).toBe(expected);
  });

  it("says what told it, and nothing where it is the usual one", () => {
    expect(precisionOf(shown(["1", "2", "3", "4", "5"]), "万元").reason).toBe("金额都是整数");
    expect(precisionOf(shown(["1.23", "2", "3", "4", "5"]), "万元").reason).toBeUndefined();
  });
});

describe("decimals", () => {
  it("leaves out the noise of binary arithmetic", () => {
    expect([decimalsOf(amount("12.3400000001")), decimalsOf(amount("12.345678"))]).toEqual([2, 6]);
    expect([isRounded(amount("12.34")), isRounded(amount("12.3456")), isRounded(amount("0"))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it("sees a book's habit in most of its figures, zeros apart", () => {
    const book = (...texts: readonly string[]) => printsManyDecimals(texts.map((text) => ({ value: amount(text) })));
    expect(book("1.234567", "2.345678", "3.45", "0", "0")).toBe(true);
    expect(book("1.234567", "3.45")).toBe(false);
    expect(book()).toBe(false);
  });
});
