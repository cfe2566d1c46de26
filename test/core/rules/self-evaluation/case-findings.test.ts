import { describe, expect, it } from "vitest";
import { checkBook } from "../../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../../src/core/checking/settings";
import { a1 } from "../../../../src/core/model/cell";
import { readBook } from "../../../../src/core/reading/read-book";
import { caseGrid, loadCase, type CaseName } from "../../../support/cases";

/** Every finding of the self-evaluation rules on the published forms: rule, severity, sheet, cells. */
const FINDINGS: Readonly<Record<CaseName, readonly string[]>> = {
  "2020-zaozhuang": [
    "HZ-03 verify 公开03表 支出决算表 E7",
    "ZP-07 verify 自评表-11 H11",
    "ZP-08 error 自评表-1 H15",
    "ZP-09 error 自评表-1 I15",
    "ZP-09 error 自评表-11 I11",
  ],
  "2021-luozhuang": [
    "ZP-01 hint 自评表-1 D6",
    "ZP-01 hint 自评表-2 D6",
    "ZP-01 hint 自评表-2 F6",
    "ZP-01 hint 自评表-3 D6",
    "ZP-01 hint 自评表-3 F6",
    "ZP-09 error 自评表-2 I17",
    "ZP-14 verify 自评表-2 F16",
    "ZP-14 verify 自评表-3 F23,F24,F25",
  ],
  "2022-zibo": [
    "HZ-01 hint 项目支出绩效自评情况汇总表 B12",
    "ZP-05 error 自评表-1 H21",
    "ZP-07 error 自评表-1 H13",
    "ZP-09 error 自评表-1 I13",
    "ZP-12 verify 自评表-3 E14,F14",
  ],
};

describe.each(Object.entries(FINDINGS))("self-evaluation of %s", (name, expected) => {
  const result = checkBook({ book: readBook(caseGrid(loadCase(name as CaseName))), settings: DEFAULT_SETTINGS });
  const findings = result.findings.filter(({ rule }) => /^(ZP|HZ)/.test(rule));

  it("yields exactly these findings", () => {
    expect(findings.map((item) => `${item.rule} ${item.severity} ${item.sheet} ${item.cells.map(a1).join()}`)).toEqual(
      expected,
    );
  });

  it("files every finding about a form under its project and leaves no rule without a verdict", () => {
    for (const finding of findings) if (finding.sheet.startsWith("自评表")) expect(finding.project).toBeTruthy();
    const coverage = result.coverage.filter(({ rule }) => /^(ZP|HZ)/.test(rule));
    expect(coverage).toHaveLength(18);
    for (const row of coverage) {
      expect(row.satisfied + row.withinRounding + row.violated + row.notEvaluated).toBeGreaterThan(0);
      for (const reason of row.reasons) expect(reason.fault).toBeUndefined();
    }
  });
});

describe("what the acceptance of the forms asks for", () => {
  const findings = (name: CaseName) =>
    checkBook({ book: readBook(caseGrid(loadCase(name))), settings: DEFAULT_SETTINGS }).findings;

  it("2022 自评表-1: the total and the under-scored 来电接通率 with their figures", () => {
    const own = findings("2022-zibo").filter(({ sheet }) => sheet === "自评表-1");
    expect(own.find(({ rule }) => rule === "ZP-05")).toMatchObject({
      actual: "100.00",
      expected: "95.00",
      difference: "5.00",
    });
    expect(own.find(({ rule }) => rule === "ZP-07")).toMatchObject({ actual: "10.00", expected: "15.00" });
  });

  it("2020 接待人次: the ratio, as to be explained, with the assumption said", () => {
    const finding = findings("2020-zaozhuang").find(({ rule }) => rule === "ZP-07");
    expect(finding).toMatchObject({ severity: "verify", actual: "10.00", expected: "10.50", project: "政务活动经费" });
    expect(finding?.message).toContain("未标明方向");
  });
});
