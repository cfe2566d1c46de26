import { describe, expect, it } from "vitest";
import type { FillPlan, PlannedWrite } from "../../../src/core/filling/model";
import { cellKey } from "../../../src/core/model/cell";
import { caseWith, cellAt, planOf, withFormulas } from "../../support/filling";

const Z01 = "公开01表 收入支出决算总表";
const Z02 = "公开02表 收入决算表";
const Z06 = "公开06表 一般公共预算财政拨款基本支出决算明细表";

const writeAt = (plan: FillPlan, place: string): PlannedWrite | undefined => plan.writes.find((w) => w.id === place);
const reasonAt = (plan: FillPlan, place: string): string | undefined =>
  plan.notDerivable.find((n) => cellKey(n.cell) === cellKey(cellAt(place)))?.reason;

describe("blank totals", () => {
  it("become sums over runs of cells, rounded as printed, with the format of the nearest part", () => {
    const write = writeAt(planOf(caseWith({ [`${Z02}!C9`]: null })), `${Z02}!C9`);
    expect(write).toMatchObject({
      isBlank: true,
      present: "",
      content: 9664.95,
      formula: "=ROUND(SUM(C10:C14),2)",
      rule: "Z02-H1",
      formatLike: cellAt(`${Z02}!C10`),
    });
    expect(write?.sources).toHaveLength(5);
  });

  it("take the figure another table holds as a reference that names its sheet", () => {
    const write = writeAt(planOf(caseWith({ [`${Z01}!F7`]: null })), `${Z01}!F7`);
    expect(write?.formula).toBe("='公开03表 支出决算表'!C8");
    expect(write?.reason).toMatch(/^取自 .*9,664\.96$/);
  });

  it("are worked out from one another, each naming the blanks it needs", () => {
    const plan = planOf(caseWith({ [`${Z06}!C6`]: null, [`${Z06}!C40`]: null }));
    expect(writeAt(plan, `${Z06}!C40`)).toMatchObject({
      content: 4863.83,
      reason: expect.stringContaining("301") as string,
    });
    expect(writeAt(plan, `${Z06}!C40`)?.sources.map(cellKey)).toContain(cellKey(cellAt(`${Z06}!C6`)));
  });

  it("stay values where a part stands as text, which Excel would not add", () => {
    const write = writeAt(planOf(caseWith({ [`${Z02}!C9`]: null, [`${Z02}!C12`]: "706.00" })), `${Z02}!C9`);
    expect(write?.content).toBe(9664.95);
    expect(write?.formula).toBeUndefined();
  });

  it("stay blank where nothing but zeros speaks for them", () => {
    expect(planOf(caseWith({}))).toEqual({ writes: [expect.objectContaining({ isBlank: false })], notDerivable: [] });
  });
});

describe("what cannot be derived is listed with its reason", () => {
  it("two blanks of one sum", () => {
    // 2010301 is a clerk's own figure and never made up; the section above it is then open too.
    const blank = ["C10", "D10", "C9", "D9"].map((cell) => `${Z02}!${cell}`);
    const plan = planOf(caseWith(Object.fromEntries(blank.map((place) => [place, null]))));
    expect(blank.map((place) => writeAt(plan, place))).toEqual(blank.map(() => undefined));
    expect(reasonAt(plan, `${Z02}!C9`)).toBeDefined();
    expect(reasonAt(plan, `${Z02}!D9`)).toBeDefined();
  });

  it("figures of a violated identity are not filled from", () => {
    // C7 breaks 301 = Σ of its 款, so that the total of 301 and 303 would rest on it.
    const plan = planOf(caseWith({ [`${Z06}!C7`]: 2618.65, [`${Z06}!C40`]: null }));
    expect(writeAt(plan, `${Z06}!C40`)).toBeUndefined();
    expect(reasonAt(plan, `${Z06}!C40`)).toMatch(/请先改正/);
  });

  it("recipes that contradict one another", () => {
    // 总计 of 收入 counts the opening balance, 总计 of 支出 nothing like it.
    const plan = planOf(caseWith({ [`${Z01}!C37`]: null, [`${Z01}!F37`]: null, [`${Z01}!C35`]: 12.5 }));
    expect(writeAt(plan, `${Z01}!C37`)).toBeUndefined();
    expect(writeAt(plan, `${Z01}!F37`)).toBeUndefined();
    expect(reasonAt(plan, `${Z01}!C37`)).toMatch(/得出的数不一致/);
  });
});

