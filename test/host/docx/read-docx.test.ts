import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { withComments } from "../../../src/host/docx/comments";
import { readDocx } from "../../../src/host/docx/read-docx";

const RELATIONSHIPS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;
const TYPES = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`;

function docx(body: string): Uint8Array {
  return zipSync({
    "[Content_Types].xml": strToU8(TYPES),
    "_rels/.rels": strToU8(RELATIONSHIPS),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
}

const p = (text: string): string => `<w:p><w:pPr><w:jc w:val="left"/></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const tc = (content: string, properties = ""): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
const TABLE = [
  "<w:tbl><w:tr>",
  tc(p("科目"), '<w:gridSpan w:val="2"/>'),
  tc(p("合") + p("计"), '<w:vMerge w:val="restart"/>'),
  "</w:tr><w:tr>",
  tc(p("编码")),
  tc(p("名称")),
  tc("<w:p/>", "<w:vMerge/>"),
  '</w:tr><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>',
  tc(p("行政运行")),
  tc(`<w:tbl><w:tr>${tc(p("12"))}</w:tr></w:tbl><w:p/>`),
  "</w:tr></w:tbl>",
].join("");

describe("a Word document", () => {
  it("is paragraphs and tables in order, merged cells and cells further right in their place", () => {
    const { document } = readDocx(docx(p("一、收入") + TABLE + p("完")));
    expect(document.blocks).toEqual([
      { kind: "paragraph", text: "一、收入" },
      {
        kind: "table",
        rows: [
          ["科目", null, "合\n计"],
          ["编码", "名称", null],
          [null, "行政运行", "12"],
        ],
        merges: [
          { top: 0, left: 0, bottom: 0, right: 1 },
          { top: 0, left: 2, bottom: 1, right: 2 },
        ],
      },
      { kind: "paragraph", text: "完" },
    ]);
  });

  it("has the pages Word counted, and none where it counted none", () => {
    const broken = `${p("一")}<w:p><w:r><w:lastRenderedPageBreak/><w:t>二</w:t></w:r></w:p>${p("三")}`;
    expect(readDocx(docx(broken)).document.blocks.map(({ page }) => page)).toEqual([1, 1, 2]);
    expect(readDocx(docx(p("一"))).document.blocks.map(({ page }) => page)).toEqual([undefined]);
  });

  it("takes comments on its paragraphs and cells, and keeps its text", () => {
    const bytes = docx(p("收入100万元") + TABLE);
    const { spans, document } = readDocx(bytes);
    const [text, cells] = spans;
    const cell = Array.isArray(cells) ? (cells as readonly (readonly (typeof text)[])[])[2]?.[1] : undefined;
    if (!text || !cell || !("start" in text) || !("start" in cell)) throw new Error("no place");
    const marked = withComments(
      bytes,
      [
        { span: text, text: "应为 <120>万元" },
        { span: cell, text: "二" },
      ],
      "核对",
    );
    expect(readDocx(marked).document).toEqual(document);
    const parts = unzipSync(marked);
    const comments = strFromU8(parts["word/comments.xml"] ?? new Uint8Array());
    expect(comments).toContain("应为 &lt;120&gt;万元");
    const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
    expect(xml).toContain(
      '<w:commentRangeStart w:id="0"/><w:r><w:t>收入100万元</w:t></w:r><w:commentRangeEnd w:id="0"/>',
    );
    const twice = withComments(marked, [{ span: text, text: "三" }], "核对");
    expect(strFromU8(unzipSync(twice)["word/comments.xml"] ?? new Uint8Array())).toMatch(/w:id="2".*三/);
  });
});
