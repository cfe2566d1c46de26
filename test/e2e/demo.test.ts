import type { Frame, Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { DEMO_TEXT } from "../../src/text/demo";
import { zh } from "../../src/text/zh";
import type { SheetView } from "../support/demo-page";
import { demoSession } from "../support/demo-session";
import { buildXlsx } from "../support/xlsx-builder";

/** A slip planted in the sample by scripts/build-samples.ts. */
const SLIP = { sheet: "公开02表 收入决算表", cell: "D13", wrong: "5,525.44", right: "5552.44" };

describe("the demo page", () => {
  const demo = demoSession();
  let page: Page;
  let pane: Frame;
  let sheet: SheetView;

  beforeEach(async () => {
    ({ page, sheet } = demo);
    pane = await demo.pane();
  });

  const check = async (label: string) => {
    await pane.getByRole("button", { name: label, exact: true }).click();
    await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
    await pane.getByText(zh.head.checking, { exact: true }).waitFor({ state: "hidden" });
  };
  const tagsOf = (name: string, cell: string) =>
    pane.getByRole("list").getByTitle(zh.place(name, cell), { exact: true });

  it("shows workbook and pane side by side without scrolling", async () => {
    const size = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.scrollHeight,
    ]);
    expect(size).toEqual([1280, 720]);
    expect(await pane.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  });

  it("leads to the check of published documents, in a tab of its own", async () => {
    const link = page.getByRole("link", { name: DEMO_TEXT.documents, exact: true });
    expect(await link.getAttribute("target")).toBe("_blank");
    const answer = await page.request.get(await link.evaluate((anchor: HTMLAnchorElement) => anchor.href));
    expect(await answer.text()).toContain("<title>核对公开文档");
  });

  it("finds a slip, goes to its cell, and no longer finds it once it is corrected in the sheet", async () => {
    await check(zh.head.check);
    const tag = tagsOf(SLIP.sheet, SLIP.cell).first();
    await tag.click();
    await sheet.expectSelected(SLIP.sheet, SLIP.cell);
    expect(await sheet.contentOfSelected()).toBe(SLIP.wrong.replace(",", ""));

    await sheet.typeIntoSelected(SLIP.right);
    await check(zh.head.recheck);
    await expect.poll(() => tagsOf(SLIP.sheet, SLIP.cell).count()).toBe(0);
  });

  it("follows the user's edits once asked to", async () => {
    await check(zh.head.check);
    await pane.getByRole("button", { name: zh.head.unfold }).click();
    await pane.getByRole("switch", { name: zh.head.live }).check();
    await tagsOf(SLIP.sheet, SLIP.cell).first().click();
    await sheet.expectSelected(SLIP.sheet, SLIP.cell);
    await sheet.typeIntoSelected(SLIP.right);
    await expect.poll(() => tagsOf(SLIP.sheet, SLIP.cell).count()).toBe(0);
  });

  it("marks the cells concerned and clears the marks without a trace", async () => {
    await check(zh.head.check);
    await tagsOf(SLIP.sheet, SLIP.cell).first().click();
    await sheet.expectSelected(SLIP.sheet, SLIP.cell);
    const before = await sheet.picture();
    await pane.getByRole("button", { name: zh.highlight.on }).click();
    await expect.poll(() => sheet.picture()).not.toBe(before);
    await pane.getByRole("button", { name: zh.highlight.off }).click();
    await expect.poll(() => sheet.picture()).toBe(before);
  });

  it("opens a workbook of one's own, and says what is wrong with a file that is none", async () => {
    const values = [["收入支出决算总表"], ["单位：万元"], ["没有表头"]];
    await sheet.open("自备.xlsx", buildXlsx({ sheets: [{ name: "一", top: 0, left: 0, values }] }));
    await page.getByRole("status").getByText("自备.xlsx", { exact: true }).waitFor();
    await sheet.expectSelected("一", "A1");
    await sheet.open("说明.xlsx", new TextEncoder().encode("%PDF-1.7"));
    await page.getByRole("alert").getByText("这个文件不是 Excel 工作簿").waitFor();
    await sheet.expectSelected("一", "A1");
  });
});
