import { decodeText, escapeXml } from "./xlsx/xml-text";

/**
 * Our state lies in the workbook as a custom XML part of this namespace: in Excel through CustomXmlParts, in a file as
 * customXml/itemN.xml. Its text is opaque to the hosts.
 */
export const STATE_NAMESPACE = "urn:final-accounts-assistant:state";

/** State text → the XML of the part. Characters XML cannot hold become U+FFFD; JSON has none of them. */
export function stateXml(state: string): string {
  return `<state xmlns="${STATE_NAMESPACE}">${escapeXml(state)}</state>`;
}

/** XML of a custom part → the state text, or undefined where the part is not ours. */
export function stateOf(xml: string): string | undefined {
  const match = ROOT.exec(xml);
  if (!match) return undefined;
  const [, , namespace, empty, content = ""] = match;
  if (namespace !== STATE_NAMESPACE) return undefined;
  return empty === "/" ? "" : decodeText(content);
}

/** The part has one element with text only, whatever the prefix Excel gave it. */
const ROOT =
  /^\uFEFF?(?:<\?xml[^>]*\?>\s*)?<(?:[\w.-]+:)?state\s[^>]*?xmlns(:[\w.-]+)?="([^"]*)"[^>]*?(\/?)>([^<]*)(?:<\/(?:[\w.-]+:)?state>\s*)?$/;
