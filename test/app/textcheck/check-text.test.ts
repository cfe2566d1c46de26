import { describe, expect, it } from "vitest";
import { draftAsDocx } from "../../../src/app/narrative/docx";
import { checkNarrativeText, checkTextOfWorkbook } from "../../../src/app/textcheck/check-text";
import { fileSource, plainSource } from "../../../src/app/textcheck/text-source";
import { parameterSheet } from "../../../src/core/narrative/parameters/parameter-sheet";
import { draftAsText } from "../../../src/core/narrative/rendering/plain-text";
import { readBook } from "../../../src/core/reading/read-book";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { caseParameters } from "../../core/narrative/case-parameters";
import { draftCase } from "../../core/narrative/draft-case";
import { bookOf } from "../../core/narrative/book-builder";
import { caseGrid, loadCase } from "../../support/cases";
import { MemoryHost } from "../../support/memory-host";

const file = loadCase("2022-zibo");
const draft = draftCase("2022-zibo");
/** The parameters of the case contradict each other: the draft marks its 年初预算 待核实, which the check does not judge. */
const MARKED = 1;
const template = (): Uint8Array =>
  new Uint8Array(readFileSync(fileURLToPath(new URL("../../../assets/templates/narrative.docx", import.meta.url))));

describe("checking a text", () => {
  it("takes a drafted Word document: all its figures are right, those on the contents page and in captions too", async () => {
    const paragraphs = fileSource("说明.docx", await draftAsDocx(draft, template())).paragraphs;
    const { counts } = checkNarrativeText(paragraphs, readBook(caseGrid(file)), { parameters: caseParameters(file) });
    expect(counts.figures).toBeGreaterThan(150);
    expect(counts).toMatchObject({ wrong: 0, uncheckable: MARKED, right: counts.figures - MARKED });
  });

  it("reads the workbook's own sheet 情况说明参数 and leaves our sheets out", async () => {
    const book = readBook(caseGrid(file));
    const host = new MemoryHost(caseGrid(file));
    const text = draftAsText(draft);
    const without = await checkTextOfWorkbook(host, text);
    expect(without.counts.uncheckable).toBeGreaterThan(30);
    await host.putSheet(parameterSheet(book, caseParameters(file), draft));
    await host.putSheet({ name: "情况说明", rows: [[{ content: "收入支出决算总表" }]] });
    const { counts } = await checkTextOfWorkbook(host, text);
    expect(counts.right).toBe(counts.figures - MARKED);
  });

  it("takes last year's figures from last year's workbook, and says where it is of another year", () => {
    const now = bookOf({ Z01: [["income.total", "总计", { amount: "110" }]] });
    const last = bookOf({ Z01: [["income.total", "总计", { amount: "100" }]] }, { year: 2021 });
    const text = "收、支总计110万元，比上年增加10万元，增长10%。";
    expect(checkNarrativeText(text, now, { priorYear: last }).counts.right).toBe(3);
    const older = checkNarrativeText(text, now, { priorYear: { ...last, year: 2019 } });
    expect(older.counts).toMatchObject({ right: 1, uncheckable: 2 });
    expect(older.warnings).toHaveLength(1);
  });

  it.each([
    ["UTF-8", new TextEncoder().encode("\ufeff收支\n总计")],
    ["GB18030", new Uint8Array([0xca, 0xd5, 0xd6, 0xa7, 0x0a, 0xd7, 0xdc, 0xbc, 0xc6])],
    ["UTF-16", new Uint8Array([0xff, 0xfe, 0x36, 0x65, 0x2f, 0x65, 0x0a, 0x00, 0x3b, 0x60, 0xa1, 0x8b])],
  ])("reads text files in %s", (_, bytes) => {
    expect(fileSource("说明.txt", bytes).paragraphs.map((line) => line.replace("\ufeff", ""))).toEqual([
      "收支",
      "总计",
    ]);
  });

  it("joins the lines of a page and says of a figure in which line it stands", () => {
    const source = plainSource("2022年度收、支总计均为\n110万元，比上年增加10\n\n万元。\n二、收入决算情况说明");
    expect(source.paragraphs[0]).toBe("2022年度收、支总计均为110万元，比上年增加10万元。");
    const book = bookOf({ Z01: [["income.total", "总计", { amount: "120" }]] });
    const [figure] = checkNarrativeText(source.paragraphs, book).sentences.flatMap(({ figures }) => figures);
    expect(figure?.verdict.kind).toBe("wrong");
    expect(figure && source.originalOf(figure)).toEqual({ paragraph: 1, start: 0, end: 5 });
  });
});
