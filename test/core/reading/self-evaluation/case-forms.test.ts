import { describe, expect, it } from "vitest";
import { readSelfEvaluation } from "../../../../src/core/reading/self-evaluation/read-self-evaluation";
import { caseGrid, loadCase, type CaseName } from "../../../support/cases";

const EXPECTED: Readonly<
  Record<CaseName, { readonly forms: number; readonly listed: number; readonly indicators: number }>
> = {
  "2020-zaozhuang": { forms: 26, listed: 26, indicators: 195 },
  "2021-luozhuang": { forms: 3, listed: 11, indicators: 45 },
  "2022-zibo": { forms: 4, listed: 11, indicators: 33 },
};

describe.each(Object.entries(EXPECTED))("forms of %s", (name, expected) => {
  const file = loadCase(name as CaseName);
  const readings = caseGrid(file).sheets.map((sheet) => ({ sheet, reading: readSelfEvaluation(sheet, "万元") }));
  const forms = readings.flatMap(({ reading }) => reading?.forms ?? []);

  it("reads every form and the 汇总表, and nothing else", () => {
    for (const { sheet, reading } of readings) {
      const kind = sheet.name.includes("汇总表") ? "ZPHZ" : sheet.name.startsWith("自评表") ? "ZP" : undefined;
      expect([sheet.name, reading?.kind]).toEqual([sheet.name, kind]);
    }
    expect(forms).toHaveLength(expected.forms);
    expect(readings.flatMap(({ reading }) => reading?.summary?.rows ?? [])).toHaveLength(expected.listed);
    expect(forms.reduce((count, form) => count + form.indicators.length, 0)).toBe(expected.indicators);
  });

  it("reads every part of every form without a note", () => {
    expect(readings.flatMap(({ reading }) => reading?.notes ?? [])).toEqual([]);
    for (const form of forms) {
      expect([form.sheet, form.year, form.moneyUnit, form.totals.length]).toEqual([form.sheet, file.year, "万元", 1]);
      expect(form.projectName?.text).toBeTruthy();
      expect(form.implementingUnit?.text).toContain("人民政府");
      expect(form.funds[0]?.key).toBe("total");
      expect(new Set(form.indicators.map((indicator) => indicator.section))).toEqual(
        new Set(["output", "benefit", "satisfaction"]),
      );
      for (const indicator of form.indicators) {
        expect(indicator.weight.kind).toBe("amount");
        expect(["number", "words"]).toContain(indicator.target.kind);
        expect(["number", "words"]).toContain(indicator.actual.kind);
      }
    }
  });
});

describe("single cells of the cases", () => {
  const formsOf = (name: CaseName) =>
    caseGrid(loadCase(name)).sheets.flatMap((sheet) => readSelfEvaluation(sheet, "万元")?.forms ?? []);

  it("reads 2022 自评表-1 with its printed weights and 来电接通率", () => {
    const form = formsOf("2022-zibo")[0]!;
    expect(form.printedWeights.map((item) => `${item.section}${item.weight.toString()}`)).toEqual([
      "execution10",
      "indicators90",
      "output50",
      "benefit30",
      "satisfaction10",
    ]);
    const [first] = form.indicators;
    expect([first!.name.text, first!.score.cell, first!.target.operator]).toEqual([
      "来电接通率",
      { sheet: "自评表-1", row: 12, column: 7 },
      "ge",
    ]);
    expect(form.totals[0]!.score!.value.toString()).toBe("100");
  });

  it("reads 2021 自评表-1: four decimals are exact, the score is as computed, the explanation is asked for but blank", () => {
    const form = formsOf("2021-luozhuang")[0]!;
    const total = form.funds[0]!.figures;
    expect(total.get("executed")!.value.toString()).toBe("6.664");
    expect(total.get("executed")!.slack.toString()).toBe("0");
    expect(total.get("score")!.value.toString()).toBe("9.630057803");
    expect(form.lowScoreExplanation?.text).toBe("");
    expect(form.indicators[2]!.level2).toBe("数量指标");
    expect(formsOf("2021-luozhuang")[2]!.indicators.find((item) => item.reason?.text !== "")?.reason?.text).toContain(
      "继续加大宣传力度",
    );
  });
});
