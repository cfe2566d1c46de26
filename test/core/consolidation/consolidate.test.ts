import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amount, type Amount } from "../../../src/core/model/amount";
import { consolidate } from "../../../src/core/consolidation/consolidate";
import type { Consolidation, Place } from "../../../src/core/consolidation/model";
import { unitFigures } from "../../../src/core/consolidation/unit-figures";
import { makeBook, type BookSpec } from "../../support/book-builder";
import { departmentBook, departments, printed, type Department, type Figures } from "../../support/department-builder";

/** Departments generated for what is asked of all of them, and for what is asked of some kinds. */
const RUNS = 200;
const FEW = 40;

/** Compares a generated department with its units; figures changed by hand replace what adds up. */
function compare(
  { whole, units }: Department,
  inDepartment: ReadonlyMap<string, Amount> = new Map(),
  inUnit?: { readonly unit: number; readonly changes: ReadonlyMap<string, Amount> },
): Consolidation {
  const all = [whole, ...units];
  return consolidate(
    unitFigures("部门.xlsx", departmentBook(whole, all, "某部门", inDepartment)),
    units.map((figures, i) =>
      unitFigures(
        `单位${i}.xlsx`,
        departmentBook(figures, all, `单位${i}`, inUnit?.unit === i ? inUnit.changes : new Map<string, Amount>()),
      ),
    ),
  );
}

const placeOf = ({ table, row, column }: Place): string => `${table} ${row} ${column}`;

/** A few places of a department, each with a figure that rounding can not explain. */
function plants(figures: Figures): fc.Arbitrary<ReadonlyMap<string, Amount>> {
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...figures.keys()), fc.integer({ min: 100, max: 99_999 })), {
      minLength: 1,
      maxLength: 3,
      selector: ([place]) => place,
    })
    .map(
      (drawn) =>
        new Map(drawn.map(([place, cents]) => [place, printed(figures.get(place) ?? 0).plus(amount(cents).div(100))])),
    );
}

