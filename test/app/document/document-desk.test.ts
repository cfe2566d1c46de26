import { describe, expect, it } from "vitest";
import { DocumentDesk, type ChosenDocument } from "../../../src/app/document/document-desk";
import { verdictOfDocument } from "../../../src/app/document/document-summary";
import { pdfAssets } from "../../../src/cli/document/pdf-assets";
import { HostError } from "../../../src/host/errors";
import { wordDocument } from "../../support/word-document";
import { publishedPdf } from "../../support/published-pdf";

const file = (name: string, bytes: Uint8Array): ChosenDocument => ({ name, read: () => Promise.resolve(bytes) });
const desk = (): DocumentDesk => new DocumentDesk(pdfAssets());

describe("documents on the desk", () => {
  it("shows a single one at once, and says how it came out", async () => {
    const own = desk();
    await own.take([file("公开.pdf", publishedPdf("1,281.05"))]);
    const { entries, shown, isBusy } = own.getState();
    expect(isBusy).toBe(false);
    const progress = entries[0]?.progress;
    if (progress?.kind !== "checked") throw new Error("not checked");
    expect(verdictOfDocument(progress.summary)).toBe("errors");
    expect(progress.summary.unitName).toBe("示例市档案馆");
    expect(shown?.report.tables.counts.errors).toBeGreaterThan(0);
  });

  it("checks many one after the other; one that cannot be read says why and stops nothing", async () => {
    const own = desk();
    const damaged = publishedPdf().slice(0, 300);
    await own.take([file("一.pdf", publishedPdf()), file("二.pdf", damaged), file("三.docx", new Uint8Array(9))]);
    const kinds = own.getState().entries.map(({ progress }) => progress.kind);
    expect(kinds).toEqual(["checked", "unread", "unread"]);
    const [, second, third] = own.getState().entries.map(({ progress }) => progress);
    expect(second).toMatchObject({ reason: expect.stringContaining("已损坏") as string });
    expect(third).toMatchObject({ reason: expect.stringContaining("不是 PDF") as string });
    expect(own.getState().shown).toBeUndefined();
    const [first] = own.getState().entries;
    if (first) await own.show(first.file);
    expect(own.getState().shown?.file.name).toBe("一.pdf");
    own.putBack();
    expect(own.getState().shown).toBeUndefined();
  });

  it("says so where the open workbook has nothing to compare with or cannot be read, and checks all the same", async () => {
    for (const source of [() => Promise.resolve(undefined), () => Promise.reject(new HostError("busy"))]) {
      const own = desk();
      await own.compareWith(source);
      await own.take([file("公开.docx", wordDocument(["一、收入支出决算总体情况说明"]))]);
      expect(own.getState()).toMatchObject({ isCompared: true, sourceFailed: true });
      expect(own.getState().shown?.report.against).toBeUndefined();
    }
  });

  it("stops where it is told to: what was done stays, the rest is said to be unchecked", async () => {
    const own = desk();
    const files = ["一", "二", "三"].map((name) => file(name, publishedPdf()));
    const stop = own.subscribe(() => {
      if (own.getState().entries[0]?.progress.kind === "checked") {
        stop();
        own.cancel();
      }
    });
    await own.take(files);
    expect(own.getState().entries.map(({ progress }) => progress.kind)).toEqual(["checked", "cancelled", "cancelled"]);
    expect(own.getState().isBusy).toBe(false);
  });
});
