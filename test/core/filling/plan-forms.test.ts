import { describe, expect, it } from "vitest";
import type { FillPlan, PlannedWrite } from "../../../src/core/filling/model";
import { a1 } from "../../../src/core/model/cell";
import type { CellValue } from "../../../src/core/model/grid";
import { caseWith, planOf } from "../../support/filling";

/** The first form of the 2022 case: 执行 F6:H6, indicators in rows 13 to 20, 总分 in row 21. */
const FORM = "自评表-1";
const SUMMARY = "项目支出绩效自评情况汇总表";

function formPlan(changes: Readonly<Record<string, CellValue>>, sheet = FORM): FillPlan {
  // H13 prints 10 for a target reached with weight 15: mended, so that nothing else is in the way.
  const own = Object.fromEntries(
    Object.entries({ H13: 15, ...changes }).map(([at, value]) => [`${sheet}!${at}`, value]),
  );
  return planOf(caseWith(own));
}
const at = (plan: FillPlan, cell: string): PlannedWrite | undefined =>
  plan.writes.find((w) => w.id === `${FORM}!${cell}`);
const reason = (plan: FillPlan, cell: string): string | undefined =>
  plan.notDerivable.find((n) => n.cell.sheet === FORM && a1(n.cell) === cell)?.reason;

describe("a form's derived cells", () => {
  it.each<{
    readonly what: string;
    readonly cell: string;
    readonly changes?: Record<string, CellValue>;
    readonly write: object;
  }>([
    {
      what: "执行率",
      cell: "G6",
      write: { content: 1, formula: "=ROUND(E6/D6,4)", numberFormat: "0.00%", rule: "ZP-02" },
    },
    {
      what: "执行率 below 1",
      cell: "G6",
      changes: { E6: 1629.684, E7: 1629.684, H6: 9 },
      write: { content: 0.9, formula: "=ROUND(E6/D6,4)" },
    },
    {
      what: "执行得分",
      cell: "H6",
      changes: { E6: 1629.684, E7: 1629.684, G6: 0.9 },
      write: { content: 9, formula: "=ROUND(MIN(1,E6/D6)*F6,2)", rule: "ZP-03" },
    },
    { what: "quantitative 得分, reached", cell: "H14", write: { content: 10, rule: "ZP-07" } },
    { what: "quantitative 得分 by ratio", cell: "H19", changes: { F19: "60%" }, write: { content: 3.75 } },
    { what: "总分", cell: "H21", write: { content: 100, formula: "=ROUND(SUM(H6,H13:H20),2)", rule: "ZP-05" } },
    { what: "分值 of 总分", cell: "G21", write: { content: 100, rule: "ZP-04" } },
  ])("$what", ({ cell, changes, write }) => {
    const plan = formPlan({ ...changes, [cell]: null });
    expect(at(plan, cell)).toMatchObject({ isBlank: true, ...write });
  });

  it("do not wait for what is none of theirs: 执行得分 is filled whatever the other weights are", () => {
    expect(at(formPlan({ H6: null, G14: 20 }), "H6")?.content).toBe(10);
    expect(at(formPlan({ H6: null, G14: null }), "H6")?.content).toBe(10);
    expect(at(formPlan({ H6: null, F6: 9 }), "H6")).toBeUndefined();
  });

  it("never make a total above 100", () => {
    const plan = formPlan({ G13: 20, H13: 20, H21: null });
    expect(at(plan, "H21")).toBeUndefined();
    expect(reason(plan, "H21")).toContain("超过 100");
  });

  it("are filled together: the total counts the scores that are filled along", () => {
    const plan = formPlan({ G6: null, H6: null, H13: null, H14: null, H21: null });
    expect(["G6", "H6", "H13", "H14", "H21"].map((cell) => at(plan, cell)?.content)).toEqual([1, 10, 15, 10, 100]);
  });

  it("take the number format of a score nearby", () => {
    expect(at(formPlan({ H14: null }), "H14")?.formatLike).toEqual({ sheet: FORM, row: 12, column: 7 });
  });
});

