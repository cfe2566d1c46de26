import { checkDocument } from "../src/app/document/check-document";
import { pdfAssets } from "../src/cli/document/pdf-assets";
import { openPdf } from "../src/host/pdf/library";
import { readPdf } from "../src/host/pdf/read-pdf";
import { writePdf, type PdfPage } from "../test/support/pdf-writer";
import { publishedPage } from "../test/support/published-pdf";

const PAGES = 30;
const ROUNDS = 7;

/** A document of so many pages, each with a ruled table and running text below it. */
function documentOf(pages: number): Uint8Array {
  const text = "本年支出合计一千二百七十一点零五万元，与上年相比持平，主要原因是各项工作按计划开展。";
  return writePdf(
    Array.from({ length: pages }, (_, i): PdfPage => {
      const { marks } = publishedPage(`示例市第${i + 1}中学`);
      const lines = Array.from({ length: 16 }, (__, line) => ({ text, x: 60, y: 480 + 20 * line }));
      return { marks: [...marks, ...lines] };
    }),
  );
}

/** Milliseconds, medians: what the library takes to hand out the text of 30 pages, and reading them as a document. */
export async function documentTimes(): Promise<{ readonly library: number; readonly reading: number }> {
  const bytes = documentOf(PAGES);
  const library: number[] = [];
  const reading: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    library.push(await timed(() => textOf(bytes)));
    reading.push(await timed(() => readPdf(bytes, { assets: pdfAssets() })));
  }
  return { library: median(library), reading: median(reading) };
}

/** Resident megabytes of the process after the 50th and the 200th document of three pages, each read and checked. */
export async function documentMemory(): Promise<{ readonly after50: number; readonly after200: number }> {
  const bytes = documentOf(3);
  let after50 = 0;
  for (let i = 1; i <= 200; i++) {
    checkDocument(await readPdf(bytes, { assets: pdfAssets() }));
    if (i === 50) after50 = residentMegabytes();
  }
  return { after50, after200: residentMegabytes() };
}

async function textOf(bytes: Uint8Array): Promise<void> {
  const { document, close } = await openPdf(bytes, pdfAssets());
  for (let page = 1; page <= document.numPages; page++) await (await document.getPage(page)).getTextContent();
  await close();
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
const residentMegabytes = (): number => Math.round(process.memoryUsage.rss() / 1024 / 1024);
