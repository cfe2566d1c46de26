/**
 * Our state lies in the workbook as a custom XML part of this namespace: in Excel through CustomXmlParts, in a file as
 * customXml/itemN.xml. Its text is opaque to the hosts.
 */
export const STATE_NAMESPACE = "urn:final-accounts-assistant:state";

/** State text → the XML of the part. Characters XML cannot hold become U+FFFD; JSON has none of them. */
export function stateXml(state: string): string {
  return `<state xmlns="${STATE_NAMESPACE}">${escapeText(state)}</state>`;
}

/** XML of a custom part → the state text, or undefined where the part is not ours. */
export function stateOf(xml: string): string | undefined {
  const match = ROOT.exec(xml);
  if (!match) return undefined;
  const [, , namespace, empty, content = ""] = match;
  if (namespace !== STATE_NAMESPACE) return undefined;
  return empty === "/" ? "" : unescapeText(content);
}

/** The part has one element with text only, whatever the prefix Excel gave it. */
const ROOT =
  /^\uFEFF?(?:<\?xml[^>]*\?>\s*)?<(?:[\w.-]+:)?state\s[^>]*?xmlns(:[\w.-]+)?="([^"]*)"[^>]*?(\/?)>([^<]*)(?:<\/(?:[\w.-]+:)?state>\s*)?$/;

function escapeText(text: string): string {
  return text
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;")
    .replace(FORBIDDEN, "\ufffd");
}

/** Characters that XML 1.0 cannot hold, not even escaped. */
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function unescapeText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (all, hex, decimal, name) => {
    if (typeof name === "string") return NAMED[name] ?? all;
    return String.fromCodePoint(typeof hex === "string" ? parseInt(hex, 16) : Number(decimal));
  });
}
