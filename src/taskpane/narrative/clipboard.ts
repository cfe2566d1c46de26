/** Puts text on the clipboard, as HTML too where given. False where the webview refuses. */
export async function copy(text: string, html?: string): Promise<boolean> {
  return (await copyByInterface(text, html)) || copyByEvent(text, html);
}

async function copyByInterface(text: string, html: string | undefined): Promise<boolean> {
  try {
    if (html === undefined) await navigator.clipboard.writeText(text);
    else {
      const blob = (content: string, type: string): Blob => new Blob([content], { type });
      const item = { "text/plain": blob(text, "text/plain"), "text/html": blob(html, "text/html") };
      await navigator.clipboard.write([new ClipboardItem(item)]);
    }
    return true;
  } catch {
    // Missing in old webviews, forbidden in frames of Excel on the web.
    return false;
  }
}

/** The way that works in frames without permission for the clipboard. */
function copyByEvent(text: string, html: string | undefined): boolean {
  let taken = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.clipboardData.setData("text/plain", text);
    if (html !== undefined) event.clipboardData.setData("text/html", html);
    event.preventDefault();
    taken = true;
  };
  document.addEventListener("copy", fill);
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else works where the interface is forbidden
    document.execCommand("copy");
  } catch {
    return false;
  } finally {
    document.removeEventListener("copy", fill);
  }
  return taken;
}
