import { describe, expect, it } from "vitest";
import { writeOut } from "../../src/app/arithmetic";
import type { Identity } from "../../src/core/model/rule";
import { at, PERSONNEL, SHEETS, term } from "../support/sample-report";

const sheet = SHEETS.Z03;

describe("writeOut", () => {
  it("gives parts, expected, stated and the signed difference with the tolerance", () => {
    const sum = writeOut(PERSONNEL);
    expect(sum.parts.map(({ label }) => label)).toEqual(["301 工资福利支出", "303 对个人和家庭的补助"]);
    expect([sum.expected, sum.actual, sum.difference, sum.tolerance].map(String)).toEqual([
      "4863.86",
      "4863.84",
      "-0.02",
      "0.015",
    ]);
  });

  it("subtracts parts with a minus sign", () => {
    const identity: Identity = {
      ...PERSONNEL,
      left: [term("年末结转", sheet, "H8", "2")],
      right: [term("年初结转", sheet, "C8", "5"), term("支出", sheet, "E8", "3.5", -1)],
    };
    expect(String(writeOut(identity).expected)).toBe("1.5");
    expect(String(writeOut(identity).difference)).toBe("0.5");
  });

  const parts = (values: readonly string[]): Identity => ({
    ...PERSONNEL,
    right: values.map((value, n) => term(String(n), sheet, `D${String(n + 1)}`, value)),
  });

  it.each([
    ["few parts are all written", ["1", "0", "0", "2"], [], 4, 0],
    ["many parts leave the zeros out", ["1", "0", "0", "2", "0"], [], 2, 3],
    ["a suspect zero stays", ["1", "0", "0", "2", "0"], [at(sheet, "D2")], 3, 2],
    ["nothing but zeros is written in full", ["0", "0", "0", "0", "0"], [], 5, 0],
  ] as const)("%s", (_, values, suspects, written, omitted) => {
    const sum = writeOut(parts(values), suspects);
    expect(sum.parts).toHaveLength(written);
    expect(sum.omittedZeros).toBe(omitted);
  });
});
