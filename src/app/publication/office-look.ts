import { STYLE_NAMES, styleXml } from "./word-styles";
import { OWN_LOOK, type PageKind, type WordLook } from "./word-xml";

/**
 * How an office's template lays out its pages: size, margins, headers and footers of its last section; a lying page turns
 * them. `mainXml` is its main part. `footer` is what a section refers to where the template has no footer of its own.
 */
export function lookOf(mainXml: string, footer: string): WordLook {
  const section = [...mainXml.matchAll(/<w:sectPr\b[^>]*>(.*?)<\/w:sectPr>/gs)].at(-1)?.[1] ?? "";
  const page = pageOf(section);
  if (!page) return OWN_LOOK;
  const own = [...section.matchAll(/<w:(?:header|footer)Reference\b[^>]*\/>/g)].map(([reference]) => reference);
  const references = own.some((reference) => reference.startsWith("<w:footer")) ? own : [...own, footer];
  const grid = /<w:docGrid\b[^>]*\/>/.exec(section)?.[0] ?? "";
  return {
    width: (kind) => (kind === "upright" ? page.width - page.left - page.right : page.height - page.top - page.bottom),
    section: (kind, { numbered, restart }) =>
      [
        `<w:sectPr>${numbered ? references.join("") : ""}<w:type w:val="nextPage"/>`,
        pageXml(page, kind),
        restart === true ? '<w:pgNumType w:start="1"/>' : "",
        `${grid}</w:sectPr>`,
      ].join(""),
  };
}

interface Page {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
  readonly header: number;
  readonly footer: number;
}

/** Undefined where the section tells no size or no margins. */
function pageOf(section: string): Page | undefined {
  const size = /<w:pgSz\b[^>]*>/.exec(section)?.[0] ?? "";
  const margins = /<w:pgMar\b[^>]*>/.exec(section)?.[0] ?? "";
  const of = (tag: string, name: string): number => Number(new RegExp(`w:${name}="(-?\\d+)"`).exec(tag)?.[1]);
  const [w, h] = [of(size, "w"), of(size, "h")];
  const [top, right, bottom, left] = ["top", "right", "bottom", "left"].map((name) => Math.abs(of(margins, name)));
  if (![w, h, top, right, bottom, left].every((one) => one !== undefined && Number.isFinite(one))) return undefined;
  const turned = w > h;
  const sides = { top: top ?? 0, right: right ?? 0, bottom: bottom ?? 0, left: left ?? 0 };
  const [header, footer] = ["header", "footer"].map((name) => of(margins, name)).map((one) => one || 851);
  const page = { width: Math.min(w, h), height: Math.max(w, h), header: header ?? 851, footer: footer ?? 851 };
  if (!turned) return { ...page, ...sides };
  return { ...page, top: sides.right, left: sides.top, bottom: sides.left, right: sides.bottom };
}

function pageXml({ width, height, top, right, bottom, left, header, footer }: Page, kind: PageKind): string {
  const upright = kind === "upright";
  const size = upright
    ? `<w:pgSz w:w="${width}" w:h="${height}"/>`
    : `<w:pgSz w:w="${height}" w:h="${width}" w:orient="landscape"/>`;
  const [t, r, b, l] = upright ? [top, right, bottom, left] : [left, top, right, bottom];
  return `${size}<w:pgMar w:top="${t}" w:right="${r}" w:bottom="${b}" w:left="${l}" w:header="${header}" w:footer="${footer}" w:gutter="0"/>`;
}

/** A template's styles with those of the document that it lacks, and under which id each stands there. */
export interface MergedStyles {
  readonly xml: string;
  readonly ids: ReadonlyMap<string, string>;
}

/** A style that the template has by the name Word knows it by is the template's: 标题 1 stays as the office set it. */
export function mergedStyles(stylesXml: string): MergedStyles {
  const styles = [...stylesXml.matchAll(/<w:style\b([^>]*)>(.*?)<\/w:style>/gs)].map(([, tag = "", content = ""]) => ({
    id: /w:styleId="([^"]*)"/.exec(tag)?.[1] ?? "",
    name: /<w:name w:val="([^"]*)"/.exec(content)?.[1] ?? "",
    isParagraph: /w:type="paragraph"/.test(tag),
    isPlain: /w:type="paragraph"/.test(tag) && /w:default="(?:1|true)"/.test(tag),
  }));
  const plain = styles.find(({ isPlain }) => isPlain)?.id ?? "";
  const taken = new Set(styles.map(({ id }) => id));
  const ids = new Map<string, string>();
  const added: string[] = [];
  for (const [id, name] of STYLE_NAMES) {
    const known = styles.find((style) => style.isParagraph && style.name.toLowerCase() === name.toLowerCase());
    const free = taken.has(id) ? `Publication${id}` : id;
    ids.set(id, known?.id ?? free);
    if (!known) added.push(styleXml(id, free, plain));
  }
  return { xml: stylesXml.replace(/<\/w:styles>\s*$/, `${added.join("")}</w:styles>`), ids };
}
