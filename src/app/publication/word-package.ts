import { strToU8, zipSync } from "fflate";
import { XML_HEAD } from "../../host/xlsx/opc-package";
import { stylesXml } from "./word-styles";
import { field, NAMESPACES, paragraph, run } from "./word-xml";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
export const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const MAIN = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
/** No clock: the same document gives the same bytes. */
const TIME = { mtime: new Date(2024, 0, 1) } as const;

/** A chart of the document, numbered as its drawing refers to it, with the workbook behind it. */
export interface WordChart {
  readonly number: number;
  readonly xml: string;
  readonly workbook: Uint8Array;
}

export const FOOTER_TYPE = `${WORD}.footer+xml`;

/** The page number at one side of the foot. */
export function footerXml(side: "left" | "right" | "center"): string {
  const content = `${run("— ")}${field("PAGE", run("1"))}${run(" —")}`;
  return `${XML_HEAD}<w:ftr ${NAMESPACES}>${paragraph("Footer", content, `<w:jc w:val="${side}"/>`)}</w:ftr>`;
}

/** A part that the document refers to, with its content type ("" where the extension tells). */
export interface AddedPart {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly type: string;
}

/** A relationship of the document's main part, its target relative to the folder word. */
export interface AddedRelationship {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** The parts of charts, named by `prefix` and their number, and the relationships their drawings refer to. */
export function chartParts(
  charts: readonly WordChart[],
  prefix = "chart",
): { readonly parts: readonly AddedPart[]; readonly relationships: readonly AddedRelationship[] } {
  const chartType = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml";
  return {
    parts: charts.flatMap(({ number, xml, workbook }) => [
      { name: `word/charts/${prefix}${number}.xml`, content: xml, type: chartType },
      {
        name: `word/charts/_rels/${prefix}${number}.xml.rels`,
        content: relationshipsXml(relationshipXml("rId1", "package", `../embeddings/${prefix}${number}.xlsx`)),
        type: "",
      },
      { name: `word/embeddings/${prefix}${number}.xlsx`, content: workbook, type: "" },
    ]),
    relationships: charts.map(({ number }) => ({
      id: `rIdChart${number}`,
      type: `${RELATIONSHIPS}/chart`,
      target: `charts/${prefix}${number}.xml`,
    })),
  };
}

function relationshipXml(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
}

function relationshipsXml(...all: readonly string[]): string {
  return `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
}

/** A document with a page of contents asks Word to bring its fields up to date. */
function settingsXml(hasContents: boolean): string {
  const update = hasContents ? '<w:updateFields w:val="true"/>' : "";
  return `${XML_HEAD}<w:settings ${MAIN}><w:evenAndOddHeaders/>${update}<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;
}

/**
 * A .docx of a body (paragraphs, tables, section properties), in the styles of the published document and with its page
 * numbers.
 */
export function wordPackage(
  body: string,
  { charts = [], hasContents = false }: { readonly charts?: readonly WordChart[]; readonly hasContents?: boolean } = {},
): Uint8Array {
  const document = `${XML_HEAD}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;
  const drawn = chartParts(charts);
  const override = (part: string, type: string): string => `<Override PartName="/${part}" ContentType="${type}"/>`;
  const types = [
    `${XML_HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`,
    `<Default Extension="xml" ContentType="application/xml"/>`,
    `<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>`,
    override("word/document.xml", `${WORD}.document.main+xml`),
    override("word/styles.xml", `${WORD}.styles+xml`),
    override("word/settings.xml", `${WORD}.settings+xml`),
    override("word/footer1.xml", `${WORD}.footer+xml`),
    override("word/footer2.xml", `${WORD}.footer+xml`),
    ...drawn.parts.flatMap(({ name, type }) => (type === "" ? [] : [override(name, type)])),
    "</Types>",
  ].join("");
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": types,
    "_rels/.rels": relationshipsXml(relationshipXml("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": document,
    "word/styles.xml": stylesXml(),
    "word/settings.xml": settingsXml(hasContents),
    "word/footer1.xml": footerXml("right"),
    "word/footer2.xml": footerXml("left"),
    "word/_rels/document.xml.rels": relationshipsXml(
      relationshipXml("rIdStyles", "styles", "styles.xml"),
      relationshipXml("rIdSettings", "settings", "settings.xml"),
      relationshipXml("rIdFooterOdd", "footer", "footer1.xml"),
      relationshipXml("rIdFooterEven", "footer", "footer2.xml"),
      ...charts.map(({ number }) => relationshipXml(`rIdChart${number}`, "chart", `charts/chart${number}.xml`)),
    ),
  };
  for (const { name, content } of drawn.parts) parts[name] = content;
  return zipParts(parts);
}

/** A package of its parts; the same parts give the same bytes. */
export function zipParts(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        [typeof content === "string" ? strToU8(content) : content, TIME],
      ]),
    ),
  );
}
