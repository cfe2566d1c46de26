import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Frame, Locator, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { CHECK_PRICE, prepareExercise, type ExerciseTask } from "../../src/app/learning/exercise";
import { a1 } from "../../src/core/model/cell";
import type { CellValue } from "../../src/core/model/grid";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { DEMO_TEXT } from "../../src/text/demo";
import { EXERCISE_TEXT, TOUR_STEPS } from "../../src/text/exercise";
import { zh } from "../../src/text/zh";
import type { SheetView } from "../support/demo-page";
import { demoSession } from "../support/demo-session";

/** The hidden mistakes of a set, as the page hides them. */
async function tasksOf(seed: number, kinds?: Parameters<typeof prepareExercise>[2]): Promise<readonly ExerciseTask[]> {
  const sound = readFileSync(join(import.meta.dirname, "../../assets/samples/exercise.xlsx"));
  return (await prepareExercise(sound, seed, kinds)).tasks;
}

describe("lessons in the demo", () => {
  const demo = demoSession();
  let page: Page;
  let sheet: SheetView;

  beforeEach(() => {
    ({ page, sheet } = demo);
  });

  const strip = (name: string): Locator => page.getByRole("region", { name, exact: true });
  const press = (within: Locator, name: string): Promise<void> =>
    within.getByRole("button", { name, exact: true }).click();

  const enter = (value: CellValue): Promise<void> =>
    typeof value === "number" ? sheet.typeIntoSelected(String(value)) : sheet.enterWordsIntoSelected(String(value));

  /** The pane beside a workbook that was just opened, after a check. */
  const checkedPane = async (): Promise<Frame> => {
    const pane = await demo.pane();
    await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
    await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
    return pane;
  };

  it("is played from the first hint to the score, by the pane's help, and once more with other mistakes", async () => {
    const tasks = await tasksOf(1);
    const [first, ...others] = tasks;
    await page.getByRole("button", { name: EXERCISE_TEXT.open, exact: true }).click();
    const exercise = strip(EXERCISE_TEXT.region);
    const status = exercise.getByRole("status").first();
    await expect.poll(() => status.innerText()).toBe(EXERCISE_TEXT.progress(0, tasks.length));
    await sheet.ready();

    const log = exercise.getByRole("log");
    await press(exercise, EXERCISE_TEXT.hintFor(1, 1, 4));
    expect(await log.innerText()).toContain(EXERCISE_TEXT.hintTable(first!.slip.cell.sheet));
    expect(await log.innerText()).not.toContain(first!.rule.title);
    await press(exercise, EXERCISE_TEXT.hintFor(1, 2, 6));
    expect(await log.innerText()).toContain(first!.rule.title);
    await press(exercise, EXERCISE_TEXT.hintFor(1, 3, 6));
    expect(await log.innerText()).toContain(EXERCISE_TEXT.hintCell(a1(first!.slip.cell)));
    await sheet.expectSelected(first!.slip.cell.sheet, a1(first!.slip.cell));
    await enter(first!.slip.was);
    await expect.poll(() => status.innerText()).toBe(EXERCISE_TEXT.progress(1, tasks.length));

    const pane = await checkedPane();
    for (const [index, { slip }] of others.entries()) {
      const place = zh.place(slip.cell.sheet, a1(slip.cell));
      await pane.getByRole("list").getByTitle(place, { exact: true }).first().click();
      await sheet.expectSelected(slip.cell.sheet, a1(slip.cell));
      await enter(slip.was);
      const isLast = index === others.length - 1;
      const expected = isLast ? EXERCISE_TEXT.score(84 - CHECK_PRICE) : EXERCISE_TEXT.progress(index + 2, tasks.length);
      await expect.poll(() => status.innerText()).toBe(expected);
    }
    expect(await exercise.innerText()).toContain(EXERCISE_TEXT.allDone);
    expect(await exercise.innerText()).toContain(EXERCISE_TEXT.helped(1, 0));

    const { results } = EXERCISE_TEXT;
    await exercise.getByLabel(results.name).fill("张三");
    await press(exercise, results.record);
    const download = page.waitForEvent("download");
    await press(exercise, results.save);
    const sheets = (await (await openXlsx(readFileSync(await (await download).path()))).read()).sheets;
    const row = [1, "张三", results.setNumber(1), results.modes.practice, 84 - CHECK_PRICE, 5, 5, 3, 0, 1, 0];
    expect(sheets[0]?.values[2]?.slice(0, row.length)).toEqual(row);

    await press(exercise, EXERCISE_TEXT.another);
    await exercise.getByRole("heading", { name: EXERCISE_TEXT.title(2) }).waitFor();
    expect(await status.innerText()).toBe(EXERCISE_TEXT.progress(0, (await tasksOf(2)).length));
  });

  it("is an exam without pane and hints on request, and told what was right only once it is handed in", async () => {
    await page.getByRole("button", { name: EXERCISE_TEXT.open, exact: true }).click();
    const exercise = strip(EXERCISE_TEXT.region);
    await press(exercise, EXERCISE_TEXT.exam);
    await expect.poll(() => exercise.getByRole("status").innerText()).toBe(EXERCISE_TEXT.examProgress(0));
    await sheet.ready();
    expect(await page.getByTitle(DEMO_TEXT.pane).isVisible()).toBe(false);
    expect(await exercise.getByRole("button", { name: /^提示/ }).count()).toBe(0);
    await sheet.expectSelected("公开01表 收入支出决算总表", "A1");
    await sheet.typeIntoSelected("2023");
    await expect.poll(() => exercise.getByRole("status").innerText()).toBe(EXERCISE_TEXT.examProgress(1));
    await press(exercise, EXERCISE_TEXT.finish);
    await expect.poll(() => exercise.getByRole("status").first().innerText()).toBe(EXERCISE_TEXT.score(0));
    await page.getByTitle(DEMO_TEXT.pane).waitFor();
  });

  it("tells what was missed and what was spoiled when it is handed in, and starts the same set again", async () => {
    await page.getByRole("button", { name: EXERCISE_TEXT.open, exact: true }).click();
    const exercise = strip(EXERCISE_TEXT.region);
    await exercise.getByRole("status").waitFor();
    await sheet.expectSelected("公开01表 收入支出决算总表", "A1");
    await sheet.typeIntoSelected("2023");
    await press(exercise, EXERCISE_TEXT.finish);
    const spoiled = EXERCISE_TEXT.spoiled([EXERCISE_TEXT.place("公开01表 收入支出决算总表", "A1")]);
    await expect.poll(() => exercise.innerText()).toContain(spoiled);
    expect(await exercise.getByRole("status").first().innerText()).toBe(EXERCISE_TEXT.score(0));
    for (const { slip } of await tasksOf(1)) {
      expect(await exercise.innerText()).toContain(EXERCISE_TEXT.place(slip.cell.sheet, a1(slip.cell)));
    }
    await press(exercise, EXERCISE_TEXT.again);
    await expect.poll(() => exercise.getByRole("status").innerText()).toBe(EXERCISE_TEXT.progress(0, 5));
    await press(exercise, EXERCISE_TEXT.leave);
    await exercise.waitFor({ state: "detached" });
  });

  it("leads a trainer by what is done, from the first check to the cleared marks", async () => {
    const [task] = await tasksOf(1, ["transposed"]);
    await page.getByRole("button", { name: EXERCISE_TEXT.tour.open, exact: true }).press("Enter");
    const tour = strip(EXERCISE_TEXT.tour.region);
    await tour.getByRole("heading").waitFor();
    const pane = await demo.pane();
    const click = (name: string) => pane.getByRole("button", { name, exact: true }).click();
    const ways: Readonly<Record<string, () => Promise<void>>> = {
      检查: () => click(zh.head.check),
      看一处发现: () => pane.locator("[data-problem]").first().click(),
      读依据: () => click(zh.problem.learn),
      标出单元格: () => click(zh.highlight.on),
      改正: async () => {
        await sheet.expectSelected(task!.slip.cell.sheet, a1(task!.slip.cell));
        await tour.getByRole("button", { name: EXERCISE_TEXT.tour.mend }).press("Enter");
      },
      重新检查: () => click(zh.head.recheck),
      清除标记: () => click(zh.highlight.off),
    };
    for (const [at, step] of TOUR_STEPS.entries()) {
      const title = EXERCISE_TEXT.tour.step(at + 1, TOUR_STEPS.length, step.title);
      await tour.getByRole("heading", { name: title, exact: true }).waitFor();
      await ways[step.title]?.();
    }
    await pane.getByText(zh.nothingFound.title, { exact: true }).waitFor();
    await tour.getByRole("button", { name: EXERCISE_TEXT.tour.toExercise, exact: true }).press("Enter");
    await strip(EXERCISE_TEXT.region).getByRole("status").waitFor();
  });
});