describe("a total that differs from its parts", () => {
  it("is shown but not as a blank, and only where its parts are sound", () => {
    const write = writeAt(planOf(caseWith({ [`${Z02}!C9`]: 9646.96 })), `${Z02}!C9`);
    expect(write).toMatchObject({ isBlank: false, present: "9646.96", content: 9664.96 });
    const unsound = planOf(caseWith({ [`${Z02}!C9`]: 9646.96, [`${Z02}!C8`]: 96.6, [`${Z02}!D9`]: 1 }));
    expect(writeAt(unsound, `${Z02}!C9`)).toBeUndefined();
  });

  it("is not shown where mending it would break what holds", () => {
    // As published: 人员经费合计 is 0.02 less than 301 + 303, but agrees with 公开05.
    expect(planOf(caseWith({})).writes.filter((w) => w.cell.sheet === Z06)).toEqual([]);
  });

  it("keeps the clerk's formula in view", () => {
    const grid = withFormulas(caseWith({ [`${Z02}!C9`]: 9646.96 }), { [`${Z02}!C9`]: "=C8-18" });
    expect(writeAt(planOf(grid), `${Z02}!C9`)?.presentFormula).toBe("=C8-18");
  });
});

describe("live formulas in the workbook", () => {
  it("that refer to a blank say nothing about it: both are worked out", () => {
    // C7 adds up the classes, C8 is blank, so the formula shows too little and must not contradict.
    const grid = withFormulas(caseWith({ [`${Z02}!C8`]: null, [`${Z02}!C7`]: 1174.07 }), {
      [`${Z02}!C7`]: "=SUM(C8,C15,C23,C28)",
    });
    const plan = planOf(grid);
    expect(writeAt(plan, `${Z02}!C8`)?.content).toBe(9664.96);
    expect(writeAt(plan, `${Z02}!C7`)).toBeUndefined();
  });

  it("are never answered by a formula that refers back to its own cell", () => {
    const grid = withFormulas(caseWith({ [`${Z02}!C8`]: null, [`${Z02}!C9`]: 0 }), { [`${Z02}!C9`]: "=C8" });
    const write = writeAt(planOf(grid), `${Z02}!C8`);
    expect(write?.content).toBeCloseTo(9664.96, 1);
    expect(write?.formula ?? "").not.toContain("C9");
  });
});

describe("cells that cannot be written", () => {
  it("covered by a merged area are not planned, and what rests on them is listed", () => {
    const grid = caseWith({ [`${Z06}!C6`]: null, [`${Z06}!C40`]: null });
    const merged = {
      sheets: grid.sheets.map((sheet) =>
        sheet.name === Z06 ? { ...sheet, merges: [{ top: 5, left: 1, bottom: 5, right: 2 }] } : sheet,
      ),
    };
    const plan = planOf(merged);
    expect(plan.writes.filter((w) => w.isBlank)).toEqual([]);
    expect(reasonAt(plan, `${Z06}!C40`)).toContain("C6 无法填写");
  });
});

describe("tables below one another on a sheet", () => {
  it("are told apart in the plan's groups", () => {
    const { sheets } = caseWith({ [`${Z02}!C9`]: null, [`${Z06}!C40`]: null });
    const own = [Z02, Z06].flatMap((name) => sheets.filter((sheet) => sheet.name === name));
    const stacked = { name: "部门决算", top: 0, left: 0, values: own.flatMap(({ values }) => [...values, [], []]) };
    const { writes } = planOf({ sheets: [stacked] });
    expect(writes.filter(({ isBlank }) => isBlank).map(({ group }) => group)).toEqual([
      "收入决算表",
      "一般公共预算财政拨款基本支出决算明细表",
    ]);
  });
});
