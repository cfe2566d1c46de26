import { readFileSync } from "node:fs";
import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { KEPT_LIMITS, readKeptTemplates, templatesToKeep } from "../../../src/app/narrative/kept-templates";
import { readOfficeTemplate, type OfficeTemplates } from "../../../src/app/narrative/office-templates";
import { templateTroubleText } from "../../../src/app/narrative/template-trouble";
import { caseGrid, loadCase } from "../../support/cases";
import { buildXlsx } from "../../support/xlsx-builder";

const WORD = new Uint8Array(readFileSync(new URL("../../../assets/templates/narrative.docx", import.meta.url)));
const WORDING = "# 一、总体{节 收支总体}\n本单位共{金额 收支总计}。";
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The shipped Word template with parts added or replaced. */
const wordWith = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array => zipSync({ ...unzipSync(WORD), ...parts });
const SMALL_PARTS = Object.fromEntries(
  Array.from({ length: 8 }, (_, n) => [`word/media/${String(n)}.bin`, new Uint8Array(14_000_000)]),
);
const utf16 = (text: string): number[] => Array.from(text).flatMap((character) => [character.charCodeAt(0), 0]);

/** The same file with the first entry's declared size made small, as a bomb does that lies in its directory. */
function lying(bytes: Uint8Array, part: string): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const view = new DataView(copy.buffer);
  for (let at = 0; at < copy.length - 46; at += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    const name = new TextDecoder().decode(copy.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
    if (name === part) view.setUint32(at + 24, 10, true);
  }
  return copy;
}

const said = async (name: string, bytes: Uint8Array): Promise<string> => {
  const read = await readOfficeTemplate({ name, bytes });
  if (read.kind === "templates") return "taken";
  const { happened, todo, details } = templateTroubleText(read.trouble);
  return [happened + todo, ...details].join("\n");
};

describe("a template an office picks", () => {
  it.each([
    ["the shipped Word template", "版式.docx", WORD],
    ["a wording", "文字.txt", strToU8(WORDING)],
    [
      "a wording as Notepad saves it in Unicode",
      "文字.TXT",
      new Uint8Array([0xff, 0xfe, ...Buffer.from(WORDING, "utf16le")]),
    ],
  ])("%s is taken", async (_, name, bytes) => {
    expect(await said(name, bytes)).toBe("taken");
  });

  it.each([
    ["of another kind", "图.png", WORD, "“图.png”不是模板文件"],
    ["too large", "大.docx", new Uint8Array(20 * 1024 * 1024 + 1), "“大.docx”过大"],
    ["that unfolds a thousand times", "炸.docx", wordWith({ "word/media/a.bin": new Uint8Array(17_000_000) }), "过大"],
    ["that unfolds beyond 100 MB in small parts", "多.docx", wordWith(SMALL_PARTS), "过大"],
    ["that says it is smaller than it is", "谎.docx", lying(WORD, "word/document.xml"), "“谎.docx”已损坏或不完整"],
    ["that is a workbook", "表.docx", buildXlsx(caseGrid(loadCase("2022-zibo"))), "也不是 Word 文档"],
    ["that is a ZIP of something", "包.docx", zipSync({ "a.txt": strToU8("x") }), "也不是 Word 文档"],
    [
      "in the old format",
      "旧.docx",
      new Uint8Array([...OLE, ...utf16("WordDocument")]),
      "旧格式 doc 请用 Word 另存为 docx",
    ],
    ["with a password", "密.docx", new Uint8Array([...OLE, ...utf16("EncryptedPackage")]), "“密.docx”设有打开密码"],
    ["cut short", "断.docx", WORD.subarray(0, 1_500), "“断.docx”已损坏或不完整"],
    ["that is empty", "空.docx", new Uint8Array(), "也不是 Word 文档"],
    [
      "with a tag left open",
      "坏.docx",
      wordWith({
        "word/document.xml": strToU8(
          new TextDecoder().decode(unzipSync(WORD)["word/document.xml"]).replace("{标题}", "{标题"),
        ),
      }),
      "Word 模板“坏.docx”有误",
    ],
    ["wording that is no text", "假.txt", WORD, "“假.txt”内容不是文本"],
    ["wording of many megabytes", "长.txt", new Uint8Array(5 * 1024 * 1024 + 1).fill(32), "“长.txt”过大"],
    ["wording with a wrong tag", "错.txt", strToU8(WORDING.replace("总计", "合计")), "第 2 行"],
  ])("%s is refused with the reason", async (_, name, bytes, reason) => {
    expect(await said(name, bytes)).toContain(reason);
  });
});

describe("templates kept in the workbook", () => {
  const both: OfficeTemplates = {
    wording: { file: "文字.txt", text: WORDING },
    word: { name: "版式.docx", bytes: WORD },
  };
  const stored = (templates: OfficeTemplates): unknown => JSON.parse(JSON.stringify(templatesToKeep(templates).json));

  it("come back as they were picked", async () => {
    expect(await readKeptTemplates(stored(both))).toEqual({ templates: both, rejected: [] });
    expect(templatesToKeep({})).toEqual({ json: undefined, isTooLarge: false });
    expect(await readKeptTemplates(undefined)).toEqual({ templates: {}, rejected: [] });
  });

  it("leave out what is too large, and only that", () => {
    const bytes = wordWith({ "word/media/a.bin": crypto.getRandomValues(new Uint8Array(60_000)) });
    const heavy = wordWith(
      Object.fromEntries(
        [1, 2, 3, 4, 5, 6].map((n) => [`word/media/${n}.bin`, crypto.getRandomValues(new Uint8Array(60_000))]),
      ),
    );
    expect(templatesToKeep({ word: { name: "小.docx", bytes } }).isTooLarge).toBe(false);
    const kept = templatesToKeep({ ...both, word: { name: "大.docx", bytes: heavy } });
    expect(kept).toEqual({ json: { wording: both.wording }, isTooLarge: true });
    const long = { file: "长.txt", text: " ".repeat(KEPT_LIMITS.wording + 1) };
    expect(templatesToKeep({ wording: long })).toEqual({ json: undefined, isTooLarge: true });
  });

  it.each([
    ["wording with a wrong tag", { wording: { file: "文字.txt", text: "{没有这个标签}" } }, ["文字.txt"]],
    ["a Word file that is none", { word: { file: "版式.docx", base64: btoa("x") } }, ["版式.docx"]],
    ["no base64", { word: { file: "版式.docx", base64: "不是" } }, ["版式.docx"]],
    ["no name", { wording: { text: WORDING } }, [""]],
    ["something else", 7, [""]],
  ])("%s is rejected by name", async (_, json, rejected) => {
    expect(await readKeptTemplates(json)).toEqual({ templates: {}, rejected });
  });

  it("never crash, whatever stands there", async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue(), fc.jsonValue(), async (json, wording, word) => {
        await readKeptTemplates(json);
        await readKeptTemplates({ wording, word });
      }),
      { numRuns: 50 },
    );
  });
});
