import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, BrowserContextOptions, Frame, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { serveStatic, type StaticServer } from "../../scripts/serve-static.mjs";
import { WorkbookModel } from "../../src/emulator/model/workbook-model";
import { openXlsx } from "../../src/host/xlsx/xlsx-host";
import { MORE_SECTIONS } from "../../src/taskpane/more/sections";
import { TABS } from "../../src/taskpane/tabs";
import { LEARNING_TEXT } from "../../src/text/learning";
import { manyTexts } from "../../src/text/many";
import { reportTexts } from "../../src/text/report";
import { settingsTexts } from "../../src/text/settings";
import { textCheckTexts } from "../../src/text/textcheck";
import { zh } from "../../src/text/zh";
import { launchBrowser, offlineContext, type OfflineContext } from "../support/browser";
import { openInExcel } from "../support/excel-around-page";
import { builtProduct } from "../support/built-product";
import { paneOf, SheetView } from "../support/demo-page";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const SAMPLE = readFileSync(new URL("../../assets/samples/sample.xlsx", import.meta.url));

/** Units for a supervisor, one of them with mistakes. */
const FILES = ["甲.xlsx", "乙.xlsx"].map((name) => ({ name, mimeType: "application/octet-stream", buffer: SAMPLE }));

/** A sentence with a figure no workbook has, and one that contradicts itself. */
const WRONG_TEXT = "2022年度收、支总计均为1.23万元。与2021年相比，收、支总计各增加0.5万元，增长99%。";

/** How the user has set Office and the system. */
const LOOKS: Readonly<Record<string, BrowserContextOptions>> = {
  light: { colorScheme: "light" },
  dark: { colorScheme: "dark" },
  "high contrast": { forcedColors: "active", colorScheme: "dark" },
};

