import type {
  DocumentBlock,
  DocumentTable,
  DocumentTrouble,
  PagePlace,
  PublishedDocument,
} from "../../core/document/model";
import { withoutFurniture, type BlockPage } from "./furniture";
import { joinOverPages, type JoinedTable } from "./join-tables";
import { openPdf, type PdfAssets } from "./library";
import { pageBlocks, type PageLine } from "./page-blocks";
import type { PageTable } from "./page-table";
import { asShown } from "./upright";
import { readPage } from "./read-page";
import { columnsOf, paragraphsOf } from "./paragraphs";

/** Pages that are read at most; what comes after is said to be unread. */
export const MOST_PAGES = 800;

export interface PdfOptions {
  readonly assets: PdfAssets;
  /** Called with a fraction 0…1 after each page. */
  readonly onProgress?: (done: number) => void;
  /** Ends the reading at the next page; the promise rejects with its reason. */
  readonly signal?: AbortSignal;
  /** For tests; `MOST_PAGES` otherwise. */
  readonly mostPages?: number;
}

/**
 * Reads a PDF as a published document: its tables with the place of each cell, and the paragraphs between them. A page that
 * cannot be read is said in `troubles`, the others are read all the same.
 * @throws HostError `tooLarge`, `password`, `damaged`
 */
export async function readPdf(
  bytes: Uint8Array,
  { assets, onProgress, signal, mostPages = MOST_PAGES }: PdfOptions,
): Promise<PublishedDocument> {
  const { document, ops, close } = await openPdf(bytes, assets);
  try {
    const troubles = new Map<DocumentTrouble["kind"], number[]>();
    const trouble = (kind: DocumentTrouble["kind"], page: number): void =>
      void troubles.set(kind, [...(troubles.get(kind) ?? []), page]);
    const pages: BlockPage[] = [];
    const last = Math.min(document.numPages, mostPages);
    for (let page = 1; page <= last; page++) {
      signal?.throwIfAborted();
      const read = await readPage(document, page, ops);
      for (const kind of read.troubles) trouble(kind, page);
      const { content } = read;
      pages.push({
        page,
        width: content?.width ?? 0,
        height: content?.height ?? 0,
        turned: content?.turned ?? 0,
        blocks: content ? pageBlocks(content, lastTable(pages[pages.length - 1])) : [],
      });
      const blocks = pages[pages.length - 1]?.blocks ?? [];
      if (blocks.some((block) => block.kind === "table" && block.columns)) trouble("unruled", page);
      if (blocks.some((block) => block.kind === "line" && block.isOfForm)) trouble("unruledForm", page);
      onProgress?.(page / last);
    }
    for (let page = last + 1; page <= document.numPages; page++) trouble("pageLimit", page);
    return {
      blocks: blocksOf(pages),
      troubles: [...troubles].map(([kind, own]) => ({ kind, pages: own })),
      pages: document.numPages,
    };
  } finally {
    await close();
  }
}

/** The table a page ends with, notes and page number aside. */
function lastTable(page: BlockPage | undefined): PageTable | undefined {
  return page?.blocks.filter((block) => block.kind === "table").pop();
}

function blocksOf(pages: readonly BlockPage[]): readonly DocumentBlock[] {
  const joined = joinOverPages(withoutFurniture(pages).map(({ blocks }) => blocks));
  const byNumber = new Map(pages.map((page) => [page.page, page]));
  const shown = (place: PagePlace): PagePlace => {
    const page = byNumber.get(place.page);
    return page ? { page: place.page, ...asShown(place, page) } : place;
  };
  const columnOf = columnsOf(
    joined.filter((block) => block.kind === "line"),
    (page) => byNumber.get(page)?.width ?? 0,
  );
  const blocks: DocumentBlock[] = [];
  let lines: PageLine[] = [];
  const flush = (): void => {
    blocks.push(
      ...paragraphsOf(lines, columnOf).map((paragraph) => ({
        ...paragraph,
        places: paragraph.places?.map(shown) ?? [],
      })),
    );
    lines = [];
  };
  for (const block of joined) {
    if (block.kind === "line") lines.push(block);
    else {
      flush();
      blocks.push(tableOf(block, shown));
    }
  }
  flush();
  return blocks;
}

function tableOf({ page, columns, rows, cells }: JoinedTable, shown: (place: PagePlace) => PagePlace): DocumentTable {
  const values = Array.from({ length: rows }, () => Array.from({ length: columns }, (): string | null => null));
  const places = values.map((row) => row.map((): PagePlace | null => null));
  const merges: { top: number; left: number; bottom: number; right: number }[] = [];
  for (const { top, left, bottom, right, text, box, page: at } of cells) {
    const row = values[top];
    const placeRow = places[top];
    if (!row || !placeRow) continue;
    if (text !== "") row[left] = text;
    placeRow[left] = shown({ page: at, ...box });
    if (bottom > top || right > left) merges.push({ top, left, bottom, right });
  }
  return { kind: "table", page, rows: values, merges, places };
}
