import type { PagePlace } from "../../core/document/model";
import { openPdf, type PdfAssets } from "./library";

/** A remark on a place of a page. */
export interface PdfRemark {
  readonly place: PagePlace;
  readonly text: string;
  /** Red, green, blue, 0…255. */
  readonly colour: readonly [number, number, number];
}

/** Key under which the library keeps remarks to be saved. */
const KEY = "pdfjs_internal_editor_";
const OPACITY = 0.35;
/** Size in points of the window a viewer opens for a remark. */
const WINDOW = { width: 220, height: 90 };

/**
 * A copy of a PDF with remarks: coloured highlights over places, their text as the note a viewer shows. Everything of the
 * original stays as it is, byte for byte; the remarks are appended.
 * @param author in whose name the remarks stand
 * @throws HostError as `openPdf`
 */
export async function annotatedPdf(
  bytes: Uint8Array,
  remarks: readonly PdfRemark[],
  author: string,
  assets: PdfAssets,
): Promise<Uint8Array> {
  const { document, editorTypes, close } = await openPdf(bytes, assets);
  try {
    for (const [index, { place, text, colour }] of remarks.entries()) {
      if (place.page > document.numPages) continue;
      const page = await document.getPage(place.page);
      const viewport = page.getViewport({ scale: 1 });
      const corners = [
        viewport.convertToPdfPoint(place.left, place.top),
        viewport.convertToPdfPoint(place.right, place.bottom),
      ] as [number, number][];
      const [[x1, y1] = [0, 0], [x2, y2] = [0, 0]] = corners;
      const [left, right, bottom, top] = [Math.min(x1, x2), Math.max(x1, x2), Math.min(y1, y2), Math.max(y1, y2)];
      document.annotationStorage.setValue(`${KEY}${index}`, {
        annotationType: editorTypes.HIGHLIGHT,
        color: [...colour],
        opacity: OPACITY,
        rect: [left, bottom, right, top],
        quadPoints: [left, top, right, top, left, bottom, right, bottom],
        outlines: [[left, bottom, right, bottom, right, top, left, top]],
        rotation: 0,
        pageIndex: place.page - 1,
        user: author,
        popup: { contents: text, rect: [right, top - WINDOW.height, right + WINDOW.width, top] },
      });
    }
    return await document.saveDocument();
  } finally {
    await close();
  }
}
