import { describe, expect, it } from "vitest";
import { pdfAssets } from "../../../src/cli/document/pdf-assets";
import { annotatedPdf } from "../../../src/host/pdf/annotate";
import { openPdf } from "../../../src/host/pdf/library";
import { writePdf } from "../../support/pdf-writer";

const remark = (page: number, text: string) => ({
  place: { page, left: 100, top: 50, right: 160, bottom: 70 },
  text,
  colour: [230, 60, 60] as const,
});

describe("a marked copy", () => {
  it.each([0, 90])(
    "has the remarks where they belong, on a page turned by %i too, and the original untouched",
    async (rotate) => {
      const original = writePdf([
        { marks: [{ text: "甲", x: 60, y: 60 }] },
        { rotate, marks: [{ text: "乙", x: 60, y: 60 }] },
      ]);
      const marked = await annotatedPdf(original, [remark(2, "Z05-01 少 10.00 万元")], "决算公开助手", pdfAssets());
      expect(marked.subarray(0, original.length)).toEqual(original);
      const { document, close } = await openPdf(marked, pdfAssets());
      const [first, second] = [await document.getPage(1), await document.getPage(2)];
      expect(await first.getAnnotations()).toEqual([]);
      const found = (await second.getAnnotations()) as {
        subtype: string;
        rect: number[];
        contentsObj?: { str: string };
      }[];
      const [highlight] = found.filter(({ subtype }) => subtype === "Highlight");
      expect(highlight?.contentsObj?.str).toBe("Z05-01 少 10.00 万元");
      const box = second.getViewport({ scale: 1 }).convertToViewportRectangle(highlight?.rect ?? []);
      expect(box.map(Math.round).sort((a, b) => a - b)).toEqual([50, 70, 100, 160]);
      await close();
    },
  );
});
