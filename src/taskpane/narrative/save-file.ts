let offered: string | undefined;

/**
 * Hands a file to the webview's download; false where it has none. The file's address holds until the next one: nothing
 * tells when Excel has read it.
 */
export function saveFile(name: string, bytes: Uint8Array, type: string): boolean {
  const link = document.createElement("a");
  if (typeof URL.createObjectURL !== "function" || !("download" in link)) return false;
  if (offered !== undefined) URL.revokeObjectURL(offered);
  offered = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
  link.href = offered;
  link.download = name.replace(/[\\/:*?"<>|\s]+/g, "_");
  document.body.append(link);
  link.click();
  link.remove();
  return true;
}