describe("what a form does not yield is listed with its reason", () => {
  it.each<{
    readonly what: string;
    readonly cell: string;
    readonly changes: Record<string, CellValue>;
    readonly says: RegExp;
  }>([
    { what: "a rate of no budget", cell: "G6", changes: { D6: 0, D7: 0, E6: 0, E7: 0, H6: null }, says: /没有执行率/ },
    { what: "a rate of a negative execution", cell: "G6", changes: { E6: -5, E7: -5 }, says: /为负数/ },
    {
      what: "a rate of a total that breaks its sum",
      cell: "G6",
      changes: { E6: 1910.76 },
      says: /请先改正.*全年执行数/,
    },
    { what: "a qualitative score", cell: "H17", changes: {}, says: /定性/ },
    {
      what: "a score of an unstated direction",
      cell: "H19",
      changes: { E19: "80%", F19: "87.92%" },
      says: /未标明方向/,
    },
    { what: "a score whose weights do not add up", cell: "H14", changes: { G14: 12 }, says: /请先改正/ },
    { what: "a total with a score missing", cell: "H21", changes: { H17: null }, says: /得分未填/ },
    { what: "a total of a wrong score", cell: "H21", changes: { H14: 7 }, says: /请先改正/ },
  ])("$what", ({ cell, changes, says }) => {
    const plan = formPlan({ ...changes, [cell]: null });
    expect(at(plan, cell)).toBeUndefined();
    expect(reason(plan, cell)).toMatch(says);
  });

  it("never a place that holds something, where the form lacks the column", () => {
    const plan = formPlan({ H12: null, H14: null });
    expect(plan.writes.filter((w) => w.isBlank && w.cell.sheet === FORM && w.cell.column < 7)).toEqual([]);
  });
});

describe("cells with content", () => {
  it("are shown where the check says they are wrong, never as blanks", () => {
    const plan = formPlan({ G6: 0.8, H14: 7 });
    expect(at(plan, "G6")).toMatchObject({ isBlank: false, present: "0.8", content: 1 });
    expect(at(plan, "H14")).toMatchObject({ isBlank: false, present: "7", content: 10 });
  });

  it("that are right, or a matter of judgement, are not", () => {
    expect(formPlan({}).writes).toEqual([]);
  });
});

describe("汇总表", () => {
  const summary = (changes: Readonly<Record<string, CellValue>>): FillPlan =>
    planOf(caseWith({ [`${FORM}!H13`]: 15, ...Object.fromEntries(Object.entries(changes)) }));
  const write = (plan: FillPlan, cell: string): PlannedWrite | undefined =>
    plan.writes.find((w) => w.id === `${SUMMARY}!${cell}`);

  it("takes a score from its form, and the grade from the score in the department's own words", () => {
    const plan = summary({ [`${SUMMARY}!D12`]: null, [`${SUMMARY}!E12`]: null });
    expect(write(plan, "D12")).toMatchObject({ content: 100, formula: `='${FORM}'!H21`, rule: "HZ-01" });
    expect(write(plan, "E12")).toMatchObject({
      content: "优秀",
      formula: '=IF(D12>=90,"优秀",IF(D12>=80,"良好",IF(D12>=60,"中","差")))',
      rule: "HZ-02",
    });
  });

  it("uses the short words where the sheet does, by the thresholds", () => {
    const words = Object.fromEntries([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14].map((row) => [`${SUMMARY}!E${row}`, "优"]));
    const plan = summary({ ...words, [`${SUMMARY}!D13`]: 85.5, [`${SUMMARY}!E13`]: null });
    expect(write(plan, "E13")?.content).toBe("良");
  });

  it("is filled along with a total that is itself filled", () => {
    const plan = summary({ [`${FORM}!H21`]: null, [`${SUMMARY}!D12`]: null, [`${SUMMARY}!E12`]: null });
    expect([write(plan, "D12")?.content, write(plan, "E12")?.content]).toEqual([100, "优秀"]);
    expect(write(plan, "D12")?.sources).toEqual([{ sheet: FORM, row: 20, column: 7 }]);
  });

  it("says where no form of the project is at hand, and takes nothing from a total that is wrong", () => {
    const missing = summary({ [`${SUMMARY}!D4`]: null });
    expect(missing.notDerivable).toContainEqual(expect.objectContaining({ reason: "本工作簿中没有该项目的自评表" }));
    const broken = summary({ [`${FORM}!H21`]: 96, [`${SUMMARY}!D12`]: null });
    expect(write(broken, "D12")).toBeUndefined();
    expect(broken.notDerivable).toContainEqual(
      expect.objectContaining({ reason: expect.stringMatching(/请先改正/) as string }),
    );
  });
});
