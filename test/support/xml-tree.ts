import { SaxesParser } from "saxes";

/** An element of an XML document; text is that of the element itself. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

interface Draft extends XmlElement {
  readonly children: Draft[];
  text: string;
}

/** The root of an XML text. @throws Error where it is not well-formed */
export function parseXml(text: string): XmlElement & { readonly text: string } {
  const parser = new SaxesParser();
  const open: Draft[] = [];
  let root: Draft | undefined;
  parser.on("error", (error) => {
    throw error;
  });
  parser.on("opentag", ({ name, attributes }) => {
    const element: Draft = { name, attributes, children: [], text: "" };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("text", (piece) => {
    const top = open.at(-1);
    if (top) top.text += piece;
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(text).close();
  if (!root) throw new Error("no element");
  return root;
}
