import { describe, expect, expectTypeOf, it } from "vitest";
import { money, shareOf, type Money, type Points, type Ratio } from "../../../src/core/model/quantity";
import { conversion, convert, isPrintedUnit, multiplier } from "../../../src/core/units/money";
import { asPrinted, fromPrinted, moneyPrinting } from "../../../src/core/units/printing";

describe("money units", () => {
  it.each([
    ["1.5", "万元", "元", "15000"],
    ["15000", "元", "万元", "1.5"],
    ["0.0001", "万元", "元", "1"],
    ["3", "亿元", "万元", "30000"],
    ["7", "千元", "元", "7000"],
    ["12.34", "万元", "万元", "12.34"],
  ] as const)("%s %s in %s", (value, from, to, expected) => {
    expect(convert(money(value), from, to).toString()).toBe(expected);
  });

  it("undoes every conversion exactly", () => {
    for (const unit of ["亿元", "百万元", "万元", "千元"] as const)
      expect(conversion(unit, "元").times(conversion("元", unit)).toNumber()).toBe(1);
  });

  it("knows unit words and multipliers", () => {
    expect(isPrintedUnit("百万元")).toBe(true);
    expect(isPrintedUnit("toString")).toBe(false);
    expect([multiplier("万").toNumber(), multiplier("亿").toNumber()]).toEqual([10_000, 100_000_000]);
  });

  it("puts figures of a sheet in another unit into the workbook's and back", () => {
    const printing = moneyPrinting("元", "万元");
    expect(fromPrinted(money("35271800"), printing.scale).toString()).toBe("3527.18");
    expect(asPrinted(money("3527.18"), { printing }).toString()).toBe("35271800");
  });
});

describe("kinds of quantities", () => {
  it("keeps money, points and ratios apart", () => {
    expectTypeOf<Money>().not.toExtend<Points>();
    expectTypeOf<Points>().not.toExtend<Ratio>();
    expectTypeOf<Money["plus"]>().parameter(0).toEqualTypeOf<Money>();
    expectTypeOf(convert).parameter(0).toEqualTypeOf<Money>();
    const share = shareOf(money(1), money(4));
    expectTypeOf(share).toEqualTypeOf<Ratio | undefined>();
    expect(share?.toNumber()).toBe(0.25);
    expect(shareOf(money(1), money(0))).toBeUndefined();
    // @ts-expect-error money and points do not add up
    const mixed = (a: Money, b: Points) => a.plus(b);
    expect(mixed).toBeInstanceOf(Function);
  });
});
