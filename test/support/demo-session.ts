import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { serveStatic, type StaticServer } from "../../scripts/serve-static.mjs";
import { launchBrowser, offlineContext, type OfflineContext } from "./browser";
import { builtProduct } from "./built-product";
import { complaintsOf } from "./complaints";
import { paneOf, SheetView } from "./demo-page";

/** The demo page, opened anew for each test of the describe block this is called in. */
export interface DemoSession {
  readonly page: Page;
  readonly sheet: SheetView;
  /** The task pane beside the sheet. */
  readonly pane: () => Promise<Frame>;
}

/**
 * Serves the built demo and opens it before each test, without a network. Script errors, failed requests, complaints
 * of the security policy and anything asked of another address fail the test.
 */
export function demoSession(): DemoSession {
  let server: StaticServer;
  let browser: Browser;
  let offline: OfflineContext;
  let page: Page;
  let complaints: readonly string[];

  beforeAll(async () => {
    server = await serveStatic(await builtProduct(), 0);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  beforeEach(async () => {
    offline = await offlineContext(browser, { viewport: { width: 1280, height: 720 } });
    page = await offline.context.newPage();
    complaints = complaintsOf(page);
    await page.goto(`${server.address}web/#demo`);
    await new SheetView(page).ready();
  });

  afterEach(async () => {
    await offline.context.close();
    expect(complaints).toEqual([]);
    expect(offline.refused).toEqual([]);
  });

  return {
    get page() {
      return page;
    },
    get sheet() {
      return new SheetView(page);
    },
    pane: () => paneOf(page),
  };
}
