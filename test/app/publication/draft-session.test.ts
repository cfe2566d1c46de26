import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DraftSession } from "../../../src/app/narrative/draft-session";
import { readDocx } from "../../../src/host/docx/read-docx";
import { caseGrid, loadCase } from "../../support/cases";
import { MemoryHost } from "../../support/memory-host";

const asset = (name: string): URL => new URL(`../../../assets/templates/${name}`, import.meta.url);
const readAsset = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(fileURLToPath(asset(name))));

function session(): DraftSession {
  return new DraftSession({ host: new MemoryHost(caseGrid(loadCase("2021-luozhuang"))), readAsset });
}

const lines = (docx: Uint8Array | undefined): readonly string[] =>
  (docx ? readDocx(docx).document.blocks : []).flatMap((block) => (block.kind === "paragraph" ? [block.text] : []));

describe("the whole document from a session", () => {
  it("is made of the draft and the workbook's tables; last year's document gives its own terms and profile", async () => {
    const first = session();
    expect(await first.publication()).toBeUndefined();
    await first.draft();
    const bytes = await first.publication();
    expect(lines(bytes).filter((line) => line.startsWith("第五部分"))).toHaveLength(2);
    expect(lines(bytes).some((line) => line.includes("待填：单位职责"))).toBe(true);

    const next = session();
    await next.draft();
    await next.chooseCarried({ name: "上年.docx", bytes: bytes ?? new Uint8Array() });
    const { carried, trouble } = next.getState();
    expect(trouble).toBeUndefined();
    expect(carried?.texts.terms.length).toBeGreaterThan(15);
    expect(lines(await next.publication()).filter((line) => line.includes("财政拨款收入：指本年度"))).toHaveLength(1);
    await next.dropCarried();
    expect(next.getState().carried).toBeUndefined();
  });

  it("says why a file can not be taken over from, and keeps what it had", async () => {
    const one = session();
    await one.draft();
    await one.chooseCarried({ name: "文字模板.docx", bytes: await readAsset("narrative.docx") });
    expect(one.getState().trouble).toEqual({ kind: "carriedEmpty", file: "文字模板.docx" });
    await one.chooseCarried({ name: "坏.docx", bytes: new Uint8Array([1, 2, 3]) });
    expect(one.getState().trouble).toMatchObject({ kind: "carriedFile", file: "坏.docx" });
    expect(one.getState().result?.book.tables.size).toBeGreaterThan(6);
  });
});
