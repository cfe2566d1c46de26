import type { PageBlock, PageLine } from "./page-blocks";
import type { Turned } from "./upright";

/** A page of blocks, turned upright, with its size. */
export interface BlockPage extends Turned {
  readonly page: number;
  readonly blocks: readonly PageBlock[];
}

/** Share of a page's height at top and bottom in which running heads stand; a page number may stand further in. */
const MARGIN = 0.13;
const NUMBER_MARGIN = 0.25;
const PAGE_NUMBER =
  /^[-—–―－~～·.\s(（【[/]*(?:第\s*)?(?:\d{1,4}|[ivxlc]{1,6}|[IVXLC]{1,6})(?:\s*页)?(?:\s*[,，、/／]?\s*(?:共|of)?\s*\d{1,4}\s*页?)?[-—–―－~～·.\s)）】\]]*$/;
/** Lines above a table that stand at the same place on many pages, and belong to each. */
const TABLE_HEAD = /单位|部门|元|公开|表|^附/;
/** Pages a line must stand on to be a running head. */
const REPEATED = 3;

/** Leaves out page numbers, and heads and feet that run through the document. */
export function withoutFurniture(pages: readonly BlockPage[]): readonly BlockPage[] {
  const seen = new Map<string, number>();
  for (const { height, blocks } of pages) {
    for (const key of new Set(marginLines(blocks, height).map(runningKey))) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return pages.map((page) => {
    const margin = new Set<PageBlock>([
      ...marginLines(page.blocks, page.height).filter(
        (line) => isRunning(line) && (seen.get(runningKey(line)) ?? 0) >= REPEATED,
      ),
      ...pageNumbers(page),
    ]);
    return { ...page, blocks: page.blocks.filter((block) => !margin.has(block)) };
  });
}

/** The first or last line of a page, where it is nothing but its number. */
function pageNumbers({ blocks, height }: BlockPage): readonly PageBlock[] {
  return [blocks[0], blocks[blocks.length - 1]].flatMap((block) => {
    if (block?.kind !== "line" || !PAGE_NUMBER.test(block.text)) return [];
    return block.bottom < NUMBER_MARGIN * height || block.top > (1 - NUMBER_MARGIN) * height ? [block] : [];
  });
}

/** Lines in the margins, no more than two deep at each end. */
function marginLines(blocks: readonly PageBlock[], height: number): readonly PageLine[] {
  const lines = [...blocks.slice(0, 2), ...blocks.slice(-2)].filter((block) => block.kind === "line");
  return [...new Set(lines)].filter(({ top, bottom }) => bottom < MARGIN * height || top > (1 - MARGIN) * height);
}

const isRunning = ({ text }: PageLine): boolean => !TABLE_HEAD.test(text) || text.length > 30;

function runningKey({ text, top }: PageLine): string {
  return `${text.replace(/\d+/g, "#").replace(/\s/g, "")}@${Math.round(top / 6)}`;
}
