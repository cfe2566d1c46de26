/**
 * Makes assets/templates/narrative.docx, the Word template of the 情况说明. An office changes the file itself in Word;
 * this script only makes the first one: npx tsx scripts/build-docx-template.ts
 */
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { strToU8, zipSync } from "fflate";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const DRAWING_NAMESPACES = [
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
].join(" ");

const PER_PARAGRAPH = '[loopOver: "paragraph"]';

/** A run of text; `properties` is the content of w:rPr. */
function run(text: string, properties = ""): string {
  const escaped = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  return `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped}</w:t></w:r>`;
}

function paragraph(style: string, ...runs: readonly string[]): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs.join("")}</w:p>`;
}

const body = [
  paragraph("Title", run("{标题}")),
  paragraph("Subtitle", run("{单位}")),
  paragraph("Heading1", run("第一部分　部门决算公开表")),
  paragraph("TableTitle", run(`{#公开表 ${PER_PARAGRAPH}}{序号}、{名称}{/公开表}`)),
  paragraph("Heading1", run("第二部分　部门决算情况说明")),
  paragraph("Heading2", run(`{#节 ${PER_PARAGRAPH}}{节标题}`)),
  paragraph("Heading3", run(`{#段 ${PER_PARAGRAPH}}{#小标题 ${PER_PARAGRAPH}}{文字}{/小标题}`)),
  paragraph("Heading4", run(`{#三级标题 ${PER_PARAGRAPH}}{文字}{/三级标题}`)),
  paragraph(
    "BodyText",
    run(`{#正文 ${PER_PARAGRAPH}}{#片}{文字}`),
    run("{待填}", '<w:highlight w:val="yellow"/>'),
    run("{/片}{/正文}"),
  ),
  paragraph("Picture", run(`{#有图 ${PER_PARAGRAPH}}{图片}{/有图}`)),
  paragraph("Caption", run(`{#图题 ${PER_PARAGRAPH}}{文字}{/图题}{/段}{/节}`)),
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>',
].join("");

/** A paragraph style. `size` in half points, indentation in hundredths of a character. */
function style(
  id: string,
  name: string,
  font: string,
  size: number,
  paragraphProperties: string,
  runProperties = "",
): string {
  return `<w:style w:type="paragraph" w:styleId="${id}"${id === "Normal" ? ' w:default="1"' : ""}><w:name w:val="${name}"/>${id === "Normal" ? "" : '<w:basedOn w:val="Normal"/>'}<w:qFormat/><w:pPr>${paragraphProperties}</w:pPr><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="${font}"/>${runProperties}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`;
}

const INDENT = '<w:ind w:firstLineChars="200" w:firstLine="640"/>';
const CENTRE = '<w:jc w:val="center"/>';
const outline = (level: number): string => `<w:outlineLvl w:val="${level}"/>`;
const LINE = '<w:spacing w:line="560" w:lineRule="exact"/>';

const styles = [
  style("Normal", "Normal", "仿宋", 32, ""),
  style("Title", "Title", "方正小标宋简体", 44, `<w:spacing w:before="240" w:after="240"/>${CENTRE}`),
  style("Subtitle", "Subtitle", "楷体", 32, `<w:spacing w:after="480"/>${CENTRE}`),
  style(
    "Heading1",
    "heading 1",
    "黑体",
    36,
    `<w:keepNext/><w:spacing w:before="360" w:after="240"/>${CENTRE}${outline(0)}`,
  ),
  style("Heading2", "heading 2", "黑体", 32, `<w:keepNext/>${LINE}${INDENT}${outline(1)}`),
  style("Heading3", "heading 3", "楷体", 32, `<w:keepNext/>${LINE}${INDENT}${outline(2)}`, "<w:b/>"),
  style("Heading4", "heading 4", "仿宋", 32, `<w:keepNext/>${LINE}${INDENT}${outline(3)}`, "<w:b/>"),
  style("BodyText", "Body Text", "仿宋", 32, `${LINE}${INDENT}`),
  style("TableTitle", "table title", "仿宋", 32, `${LINE}${INDENT}`),
  style("Picture", "picture", "仿宋", 24, `<w:keepNext/><w:spacing w:before="120"/>${CENTRE}`),
  style("Caption", "caption", "黑体", 24, `<w:spacing w:after="120"/>${CENTRE}`),
].join("");

const files: Readonly<Record<string, string>> = {
  "[Content_Types].xml": `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`,
  "_rels/.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
  "word/document.xml": `<w:document xmlns:w="${WORD}" ${DRAWING_NAMESPACES}><w:body>${body}</w:body></w:document>`,
  "word/_rels/document.xml.rels": `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  "word/styles.xml": `<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault></w:docDefaults>${styles}</w:styles>`,
};

// A fixed date, so that the same script makes the same bytes.
const MADE = new Date(2024, 0, 1);
const entries = Object.entries(files).map(([name, xml]): [string, Uint8Array] => [name, strToU8(HEAD + xml)]);
const target = fileURLToPath(new URL("../assets/templates/narrative.docx", import.meta.url));
writeFileSync(target, zipSync(Object.fromEntries(entries), { mtime: MADE }));
