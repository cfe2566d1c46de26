/**
 * `npm run screenshots`: pictures of the demo at 1280 × 720 and of the pane at 320 and 450 pixels into out/screenshots,
 * to look at and for the documentation. Needs a browser with Chinese fonts.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { launchBrowser, offlineContext } from "../test/support/browser";
import { builtDemo } from "../test/support/built-demo";
import { paneOf, SheetView } from "../test/support/demo-page";
import { DEMO_TEXT } from "../src/text/demo";
import { zh } from "../src/text/zh";
import { serveStatic } from "./serve-static.mjs";

const folder = join(import.meta.dirname, "../out/screenshots");
mkdirSync(folder, { recursive: true });

const server = await serveStatic(await builtDemo(), 0);
const browser = await launchBrowser();
try {
  const { context } = await offlineContext(browser, { viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  await page.goto(server.address);
  await new SheetView(page).ready();
  const pane = await paneOf(page);
  const picture = (name: string) => page.screenshot({ path: join(folder, `${name}.png`) });
  await picture("demo-start");

  await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
  await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
  await pane.locator("[data-problem]").first().click();
  await pane.getByRole("button", { name: zh.highlight.on }).click();
  await page.waitForTimeout(500);
  await picture("demo-checked");

  for (const width of [320, 450]) {
    await page.addStyleTag({ content: `.demo { grid-template-columns: minmax(0, 1fr) ${String(width)}px; }` });
    await page.waitForTimeout(300);
    await page.getByTitle(DEMO_TEXT.pane).screenshot({ path: join(folder, `pane-${String(width)}.png`) });
  }
} finally {
  await browser.close();
  await server.close();
}
console.log(folder);
