import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { zh } from "../../src/text/zh";
import { launchBrowser, offlineContext } from "../support/browser";
import { builtProduct } from "../support/built-product";
import { openPane, ownBytes } from "../support/first-load";
import { servePlainly } from "../support/plain-server";

/** Packed bytes that the pane may fetch before the user's first click. */
const BUDGET = 170_000;

describe("the pane's first load", () => {
  let dist: string;
  let browser: Browser;
  beforeAll(async () => {
    dist = await builtProduct();
    browser = await launchBrowser();
  });
  afterAll(() => browser.close());

  it("stays within its budget, counted by what the browser asks for; the checks come with the first click", async () => {
    const pane = await openPane(browser, dist);
    try {
      const before = await pane.loaded();
      expect(before.map(({ path }) => path)).toEqual(expect.arrayContaining(["taskpane.html", "taskpane.js"]));
      expect(ownBytes(before), before.map(({ path, gzip }) => `${path} ${String(gzip)}`).join("\n")).toBeLessThan(
        BUDGET,
      );
      await pane.page.getByRole("button", { name: zh.head.check, exact: true }).click();
      await pane.page.getByText(zh.noTables.title, { exact: true }).first().waitFor();
      expect((await pane.loaded()).length).toBeGreaterThan(before.length);
      expect(pane.refused).toEqual([]);
    } finally {
      await pane.close();
    }
  });

  it("frames nobody's page for statistics where it is opened outside Office", async () => {
    const server = await servePlainly(dist);
    const { context } = await offlineContext(browser);
    try {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => complaints.push(message.text()));
      await page.clock.install();
      await page.goto(`${server.address}taskpane.html`);
      // Microsoft's script for pages outside Office has run: its frame would follow seconds later.
      await page.waitForFunction(() => "Logger" in ((window as { OSF?: object }).OSF ?? {}));
      await page.clock.fastForward(60_000);
      // It says where it belongs, and leads to what works here.
      await page.getByRole("heading", { name: "此页应在 Excel 中打开" }).waitFor();
      expect(await page.getByRole("button").count()).toBe(0);
      for (const link of await page.getByRole("link").all()) {
        const response = await page.request.get(new URL((await link.getAttribute("href")) ?? "", page.url()).href);
        expect(response.status()).toBe(200);
      }
      expect(await page.locator("iframe").count()).toBe(0);
      expect(complaints.filter((text) => /Content Security Policy|Refused to/i.test(text))).toEqual([]);
    } finally {
      await context.close();
      await server.close();
    }
  });
});
