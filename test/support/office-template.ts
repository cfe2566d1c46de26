import { strToU8, zipSync } from "fflate";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MIME = "application/vnd.openxmlformats-officedocument.wordprocessingml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A tag as Word often saves it: broken into runs. */
export function brokenTag(tag: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>{${tag.slice(0, 1)}</w:t></w:r><w:r><w:t>${tag.slice(1)}}</w:t></w:r></w:p>`;
}

export function plainLine(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

/**
 * An office's Word template as Chinese Word saves it: heading styles with the ids 1 and 2, its own margins, a header with
 * the office's name and a footer.
 */
export function officeTemplate(body: string): Uint8Array {
  const style = (id: string, name: string, more: string, isPlain = false): string =>
    `<w:style w:type="paragraph"${isPlain ? ' w:default="1"' : ""} w:styleId="${id}"><w:name w:val="${name}"/>${isPlain ? "" : '<w:basedOn w:val="a"/>'}<w:qFormat/><w:rPr>${more}</w:rPr></w:style>`;
  const styles = [
    style("a", "Normal", '<w:sz w:val="28"/>', true),
    style("1", "heading 1", '<w:b/><w:color w:val="C00000"/><w:sz w:val="40"/>'),
    style("2", "heading 2", '<w:b/><w:color w:val="1F3864"/><w:sz w:val="32"/>'),
    style("BodyText", "正文缩进", '<w:sz w:val="30"/>'),
  ].join("");
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="1417" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>`;
  const part = (root: string, content: string): string =>
    `${HEAD}<w:${root} xmlns:w="${WORD}" xmlns:r="${OFFICE}">${content}</w:${root}>`;
  const override = (name: string, kind: string): string =>
    `<Override PartName="/word/${name}.xml" ContentType="${MIME}.${kind}+xml"/>`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const relations = (content: string): string =>
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${content}</Relationships>`;
  const types = [
    `${HEAD}<Types xmlns="${PACKAGE}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override("document", "document.main"),
    override("styles", "styles"),
    override("header1", "header"),
    override("footer1", "footer"),
    override("settings", "settings"),
    "</Types>",
  ].join("");
  return zipSync({
    "[Content_Types].xml": strToU8(types),
    "_rels/.rels": strToU8(relations(relation("rId1", "officeDocument", "word/document.xml"))),
    "word/document.xml": strToU8(part("document", `<w:body>${body}${section}</w:body>`)),
    "word/styles.xml": strToU8(part("styles", styles)),
    "word/header1.xml": strToU8(part("hdr", plainLine("某某市某某局文件"))),
    "word/footer1.xml": strToU8(part("ftr", plainLine("某某局页脚"))),
    "word/settings.xml": strToU8(part("settings", '<w:zoom w:percent="100"/><w:compat/>')),
    "word/_rels/document.xml.rels": strToU8(
      relations(
        [
          relation("rId1", "styles", "styles.xml"),
          relation("rId2", "header", "header1.xml"),
          relation("rId3", "footer", "footer1.xml"),
          relation("rId4", "settings", "settings.xml"),
        ].join(""),
      ),
    ),
  });
}
