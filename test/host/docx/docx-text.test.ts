import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { readDocxText } from "../../../src/host/docx/docx-text";
import { HostError } from "../../../src/host/errors";
import { caseGrid, loadCase } from "../../support/cases";
import { buildXlsx } from "../../support/xlsx-builder";

const RELATIONSHIPS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

function docx(body: string): Uint8Array {
  return zipSync({
    "_rels/.rels": strToU8(RELATIONSHIPS),
    "word/document.xml": strToU8(`<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
  });
}

const run = (text: string): string => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

function codeOf(read: () => unknown): string | undefined {
  try {
    read();
  } catch (error) {
    return error instanceof HostError ? `${error.code} ${error.detail.format ?? ""}`.trim() : String(error);
  }
  return undefined;
}

describe("the text of a Word document", () => {
  it.each([
    ["figures split over runs", `<w:p>${run("7,7")}${run("58.62")}${run("万元")}</w:p>`, ["7,758.62万元"]],
    ["empty paragraphs", `<w:p/><w:p><w:pPr/></w:p><w:p>${run("一")}</w:p>`, ["", "", "一"]],
    [
      "line breaks and tabs",
      `<w:p>${run("一")}<w:r><w:br/></w:r>${run("二")}<w:r><w:tab/></w:r>${run("三")}</w:p>`,
      ["一\n二 三"],
    ],
    [
      "tab stops, which are no text",
      `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs></w:pPr>${run("一")}</w:p>`,
      ["一"],
    ],
    [
      "tracked changes as accepted",
      `<w:p><w:del><w:r><w:delText>5.87</w:delText></w:r></w:del><w:ins>${run("5.78")}</w:ins>${run("万元")}</w:p>`,
      ["5.78万元"],
    ],
    [
      "entities, and no field codes",
      `<w:p><w:r><w:instrText>PAGE</w:instrText></w:r>${run("A&amp;B &lt;1&gt;")}</w:p>`,
      ["A&B <1>"],
    ],
    [
      "a text box inside a paragraph",
      `<w:p>${run("外")}<w:r><w:txbxContent><w:p>${run("内")}</w:p></w:txbxContent></w:r></w:p>`,
      ["内", "外"],
    ],
  ])("has %s", (_, body, expected) => {
    expect(readDocxText(docx(body))).toEqual(expected);
  });

  it("is refused with a typed error where there is none", () => {
    expect(codeOf(() => readDocxText(buildXlsx(caseGrid(loadCase("2021-luozhuang")))))).toBe("notAWorkbook xlsx");
    expect(codeOf(() => readDocxText(strToU8("情况说明")))).toBe("notAWorkbook csv");
    expect(codeOf(() => readDocxText(new Uint8Array()))).toBe("notAWorkbook empty");
    expect(codeOf(() => readDocxText(zipSync({ "a.txt": strToU8("a") })))).toBe("notAWorkbook zip");
    expect(codeOf(() => readDocxText(docx("<w:p><w:r>")))).toBe("damaged");
    const whole = docx(`<w:p>${run("一")}</w:p>`);
    expect(codeOf(() => readDocxText(whole.slice(0, whole.length - 30)))).toBe("damaged");
  });
});
