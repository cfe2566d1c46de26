import { HostError } from "../errors";

/** A start tag, an end tag or character data, with its place in the text: what reading and patching both need. */
export interface XmlEvent {
  kind: "open" | "close" | "text";
  /** Local name without prefix; "" for text. */
  name: string;
  /** The tag up to and including its ">", or the character data: [start, end). */
  start: number;
  end: number;
  /** For "open": the tag is its own end (`<c/>`); no "close" follows. */
  empty: boolean;
  /** Number of open elements around it: 0 for the root. */
  depth: number;
}

/**
 * Walks an XML text from front to back. The visitor may answer "stop". The event object is reused: copy what you keep.
 * Entities are never expanded here and a document type is refused, so a small file cannot grow.
 * @throws HostError `damaged` where the text is not well-formed as far as it was walked.
 */
export function walkXml(xml: string, visit: (event: XmlEvent) => unknown, from = 0): void {
  const open: string[] = [];
  const event: XmlEvent = { kind: "text", name: "", start: 0, end: 0, empty: false, depth: 0 };
  const emit = (kind: XmlEvent["kind"], name: string, start: number, end: number, empty: boolean): boolean => {
    event.kind = kind;
    event.name = name;
    event.start = start;
    event.end = end;
    event.empty = empty;
    event.depth = open.length;
    return visit(event) === "stop";
  };
  let at = from;
  for (;;) {
    const tag = xml.indexOf("<", at);
    if (tag < 0) break;
    if (tag > at && open.length > 0 && emit("text", "", at, tag, false)) return;
    const code = xml.charCodeAt(tag + 1);
    if (code === BANG || code === QUESTION) {
      const end = skipMarkup(xml, tag);
      if (xml.startsWith("<![CDATA[", tag) && emit("text", "", tag, end, false)) return;
      at = end;
      continue;
    }
    const end = tagEnd(xml, tag);
    if (code === SLASH) {
      const name = xml.slice(tag + 2, end - 1).trimEnd();
      if (open.pop() !== name) throw malformed(xml, tag);
      if (emit("close", localName(name), tag, end, false)) return;
    } else {
      const empty = xml.charCodeAt(end - 2) === SLASH;
      const name = tagName(xml, tag);
      if (emit("open", localName(name), tag, end, empty)) return;
      if (!empty) open.push(name);
    }
    at = end;
  }
  if (open.length > 0) throw malformed(xml, xml.length);
}

const BANG = 33;
const QUESTION = 63;
const SLASH = 47;
const GREATER = 62;
const DOUBLE_QUOTE = 34;
const SINGLE_QUOTE = 39;

function skipMarkup(xml: string, tag: number): number {
  if (xml.startsWith("<!DOCTYPE", tag)) throw new HostError("damaged", { technical: "document type in XML" });
  const close = xml.startsWith("<!--", tag) ? "-->" : xml.startsWith("<![CDATA[", tag) ? "]]>" : "?>";
  const end = xml.indexOf(close, tag);
  if (end < 0) throw malformed(xml, tag);
  return end + close.length;
}

/** End of the tag that starts at `tag`; a ">" inside an attribute value does not count. */
export function tagEnd(xml: string, tag: number): number {
  let close = xml.indexOf(">", tag);
  for (let at = tag; close >= 0;) {
    const quote = firstQuote(xml, at, close);
    if (quote < 0) return close + 1;
    const end = xml.indexOf(xml.charAt(quote), quote + 1);
    if (end < 0) break;
    at = end + 1;
    if (at > close) close = xml.indexOf(">", at);
  }
  throw malformed(xml, tag);
}

/** Place of the first quote in [from, to), or -1. */
function firstQuote(xml: string, from: number, to: number): number {
  for (let i = from; i < to; i++) {
    const code = xml.charCodeAt(i);
    if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) return i;
  }
  return -1;
}

function tagName(xml: string, tag: number): string {
  let end = tag + 1;
  for (;;) {
    const code = xml.charCodeAt(end);
    if (code <= 32 || code === SLASH || code === GREATER) break;
    end++;
  }
  if (end === tag + 1) throw malformed(xml, tag);
  return xml.slice(tag + 1, end);
}

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

function malformed(xml: string, at: number): HostError {
  return new HostError("damaged", { technical: `XML not well-formed near "${xml.slice(at, at + 40)}"` });
}
