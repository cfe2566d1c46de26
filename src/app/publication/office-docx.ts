import { strFromU8, unzipSync } from "fflate";
import type { NarrativeDraft } from "../../core/narrative/model";
import type { PartId, Publication } from "../../core/publication/model";
import { accountPart } from "../../core/publication/publication";
import { draftAsDocx, filledTemplate, tagsOf, WordTemplateError } from "../narrative/docx";
import { bodyOf, contentsXml, coverXml } from "./front";
import { lookOf, mergedStyles } from "./office-look";
import { addParts } from "./office-parts";
import { DocumentWriter } from "./publication-body";
import { chartParts, FOOTER_TYPE, footerXml, RELATIONSHIPS, zipParts, type WordChart } from "./word-package";
import type { WordLook } from "./word-xml";

/** Tags of a template that stand for a part; 公开文档 stands for all of them. */
const PART_TAGS: Readonly<Record<PartId, string>> = {
  profile: "概况",
  tables: "决算表",
  account: "情况说明",
  terms: "名词解释",
  annexes: "附件",
};
const WHOLE = "公开文档";
const CONTENTS = "目录";
const BLOCK_TAGS: readonly string[] = [WHOLE, CONTENTS, ...Object.values(PART_TAGS)];

const MAIN = "word/document.xml";
const STYLES = "word/styles.xml";
const CHART_PREFIX = "publicationChart";
const FOOTER = { id: "rIdPublicationFooter", file: "publicationFooter.xml" } as const;

/**
 * The whole document, or one part alone, through an office's Word template. A template with tags of its own for it
 * (公开文档, or 目录, 概况, 决算表, 情况说明, 名词解释 and 附件, each in a paragraph of its own) is filled in, with 标题, 单位,
 * 年度 and 部门 as text; of any other the styles, page size, margins, headers and footers are taken, as for a part alone.
 * Charts stay native charts with their figures.
 * @throws WordTemplateError with a Chinese message
 */
export async function publicationThroughTemplate(
  publication: Publication,
  template: Uint8Array,
  only?: PartId,
): Promise<Uint8Array> {
  const tags = only === undefined ? await tagsOf(template) : new Set<string>();
  const isFilledIn = BLOCK_TAGS.some((tag) => tags.has(tag));
  const opened = partsOf(isFilledIn ? await withMarks(publication, template) : template);
  const main = strFromU8(opened[MAIN] ?? new Uint8Array());
  const look = lookOf(main, `<w:footerReference w:type="default" r:id="${FOOTER.id}"/>`);
  const written = isFilledIn ? filledBody(publication, main, look) : wholeBody(publication, main, look, only);
  const styles = mergedStyles(strFromU8(opened[STYLES] ?? new Uint8Array()));
  const own = written.xml.replace(/<w:pStyle w:val="([^"]*)"\/>/g, (tag, id: string) =>
    // Only what was written here is in the product's ids: the template's own paragraphs keep theirs.
    id.startsWith(OWN) ? `<w:pStyle w:val="${styles.ids.get(id.slice(OWN.length)) ?? id.slice(OWN.length)}"/>` : tag,
  );
  const charts = chartParts(written.charts, CHART_PREFIX);
  const footer = { name: `word/${FOOTER.file}`, content: footerXml("center"), type: FOOTER_TYPE };
  const all = addParts(
    opened,
    [...charts.parts, footer],
    [...charts.relationships, { id: FOOTER.id, type: `${RELATIONSHIPS}/footer`, target: FOOTER.file }],
  );
  return zipParts({ ...all, [MAIN]: own, [STYLES]: styles.xml });
}

/** The 情况说明 alone: through the tags of a template that has them (节), else in the template's looks. */
export async function accountAsDocx(draft: NarrativeDraft, template: Uint8Array): Promise<Uint8Array> {
  if ((await tagsOf(template)).has("节")) return draftAsDocx(draft, template);
  const { unitName, year, title } = draft;
  const publication = { title, unitName, year, draft, parts: [accountPart(draft)] };
  return publicationThroughTemplate(publication, template, "account");
}

