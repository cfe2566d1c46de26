/**
 * `npm run screenshots`: pictures of the demo at 1280 × 720 and of the pane at 320 and 450 pixels into docs/pictures, for
 * README and the pages of docs. Needs a browser with Chinese fonts. Run it after the pane has changed its looks.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser, offlineContext } from "../test/support/browser";
import { builtProduct } from "../test/support/built-product";
import { paneOf, SheetView } from "../test/support/demo-page";
import { DEMO_TEXT } from "../src/text/demo";
import { narrativeTexts } from "../src/text/narrative";
import { zh } from "../src/text/zh";
import { serveStatic } from "./serve-static.mjs";

const folder = join(import.meta.dirname, "../docs/pictures");
mkdirSync(folder, { recursive: true });

const server = await serveStatic(await builtProduct(), 0);
const browser = await launchBrowser();
try {
  const { context } = await offlineContext(browser, { viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(`${server.address}web/#demo`);
  await new SheetView(page).ready();
  const pane = await paneOf(page);
  const path = (name: string) => join(folder, `${name}.png`);
  /** Whatever fades in or moves has arrived, and a frame was drawn since. */
  const settled = async () => {
    for (const frame of page.frames()) {
      await frame.evaluate(async () => {
        await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
        await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      });
    }
  };
  const wholePage = async (name: string) => {
    await settled();
    await page.screenshot({ path: path(name) });
  };
  const paneAlone = async (name: string, width: number) => {
    await page.addStyleTag({ content: `.demo { grid-template-columns: minmax(0, 1fr) ${String(width)}px; }` });
    await settled();
    await page.getByTitle(DEMO_TEXT.pane).screenshot({ path: path(name) });
  };
  const openTab = async (label: string) => {
    await pane.getByRole("tab", { name: label, exact: true }).click();
    await pane.getByText(zh.tabs.loading, { exact: true }).waitFor({ state: "hidden" });
  };

  await wholePage("demo-start");
  await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
  await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
  await pane.locator("[data-problem]").first().click();
  await pane.getByRole("button", { name: zh.highlight.on }).click();
  await wholePage("demo-checked");

  await pane.getByRole("button", { name: zh.trouble.dismiss }).first().click();
  await paneAlone("pane-320", 320);
  await paneAlone("pane-450", 450);
  await page.setViewportSize({ width: 1280, height: 900 });
  await openTab(zh.tabs.selfEvaluation);
  await paneAlone("pane-self-evaluation", 450);
  await openTab(zh.tabs.filling);
  await paneAlone("pane-filling", 450);
  await openTab(zh.tabs.narrative);
  await pane.getByRole("button", { name: narrativeTexts.redraft, exact: true }).waitFor();
  await paneAlone("pane-narrative", 450);
} finally {
  await browser.close();
  await server.close();
}
console.log(folder);
