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

  it("says what it leaves out: tracked changes, figures in text boxes and tables inside cells", () => {
    const kinds = (body: string): readonly string[] =>
      (readDocx(docx(body)).document.troubles ?? []).map(({ kind }) => kind);
    expect(kinds(p("一、收入5万元"))).toEqual([]);
    expect(kinds('<w:p><w:del w:id="1"><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>')).toEqual(["revisions"]);
    expect(kinds('<w:p><w:ins w:id="1"><w:r><w:t>新</w:t></w:r></w:ins></w:p>')).toEqual(["revisions"]);
    const box = (text: string): string =>
      `<w:p><w:r><w:drawing><w:txbxContent>${p(text)}</w:txbxContent></w:drawing></w:r></w:p>`;
    expect(kinds(box("收入12万元"))).toEqual(["textBoxes"]);
    expect(kinds(box("内部资料"))).toEqual([]);
    expect(kinds(TABLE)).toEqual(["nestedTables"]);
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

describe("numbers that Word writes by itself", () => {
  const level = (at: number, format: string, text: string, more = ""): string =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
  const NUMBERING = [
    '<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="3">',
    level(0, "chineseCountingThousand", "第%1部分 ", '<w:pStyle w:val="Part"/>'),
    level(1, "chineseCounting", "%2、"),
    level(2, "decimal", "%2.%3", "<w:isLgl/>"),
    '</w:abstractNum><w:abstractNum w:abstractNumId="4">',
    level(0, "bullet", "●"),
    '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="3"/></w:num>',
    '<w:num w:numId="2"><w:abstractNumId w:val="4"/></w:num>',
    '<w:num w:numId="5"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="9"/></w:lvlOverride></w:num>',
    "</w:numbering>",
  ].join("");
  const STYLES =
    '<w:styles xmlns:w="w"><w:style w:styleId="Part"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="Own"><w:basedOn w:val="Part"/></w:style></w:styles>';
  const relation = (id: string, target: string): string =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${target}" Target="${target}.xml"/>`;
  const numbered = (properties: string, text: string): string =>
    `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const inList = (list: number, at: number, text: string): string =>
    numbered(`<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${list}"/></w:numPr>`, text);
  const texts = (body: string): readonly unknown[] => {
    const parts = unzipSync(docx(body));
    const bytes = zipSync({
      ...parts,
      "word/numbering.xml": strToU8(NUMBERING),
      "word/styles.xml": strToU8(STYLES),
      "word/_rels/document.xml.rels": strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation("r1", "numbering")}${relation("r2", "styles")}</Relationships>`,
      ),
    });
    return readDocx(bytes).document.blocks.map((block) => (block.kind === "paragraph" ? block.text : block.rows));
  };

  it("stand before their paragraphs: by the paragraph or its style, levels begin anew, bullets and 0 are none", () => {
    const body = [
      numbered('<w:pStyle w:val="Part"/>', "概况"),
      inList(1, 1, "职责"),
      inList(1, 1, "机构设置"),
      inList(1, 2, "内设机构"),
      numbered('<w:pStyle w:val="Own"/>', "决算表"),
      inList(1, 1, "收入支出决算总表"),
      inList(2, 0, "一点"),
      numbered('<w:pStyle w:val="Part"/><w:numPr><w:numId w:val="0"/></w:numPr>', "无号"),
      inList(5, 1, "续"),
    ].join("");
    expect(texts(body)).toEqual([
      "第一部分 概况",
      "一、职责",
      "二、机构设置",
      "2.1内设机构",
      "第二部分 决算表",
      "一、收入支出决算总表",
      "一点",
      "无号",
      "九、续",
    ]);
  });

  it("fill cells that hold nothing else, and leave blank paragraphs blank", () => {
    const cell = tc('<w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:p>');
    expect(texts(`${inList(1, 1, "")}<w:tbl><w:tr>${cell}${tc(p("甲"))}</w:tr></w:tbl>`)).toEqual([
      "",
      [["二、", "甲"]],
    ]);
  });
});
