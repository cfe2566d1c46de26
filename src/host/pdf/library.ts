import type { PDFDocumentProxy } from "pdfjs-dist/types/src/pdf";
import { HostError } from "../errors";

type Library = typeof import("pdfjs-dist/legacy/build/pdf.mjs");

/** Where the library finds its own files: addresses in a browser, paths that end in a separator elsewhere. */
export interface PdfAssets {
  readonly cMapUrl: string;
  readonly standardFontDataUrl: string;
  /** The library's worker; absent where it may find it beside itself. */
  readonly workerSrc?: string;
}

/** Bytes of the largest file that is opened. */
export const LARGEST_FILE = 200 * 1024 * 1024;
/** Pictures are not looked at: only that they are there. */
const PICTURE_PIXELS = 1;

let loaded: Promise<Library> | undefined;

function notDrawn(): void {
  // Stands in for a class that is asked for by name and never used.
}

/** The library, loaded when it is first needed. */
function library({ workerSrc }: PdfAssets): Promise<Library> {
  loaded ??= (async () => {
    // The library expects a browser's classes for drawing, which is not done where there are none.
    const globals = globalThis as Record<string, unknown>;
    for (const name of ["DOMMatrix", "ImageData", "Path2D"]) globals[name] ??= notDrawn;
    const pdf = await import("pdfjs-dist/legacy/build/pdf.mjs");
    if (workerSrc !== undefined) pdf.GlobalWorkerOptions.workerSrc = workerSrc;
    return pdf;
  })();
  return loaded;
}

/** An opened PDF; `close` gives its memory back. */
export interface OpenedPdf {
  readonly document: PDFDocumentProxy;
  readonly ops: Readonly<Record<string, number>>;
  /** The library's numbers for kinds of remarks. */
  readonly editorTypes: Readonly<Record<string, number>>;
  readonly close: () => Promise<void>;
}

/**
 * Opens a PDF. The bytes are copied, the caller keeps them.
 * @param pictures whether pictures are decoded, as drawing a page needs; reading does not
 * @throws HostError `tooLarge`, `password`, `damaged`
 */
export async function openPdf(bytes: Uint8Array, assets: PdfAssets, pictures = false): Promise<OpenedPdf> {
  if (bytes.length > LARGEST_FILE) throw new HostError("tooLarge", { technical: `${bytes.length} bytes` });
  const pdf = await library(assets);
  const task = pdf.getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: assets.cMapUrl,
    cMapPacked: true,
    standardFontDataUrl: assets.standardFontDataUrl,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: !pictures,
    enableXfa: false,
    ...(pictures ? {} : { maxImageSize: PICTURE_PIXELS }),
    verbosity: pdf.VerbosityLevel.ERRORS,
  });
  try {
    const document = await task.promise;
    return { document, ops: pdf.OPS, editorTypes: pdf.AnnotationEditorType, close: () => task.destroy() };
  } catch (error) {
    await task.destroy();
    throw troubleOf(error);
  }
}

function troubleOf(error: unknown): HostError {
  const name = error instanceof Error ? error.name : "";
  const technical = error instanceof Error ? error.message : String(error);
  if (name === "PasswordException") return new HostError("password", { format: "pdf", cause: error });
  if (name === "InvalidPDFException" || name === "FormatError" || name === "MissingPDFException")
    return new HostError("damaged", { format: "pdf", technical, cause: error });
  return new HostError("unknown", { technical, cause: error });
}
