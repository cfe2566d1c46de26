import type { Splice } from "./splice";
import { walkXml } from "./xml";

/** A child of the root as it stands in the text. */
export interface XmlChild {
  readonly name: string;
  readonly start: number;
  /** End of its start tag. */
  readonly tagEnd: number;
  /** Start of its end tag; `end` where it is empty. */
  readonly closeStart: number;
  readonly end: number;
  readonly empty: boolean;
}

/** The root's prefix with its colon ("x:" or ""), the places of its tags, and its children in order. */
export interface XmlOutline {
  readonly prefix: string;
  readonly rootTag: string;
  readonly rootEnd: number;
  /** Start of the root's end tag. */
  readonly rootClose: number;
  readonly children: readonly XmlChild[];
}

/** Outline of an XML text. @throws HostError `damaged` */
export function outline(xml: string): XmlOutline {
  const children: XmlChild[] = [];
  let prefix = "";
  let rootTag = "";
  let rootEnd = 0;
  let rootClose = xml.length;
  let start = 0;
  let tagEnd = 0;
  walkXml(xml, (event) => {
    if (event.kind === "text") return;
    if (event.depth === 0) {
      if (event.kind === "close") rootClose = event.start;
      else {
        rootTag = xml.slice(event.start, event.end);
        prefix = /^<([\w.-]+:)?/.exec(rootTag)?.[1] ?? "";
        rootEnd = event.end;
      }
    } else if (event.depth === 1) {
      if (event.kind === "open") {
        start = event.start;
        tagEnd = event.end;
      }
      if (event.kind === "close" || event.empty) {
        const closeStart = event.empty ? event.end : event.start;
        children.push({ name: event.name, start, tagEnd, closeStart, end: event.end, empty: event.empty });
      }
    }
  });
  return { prefix, rootTag, rootEnd, rootClose, children };
}

/** Place to put a new child so that it follows all of `before`, in the schema's order. */
export function placeAfter(xml: XmlOutline, before: ReadonlySet<string>): number {
  return xml.children.reduce((place, child) => (before.has(child.name) ? child.end : place), xml.rootEnd);
}

/** The text with its root written as a pair of tags, so that children find a place in it (`<a/>` → `<a></a>`). */
export function withOpenRoot(xml: string): string {
  let opened = xml;
  walkXml(xml, ({ kind, start, end, empty }) => {
    if (kind !== "open") return undefined;
    if (empty) opened = xml.slice(0, start) + opening(xml.slice(start, end)) + closing(xml, start) + xml.slice(end);
    return "stop";
  });
  return opened;
}

/** The splice that puts text behind all content of a child, which may be an empty element. */
export function appendedTo(xml: string, child: XmlChild, text: string): Splice {
  const { start, tagEnd, closeStart, end, empty } = child;
  if (!empty) return { start: closeStart, end: closeStart, text };
  return { start, end, text: opening(xml.slice(start, tagEnd)) + text + closing(xml, start) };
}

function opening(emptyTag: string): string {
  return emptyTag.replace(/\s*\/>$/, ">");
}

function closing(xml: string, tag: number): string {
  return `</${/^<([^\s/>]+)/.exec(xml.slice(tag, tag + 200))?.[1] ?? ""}>`;
}
