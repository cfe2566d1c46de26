import { describe, expect, test, vi } from "vitest";
import { isCheckable, type ChosenFile } from "../../../src/app/many/check-chosen";
import { ReviewDesk, type DeskProgress } from "../../../src/app/many/review-desk";
import { parseA1 } from "../../../src/core/model/cell";
import type { WorkbookGrid } from "../../../src/core/model/grid";
import { changedGrid } from "../../support/changes";
import { buildXlsx } from "../../support/xlsx-builder";
import { faultyWorkbooks } from "../overview/faulty-workbooks";

const NO_ASSETS = { cMapUrl: "", standardFontDataUrl: "", workerSrc: "" };
const chosen = (path: string, grid: WorkbookGrid): ChosenFile => ({
  path,
  read: () => Promise.resolve(buildXlsx(grid)),
});
const WORKBOOKS = faultyWorkbooks(6, 3, 5);
const FILES = WORKBOOKS.map(({ file, grid }) => chosen(file, grid));
const BROKEN: ChosenFile = { path: "各单位/坏.xlsx", read: () => Promise.resolve(new Uint8Array([1, 2, 3])) };

function newDesk(): { readonly desk: ReviewDesk; readonly seen: DeskProgress[] } {
  const desk = new ReviewDesk(NO_ASSETS, () => new Date(2024, 7, 1));
  const seen: DeskProgress[] = [];
  desk.subscribe(() => {
    const { progress } = desk.getState();
    if (progress && progress !== seen.at(-1)) seen.push(progress);
  });
  return { desk, seen };
}

describe("many workbooks on the desk", () => {
  test("are checked one after the other, a bad one among them, and counted in cards", async () => {
    const { desk, seen } = newDesk();
    await desk.take([...FILES, BROKEN]);
    expect(seen.map(({ done, all, name }) => [done, all, name])).toEqual(
      [...FILES, BROKEN].map(({ path }, i) => [i, 7, path]),
    );
    const { overview, progress } = desk.getState();
    expect(progress).toBeUndefined();
    const all = WORKBOOKS.flatMap(({ cards }) => cards);
    expect(overview?.totals).toMatchObject({
      workbooks: 7,
      unread: 1,
      errors: all.filter((kind) => kind === "error").length,
      hints: all.filter((kind) => kind === "hint").length,
    });
    expect(overview?.folder).toBe("各单位/");
  });

  test("that are called off leave what was done", async () => {
    const { desk } = newDesk();
    desk.subscribe(() => {
      if (desk.getState().progress?.done === 2) desk.cancel();
    });
    await desk.take(FILES);
    expect(desk.getState()).toMatchObject({ progress: undefined, cancelled: { done: 2, all: 6 } });
    expect(desk.getState().overview?.workbooks).toHaveLength(2);
  });

  test("are compared with the version sent before, given as workbooks", async () => {
    const { desk } = newDesk();
    const mended = WORKBOOKS.find(({ cards }) => cards.length > 1)!;
    const sound = faultyWorkbooks(2, 0)[WORKBOOKS.indexOf(mended) % 2]!;
    await desk.take([chosen(mended.file, sound.grid)]);
    await desk.compareWith([chosen(`上次/${mended.file}`, mended.grid)]);
    expect(desk.getState().earlier).toBe(1);
    expect(desk.getState().overview?.comparison?.totals).toEqual({
      mended: mended.cards.length - sound.cards.length,
      remaining: sound.cards.length,
      added: 0,
      unclear: 0,
    });
  });

  test("are added up against the department's, where one is named", async () => {
    const { desk } = newDesk();
    const { grid } = faultyWorkbooks(1, 0)[0]!;
    const z03 = grid.sheets.find(({ name }) => name.startsWith("公开03"))!.name;
    const department = changedGrid(grid, [{ cell: { sheet: z03, ...parseA1("D10") }, content: 2079.53 }]);
    await desk.take([chosen("部门.xlsx", department), chosen("单位.xlsx", grid)]);
    expect(desk.getState().overview?.consolidation).toBeUndefined();
    await desk.name("部门.xlsx");
    expect(desk.getState().overview?.consolidation).toMatchObject({
      units: 1,
      differences: [{ tableName: "公开03表", cell: "D10" }],
    });
    await desk.name(undefined);
    expect(desk.getState().overview?.consolidation).toBeUndefined();
  });

  test("are added up in steps: nothing waits long, progress is told, and it can be called off", async () => {
    const { desk, seen } = newDesk();
    const { grid } = faultyWorkbooks(1, 0)[0]!;
    const names = Array.from({ length: 4 }, (_, i) => `${i}.xlsx`);
    await desk.take(names.map((name) => chosen(name, grid)));
    const clock = vi.spyOn(performance, "now");
    // Each look at the clock finds it a second on: a break is due at every step.
    let now = 0;
    clock.mockImplementation(() => (now += 1000));
    try {
      seen.length = 0;
      await desk.name("0.xlsx");
      const told = seen.map(({ what, done }) => (what === "consolidation" ? done : NaN));
      expect(told.length).toBeGreaterThan(100);
      expect(told).toEqual([...told].sort((a, b) => a - b));
      expect(told.at(-1)).toBeGreaterThan(50);
      const { consolidation } = desk.getState().overview!;
      expect(consolidation?.units).toBe(3);

      const calledOff = desk.name("1.xlsx");
      desk.cancel();
      await calledOff;
      expect(desk.getState()).toMatchObject({ department: undefined, progress: undefined });
      expect(desk.getState().overview?.consolidation).toBeUndefined();
    } finally {
      clock.mockRestore();
    }
  });
});

test.each([
  ["甲/公开.xlsx", true],
  ["公开.PDF", true],
  ["公开.docx", true],
  ["甲/~$公开.xlsx", false],
  ["._公开.xlsx", false],
  ["说明.txt", false],
  ["旧.xls", false],
])("%s can be checked: %s", (path, expected) => {
  expect(isCheckable(path)).toBe(expected);
});
