import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { DraftSession, type DraftKeeper } from "../../../src/app/narrative/draft-session";
import { readDocx } from "../../../src/host/docx/read-docx";
import { caseGrid, loadCase } from "../../support/cases";
import { wordDocument } from "../../support/word-document";
import { MemoryHost } from "../../support/memory-host";

const asset = (name: string): URL => new URL(`../../../assets/templates/${name}`, import.meta.url);
const readAsset = async (name: string): Promise<Uint8Array> =>
  new Uint8Array(await readFile(fileURLToPath(asset(name))));

function session(keeper?: DraftKeeper): DraftSession {
  const host = new MemoryHost(caseGrid(loadCase("2021-luozhuang")));
  return new DraftSession({ host, readAsset, ...(keeper ? { keeper } : {}) });
}

/** Last year's document, as an office wrote it. */
const LAST_YEAR = [
  "第一部分　单位概况",
  "一、单位职责",
  "承办公文运转。",
  "第二部分　2020年度单位决算情况说明",
  "七、一般公共预算财政拨款“三公”经费支出决算情况说明",
  "3、公务接待费年初预算为9万元，支出决算为8万元，完成年初预算的88.89%。决算数小于年初预算数的主要原因是来访减少。",
  "第三部分　名词解释",
  "一、财政拨款收入：本单位自己的说法。",
];

/** A workbook with what it keeps. */
function kept(parts: Parameters<DraftKeeper["save"]>[0] = {}) {
  const workbook = { parts };
  const keeper: DraftKeeper = {
    load: () => Promise.resolve(workbook.parts),
    save: (part) => {
      workbook.parts = { ...workbook.parts, ...part };
      return Promise.resolve(true);
    },
  };
  return { workbook, open: () => session(keeper) };
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
    const { offered, carried: before } = next.getState();
    expect(before).toBeUndefined();
    expect(offered?.texts.terms.length).toBeGreaterThan(15);
    await next.useCarried();
    const { carried, trouble } = next.getState();
    expect({ trouble, carried, offered: next.getState().offered }).toEqual({ carried: offered });
    expect(lines(await next.publication()).filter((line) => line.includes("财政拨款收入：指本年度"))).toHaveLength(1);
    await next.dropCarried();
    expect(next.getState().carried).toBeUndefined();
  });

  it("keeps last year's texts in the workbook once they were looked at, and gives them up again", async () => {
    const { workbook, open } = kept();
    const one = open();
    await one.draft();
    const file = { name: "上年.docx", bytes: wordDocument(LAST_YEAR) };
    await one.chooseCarried(file);
    one.declineCarried();
    expect({ offered: one.getState().offered, kept: workbook.parts }).toEqual({ kept: {} });
    await one.chooseCarried(file);
    expect(workbook.parts).toEqual({});
    await one.useCarried();
    expect(one.getState().notice).toEqual({ kind: "carried", file: "上年.docx", isKept: true });

    const next = open();
    await next.draft();
    expect(next.getState().carried).toEqual(one.getState().carried);
    expect(lines(await next.publication())).toContain("承办公文运转。");
    expect(Object.fromEntries(next.getState().suggestions)).toEqual({ "原因.公务接待费.比预算": { text: "来访减少" } });
    expect(JSON.stringify(next.getState().result?.draft.sections)).not.toContain("来访减少");
    await next.dropCarried();
    expect({ suggestions: next.getState().suggestions.size, kept: workbook.parts.carried }).toEqual({ suggestions: 0 });
  });

  it("says where the texts a workbook keeps are no use", async () => {
    const one = kept({ carried: { file: "上年.docx", profile: [1] } }).open();
    await one.draft();
    expect(one.getState()).toMatchObject({ carried: undefined, trouble: { kind: "keptCarried" } });
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
