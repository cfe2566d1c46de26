import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkBook } from "../../../src/core/checking/check-book";
import { DEFAULT_SETTINGS } from "../../../src/core/checking/settings";
import { planFill } from "../../../src/core/filling/plan-fill";
import { exampleSheet } from "../../../src/core/learning/examples/sheets";
import { a1 } from "../../../src/core/model/cell";
import type { Finding } from "../../../src/core/model/finding";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { readBook } from "../../../src/core/reading/read-book";
import { filled, withCells } from "../../support/apply-plan";

const RUNS = { numRuns: 25 } as const;
const SHEET = "表";

const gridOf = (values: readonly (readonly CellValue[])[]): WorkbookGrid => ({
  sheets: [{ name: SHEET, top: 0, left: 0, values }],
});

/** Findings of the rules of scored sheets but hints, and PJ-06 to PJ-08, which ask what assessors had in mind. */
function found(grid: WorkbookGrid): readonly Finding[] {
  const { findings } = checkBook({ book: readBook(grid), settings: DEFAULT_SETTINGS });
  return findings.filter(({ rule, severity }) => /^(PJ|RX)/.test(rule) && severity === "error");
}

/** The workbook with its blanks filled. */
function complete(grid: WorkbookGrid): WorkbookGrid {
  const book = readBook(grid);
  const result = checkBook({ book, settings: DEFAULT_SETTINGS });
  return filled(grid, planFill(book, result, { settings: DEFAULT_SETTINGS, grid }).writes);
}

const told = (findings: readonly Finding[]): readonly string[] =>
  findings.map(({ rule, cells, message }) => `${rule} ${cells.map(a1).join()} ${message}`);

const unitRow = fc
  .record({
    unitClass: fc.constantFrom("街道", "镇", "部门"),
    cases: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 200 }), fc.constantFrom(140, 141, 70, 71, 60, 61)),
    overdue: fc.nat(3),
    rates: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    counts: fc.tuple(fc.nat(3), fc.nat(2), fc.nat(3), fc.nat(1)),
    deduction: fc.integer({ min: 0, max: 20 }),
  })
  .map(({ unitClass, cases, overdue, rates, counts, deduction }): readonly CellValue[] => {
    const some = (count: number): number => Math.min(count, Math.floor(cases / 2));
    const isRated = cases > 0;
    return [
      unitClass,
      cases,
      Math.min(overdue, cases),
      ...rates.map((rate) => (isRated ? rate / 100 : null)),
      ...counts.map((count) => some(count)),
      deduction / 10,
      ...Array<CellValue>(7).fill(null),
    ];
  });

const month = fc.array(unitRow, { minLength: 2, maxLength: 9 }).map((units) => {
  const header = exampleSheet("RX1").rows[2] ?? [];
  return gridOf([
    ["12345民生热线工单办理考核计分表"],
    ["考核期：2023年4月"],
    header,
    ...units.map((cells, at) => [at + 1, `单位${String.fromCharCode(0x7532 + at)}`, ...cells]),
  ]);
});

/** Whole points split into parts of at least one. */
const split = (total: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: most }).map((shares) => {
    const all = shares.reduce((a, b) => a + b, 0);
    const parts = shares.map((share) => Math.max(1, Math.floor((share * (total - shares.length)) / all)));
    return parts.map((part, at) => (at === 0 ? part + total - parts.reduce((a, b) => a + b, 0) : part));
  });

/** A score table of four first levels with two or three levels, a weight for each; levels' scores and the total blank. */
const evaluation = fc
  .tuple(
    split(20, 4),
    split(20, 4),
    split(30, 5),
    split(30, 5),
    fc.array(fc.integer({ min: 0, max: 10 }), { minLength: 18, maxLength: 18 }),
  )
  .map(([decision, process, output, effect, losses]) => {
    const sections = [
      ["决策", 20, decision],
      ["过程", 20, process],
      ["产出", 30, output],
      ["效益", 30, effect],
    ] as const;
    let line = 0;
    const rows = sections.flatMap(([level, weight, leaves]) =>
      leaves.map((points, at) => {
        const lost = losses[line++] ?? 0;
        const score = Math.round(points * (100 - lost)) / 100;
        const top = at === 0 ? [level, weight, null] : [null, null, null];
        return [...top, `${level}指标${String(at + 1)}`, points, score, score < points ? "说明" : null];
      }),
    );
    return gridOf([
      ["道路养护项目支出绩效评价评分表"],
      ["项目名称", "道路养护"],
      ["一级指标", "分值", "得分", "二级指标", "分值", "得分", "扣分原因"],
      ...rows,
      ["总分", null, null, null, 100, null, null],
    ]);
  });

