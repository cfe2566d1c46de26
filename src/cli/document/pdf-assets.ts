import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { PdfAssets } from "../../host/pdf/library";

/** The library's own files: beside the bundled program, else in the package. */
export function pdfAssets(): PdfAssets {
  const beside = fileURLToPath(new URL("../../assets/pdf/", import.meta.url));
  if (existsSync(beside)) return assetsIn(beside, join(beside, "pdf.worker.mjs"));
  const home = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return assetsIn(home, join(home, "legacy/build/pdf.worker.mjs"));
}

function assetsIn(folder: string, worker: string): PdfAssets {
  return {
    cMapUrl: join(folder, "cmaps") + sep,
    standardFontDataUrl: join(folder, "standard_fonts") + sep,
    workerSrc: pathToFileURL(worker).href,
  };
}