function partsOf(template: Uint8Array): Record<string, Uint8Array> {
  const parts = unzipSync(template, { filter: (entry) => !entry.name.endsWith("/") });
  if (!parts[MAIN] || !parts[STYLES])
    throw new WordTemplateError("Word 模板没有正文或样式，请在 Word 中另存为 docx 后再选");
  return parts;
}

/** What a tag is filled with until its paragraph is replaced. */
const mark = (tag: string): string => `\u2063${tag}\u2063`;

function withMarks({ draft, unitName, year, parts }: Publication, template: Uint8Array): Promise<Uint8Array> {
  return filledTemplate(draft, template, {
    ...Object.fromEntries(BLOCK_TAGS.map((tag) => [tag, mark(tag)])),
    单位: unitName ?? "",
    年度: year === undefined ? "" : String(year),
    部门: bodyOf(parts),
  });
}

interface Written {
  readonly xml: string;
  readonly charts: readonly WordChart[];
}

/** The template's main part with its marked paragraphs replaced. */
function filledBody(publication: Publication, main: string, look: WordLook): Written {
  const hasWhole = main.includes(mark(WHOLE));
  const blocks = new Map<string, string>();
  const writer = new DocumentWriter(look);
  for (const part of publication.parts) {
    const before = writer.xml.length;
    if (hasWhole) writer.part(part);
    else {
      writer.partAlone(part, followsBlock(main, mark(PART_TAGS[part.id])));
      blocks.set(PART_TAGS[part.id], writer.xml.slice(before));
    }
  }
  if (hasWhole) {
    writer.close();
    blocks.set(WHOLE, writer.xml);
  }
  const printed = hasWhole ? writer.entries : writer.entries.filter(({ part }) => main.includes(mark(PART_TAGS[part])));
  blocks.set(CONTENTS, contentsXml(printed));
  let xml = main;
  for (const tag of BLOCK_TAGS) xml = replacedParagraph(xml, mark(tag), inOwnStyles(blocks.get(tag) ?? ""));
  return { xml, charts: writer.charts.filter(({ number }) => xml.includes(`"rIdChart${number}"`)) };
}

/** Whether the paragraph before a mark's is another mark's: then a page turns between them, as in a whole document. */
function followsBlock(xml: string, wanted: string): boolean {
  const start = paragraphStart(xml, xml.indexOf(wanted));
  return start > 0 && /\u2063/.test(xml.slice(paragraphStart(xml, start - 1), start));
}

function paragraphStart(xml: string, at: number): number {
  return at < 0 ? -1 : Math.max(xml.lastIndexOf("<w:p>", at), xml.lastIndexOf("<w:p ", at));
}

/** The paragraph around a mark, replaced; a tag that the template has once more is left out there. */
function replacedParagraph(xml: string, wanted: string, block: string): string {
  const at = xml.indexOf(wanted);
  if (at < 0) return xml;
  const start = paragraphStart(xml, at);
  const end = xml.indexOf("</w:p>", at) + "</w:p>".length;
  return xml.slice(0, start) + block + replacedParagraph(xml.slice(end), wanted, "");
}

/** A main part of the template's kind with the document as its only content. */
function wholeBody(publication: Publication, main: string, look: WordLook, only: PartId | undefined): Written {
  const writer = new DocumentWriter(look);
  for (const part of publication.parts) if (only === undefined || part.id === only) writer.part(part);
  const ending = look.section("upright", { numbered: false });
  const front =
    only === undefined ? coverXml(publication) + contentsXml(writer.entries, "<w:pageBreakBefore/>", ending) : "";
  const content = inOwnStyles(front + writer.xml) + look.section(writer.page, { numbered: true });
  const from = main.search(/<w:body\b[^>]*>/);
  const open = from + (/<w:body\b[^>]*>/.exec(main)?.[0].length ?? 0);
  return { xml: main.slice(0, open) + content + main.slice(main.lastIndexOf("</w:body>")), charts: writer.charts };
}

/** Set before the ids of the product's own styles until it is known which the template's are. */
const OWN = "\u2063";

function inOwnStyles(xml: string): string {
  return xml.replace(/<w:pStyle w:val="/g, `<w:pStyle w:val="${OWN}`);
}
