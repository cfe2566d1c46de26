import type { Page } from "playwright-core";
import { HOST_INFO_QUERY, installOfficeHost, type HostOptions, type PaneWindow } from "../../src/emulator/bridge";
import { ExcelEmulator } from "../../src/emulator/excel-emulator";
import type { WorkbookModel } from "../../src/emulator/model/workbook-model";

/** What Excel tells office.js when it asks, as plain answers by getter. */
function answers(pane: PaneWindow): Readonly<Record<string, unknown>> {
  const external = pane.external as { GetContext(): Readonly<Record<string, () => unknown>> };
  return Object.fromEntries(Object.entries(external.GetContext()).map(([getter, answer]) => [getter, answer()]));
}

/**
 * Opens a page of the add-in as Excel does: the browser gets nothing but the bridge that Excel gives it, the emulator
 * answers from here. The page is the shipped one, without a script of ours in it.
 */
export async function openInExcel(
  page: Page,
  address: string,
  workbook: WorkbookModel,
  options: HostOptions = {},
): Promise<void> {
  const pane: PaneWindow = {};
  const emulator = new ExcelEmulator(workbook);
  installOfficeHost(pane, emulator, options);
  const bridge = pane._richApiNativeBridge;
  if (!bridge) throw new Error("the emulator offers no bridge");
  let last: Promise<unknown> = Promise.resolve();
  bridge.onMessageFromHost = (text) => {
    last = last.then(() => page.evaluate((message) => window._richApiNativeBridge?.onMessageFromHost?.(message), text));
    // The page may be gone by the time an answer comes.
    last = last.catch(() => undefined);
  };
  await page.exposeFunction("messageToExcel", (text: string) => bridge.sendMessageToHost(text));
  // Scripts run by tsx name their functions with a helper that the browser has not.
  await page.addInitScript("globalThis.__name ??= (made) => made;");
  await page.addInitScript((context) => {
    const getters = Object.fromEntries(Object.entries(context).map(([getter, answer]) => [getter, () => answer]));
    getters["GetSettings"] = () => ({ Read: () => undefined, Write: () => undefined });
    Object.defineProperty(window, "external", { value: { GetContext: () => getters } });
    window._richApiNativeBridge = { sendMessageToHost: (text) => void window.messageToExcel?.(text) };
  }, answers(pane));
  await page.goto(`${address}?${HOST_INFO_QUERY}`);
}

declare global {
  interface Window {
    _richApiNativeBridge?: NonNullable<PaneWindow["_richApiNativeBridge"]>;
    messageToExcel?: (text: string) => Promise<void>;
  }
}
