import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import type { CaseSheet, RankingSheet } from "../../../src/core/model/hotline";
import { readBook } from "../../../src/core/reading/read-book";
import { UNITS } from "../../support/hotline-sample";
import { hotlineYear } from "../../support/hotline-year";

describe("a year of the hotline's assessment: twelve months, four quarters and the year of twenty units", () => {
  const book = readBook(hotlineYear());
  const { findings, coverage } = checkBook({ book, settings: DEFAULT_SETTINGS });
  const months = book.hotline.filter((sheet): sheet is CaseSheet => sheet.kind === "RX1");
  const rankings = book.hotline.filter((sheet): sheet is RankingSheet => sheet.kind === "RX3");

  it("is read whole", () => {
    expect([months.length, rankings.length]).toEqual([12, 5]);
    for (const { rows } of [...months, ...rankings]) expect(rows).toHaveLength(UNITS.length);
    expect(months.map(({ period }) => period)).toEqual(months.map((_, at) => `2023年${String(at + 1)}月`));
    expect(rankings.map(({ rows }) => rows[0]?.months.length)).toEqual([3, 3, 3, 3, 12]);
  });

  it("has no finding, and every rule of the sheets ran", () => {
    expect(findings.filter(({ rule }) => rule.startsWith("RX")).map(({ message }) => message)).toEqual([]);
    for (const row of coverage.filter(({ rule }) => rule.startsWith("RX") && rule !== "RX-11"))
      expect(row.satisfied + row.withinRounding, row.rule).toBeGreaterThan(50);
  });

  it("leaves a unit without orders in a month out of its ranks, and takes its quarter from the other months", () => {
    const idle = months[2]?.rows[11];
    expect(idle?.figures.get("total")?.kind).toBe("blank");
    expect(idle?.figures.get("rank")?.kind).toBe("blank");
    const quarter = rankings[0]?.rows[11];
    const scored = quarter?.months.filter(({ kind }) => kind === "amount") ?? [];
    expect(scored).toHaveLength(2);
    const mean = scored.reduce((sum, { value }) => sum + value.toNumber(), 0) / 2;
    expect(quarter?.workOrders?.value.toNumber()).toBeCloseTo(mean, 2);
  });

  it("ranks each class from 1, and names the last of each", () => {
    for (const { rows } of rankings)
      for (const unitClass of ["街道", "镇", "部门"] as const) {
        const own = rows.filter((row) => row.unitClass === unitClass);
        expect(Math.min(...own.map(({ rank }) => rank?.value.toNumber() ?? 99))).toBe(1);
        const named = own.filter(({ notice }) => notice?.text.includes("整改") === true);
        expect(named.length).toBeGreaterThanOrEqual(unitClass === "部门" ? 3 : 1);
      }
  });
});
