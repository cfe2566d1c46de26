import { existsSync } from "node:fs";
import { join } from "node:path";
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions } from "playwright-core";

/** Milliseconds, long beyond what anything takes on a busy machine: a test that waits this long has failed. */
export const BROWSER_PATIENCE = 90_000;

/** Where Chrome, Edge and Chromium are usually installed, the one to prefer first. */
const INSTALLED: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: [
    "/usr/bin/google-chrome-stable",
    "/usr/bin/google-chrome",
    "/usr/bin/microsoft-edge",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
  ],
  darwin: [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
  ],
  win32: ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"].flatMap((variable) =>
    ["Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe"].map((path) =>
      join(process.env[variable] ?? "", path),
    ),
  ),
};

/**
 * Starts a browser: the one BROWSER_PATH names, else an installed Chrome, Edge or Chromium, else the Chromium that
 * npm brought along (Linux). Only our own pages are opened in it, so it runs without a sandbox, as containers need.
 * @throws Error saying what was looked for, where there is none: a browser test must not be skipped silently
 */
export async function launchBrowser(): Promise<Browser> {
  const asked = process.env["BROWSER_PATH"];
  const installed = asked ?? INSTALLED[process.platform]?.find((path) => existsSync(path));
  const executablePath = installed ?? (await bundledChromium());
  try {
    return await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  } catch (cause) {
    throw new Error(`The browser at ${executablePath} does not start. Set BROWSER_PATH to Chrome, Edge or Chromium.`, {
      cause,
    });
  }
}

/** The Chromium of @sparticuz/chromium, unpacked. The variable makes it bring the libraries a bare Linux lacks. */
async function bundledChromium(): Promise<string> {
  if (process.platform !== "linux") {
    throw new Error("No browser found. Install Chrome or Edge, or set BROWSER_PATH.");
  }
  process.env["AWS_EXECUTION_ENV"] ??= "AWS_Lambda_nodejs22.x";
  const { default: bundled } = await import("@sparticuz/chromium");
  return bundled.executablePath();
}

/** A browser context that reaches this machine only; what else was asked for is noted. */
export interface OfflineContext {
  readonly context: BrowserContext;
  readonly refused: readonly string[];
}

/** Opens a context whose requests to anywhere but this machine fail. */
export async function offlineContext(browser: Browser, options: BrowserContextOptions = {}): Promise<OfflineContext> {
  const context = await browser.newContext({ locale: "zh-CN", ...options });
  context.setDefaultTimeout(BROWSER_PATIENCE);
  const refused: string[] = [];
  await context.route("**/*", async (route) => {
    const { hostname, protocol } = new URL(route.request().url());
    if (hostname === "localhost" || protocol === "blob:" || protocol === "data:") return route.continue();
    refused.push(route.request().url());
    return route.abort("internetdisconnected");
  });
  return { context, refused };
}
