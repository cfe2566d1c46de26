import type { PDFDocumentProxy } from "pdfjs-dist/types/src/pdf";
import type { DocumentTrouble } from "../../core/document/model";
import { matrixOf } from "./matrix";
import type { FontFacts } from "./drawing-state";
import { drawnOn, type Operations } from "./operators";
import type { PageContent } from "./page-model";
import { uprightPage } from "./upright";

/** A page as read, or why not. */
export interface ReadPage {
  readonly content: PageContent | undefined;
  readonly troubles: readonly DocumentTrouble["kind"][];
}

/** Hidden characters that make a page one that was scanned and recognised by a machine. */
const HIDDEN = 20;
/** Share of characters nobody can tell from which on a page is not to be trusted. */
const UNMAPPED = 0.02;
const FORM_FIELDS_AND_REMARKS_LEFT_OUT = 0;

/** Reads one page; what cannot be read is said. Never rejects for the contents of the page. */
export async function readPage(document: PDFDocumentProxy, number: number, ops: Operations): Promise<ReadPage> {
  let content: PageContent;
  try {
    const page = await document.getPage(number);
    const list = await page.getOperatorList({ annotationMode: FORM_FIELDS_AND_REMARKS_LEFT_OUT });
    const { width, height, transform } = page.getViewport({ scale: 1 });
    const fonts = new Map<string, FontFacts | undefined>();
    const fontOf = (name: string): FontFacts | undefined => {
      if (!fonts.has(name)) fonts.set(name, page.commonObjs.has(name) ? factsOf(page.commonObjs.get(name)) : undefined);
      return fonts.get(name);
    };
    content = uprightPage(number, width, height, drawnOn(list, ops, matrixOf(transform), fontOf));
    page.cleanup();
  } catch {
    return { content: undefined, troubles: ["pageFailed"] };
  }
  return { content, troubles: troublesOf(content) };
}

function factsOf(font: unknown): FontFacts {
  const { vertical, fontMatrix } = font as { vertical?: unknown; fontMatrix?: unknown };
  return { vertical: vertical === true, ...(fontMatrix ? { fontMatrix: matrixOf(fontMatrix) } : {}) };
}

function troublesOf({ glyphs, hidden, unmapped, isPicture }: PageContent): readonly DocumentTrouble["kind"][] {
  const troubles: DocumentTrouble["kind"][] = [];
  if (hidden > HIDDEN && hidden > glyphs.length) troubles.push("hiddenText");
  else if (isPicture && glyphs.length < 10) troubles.push("noText");
  const strange = unmapped + glyphs.filter(({ text }) => !EXPECTED.test(text)).length;
  if (strange > UNMAPPED * (glyphs.length + unmapped) && strange > 5) troubles.push("unmapped");
  return troubles;
}

/** Characters of Chinese print: Latin, punctuation, symbols, numerals in circles, Chinese characters, full-width forms. */
const EXPECTED =
  /^[\u0020-\u024f\u0370-\u03ff\u0400-\u045f\u2000-\u2bff\u2e80-\u33ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\ufe10-\ufe6f\uff00-\uffef\ud800-\udfff]+$/;
