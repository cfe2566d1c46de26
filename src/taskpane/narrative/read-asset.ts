/** Reads a shipped template from beside the pane's own page. Rejects where the server does not hand it over. */
export async function readAsset(name: string): Promise<Uint8Array> {
  const response = await fetch(`templates/${name}`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
