import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { JSDOM, VirtualConsole } from "jsdom";
import { HOST_INFO_QUERY, installOfficeHost, type HostOptions, type PaneWindow } from "../../src/emulator/bridge";
import type { Connection, ExcelEmulator } from "../../src/emulator/excel-emulator";

const DIST = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));

/** Scripts office.js would fetch for Excel on Windows in Chinese, in its order. */
const SCRIPTS = ["office.js", "excel-win32-16.01.js", "zh-cn/office_strings.js"];
const sources = new Map<string, string>();

export interface LoadedRuntime {
  readonly connection: Connection;
  /** The page the runtime was loaded in. */
  readonly window: Pick<Window, "location" | "document">;
  /** Closes the window and takes the globals away. */
  unload(): void;
}

/**
 * Loads Microsoft's unmodified office.js in a window of its own, connected to the emulator, and makes its `Office`,
 * `Excel` and `OfficeExtension` global, so that product code runs against the real thing. One at a time.
 */
export async function loadOfficeRuntime(
  emulator: ExcelEmulator,
  { page = "taskpane.html", ...options }: HostOptions & { readonly page?: string } = {},
): Promise<LoadedRuntime> {
  const [path = "", hash = ""] = page.split("#");
  const dom = new JSDOM("<!doctype html><html><head></head><body></body></html>", {
    url: `https://localhost/${path}?${HOST_INFO_QUERY}#${hash}`,
    runScripts: "outside-only",
    virtualConsole: new VirtualConsole(),
  });
  const window = dom.window as unknown as RuntimeWindow;
  const connection = installOfficeHost(window, emulator, options);
  answerScripts(window);
  window.eval(source("office.js"));
  await window.Office.onReady();
  const globals = { Office: window.Office, Excel: window.Excel, OfficeExtension: window.OfficeExtension };
  Object.assign(globalThis, globals);
  return {
    connection,
    window: dom.window as unknown as LoadedRuntime["window"],
    unload: () => {
      connection.close();
      for (const name of Object.keys(globals)) Reflect.deleteProperty(globalThis, name);
      dom.window.close();
    },
  };
}

interface RuntimeWindow extends PaneWindow {
  readonly document: Document;
  eval(code: string): unknown;
  readonly Office: { onReady(): Promise<unknown> };
  readonly Excel: unknown;
  readonly OfficeExtension: unknown;
}

/** office.js finds its folder by its own script tag and adds tags for the rest: those are answered from the package. */
function answerScripts(window: RuntimeWindow): void {
  const { document } = window;
  const own = document.createElement("script");
  own.setAttribute("src", "https://localhost/office/office.js");
  document.head.append(own);
  const append = (node: Node) => {
    const address = (node as Element).getAttribute("src");
    const known = SCRIPTS.find((name) => address?.endsWith(`/${name}`));
    setTimeout(() => {
      if (known !== undefined) window.eval(source(known));
      const script = node as HTMLScriptElement;
      script.onload?.(new Event("load"));
    }, 0);
    return node;
  };
  document.head.appendChild = append as typeof document.head.appendChild;
}

function source(name: string): string {
  const known = sources.get(name) ?? readFileSync(join(DIST, name), "utf8");
  sources.set(name, known);
  return known;
}
