import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CellValue, WorkbookGrid } from "../../src/core/model/grid";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { TABS } from "../../src/taskpane/tabs";
import { zh } from "../../src/text/zh";
import { launchBrowser, offlineContext, type OfflineContext } from "../support/browser";
import { builtProduct } from "../support/built-product";
import { complaintsOf } from "../support/complaints";
import { openInExcel } from "../support/excel-around-page";
import { servePlainly } from "../support/plain-server";

const sample = readFileSync(join(import.meta.dirname, "../../assets/samples/sample.xlsx"));

/** The sample with its 本年收入合计 left out, so that there is something to fill. */
function withBlankTotal(grid: WorkbookGrid): WorkbookGrid {
  const blank = (row: readonly CellValue[]) =>
    row[0] === "本年收入合计" ? row.map((value, i) => (i === 2 ? null : value)) : row;
  const sheets = grid.sheets.map((sheet, i) =>
    i === 0 ? { ...sheet, values: sheet.values.map(blank), formulas: [] } : sheet,
  );
  return { ...grid, sheets };
}

/** What an administrator copies to a server, behind the plainest of servers, in a browser without a network. */
describe("dist/ on an intranet", () => {
  const folder = mkdtempSync(join(tmpdir(), "dist-"));
  let server: Awaited<ReturnType<typeof servePlainly>>;
  let browser: Browser;
  let offline: OfflineContext;
  let page: Page;
  let workbook: WorkbookModel;
  let complaints: readonly string[];

  beforeAll(async () => {
    cpSync(await builtProduct(), folder, { recursive: true });
    server = await servePlainly(folder);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(folder, { recursive: true });
  });

  beforeEach(async () => {
    offline = await offlineContext(browser, { viewport: { width: 350, height: 700 } });
    page = await offline.context.newPage();
    complaints = complaintsOf(page);
    workbook = WorkbookModel.fromGrid(withBlankTotal(await (await openXlsx(sample)).read()));
    await openInExcel(page, `${server.address}taskpane.html`, workbook);
    await page.getByRole("button", { name: zh.head.check, exact: true }).waitFor();
  });

  afterEach(async () => {
    await offline.context.close();
    expect(offline.refused).toEqual([]);
  });

  const check = async () => {
    await page.getByRole("button", { name: zh.head.check, exact: true }).click();
    await page.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
  };
  const formatsOf = () => workbook.contents().sheets.map(({ conditionalFormats }) => conditionalFormats.length);

  it("checks, goes to a cell, marks and clears", async () => {
    await check();
    await page.locator("[data-problem]").first().click();
    const before = formatsOf();
    await page.getByRole("button", { name: zh.highlight.on }).click();
    await expect.poll(formatsOf).not.toEqual(before);
    await page.getByRole("button", { name: zh.highlight.off }).click();
    await expect.poll(formatsOf).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it("opens every tab, with all the files it loads for it", async () => {
    await check();
    for (const { label } of TABS) {
      await page.getByRole("tab", { name: label, exact: true }).click();
      const panel = page.getByRole("tabpanel");
      await expect.poll(() => panel.innerText()).not.toBe("");
      await expect.poll(() => panel.getByText(zh.tabs.loading).count()).toBe(0);
    }
    expect(complaints).toEqual([]);
  });

  it("fills what can be derived and takes it back", async () => {
    const values = () => workbook.contents().sheets.map(({ cells }) => cells.map(([, , { value }]) => value));
    const before = values();
    await check();
    await page.getByRole("tab", { name: zh.tabs.filling, exact: true }).click();
    await page.getByRole("button", { name: /^填入所选 \d+ 处$/ }).click();
    await expect.poll(values).not.toEqual(before);
    await page
      .getByRole("button", { name: /^撤销上次填入/ })
      .first()
      .click();
    await expect.poll(values).toEqual(before);
    expect(complaints).toEqual([]);
  });

  it("drafts the 情况说明 from the templates beside the page", async () => {
    await page.getByRole("tab", { name: zh.tabs.narrative, exact: true }).click();
    const panel = page.getByRole("tabpanel");
    const begin = panel.getByRole("button", { name: /起草/ });
    await expect
      .poll(async () => (await begin.count()) + (await panel.getByText("收支总体情况").count()))
      .toBeGreaterThan(0);
    if ((await begin.count()) > 0) await begin.first().click();
    await expect.poll(() => panel.innerText()).toMatch(/收入支出决算|收、支总计|本年收入合计/);
    expect(complaints).toEqual([]);
  });

  it("keeps its policy without a header from the server: no eval, no inline script, no other address", async () => {
    const tried = await page.evaluate(async () => {
      const outcome = { evaluated: false, inline: false, fetched: false };
      // Later, since the policy does not bind a script that the debugger is just running.
      outcome.evaluated = await new Promise<boolean>((answered) => {
        setTimeout(() => {
          try {
            answered(Boolean(window.eval("1")));
          } catch {
            answered(false);
          }
        }, 0);
      });
      const script = document.createElement("script");
      script.textContent = "window.inlineRan = true";
      document.body.append(script);
      outcome.inline = "inlineRan" in window;
      outcome.fetched = await fetch("https://example.com/").then(
        () => true,
        () => false,
      );
      return outcome;
    });
    expect(tried).toEqual({ evaluated: false, inline: false, fetched: false });
    expect(complaints.join("\n")).toMatch(/connect-src/);
  });

  it("runs the ribbon's command page", async () => {
    const commands = await offline.context.newPage();
    await openInExcel(commands, `${server.address}commands.html`, workbook);
    await expect.poll(() => commands.evaluate(() => "Office" in window && "Excel" in window)).toBe(true);
    expect(complaints).toEqual([]);
  });
});
