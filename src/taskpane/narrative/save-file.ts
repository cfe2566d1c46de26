/** Excel reads the blob after the click: it is let go once it surely has. */
const KEPT_MS = 60_000;

/** Hands a file to the webview's download; false where it has none. */
export function saveFile(name: string, bytes: Uint8Array, type: string): boolean {
  const link = document.createElement("a");
  if (typeof URL.createObjectURL !== "function" || !("download" in link)) return false;
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.href = address;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
  return true;
}
