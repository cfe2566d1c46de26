import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { draftWorkbook } from "../../src/app/narrative/draft-workbook";
import { readAsset } from "../../src/cli/draft";
import { paragraphText } from "../../src/core/narrative/rendering/span-text";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { narrativeTexts } from "../../src/text/narrative";
import { newSetTexts } from "../../src/text/new-set";
import { NEW_SET_TITLE } from "../../src/text/new-set-title";
import { zh } from "../../src/text/zh";
import { buildXlsx } from "../support/xlsx-builder";
import { demoSession } from "../support/demo-session";

const SAMPLE = "assets/samples/sample.xlsx";

describe("the tab 情况说明 in the demo", () => {
  const demo = demoSession();
  let page: Page;
  let pane: Frame;

  beforeEach(async () => {
    ({ page } = demo);
    pane = await demo.pane();
    await pane.getByRole("tab", { name: zh.tabs.narrative }).click();
    await pane.getByRole("article").waitFor();
  });

  it("drafts the same text as the file does, and leads from a figure to its cell", async () => {
    const host = await openXlsx(readFileSync(SAMPLE));
    const { draft } = await draftWorkbook(host, { readAsset });
    // Where a reason is missing the pane has a field to write it in.
    const written = draft.sections
      .flatMap(({ title, paragraphs }) => [title, ...paragraphs.map(paragraphText)])
      .map((text) => text.replace(/【原因待填：[^】]*】/g, ""));
    const shown = await pane
      .locator("article h3, article h4, article section > p, article figcaption")
      .evaluateAll((elements) => elements.map((element) => element.textContent));
    expect(shown).toEqual(written);
    const figure = draft.sections[0]?.paragraphs.flatMap(({ spans }) => spans).find(({ kind }) => kind === "figure");
    if (figure?.kind !== "figure") throw new Error("no figure");
    await pane.getByRole("article").getByRole("button", { name: figure.text }).first().click();
    await expect
      .poll(async () => (await page.locator('.demo-tabs [aria-selected="true"]').innerText()).trim())
      .toBe(figure.cells[0]?.sheet);
  });

  it("makes the parameter sheet, saves the text as .docx and draws the charts", async () => {
    await pane.getByRole("button", { name: narrativeTexts.parameters.make }).click();
    await pane.getByText(narrativeTexts.parameters.made).waitFor();
    const download = page.waitForEvent("download");
    await pane.getByRole("button", { name: narrativeTexts.take.word }).click();
    const path = await (await download).path();
    const docx = unzipSync(new Uint8Array(readFileSync(path)));
    expect(strFromU8(docx["word/document.xml"]!)).toContain("收入支出决算总体情况说明");
    await pane.getByRole("button", { name: narrativeTexts.take.charts }).click();
    await pane.getByText(/情况说明图表/).waitFor();
  });
});

describe("from an empty workbook to a drafted set", () => {
  const demo = demoSession();

  it("makes a set, fills what follows from the figures typed in, checks it and drafts its text", async () => {
    const { page, sheet } = demo;
    await sheet.open("空白.xlsx", buildXlsx({ sheets: [{ name: "Sheet1", top: 0, left: 0, values: [] }] }));
    await page.getByRole("status").getByText("空白.xlsx", { exact: true }).waitFor();
    const pane = await demo.pane();
    await pane.getByRole("tab", { name: zh.tabs.more }).click();
    await pane.getByRole("tab", { name: NEW_SET_TITLE }).click();
    await pane.getByRole("textbox", { name: newSetTexts.year }).fill("2024");
    await pane.getByRole("textbox", { name: newSetTexts.unitName }).fill("示例市教育局");
    await pane.getByRole("textbox", { name: newSetTexts.subjects, exact: true }).fill("2050202 小学教育");
    await pane.getByRole("checkbox", { name: newSetTexts.formulas }).uncheck();
    await pane.getByRole("button", { name: newSetTexts.plan }).click();
    await pane.getByRole("button", { name: newSetTexts.insert(10) }).click();
    await pane.getByText(newSetTexts.done(10)).waitFor();

    const typed: readonly (readonly [tab: string, cell: string, figure: string])[] = [
      ["公开01表 收入支出决算总表", "C7", "100"],
      ["公开02表 收入决算表", "D10", "100"],
      ["公开03表 支出决算表", "D10", "60"],
      ["公开03表 支出决算表", "E10", "40"],
      ["公开05表 一般公共预算财政拨款支出决算表", "D10", "60"],
      ["公开05表 一般公共预算财政拨款支出决算表", "E10", "40"],
      ["公开06表 一般公共预算财政拨款基本支出决算明细表", "C7", "60"],
    ];
    for (const [tab, cell, figure] of typed) {
      await sheet.goTo(tab, cell);
      await sheet.typeIntoSelected(figure);
    }
    const check = async (label: string): Promise<void> => {
      await pane.getByRole("tab", { name: zh.tabs.check, exact: true }).click();
      await pane.getByRole("button", { name: label, exact: true }).click();
      await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
    };
    await check(zh.head.check);
    await pane.getByRole("tab", { name: zh.tabs.filling, exact: true }).click();
    await pane.getByRole("button", { name: /^填入所选 \d+ 处$/ }).click();
    await pane
      .getByRole("button", { name: /^撤销上次填入/ })
      .first()
      .waitFor();
    await check(zh.head.recheck);
    await pane.getByText(zh.nothingFound.title).waitFor();
    await pane.getByRole("tab", { name: zh.tabs.narrative }).click();
    await pane
      .getByRole("article")
      .getByText(/2024年度收、支总计均为/)
      .waitFor();
  });
});
