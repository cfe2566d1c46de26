import { openPdf, type OpenedPdf, type PdfAssets } from "./library";

/** Size of a page in points, as it is shown. */
export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** Draws pages of one PDF, in a browser. Opened at the first picture; `close` gives the memory back. */
export class PagePictures {
  #opened: Promise<OpenedPdf> | undefined;

  constructor(
    private readonly bytes: Uint8Array,
    private readonly assets: PdfAssets,
  ) {}

  /**
   * Draws a page onto a canvas of its own.
   * @param page from 1
   * @param scale pixels of the canvas per point
   * @throws HostError where the file cannot be opened; what the library says where the page cannot be drawn
   */
  async draw(page: number, scale: number): Promise<{ readonly canvas: HTMLCanvasElement; readonly size: PageSize }> {
    this.#opened ??= openPdf(this.bytes, this.assets, true);
    const { document: pdf } = await this.#opened;
    const drawn = await pdf.getPage(page);
    const viewport = drawn.getViewport({ scale });
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    await drawn.render({ canvas, viewport }).promise;
    return { canvas, size: { width: viewport.width / scale, height: viewport.height / scale } };
  }

  async close(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    await opened?.close();
  }
}
