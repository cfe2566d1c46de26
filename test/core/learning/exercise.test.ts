import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { checkGrid } from "../../../src/app/check-workbook";
import { makeExercise, type HiddenSlip } from "../../../src/core/learning/exercise/make-exercise";
import { isMended, scoreOf } from "../../../src/core/learning/exercise/score";
import { EXERCISE_SLIPS } from "../../../src/core/learning/exercise/slips";
import { cellKey } from "../../../src/core/model/cell";
import type { CellValue, WorkbookGrid } from "../../../src/core/model/grid";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";

describe("the exercise", () => {
  let sound: WorkbookGrid;
  beforeAll(async () => {
    const bytes = readFileSync(join(import.meta.dirname, "../../../assets/samples/exercise.xlsx"));
    sound = await (await openXlsx(bytes)).read();
  });

  const valueAt = (grid: WorkbookGrid, { cell }: HiddenSlip): CellValue => {
    const sheet = grid.sheets.find(({ name }) => name === cell.sheet);
    return sheet?.values[cell.row - sheet.top]?.[cell.column - sheet.left] ?? null;
  };

  it("starts from a workbook without a finding", () => {
    expect(checkGrid(sound).result.findings.map(({ message }) => message)).toEqual([]);
  });

  it.each([1, 7, 99])("of seed %i hides one mistake of each kind, each on a sheet of its own", (seed) => {
    const { slips, grid } = makeExercise(sound, seed);
    expect(slips.map(({ kind }) => kind).sort()).toEqual([...EXERCISE_SLIPS].sort());
    expect(new Set(slips.map(({ cell }) => cell.sheet)).size).toBe(slips.length);
    for (const slip of slips) {
      expect(valueAt(sound, slip)).toBe(slip.was);
      expect(valueAt(grid, slip)).toBe(slip.becomes);
      expect(slip.was).not.toBe(slip.becomes);
    }
    const { findings } = checkGrid(grid).result;
    for (const { rule, cell } of slips) {
      const told = findings.filter((finding) => finding.rule === rule);
      const places = told.flatMap(({ cells, related }) => [...cells, ...related].map(({ sheet }) => sheet));
      expect(places).toContain(cell.sheet);
    }
  });

  it("is the same for the same seed and another for another", () => {
    const cells = (seed: number): string[] => makeExercise(sound, seed).slips.map(({ cell }) => cellKey(cell));
    expect(cells(5)).toEqual(cells(5));
    expect(cells(5)).not.toEqual(cells(6));
  });

  it("leaves nothing to find once every mistake is put right", () => {
    const { slips, grid } = makeExercise(sound, 11);
    const sheets = grid.sheets.map((sheet) => ({
      ...sheet,
      values: sheet.values.map((row, r) =>
        row.map((value, c) => {
          const slip = slips.find(({ cell }) => cellKey(cell) === cellKey({ sheet: sheet.name, row: r, column: c }));
          return slip ? slip.was : value;
        }),
      ),
    }));
    expect(checkGrid({ sheets }).result.findings).toEqual([]);
  });
});

const slip = (was: CellValue, kind: HiddenSlip["kind"] = "transposed"): HiddenSlip => ({
  ...{ kind, was, becomes: null, rule: "Z01-01", message: "" },
  cell: { sheet: "一", row: 0, column: 0 },
});

it.each([
  [slip(5552.44), 5552.44, true],
  [slip(5552.44), "5,552.44", true],
  [slip(5552.44), 5552.45, false],
  [slip(5552.44), null, false],
  [slip(5552.44), "见附表", false],
  [slip("优秀", "grade"), "优", true],
  [slip("优秀", "grade"), " 优秀 ", true],
  [slip("优秀", "grade"), "良好", false],
])("%o holding %o is mended: %s", (hidden, now, expected) => {
  expect(isMended(hidden, now)).toBe(expected);
});

it.each([
  [[], 0, 0],
  [[{ isMended: true, hints: 0 }], 0, 100],
  [[{ isMended: false, hints: 0 }], 0, 0],
  [
    [
      { isMended: true, hints: 1 },
      { isMended: true, hints: 3 },
    ],
    0,
    50,
  ],
  [
    [
      { isMended: true, hints: 0 },
      { isMended: true, hints: 2 },
    ],
    2,
    65,
  ],
  [[{ isMended: false, hints: 0 }], 3, 0],
])("progress %j with %i cells spoiled scores %i", (progress, spoiled, expected) => {
  expect(scoreOf(progress, spoiled)).toBe(expected);
});
