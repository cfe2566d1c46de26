import { walkXml } from "./xml";
import { decodeText } from "./xml-text";

/** The shared strings in order: text runs joined, phonetic hints left out. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let text = "";
  let inText = false;
  let phonetic = false;
  walkXml(xml, (event) => {
    if (event.kind === "text") {
      if (inText && !phonetic) text += decodeText(xml.slice(event.start, event.end));
      return;
    }
    const opens = event.kind === "open";
    if (event.name === "t") inText = opens && !event.empty;
    else if (event.name === "rPh") phonetic = opens && !event.empty;
    else if (event.name === "si") {
      if (opens) text = "";
      if (!opens || event.empty) strings.push(unescapeString(text));
    }
  });
  return strings;
}

/** Decodes the _xHHHH_ escapes by which spreadsheet strings hold characters that XML cannot. */
export function unescapeString(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
}

/** The reverse: control characters become _xHHHH_, and text that looks like such an escape is kept from being one. */
export function escapeString(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\r]/g, (c) => `_x${hex4(c)}_`);
}

function hex4(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
}