describe("random consistent sheets", () => {
  it("of the hotline's month, filled in, have no error", () => {
    fc.assert(
      fc.property(month, (grid) => {
        expect(told(found(complete(grid)))).toEqual([]);
      }),
      RUNS,
    );
  });

  it("of an evaluation, filled in, have no error", () => {
    fc.assert(
      fc.property(evaluation, (grid) => {
        expect(told(found(complete(grid)))).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe("broken in one thing", () => {
  /** Columns of a month that follow, the rule of each, and how far off. */
  const COLUMNS = [
    [12, "RX-01", 0.5],
    [13, "RX-02", 0.02],
    [14, "RX-03", -0.3],
    [15, "RX-04", 0.4],
    [16, "RX-05", -1.5],
    [17, "RX-06", 1],
    [18, "RX-07", 1],
  ] as const;

  it.each(COLUMNS)("column %i of the month is told by %s", (column, rule, by) => {
    fc.assert(
      fc.property(month, fc.nat(8), (inputs, pick) => {
        const grid = complete(inputs);
        const rows = grid.sheets[0]?.values ?? [];
        const scored = rows.flatMap((row, at) => (at > 2 && typeof row[column] === "number" ? [at] : []));
        fc.pre(scored.length > 0);
        const row = scored[pick % scored.length] ?? 0;
        const value = Number(rows[row]?.[column]) + by;
        const findings = found(withCells(grid, [{ sheet: SHEET, row, column, value }]));
        const own = findings.filter((finding) => finding.rule === rule);
        expect(own.some(({ cells }) => cells.some((cell) => cell.row === row && cell.column === column))).toBe(true);
      }),
      RUNS,
    );
  });

  it.each([
    ["a leaf's weight", 4, 2, ["PJ-02"]],
    ["a leaf's score above its weight", 5, 40, ["PJ-04"]],
    ["a level's weight", 1, 3, ["PJ-02"]],
    ["a level's score", 2, -1, ["PJ-05"]],
  ] as const)("%s", (_, column, by, rules) => {
    fc.assert(
      fc.property(evaluation, fc.nat(20), (inputs, pick) => {
        const grid = complete(inputs);
        const rows = grid.sheets[0]?.values ?? [];
        const lines = rows.flatMap((row, at) =>
          at > 2 && at < rows.length - 1 && typeof row[column] === "number" ? [at] : [],
        );
        const row = lines[pick % lines.length] ?? 0;
        const value = Number(rows[row]?.[column]) + by;
        const findings = found(withCells(grid, [{ sheet: SHEET, row, column, value }]));
        for (const rule of rules) {
          const own = findings.filter((finding) => finding.rule === rule);
          const cells = own.flatMap((finding) => [...finding.cells, ...finding.related]);
          expect(
            cells.some((cell) => cell.row === row && cell.column === column),
            told(findings).join(),
          ).toBe(true);
        }
      }),
      RUNS,
    );
  });

  it("the total of an evaluation", () => {
    fc.assert(
      fc.property(evaluation, fc.constantFrom(-3, -0.5, 0.5, 2), (inputs, by) => {
        const grid = complete(inputs);
        const rows = grid.sheets[0]?.values ?? [];
        const row = rows.length - 1;
        const findings = found(withCells(grid, [{ sheet: SHEET, row, column: 5, value: Number(rows[row]?.[5]) + by }]));
        expect(findings.map(({ rule }) => rule)).toContain("PJ-03");
      }),
      RUNS,
    );
  });
});
