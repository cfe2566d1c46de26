import { HostError } from "./errors";
import { walkXml } from "./xlsx/xml";
import { attribute } from "./xlsx/xml-attributes";
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

/** XML of a custom part → the state text, or undefined where the part is not ours: any XML, well-formed or not. */
export function stateOf(xml: string): string | undefined {
  const found = { isOurs: false, text: "" };
  try {
    walkXml(xml, (event) => {
      const text = xml.slice(event.start, event.end);
      if (event.depth === 0) found.isOurs = event.kind === "close" ? found.isOurs : isStateTag(text, event.name);
      else if (event.kind === "text") found.text += decodeText(text);
      else found.isOurs = false;
      return found.isOurs ? undefined : "stop";
    });
  } catch (error) {
    if (!(error instanceof HostError)) throw error;
    return undefined;
  }
  return found.isOurs ? found.text : undefined;
}

/** Whether a root's start tag is that of our part, whatever the prefix Excel gave it. */
function isStateTag(tag: string, name: string): boolean {
  const [, prefix] = /^<([\w.-]+):/.exec(tag) ?? [];
  return name === "state" && attribute(tag, prefix === undefined ? "xmlns" : `xmlns:${prefix}`) === STATE_NAMESPACE;
}
