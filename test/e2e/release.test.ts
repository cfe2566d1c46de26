import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { unzipSync } from "fflate";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeRelease } from "../../scripts/release/make-release.mjs";
import { manifestFor } from "../../scripts/manifest-for.mjs";
import { contentsOfGrid } from "../../src/emulator/model/content";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { DEMO_TEXT } from "../../src/text/demo";
import { zh } from "../../src/text/zh";
import { launchBrowser, offlineContext, type OfflineContext } from "../support/browser";
import { builtProduct } from "../support/built-product";
import { complaintsOf } from "../support/complaints";
import { paneOf, SheetView } from "../support/demo-page";
import { openInExcel } from "../support/excel-around-page";
import { servePlainly } from "../support/plain-server";
import { buildXlsx } from "../support/xlsx-builder";

const root = join(import.meta.dirname, "../..");
const ADDRESS = "https://jscw.example.gov.cn/addin";
const sample = readFileSync(join(root, "assets/samples/sample.xlsx"));

/** What an office without Node gets, unpacked in an empty folder, behind the plainest of servers, without a network. */
describe("the release", () => {
  const out = mkdtempSync(join(tmpdir(), "release-"));
  const folder = join(out, "unpacked");
  let files: readonly string[];
  let unpacked: string;
  let server: Awaited<ReturnType<typeof servePlainly>>;
  let browser: Browser;
  let offline: OfflineContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    files = await makeRelease(await builtProduct(), "1.2.3", out);
    const archive = unzipSync(readFileSync(files[0]!));
    for (const [name, bytes] of Object.entries(archive)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    unpacked = join(folder, "final-accounts-assistant-1.2.3");
    execFileSync("sh", [join(unpacked, "set-address.sh"), ADDRESS]);
    server = await servePlainly(join(unpacked, "addin"));
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
    rmSync(out, { recursive: true });
  });

  beforeEach(async () => {
    offline = await offlineContext(browser, { viewport: { width: 1280, height: 720 } });
    page = await offline.context.newPage();
    complaints = complaintsOf(page);
  });

  afterEach(async () => {
    await offline.context.close();
    expect(offline.refused).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it("has the checksums of its files beside them", () => {
    const sums = readFileSync(files[2]!, "utf8").trim().split("\n");
    const expected = files.slice(0, 2).map((path) => {
      const sum = createHash("sha256").update(readFileSync(path)).digest("hex");
      return `${sum}  ${basename(path)}`;
    });
    expect(sums).toEqual(expected);
    expect(expected[1]).toMatch(/final-accounts-check-.*\.tgz$/);
  });

  it("has a manifest once its address is set, server samples, and pages whose links lead somewhere", () => {
    const manifest = readFileSync(join(root, "manifest.xml"), "utf8");
    expect(readFileSync(join(unpacked, "addin/manifest.xml"), "utf8")).toBe(manifestFor(manifest, ADDRESS));
    expect(readdirSync(join(unpacked, "server")).sort()).toEqual(["apache.conf", "nginx.conf", "web.config"]);
    expect(readFileSync(join(unpacked, "set-address.ps1")).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    const all = new Set(readdirSync(unpacked, { recursive: true, encoding: "utf8" }));
    const pages = [...all].filter((name) => /^[^/]+\.html$/.test(name));
    expect(pages).toContain("install.html");
    for (const name of pages) {
      const html = readFileSync(join(unpacked, name), "utf8");
      const targets = [...html.matchAll(/(?:href|src)="([^"#]+)"/g)].map(([, target = ""]) => target);
      expect(targets.filter((target) => !target.startsWith("https:") && !all.has(target))).toEqual([]);
      expect(html).not.toMatch(/<script/i);
    }
  });

  it("serves a pane that checks a workbook in Excel", async () => {
    const workbook = WorkbookModel.fromGrid(await (await openXlsx(sample)).read());
    await openInExcel(page, `${server.address}taskpane.html`, workbook);
    await page.getByRole("button", { name: zh.head.check, exact: true }).click();
    await page.locator("[data-problem]").first().waitFor();
  });

  it("serves 网页版, which opens, checks, marks, fills, drafts and saves a workbook, and says what it cannot do", async () => {
    const { contents, blank } = await withBlankTotal();
    await page.goto(`${server.address}web/index.html`);
    const welcome = page.getByRole("region", { name: DEMO_TEXT.welcome.title });
    for (const line of [...DEMO_TEXT.welcome.able, ...DEMO_TEXT.welcome.unable])
      expect(await welcome.getByText(line, { exact: true }).count()).toBe(1);

    const chosen = { name: "决算.xlsx", mimeType: "application/octet-stream", buffer: Buffer.from(contents) };
    await welcome.locator('input[type="file"]').setInputFiles(chosen);
    await new SheetView(page).ready();
    expect(await welcome.count()).toBe(0);
    const pane = await paneOf(page);
    await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
    await pane.locator("[data-problem]").first().waitFor();
    await pane.getByRole("button", { name: zh.highlight.on }).click();
    await pane.getByRole("tab", { name: zh.tabs.filling, exact: true }).click();
    await pane.getByRole("button", { name: /^填入所选 \d+ 处$/ }).click();
    await pane
      .getByRole("button", { name: /^撤销上次填入/ })
      .first()
      .waitFor();
    await pane.getByRole("tab", { name: zh.tabs.narrative, exact: true }).click();
    await expect.poll(() => pane.getByRole("tabpanel").innerText()).toMatch(/收、支总计/);

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: DEMO_TEXT.save, exact: true }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe("决算（已修改）.xlsx");
    const saved = await openXlsx(readFileSync(await file.path()));
    const sheet = contentsOfGrid(await saved.read()).sheets[0];
    const filled = sheet?.cells.find(([row, column]) => row === blank.row && column === blank.column);
    expect(filled?.[2].value ?? filled?.[2].formula).not.toBeNull();
    expect((await saved.clearHighlights()).cells).toBeGreaterThan(0);
  });
});

/** The sample with its 本年收入合计 left out, so that there is something to fill, and where that is. */
async function withBlankTotal() {
  const grid = await (await openXlsx(sample)).read();
  const [first, ...rest] = grid.sheets;
  if (!first) throw new Error("the sample has no sheet");
  const row = first.values.findIndex(([label]) => label === "本年收入合计");
  const column = 2;
  const values = first.values.map((line, r) => (r === row ? line.map((v, c) => (c === column ? null : v)) : line));
  const contents = buildXlsx({ ...grid, sheets: [{ ...first, values, formulas: [] }, ...rest] });
  return { contents, blank: { row: row + first.top, column: column + first.left } };
}
