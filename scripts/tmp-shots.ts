import { writeFileSync } from "node:fs";
import { launchBrowser, offlineContext } from "../test/support/browser";
import { builtProduct } from "../test/support/built-product";
import { paneOf, SheetView } from "../test/support/demo-page";
import { DEMO_TEXT } from "../src/text/demo";
import { zh } from "../src/text/zh";
import { serveStatic } from "./serve-static.mjs";
import { buildXlsx } from "../test/support/xlsx-builder";
import { exampleSheet } from "../src/core/learning/examples/sheets";
import { hotlineYear } from "../test/support/hotline-year";
import { withCells } from "../test/support/apply-plan";

const year = hotlineYear().sheets.filter(({ name }) => /4月$|第二季度/.test(name)).map((s) => ({ ...s, formulas: undefined as never }));
const pj = exampleSheet("PJ");
let grid = { sheets: [{ name: pj.name, top: 0, left: 0, values: pj.rows }, ...year.map(({ name, top, left, values }) => ({ name, top, left, values }))] };
grid = withCells(grid, [
  { sheet: "评价评分表", row: 4, column: 8, value: 5 },
  { sheet: "工单办理4月", row: 5, column: 14, value: 1 },
  { sheet: "工单办理4月", row: 7, column: 5, value: 1.2 },
  { sheet: "2023年第二季度", row: 3, column: 8, value: 9 },
]) as never;
const bytes = buildXlsx(grid);
writeFileSync("/tmp/scoring/shots/book.xlsx", bytes);
const server = await serveStatic(await builtProduct(), 0);
const browser = await launchBrowser();
try {
  const { context } = await offlineContext(browser, { viewport: { width: 1280, height: 720 } });
  const page = await context.newPage();
  page.setDefaultTimeout(120000);
  await page.goto(`${server.address}web/#demo`);
  const view = new SheetView(page);
  await view.ready();
  await view.open("热线考核.xlsx", bytes);
  await page.getByText("工单办理4月").first().waitFor();
  const pane = await paneOf(page);
  const path = (name: string) => `/tmp/scoring/shots/${name}.png`;
  const settled = async () => { for (const frame of page.frames()) await frame.evaluate(async () => { await new Promise((r) => requestAnimationFrame(() => requestAnimationFrame(r))); }); };
  const paneAlone = async (name: string, width: number, height = 720) => {
    await page.setViewportSize({ width: 1280, height });
    await page.addStyleTag({ content: `.demo { grid-template-columns: minmax(0, 1fr) ${String(width)}px; }` });
    await settled();
    await page.getByTitle(DEMO_TEXT.pane).screenshot({ path: path(name) });
  };
  await pane.getByRole("button", { name: zh.head.check, exact: true }).click();
  await pane.getByRole("button", { name: zh.head.recheck, exact: true }).waitFor();
  await settled();
  await page.screenshot({ path: path("demo") });
  await paneAlone("check-320", 320, 1400);
  await paneAlone("check-450", 450, 1400);
  await pane.getByText(zh.coverage.title).first().click();
  await pane.getByText("RX-05").first().scrollIntoViewIfNeeded();
  await paneAlone("coverage-450", 450, 900);
  await pane.getByRole("tab", { name: zh.tabs.selfEvaluation, exact: true }).click();
  await paneAlone("self-450", 450, 700);
  await pane.getByRole("button", { name: "干部培训经费" }).first().click();
  await paneAlone("project-450", 450, 1400);
  await paneAlone("project-320", 320, 1400);
  await pane.getByRole("tab", { name: zh.tabs.filling, exact: true }).click();
  await paneAlone("fill-450", 450, 900);
} finally {
  await browser.close();
  await server.close();
}