describe("the pane for everybody", () => {
  let server: StaticServer;
  let browser: Browser;
  let offline: OfflineContext;
  let page: Page;
  let pane: Frame;

  beforeAll(async () => {
    server = await serveStatic(await builtProduct(), 0);
    browser = await launchBrowser();
  });

  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  afterEach(() => offline.context.close());

  const open = async (look: BrowserContextOptions) => {
    offline = await offlineContext(browser, { viewport: { width: 1280, height: 720 }, ...look });
    page = await offline.context.newPage();
    await page.goto(`${server.address}web/#demo`);
    await new SheetView(page).ready();
    pane = await paneOf(page);
    await pane.evaluate(AXE);
  };
  const violations = async (): Promise<readonly string[]> => {
    const { violations: found } = await pane.evaluate(async () => {
      // Colours and positions in motion are judged when they have arrived, and what is set in motion meanwhile too.
      const isMoving = (): boolean => document.getAnimations().some(({ playState }) => playState === "running");
      do {
        await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
        await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
      } while (isMoving());
      const { axe } = window as unknown as { axe: { run(): Promise<AxeResults> } };
      return axe.run();
    });
    return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
  };
  const button = (name: string | RegExp) => pane.getByRole("button", { name, exact: true }).first();
  const check = async () => {
    await button(zh.head.check).click();
    await button(zh.head.recheck).waitFor();
    await pane.getByRole("group", { name: zh.list.label }).waitFor();
  };
  const openSections = () =>
    pane.evaluate(() => {
      for (const toggle of document.querySelectorAll<HTMLElement>(
        '[role="tabpanel"] h2 button[aria-expanded="false"]',
      )) {
        toggle.click();
      }
    });

  /** Opens a part of the tab 更多, which is open already. */
  const openMore = async (label: string) => {
    await pane.getByRole("tab", { name: label, exact: true }).click();
    await pane.getByText(zh.tabs.loading, { exact: true }).waitFor({ state: "hidden" });
    await pane.locator('[role="tabpanel"] [role="tabpanel"] :is(button, input, p)').first().waitFor();
  };
  /** What one does in each part of 更多: answers the state it leads to. */
  const useMore = async (id: string): Promise<string> => {
    switch (id) {
      case "learning":
        await openSections();
        await pane.locator("[data-rule]").first().click();
        await button(LEARNING_TEXT.back).waitFor();
        await openSections();
        return "a rule open";
      case "textcheck":
        await pane.getByRole("textbox", { name: textCheckTexts.input }).fill(WRONG_TEXT);
        await button(textCheckTexts.check).click();
        await pane
          .getByText(/个数不符/)
          .first()
          .waitFor();
        await openSections();
        return "checked";
      case "report":
        await button(reportTexts.write).click();
        await pane.getByText(reportTexts.done).waitFor();
        return "written";
      case "settings":
        await pane.getByRole("textbox").first().fill("x");
        await button(settingsTexts.save).click();
        await pane.getByText(settingsTexts.faults.notANumber).waitFor();
        return "with a fault";
      case "many": {
        const input = pane.getByLabel(manyTexts.pickName).last();
        await input.setInputFiles(FILES);
        await button(manyTexts.save.opinions).waitFor();
        await openSections();
        return "with results";
      }
      default:
        await openSections();
        return "sections open";
    }
  };

  /** The shipped pane alone in a window of that size, around a workbook. */
  const openPane = async (workbook: WorkbookModel, look: BrowserContextOptions) => {
    offline = await offlineContext(browser, look);
    page = await offline.context.newPage();
    const theme = look.colorScheme === "dark" ? "black" : "colourful";
    await openInExcel(page, `${server.address}taskpane.html`, workbook, { theme });
    pane = page.mainFrame();
    await button(zh.head.check).waitFor();
    await pane.evaluate(AXE);
  };
  const sample = async () => WorkbookModel.fromGrid(await (await openXlsx(SAMPLE)).read());

  it.each(Object.entries(LOOKS))("has no violation of axe-core in any state, %s", async (name, look) => {
    await openPane(await sample(), { viewport: { width: 350, height: 720 }, ...look });
    const background = await pane.evaluate(
      () => getComputedStyle(document.querySelector("main")?.parentElement ?? document.body).backgroundColor,
    );
    expect(/^rgb\((\d+)/.exec(background)?.[1]).toMatch(name === "light" ? /^2\d\d$/ : /^\d{1,2}$/);
    const states: Record<string, readonly string[]> = { "before the first check": await violations() };
    // Only the selected tab may be underlined, in forced colours too, which draw what is transparent.
    const underlines = await pane.evaluate(() =>
      [...document.querySelectorAll('[role="tab"] > span')].map((label) => getComputedStyle(label).borderBottomColor),
    );
    expect(underlines.filter((color) => color === underlines[0])).toHaveLength(1);
    await check();
    states["checked"] = await violations();
    await pane.locator("[data-problem]").first().click();
    await button(zh.problem.learn).click();
    states["a card open"] = await violations();
    await openSections();
    states["sections open"] = await violations();
    await button(zh.highlight.on).click();
    await button(zh.trouble.dismiss).waitFor();
    states["a message"] = await violations();
    const verify = pane.locator("[data-problem]").filter({ hasText: "待核实" });
    if ((await verify.count()) > 0) {
      await verify.first().click();
      await button(zh.explanation.write).click();
      states["writing an explanation"] = await violations();
    }
    for (const { id, label } of TABS.slice(1)) {
      await pane.getByRole("tab", { name: label, exact: true }).first().click();
      await pane.getByText(zh.tabs.loading, { exact: true }).waitFor({ state: "hidden" });
      states[`tab ${id}`] = await violations();
      await openSections();
      states[`tab ${id}, sections open`] = await violations();
    }
    for (const { id, label } of MORE_SECTIONS) {
      await openMore(label);
      states[`more ${id}`] = await violations();
      states[`more ${id}, ${await useMore(id)}`] = await violations();
    }
    expect(states).toEqual(Object.fromEntries(Object.keys(states).map((state) => [state, []])));
    expect(Object.keys(states).length).toBeGreaterThan(6 + TABS.length + 2 * MORE_SECTIONS.length);
  });

  it.each(Object.entries(LOOKS))("has no violation in trouble and in empty workbooks, %s", async (_, look) => {
    const workbook = await sample();
    workbook.isReadOnly = true;
    await openPane(workbook, { viewport: { width: 350, height: 700 }, ...look });
    await check();
    await button(zh.highlight.on).click();
    await pane.getByRole("alert").waitFor();
    expect(await violations()).toEqual([]);
    await offline.context.close();

    const values = [["一张别的表"]];
    await openPane(WorkbookModel.fromGrid({ sheets: [{ name: "一", top: 0, left: 0, values }] }), look);
    await button(zh.head.check).click();
    await pane.getByText(zh.noTables.body).waitFor();
    await button(zh.head.recheck).waitFor();
    expect(await violations()).toEqual([]);
  });

  it("fits a pane of 350 pixels at 200 % zoom, without scrolling sideways", async () => {
    await openPane(await sample(), { viewport: { width: 175, height: 350 }, deviceScaleFactor: 2 });
    await check();
    await pane.locator("[data-problem]").first().click();
    for (const { label } of TABS) {
      await pane.getByRole("tab", { name: label, exact: true }).first().click();
      await pane.getByText(zh.tabs.loading, { exact: true }).waitFor({ state: "hidden" });
      const tooWide = await pane.evaluate(() => {
        const width = document.documentElement.clientWidth;
        return [...document.querySelectorAll<HTMLElement>("button, p, h1, h2, input, [role=tab]")]
          .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().right > width + 1)
          .filter((element) => !element.closest("[data-scrolls], table"))
          .map((element) => element.outerHTML.slice(0, 120));
      });
      expect(tooWide, label).toEqual([]);
      expect(await pane.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(
        0,
      );
    }
  });

  it("does everything by keyboard alone: checks, moves, explains, marks, switches tabs, and keeps the focus", async () => {
    await open({});
    const { keyboard } = page;
    const focused = () => pane.evaluate(() => document.activeElement?.textContent ?? "");
    const tabTo = async (text: string | RegExp) => {
      for (let n = 0; n < 80; n += 1) {
        const now = await focused();
        if (typeof text === "string" ? now === text : text.test(now)) return;
        await keyboard.press("Tab");
      }
      throw new Error(`Tab does not reach ${String(text)}`);
    };
    await pane.locator("body").focus();
    await pane.evaluate(() => window.focus());
    await tabTo(zh.head.check);
    await keyboard.press("Enter");
    await pane.getByRole("group", { name: zh.list.label }).waitFor();
    expect(await focused()).toBe(zh.head.recheck);

    await keyboard.press("F8");
    const first = await focused();
    await keyboard.press("F8");
    const second = await focused();
    expect(second).not.toBe(first);
    await keyboard.press("Shift+F8");
    expect(await focused()).toBe(first);
    await keyboard.press("Enter");
    await pane.getByRole("button", { name: zh.problem.learn }).waitFor();
    await tabTo(zh.problem.learn);
    await keyboard.press("Enter");
    expect(await focused()).toBe(zh.problem.learnLess);
    await keyboard.press("Escape");
    expect(await focused()).toBe(first);

    const verify = pane.locator("[data-problem]").filter({ hasText: "待核实" }).first();
    await verify.focus();
    await keyboard.press("Enter");
    await tabTo(zh.explanation.write);
    await keyboard.press("Enter");
    await keyboard.type("经核对凭证无误");
    await tabTo(zh.explanation.save);
    await keyboard.press("Enter");
    await pane.getByText("经核对凭证无误").first().waitFor();
    await expect.poll(focused).toBe(zh.explanation.edit);

    await pane.getByRole("tab").first().focus();
    await tabTo(zh.highlight.on);
    await keyboard.press("Enter");
    await pane.getByText(/已在表中标出/).waitFor();
    expect(await focused()).toBe(zh.highlight.on);

    await pane.getByRole("tab").first().focus();
    for (const { label } of TABS.slice(1)) {
      await keyboard.press("ArrowRight");
      await pane.getByRole("tab", { name: label, exact: true, selected: true }).first().waitFor();
    }
  });

  it("lets Tab reach every control that is no part of a list one moves in by arrows", async () => {
    await open({});
    await check();
    const unreachable = await pane.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("button, input, select, textarea, a[href]")]
        .filter((control) => control.offsetParent !== null && control.tabIndex < 0)
        .filter((control) => control.closest('[role="tablist"]') === null && !("problem" in control.dataset))
        .filter((control) => control.closest("li")?.querySelector("[data-problem]") === null || !control.closest("li"))
        .map((control) => control.outerHTML.slice(0, 160)),
    );
    expect(unreachable).toEqual([]);
  });
});
