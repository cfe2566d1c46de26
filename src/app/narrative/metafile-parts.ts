import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/**
 * Gives metafiles that a .docx holds under the name of another picture type their own extension, relationship target
 * and content type. Other parts stay as they are.
 */
export function namePicturesByContent(docx: Uint8Array): Uint8Array {
  // Folders have entries of their own in some zips; a package has none.
  const parts = unzipSync(docx, { filter: (entry) => !entry.name.endsWith("/") });
  const renamed = new Map(
    Object.entries(parts)
      .filter(([name, bytes]) => name.startsWith("word/media/") && !name.endsWith(".emf") && isMetafile(bytes))
      .map(([name]): [string, string] => [name, name.replace(/\.[^.]*$/, ".emf")]),
  );
  if (renamed.size === 0) return docx;
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [renamed.get(name) ?? name, rewritten(name, bytes, renamed)]),
    ),
  );
}

/** First record EMR_HEADER and the signature " EMF" at offset 40. */
function isMetafile(bytes: Uint8Array): boolean {
  return bytes[0] === 1 && strFromU8(bytes.subarray(40, 44), true) === " EMF";
}

function rewritten(name: string, bytes: Uint8Array, renamed: ReadonlyMap<string, string>): Uint8Array {
  if (name === "[Content_Types].xml") return strToU8(withMetafileType(strFromU8(bytes)));
  if (!name.startsWith("word/_rels/")) return bytes;
  let xml = strFromU8(bytes);
  for (const [from, to] of renamed) xml = xml.replaceAll(`${fileName(from)}"`, `${fileName(to)}"`);
  return strToU8(xml);
}

function withMetafileType(xml: string): string {
  if (/Extension="emf"/i.test(xml)) return xml;
  return xml.replace(/<Types([^>]*)>/, '<Types$1><Default Extension="emf" ContentType="image/x-emf"/>');
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
