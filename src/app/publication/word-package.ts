import { strToU8, zipSync } from "fflate";
import { XML_HEAD } from "../../host/xlsx/opc-package";
import { stylesXml } from "./word-styles";
import { field, NAMESPACES, paragraph, run } from "./word-xml";

const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
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

function footerXml(side: "left" | "right"): string {
  const content = `${run("— ")}${field("PAGE", run("1"))}${run(" —")}`;
  return `${XML_HEAD}<w:ftr ${NAMESPACES}>${paragraph("Footer", content, `<w:jc w:val="${side}"/>`)}</w:ftr>`;
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
    ...charts.map(({ number }) =>
      override(`word/charts/chart${number}.xml`, "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    ),
    "</Types>",
  ].join("");
  const relationship = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`;
  const relationships = (...all: readonly string[]): string =>
    `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join("")}</Relationships>`;
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": types,
    "_rels/.rels": relationships(relationship("rId1", "officeDocument", "word/document.xml")),
    "word/document.xml": document,
    "word/styles.xml": stylesXml(),
    "word/settings.xml": settingsXml(hasContents),
    "word/footer1.xml": footerXml("right"),
    "word/footer2.xml": footerXml("left"),
    "word/_rels/document.xml.rels": relationships(
      relationship("rIdStyles", "styles", "styles.xml"),
      relationship("rIdSettings", "settings", "settings.xml"),
      relationship("rIdFooterOdd", "footer", "footer1.xml"),
      relationship("rIdFooterEven", "footer", "footer2.xml"),
      ...charts.map(({ number }) => relationship(`rIdChart${number}`, "chart", `charts/chart${number}.xml`)),
    ),
  };
  for (const { number, xml, workbook } of charts) {
    parts[`word/charts/chart${number}.xml`] = xml;
    parts[`word/charts/_rels/chart${number}.xml.rels`] = relationships(
      relationship("rId1", "package", `../embeddings/chart${number}.xlsx`),
    );
    parts[`word/embeddings/chart${number}.xlsx`] = workbook;
  }
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, content]) => [
        name,
        [typeof content === "string" ? strToU8(content) : content, TIME],
      ]),
    ),
  );
}
