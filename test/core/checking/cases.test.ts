import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { a1 } from "../../../src/core/model/cell";
import type { CheckResult } from "../../../src/core/model/finding";
import { readBook } from "../../../src/core/reading/read-book";
import { RULES } from "../../../src/core/rules";
import { DISTORTIONS } from "../../support/distort";
import { CASE_NAMES, caseGrid, loadCase, type CaseName } from "../../support/cases";

const TABLE_RULES = RULES.filter((rule) => !/^(ZP|HZ)-/.test(rule.id));

function check(name: CaseName): CheckResult {
  return checkBook({ book: readBook(caseGrid(loadCase(name))), settings: DEFAULT_SETTINGS }, TABLE_RULES);
}
const said = (result: CheckResult): string[] =>
  result.findings.map((finding) => `${finding.severity} ${finding.rule} ${finding.cells.map(a1).join()}`);

describe("published final accounts", () => {
  it("2020: nothing to say about the tables", () => {
    expect(said(check("2020-zaozhuang"))).toEqual([]);
  });

  it("2021: four wrong 行次 of 公开04 as hints, nothing else", () => {
    const result = check("2021-luozhuang");
    expect(said(result)).toEqual(["hint F-06 B33", "hint F-06 B38", "hint F-06 E33", "hint F-06 E38"]);
    expect(result.findings.map((finding) => finding.expected)).toEqual(["27", "32", "59", "64"]);
  });

  it("2022: only 人员经费合计, with what it should be", () => {
    const result = check("2022-zibo");
    expect(said(result)).toEqual(["error Z06-02 C40"]);
    expect(result.findings[0]).toMatchObject({
      message: "人员经费合计比 301+303 少 0.02 万元（应为 4,863.86，现为 4,863.84）",
      expected: "4863.86",
      actual: "4863.84",
      difference: "-0.02",
    });
    expect(result.findings[0]?.related.map(a1)).toEqual(["C6", "C20"]);
  });

  it.each([
    ["2020-zaozhuang", 17],
    ["2021-luozhuang", 9],
    ["2022-zibo", 23],
  ] as const)("%s: %i differences of 0.01 to 0.03 are rounding, not findings", (name, count) => {
    const { rounding } = check(name);
    expect(rounding).toHaveLength(count);
    for (const finding of rounding) expect(Math.abs(Number(finding.difference))).toBeLessThanOrEqual(0.03);
  });

  const sameFigures = DISTORTIONS.filter(
    (item) => item.factor === undefined && !item.without?.some((rows) => rows.test("GZ")),
  );
  it.each(sameFigures.map((item) => [item.name, item] as const))("2022 in another layout: %s", (_, distortion) => {
    const book = readBook(distortion.apply(caseGrid(loadCase("2022-zibo"))));
    const { findings } = checkBook({ book, settings: DEFAULT_SETTINGS }, TABLE_RULES);
    const errors = findings.filter((finding) => finding.severity === "error");
    expect(errors.map((finding) => `${finding.rule} ${finding.difference ?? ""}`)).toEqual(["Z06-02 -0.02"]);
  });

  it.each(CASE_NAMES)("%s: every rule ran or says why not, none failed", (name) => {
    for (const row of check(name).coverage) {
      const counts = row.satisfied + row.withinRounding + row.violated + row.notEvaluated;
      expect(counts, row.rule).toBeGreaterThan(0);
      expect(row.notEvaluated > 0, row.rule).toBe(row.reasons.length > 0);
      expect(row.reasons.flatMap((reason) => reason.fault ?? [])).toEqual([]);
    }
  });
});
