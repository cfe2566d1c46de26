import { readFileSync } from "node:fs";
import { strFromU8, unzipSync } from "fflate";
import type { Frame, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { draftWorkbook } from "../../src/app/narrative/draft-workbook";
import { readAsset } from "../../src/cli/draft";
import { paragraphText } from "../../src/core/narrative/rendering/span-text";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { narrativeTexts } from "../../src/text/narrative";
import { zh } from "../../src/text/zh";
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
      .poll(async () => (await page.locator(".luckysheet-sheets-item-active").innerText()).trim())
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
