import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readDocxText } from "../../../src/host/docx/docx-text";
import { HostError } from "../../../src/host/errors";
import { LIMITS } from "../../../src/host/xlsx/limits";
import { openXlsx } from "../../../src/host/xlsx/xlsx-host";
import { fileTroubleText } from "../../../src/text/host-errors";
import { buildXlsx } from "../../support/xlsx-builder";
import { withDeclaredSize, withPart } from "../../support/xlsx-parts";

const whole = buildXlsx({ sheets: [{ name: "表", top: 0, left: 0, values: [["合计", 1]] }] });

async function refusalOf(bytes: Uint8Array): Promise<HostError> {
  const error: unknown = await openXlsx(bytes)
    .then((host) => host.read())
    .catch((caught: unknown) => caught);
  if (!(error instanceof HostError)) throw new Error("the file was not refused");
  return error;
}

/** A .zip directory that claims so many entries. */
function withDeclaredParts(bytes: Uint8Array, count: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint16(copy.length - 22 + 10, count, true);
  return copy;
}

describe("a file beyond the limits is refused with a message, before it is unpacked", () => {
  const entities = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><workbook>&c;</workbook>';
  it.each([
    ["too many bytes", "tooLarge", () => new Uint8Array(LIMITS.fileBytes + 1)],
    ["too many parts", "tooLarge", () => withDeclaredParts(whole, LIMITS.parts + 1)],
    ["a part too large", "tooLarge", () => withDeclaredSize(whole, "xl/workbook.xml", LIMITS.partBytes + 1)],
    [
      "a part that inflates too much",
      "tooLarge",
      () => withDeclaredSize(whole, "xl/workbook.xml", LIMITS.ratioFromBytes + 1),
    ],
    ["entities that expand", "damaged", () => withPart(whole, "xl/workbook.xml", entities)],
  ] as const)("%s", async (_, code, bytes) => {
    const error = await refusalOf(bytes());
    expect(error.code).toBe(code);
    const { happened, kept, todo } = fileTroubleText(error);
    for (const text of [happened, kept, todo]) expect(text).toMatch(/\p{Script=Han}{2}.*。$/u);
  });
});

describe("a .docx beyond the limits is refused likewise", () => {
  const word = new Uint8Array(readFileSync(join(import.meta.dirname, "../../../assets/templates/narrative.docx")));
  const entities = '<!DOCTYPE a [<!ENTITY b "bbbb">]><w:document><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:document>';
  it.each([
    ["too many bytes", "tooLarge", () => new Uint8Array(LIMITS.fileBytes + 1)],
    ["too many parts", "tooLarge", () => withDeclaredParts(word, LIMITS.parts + 1)],
    ["a part too large", "tooLarge", () => withDeclaredSize(word, "word/document.xml", LIMITS.partBytes + 1)],
    ["entities that expand", "damaged", () => withPart(word, "word/document.xml", entities)],
  ] as const)("%s", (_, code, bytes) => {
    expect(() => readDocxText(bytes())).toThrow(expect.objectContaining({ code }) as Error);
  });
});