describe("generated departments", () => {
  test("have no difference where the department is the sum of its units", () => {
    fc.assert(
      fc.property(departments(false), (department) => {
        const { differences, eliminated, eliminations, exact } = compare(department);
        expect([differences, eliminated, eliminations]).toEqual([[], [], []]);
        expect(exact).toBeGreaterThan(0);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test("have every planted difference found, at its place and at no other", () => {
    fc.assert(
      fc.property(
        departments(false).chain((department) => fc.tuple(fc.constant(department), plants(department.whole))),
        ([department, changes]) => {
          const { differences, eliminated } = compare(department, changes);
          expect(new Set(differences.map(placeOf))).toEqual(new Set(changes.keys()));
          expect(eliminated).toEqual([]);
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  test("have a figure changed in a unit found in the department's, with that unit's figure beside it", () => {
    fc.assert(
      fc.property(
        departments(false).chain((department) =>
          fc
            .nat(department.units.length - 1)
            .chain((unit) =>
              fc.tuple(
                fc.constant(department),
                fc.constant(unit),
                plants(department.units[unit] ?? new Map<string, number>()),
              ),
            ),
        ),
        ([department, unit, changes]) => {
          const { differences } = compare(department, new Map(), { unit, changes });
          expect(new Set(differences.map(placeOf))).toEqual(new Set(changes.keys()));
          for (const difference of differences) {
            const part = difference.parts.find(({ file }) => file === `单位${unit}.xlsx`);
            expect(part?.value.toFixed()).toBe(changes.get(placeOf(difference))?.toFixed());
          }
        },
      ),
      { numRuns: FEW / 4, endOnFailure: true },
    );
  });

  test("that pay each other show it as elimination, and nothing else", () => {
    fc.assert(
      fc.property(departments(true), (department) => {
        const { differences, eliminated, eliminations } = compare(department);
        expect(differences.map(placeOf)).toEqual([]);
        expect(eliminations.length).toBeGreaterThan(0);
        expect(eliminated.length).toBeGreaterThan(0);
      }),
      { numRuns: FEW, endOnFailure: true },
    );
  });

  test("that pay each other have every planted difference found, at its place and at no other", () => {
    fc.assert(
      fc.property(
        departments(true).chain((department) => fc.tuple(fc.constant(department), plants(department.whole))),
        ([department, changes]) => {
          const { differences } = compare(department, changes);
          expect(new Set(differences.map(placeOf))).toEqual(new Set(changes.keys()));
        },
      ),
      { numRuns: FEW, endOnFailure: true },
    );
  });
});

describe("what is said", () => {
  const one = (spec: BookSpec, file: string, name = file): ReturnType<typeof unitFigures> =>
    unitFigures(file, { ...makeBook({ year: 2023, ...spec }), unitName: name });
  const z05 = (rows: Record<string, number | string>): BookSpec => ({ tables: { Z05: { rows, columns: ["total"] } } });

  test("a unit left out of the sum, and one added twice", () => {
    const units = [one(z05({ "201": 10 }), "甲"), one(z05({ "201": 5 }), "乙")];
    expect(consolidate(one(z05({ "201": 10 }), "部门"), units).differences).toMatchObject([
      { row: "201", cell: "C7", slip: { unit: "乙", kind: "leftOut" } },
    ]);
    expect(consolidate(one(z05({ "201": 20 }), "部门"), units).differences).toMatchObject([
      { slip: { unit: "乙", kind: "twice" } },
    ]);
  });

  test("a row that only a unit prints is missing in the department", () => {
    const [difference] = consolidate(one(z05({ "201": 10 }), "部门"), [
      one(z05({ "201": 10, "205": 3 }), "甲"),
    ]).differences;
    expect(difference).toMatchObject({ row: "205", cell: undefined, rowName: "205 科目205" });
    expect(difference?.units.toNumber()).toBe(3);
  });

  test("元 and 万元 are compared as money", () => {
    const yuan = one({ ...z05({ "201": 1_234_567 }), moneyUnit: "元" }, "甲");
    const { differences, withinRounding } = consolidate(one(z05({ "201": 123.46 }), "部门"), [yuan]);
    expect([differences.length, withinRounding]).toEqual([0, 1]);
  });

  test("a difference at the edge of rounding holds, one beyond does not", () => {
    const units = ["甲", "乙", "丙"].map((name) => one(z05({ "201": 1.11 }), name));
    expect(consolidate(one(z05({ "201": 3.35 }), "部门"), units).withinRounding).toBe(1);
    expect(consolidate(one(z05({ "201": 3.36 }), "部门"), units).differences).toHaveLength(1);
  });

  test("what rounds to nothing in the department is no difference, what does not is one", () => {
    const yuan = (value: number) => one({ ...z05({ "201": 1_234_567, "205": value }), moneyUnit: "元" }, "甲");
    const department = (rows: Record<string, number>) => one(z05({ "201": 123.46, ...rows }), "部门");
    for (const rows of [{ "205": 0 }, {}]) {
      expect(consolidate(department(rows), [yuan(36)]).differences).toEqual([]);
      expect(consolidate(department(rows), [yuan(51)]).differences).toMatchObject([{ row: "205" }]);
    }
  });

  test.each([
    ["a table that a unit lacks", { tables: {} }, "“甲”没有读到这张表"],
    ["a cell that is no number", z05({ "201": "#REF!" }), "“甲”的支出决算表 C7 不是数字"],
    ["a level that a unit does not print", z05({ "20101": 10 }), "“甲”的支出决算表没有列到类"],
    ["another year", { ...z05({ "201": 10 }), year: 2022 }, "“甲”不是 2023 年度的"],
  ])("%s is unknown, not zero", (_, spec, reason) => {
    const { differences, notCompared } = consolidate(one(z05({ "201": 10 }), "部门"), [one(spec, "甲")]);
    expect(differences).toEqual([]);
    expect(notCompared.map((item) => item.reason.replace("一般公共预算财政拨款", ""))).toContain(reason);
  });

  test("a unit that could not be read leaves every sum unknown", () => {
    const { differences, exact, notCompared } = consolidate(one(z05({ "201": 10 }), "部门"), [], ["坏.xlsx"]);
    expect([differences.length, exact]).toEqual([0, 0]);
    expect(notCompared).toEqual([expect.objectContaining({ reason: "“坏.xlsx”未能读取", count: 1 })]);
  });

  test("one unit in two workbooks is remarked on", () => {
    const units = [one(z05({ "201": 5 }), "a.xlsx", "甲"), one(z05({ "201": 5 }), "b.xlsx", "甲")];
    expect(consolidate(one(z05({ "201": 10 }), "部门"), units).notes).toEqual([
      "“甲”有 2 个工作簿，都计入了各单位合计：a.xlsx、b.xlsx",
    ]);
  });
});
