import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { documentViewTexts } from "../../src/text/document-view";
import { launchBrowser, offlineContext, type OfflineContext } from "../support/browser";
import { builtProduct } from "../support/built-product";
import { servePlainly } from "../support/plain-server";
import { publishedPdf } from "../support/published-pdf";

/** 核对公开文档 in a browser without Excel and without a network, under the policy the page carries. */
describe("documents.html", () => {
  let server: Awaited<ReturnType<typeof servePlainly>>;
  let browser: Browser;
  let offline: OfflineContext;
  let page: Page;
  let asked: string[];
  let complaints: string[];

  beforeAll(async () => {
    server = await servePlainly(await builtProduct());
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(async () => {
    [asked, complaints] = [[], []];
    offline = await offlineContext(browser, { viewport: { width: 400, height: 800 } });
    page = await offline.context.newPage();
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      if (/Content Security Policy|Refused to/i.test(message.text())) complaints.push(message.text());
    });
    await page.goto(`${server.address}documents.html`);
    await page.getByRole("button", { name: documentViewTexts.pick }).waitFor();
  });

  afterEach(async () => {
    await offline.context.close();
    expect(offline.refused).toEqual([]);
    expect(complaints).toEqual([]);
  });

  const choose = (...files: readonly (readonly [name: string, bytes: Uint8Array])[]) =>
    page
      .getByLabel(documentViewTexts.pickName)
      .setInputFiles(files.map(([name, bytes]) => ({ name, mimeType: "application/pdf", buffer: Buffer.from(bytes) })));

  it("loads nothing of the PDF library before a document is chosen", () => {
    expect(asked.filter((path) => /pdf|chunk/.test(path))).toEqual([]);
  });

  it("names page, table, row and column of a finding and frames its cell on the page", async () => {
    await choose(["公开.pdf", publishedPdf("1,281.05", "本年支出合计1,291.05万元。")]);
    const tables = page.getByRole("region", { name: documentViewTexts.tables });
    await tables
      .getByRole("button", { name: /第1页《支出决算表》“合计”行“本年支出合计”列/ })
      .first()
      .click();
    const frame = page.locator("[data-frame]");
    await frame.waitFor();
    const window = await page.getByRole("img").boundingBox();
    const box = await frame.boundingBox();
    if (!window || !box) throw new Error("no picture");
    expect(box.x).toBeGreaterThanOrEqual(window.x);
    expect(box.y).toBeGreaterThanOrEqual(window.y);
    expect(box.y + box.height).toBeLessThanOrEqual(window.y + window.height + 1);
    // The frame is as wide as the column: 70 points and a margin on both sides, drawn at one and a half.
    expect(box.width).toBeCloseTo(1.5 * 76, -1);
    await page.getByRole("button", { name: documentViewTexts.closePicture }).click();
    await page.getByText("支出合计应为1,281.05万元").first().waitFor();
    await page
      .getByRole("button", { name: documentViewTexts.look("第1页") })
      .first()
      .click();
    await frame.waitFor();
    expect(await page.getByRole("button", { name: "填入建议值" }).count()).toBe(0);
  });

  it("checks several, and saves a marked copy and the tables of one", async () => {
    await choose(["一.pdf", publishedPdf()], ["二.pdf", publishedPdf("1,281.05")]);
    await page.getByText("共 2 份：2 份有错误").waitFor();
    await page.getByRole("button", { name: documentViewTexts.show }).nth(1).click();
    await page.getByRole("button", { name: documentViewTexts.back }).waitFor();
    for (const [button, name] of [
      [documentViewTexts.saveMarked, "二-标注.pdf"],
      [documentViewTexts.saveTables, "二-各表.xlsx"],
    ] as const) {
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: button }).click();
      expect((await saved).suggestedFilename()).toBe(name);
    }
  });
});
