import { describe, expect, it } from "vitest";
import { looseRows, movedFormula, shiftedFormula } from "../../../src/core/model/row-shift";

describe("formulas while rows move", () => {
  const put = { sheet: "甲", row: 8, count: 1 };
  it.each([
    ["=SUM(C8:C10)", "=SUM(C8:C11)"],
    ["=C8+C9-$D$9", "=C8+C10-$D$10"],
    ["=SUM(C3:C8)", "=SUM(C3:C8)"],
    ["='甲'!B20&\"C20\"", "='甲'!B21&\"C20\""],
    ["=乙!B20+LOG10(C20)", "=乙!B20+LOG10(C21)"],
    ["=SUMPRODUCT(OFFSET(A7,1,0):A$30)", "=SUMPRODUCT(OFFSET(A7,1,0):A$31)"],
  ])("%s once a row is put in before the ninth", (formula, after) => {
    expect(shiftedFormula(formula, "甲", put)).toBe(after);
  });

  it("follows rows that are taken out, and says which are gone", () => {
    const out = { sheet: "甲", row: 8, count: -1 };
    expect(shiftedFormula("=SUM(C8:C11)+C9", "甲", out)).toBe("=SUM(C8:C10)+#REF!");
    expect(shiftedFormula("=SUM(C9:C9)", "甲", out)).toBe("=#REF!".replace("=", "=SUM(") + ")");
    expect(shiftedFormula("=SUM(C5:C9)", "甲", out)).toBe("=SUM(C5:C8)");
    expect(shiftedFormula("=甲!C12", "乙", out)).toBe("=甲!C11");
  });

  it("moves what is not fixed, on its own sheet", () => {
    expect(movedFormula("=SUM(D9:F9)+A$1+乙!B2", 2)).toBe("=SUM(D11:F11)+A$1+乙!B2");
    expect(looseRows("=SUM(D9:F9)+A$1+乙!B2")).toEqual([8, 8]);
  });
});
