import type { WorkbookHost } from "../host/port";
import { zh } from "../text/zh";

/** A page's own address and body: what is needed of its window. */
export interface CommandPage {
  readonly location: { readonly origin: string; readonly pathname: string; readonly hash: string };
  readonly document: Document;
}

const MARK = "#outcome=";

/**
 * This page's address that shows lines. They stand behind the "#": a browser keeps that part to itself, so that nothing
 * of the workbook gets into the log of any server.
 */
export function outcomeAddress({ location }: CommandPage, lines: readonly string[]): string {
  return `${location.origin}${location.pathname}${MARK}${encodeURIComponent(lines.join("\n"))}`;
}

/** The lines this page's address asks to be shown; undefined where it serves the ribbon. */
export function outcomeOf({ location }: CommandPage): readonly string[] | undefined {
  const start = location.hash.startsWith(MARK) ? MARK.length : -1;
  return start < 0 ? undefined : decodeURIComponent(location.hash.slice(start)).split("\n");
}

/** Puts the lines on the page. */
export function showLines({ document }: CommandPage, lines: readonly string[]): void {
  for (const line of lines) {
    const paragraph = document.createElement("p");
    paragraph.textContent = line;
    document.body.append(paragraph);
  }
}

/**
 * Tells the user lines, and resolves once they stand: in a small window of this page; where Excel opens none (12007
 * another is open, 12009 the user ignored it, 12011 pop-ups are blocked), on a sheet of ours; where that cannot be
 * added, in the browser. Never rejects.
 */
export async function tellUser(page: CommandPage, host: WorkbookHost, lines: readonly string[]): Promise<void> {
  const address = outcomeAddress(page, lines);
  if (await inDialog(address)) return;
  if (await onSheet(host, lines)) return;
  Office.context.ui.openBrowserWindow(address);
}

let standing: Office.Dialog | undefined;

/** Opens the window; one of ours that still stands gives way to it. */
async function inDialog(address: string): Promise<boolean> {
  try {
    standing?.close();
  } catch {
    // The user closed it.
  }
  standing = await new Promise<Office.Dialog | undefined>((resolve) => {
    // A window inside the page of Excel on the web: no pop-up that could be blocked.
    const options = { height: 24, width: 30, displayInIframe: true };
    try {
      Office.context.ui.displayDialogAsync(address, options, ({ status, value }) =>
        resolve(status === Office.AsyncResultStatus.Succeeded ? value : undefined),
      );
    } catch {
      resolve(undefined);
    }
  });
  return standing !== undefined;
}

async function onSheet(host: WorkbookHost, lines: readonly string[]): Promise<boolean> {
  const sheet = zh.command.outcomeSheet;
  try {
    const print = { isPortrait: true, onePage: false, repeated: { top: 0, bottom: 0 } };
    await host.putSheet({ name: sheet, rows: lines.map((content) => [{ content }]), widths: [80], print });
    await host.select({ sheet, row: 0, column: 0 });
    return true;
  } catch {
    return false;
  }
}
