import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { amount, sum } from "../../../src/core/model/amount";
import { ExactSum, unitsOf } from "../../../src/core/model/exact-sum";

describe("unitsOf", () => {
  it.each([
    ["0", 0],
    ["0.86", 8_600_000],
    ["0.0000001", 1],
    ["-3.5", -35_000_000],
    ["10839.03", 108_390_300_000],
    ["9999999", 99_999_990_000_000],
    ["10000000", 100_000_000_000_000],
    ["12345678.9", 123_456_789_000_000],
    ["899999999.1234567", 8_999_999_991_234_567],
  ])("%s in ten-millionths", (text, units) => {
    expect(unitsOf(amount(text))).toBe(units);
  });

  it.each(["0.00000012", "1.12345678", "910000000", "1e20", "0.1e-20"])("leaves %s to the decimals", (text) => {
    expect(unitsOf(amount(text))).toBeUndefined();
  });
});

describe("ExactSum", () => {
  it("equals the sum of decimals for figures of any size and any number of decimals", () => {
    const figure = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
      .map(([digits, decimals]) => amount(`${digits}e-${decimals}`));
    fc.assert(
      fc.property(fc.array(fc.tuple(figure, fc.constantFrom<1 | -1>(1, -1))), (addends) => {
        const total = new ExactSum();
        for (const [value, sign] of addends) total.add(value, sign);
        expect(total.toAmount().eq(sum(addends.map(([value, sign]) => value.times(sign))))).toBe(true);
        expect(total.isEmpty).toBe(addends.every(([value]) => value.isZero()));
      }),
    );
  });

  it("stays exact where the units together would leave the safe integers", () => {
    const total = new ExactSum();
    for (let times = 0; times < 20; times += 1) total.add(amount("899999999.1234567"));
    expect(total.toAmount().toFixed()).toBe("17999999982.469134");
  });
});
