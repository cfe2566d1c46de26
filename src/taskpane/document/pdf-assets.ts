import type { PdfAssets } from "../../host/pdf/library";

/** The PDF library's own files, beside the page: nothing is loaded from anywhere else. */
export function pdfAssets(): PdfAssets {
  const beside = (path: string): string => new URL(path, document.baseURI).href;
  return {
    cMapUrl: beside("pdf/cmaps/"),
    standardFontDataUrl: beside("pdf/standard_fonts/"),
    workerSrc: beside("pdf/pdf.worker.js"),
  };
}
