import { readFileSync } from "node:fs";
import type { Frame, Locator } from "playwright-core";
import { describe, expect, it } from "vitest";
import { parseA1 } from "../../src/core/model/cell";
import type { CellValue } from "../../src/core/model/grid";
import { readDocx } from "../../src/host/docx/read-docx";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { manyTexts } from "../../src/text/many";
import { zh } from "../../src/text/zh";
import { fillTexts } from "../../src/text/zh-fill";
import { faultyWorkbooks } from "../app/overview/faulty-workbooks";
import { demoSession } from "../support/demo-session";
import { buildXlsx } from "../support/xlsx-builder";

/**
 * Whole jobs from a cold start, the clicks counted. The trainer's is in exercise.test.ts; the administrator's in
 * release.test.ts, and what is seen outside Excel in first-load.test.ts.
 */
describe("a day's work", () => {
  const demo = demoSession();

  /** Six mistakes in a sound workbook: four with one certain correction, two to be looked up. */
  const CERTAIN: readonly (readonly [sheet: string, cell: string, wrong: CellValue])[] = [
    ["公开02表 收入决算表", "D13", 5525.44],
    ["公开03表 支出决算表", "E12", 70.6],
    ["公开09表 财政拨款“三公”经费支出决算表", "G8", 49.62],
    ["自评表-2", "H23", 98],
  ];
  const PART = { sheet: "公开06表 一般公共预算财政拨款基本支出决算明细表", cell: "C8", wrong: 400.33 };
  const GRADE = { sheet: "项目支出绩效自评情况汇总表", cell: "E7", wrong: "良好", right: "优秀" };

  /** Counts clicks as they are made. */
  class Hand {
    clicks = 0;

    async click(what: Locator): Promise<void> {
      await what.click();
      this.clicks += 1;
    }
  }

  const button = (pane: Frame, name: string | RegExp): Locator =>
    pane.getByRole("button", { name, exact: true }).first();

  it("of a clerk: six mistakes mended in at most eight clicks after the check", async () => {
    const host = await openXlsx(readFileSync("assets/samples/exercise.xlsx"));
    const mistakes = [...CERTAIN, ...[PART, GRADE].map(({ sheet, cell, wrong }) => [sheet, cell, wrong] as const)];
    const writes = mistakes.map(([sheet, cell, content]) => ({
      cell: { sheet, ...parseA1(cell) },
      content,
      isFormula: false,
    }));
    const cells = [PART, GRADE].map(({ sheet, cell }) => ({ sheet, ...parseA1(cell) }));
    const [part] = await host.readCells(cells);
    await host.write(writes);
    await demo.sheet.open("六处错误.xlsx", host.save());
    await demo.page.getByRole("status").getByText("六处错误.xlsx", { exact: true }).waitFor();
    const pane = await demo.pane();
    const verdict = pane.getByRole("status", { name: zh.head.landmark });
    await button(pane, zh.head.check).click();
    await expect.poll(() => verdict.innerText()).toContain("6 处错误");

    const hand = new Hand();
    await hand.click(button(pane, fillTexts.suggestion.openAll(CERTAIN.length)));
    await hand.click(button(pane, fillTexts.suggestion.applyAll(CERTAIN.length)));
    // What was done is told where the cards were, with the way back.
    await button(pane, fillTexts.suggestion.undo).waitFor();
    await expect.poll(() => verdict.innerText()).toContain("2 处错误");

    await hand.click(pane.locator("[data-problem]").filter({ hasText: "301 工资福利支出" }));
    await hand.click(pane.getByRole("table").getByTitle(zh.place(PART.sheet, PART.cell), { exact: true }).first());
    await demo.sheet.expectSelected(PART.sheet, PART.cell);
    await demo.sheet.typeIntoSelected(String(part?.content));
    await hand.click(pane.locator("[data-problem]").filter({ hasText: "等级应为" }));
    await demo.sheet.expectSelected(GRADE.sheet, GRADE.cell);
    await demo.sheet.enterWordsIntoSelected(GRADE.right);
    await hand.click(button(pane, zh.head.recheck));
    await pane.getByText(zh.nothingFound.title, { exact: true }).waitFor();
    expect(hand.clicks).toBeLessThanOrEqual(8);
  });

  it("of a supervisor: from files to the opinions to be printed in at most five clicks", async () => {
    const workbooks = faultyWorkbooks(3, 4, 3);
    const files = workbooks.map(({ file, grid }) => ({
      name: file.split("/").at(-1) ?? "",
      mimeType: "application/octet-stream",
      buffer: Buffer.from(buildXlsx(grid)),
    }));
    const pane = await demo.pane();
    const hand = new Hand();
    await hand.click(pane.getByRole("tab", { name: zh.tabs.more, exact: true }));
    await hand.click(pane.getByRole("tab", { name: manyTexts.title, exact: true }));
    const chooser = demo.page.waitForEvent("filechooser");
    await hand.click(button(pane, `${manyTexts.pick}：${manyTexts.pickName}`));
    await (await chooser).setFiles(files);
    const save = button(pane, manyTexts.save.opinions);
    await save.waitFor();
    const download = demo.page.waitForEvent("download");
    await hand.click(save);
    const { document } = readDocx(new Uint8Array(readFileSync(await (await download).path())));
    expect(hand.clicks).toBeLessThanOrEqual(5);
    const rows = document.blocks.flatMap((block) => (block.kind === "table" ? block.rows.length - 1 : []));
    const asked = workbooks.map(({ cards }) => cards.filter((kind) => kind !== "hint").length).filter(Boolean);
    expect(rows.sort()).toEqual(asked.sort());
  });
});
