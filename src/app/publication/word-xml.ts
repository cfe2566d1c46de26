import { escapeXml } from "../../host/xlsx/xml-text";

/** Characters that no XML document may hold, as they come in with pasted text. */
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** Namespaces of the main part and of the footers. */
export const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart"',
].join(" ");

/** A run of text; `marked` is highlighted: something to fill in, or a figure to look at. */
export function run(text: string, marked = false): string {
  const look = marked ? '<w:rPr><w:highlight w:val="yellow"/></w:rPr>' : "";
  return `<w:r>${look}<w:t xml:space="preserve">${escapeXml(text.replace(NOT_IN_XML, ""))}</w:t></w:r>`;
}

/** A paragraph of a style; `properties` follow the style's name in w:pPr. */
export function paragraph(style: string, content: string, properties = ""): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
}

/** A field with the result it has until Word updates it. */
export function field(instruction: string, result: string): string {
  const part = (type: string, more = ""): string => `<w:r><w:fldChar w:fldCharType="${type}"${more}/></w:r>`;
  return `${part("begin")}<w:r><w:instrText xml:space="preserve"> ${instruction} </w:instrText></w:r>${part("separate")}${result}${part("end")}`;
}

/** Content with a bookmark around it. */
export function bookmark(id: number, name: string, content: string): string {
  return `<w:bookmarkStart w:id="${id}" w:name="${name}"/>${content}<w:bookmarkEnd w:id="${id}"/>`;
}

/** Twentieths of a point per millimetre. */
const TWIPS = 1440 / 25.4;
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS);

/** A4 with the margins of GB/T 9704: text of 156 by 225 mm, 37 mm above, 28 mm to the left; lying pages turned. */
export const PAGE = {
  upright: {
    width: twips(210),
    height: twips(297),
    top: twips(37),
    left: twips(28),
    right: twips(26),
    bottom: twips(35),
  },
  lying: {
    width: twips(297),
    height: twips(210),
    top: twips(28),
    left: twips(35),
    right: twips(37),
    bottom: twips(26),
  },
} as const;
export type PageKind = keyof typeof PAGE;

/** Width of the text on a page. */
export function textWidth(kind: PageKind): number {
  const { width, left, right } = PAGE[kind];
  return width - left - right;
}

/** The section's properties; the cover and the contents carry no page number. */
export function sectionProperties(kind: PageKind, options: { numbered: boolean; restart?: boolean }): string {
  const { width, height, top, left, right, bottom } = PAGE[kind];
  const footers = options.numbered
    ? '<w:footerReference w:type="default" r:id="rIdFooterOdd"/><w:footerReference w:type="even" r:id="rIdFooterEven"/>'
    : "";
  const turned = kind === "lying" ? ' w:orient="landscape"' : "";
  return [
    `<w:sectPr>${footers}<w:type w:val="nextPage"/>`,
    `<w:pgSz w:w="${width}" w:h="${height}"${turned}/>`,
    `<w:pgMar w:top="${top}" w:right="${right}" w:bottom="${bottom}" w:left="${left}" w:header="851" w:footer="${twips(28)}" w:gutter="0"/>`,
    options.restart ? '<w:pgNumType w:start="1"/>' : "",
    "</w:sectPr>",
  ].join("");
}

/** How pages look: the product's own, or as an office's template has them. */
export interface WordLook {
  readonly section: (kind: PageKind, options: { numbered: boolean; restart?: boolean }) => string;
  /** Width of the text, in twentieths of a point. */
  readonly width: (kind: PageKind) => number;
}

export const OWN_LOOK: WordLook = { section: sectionProperties, width: textWidth };
