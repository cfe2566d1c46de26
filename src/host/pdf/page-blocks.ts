import { alignedRegions } from "./aligned-regions";
import { alignedTable, fits, type AlignedLine } from "./aligned-table";
import type { Box, Glyph, PageContent } from "./page-model";
import type { PageTable } from "./page-table";
import { ruledTable } from "./ruled-table";
import { linesOf, textOfLine } from "./runs";
import { tableFrames } from "./table-frames";
import { isUnruledForm } from "./unruled-form";

/** A line of running text on a page. */
export interface PageLine extends Box {
  readonly kind: "line";
  readonly page: number;
  readonly text: string;
  readonly size: number;
  /** Part of a form that could not be read as one. */
  readonly isOfForm?: true;
}

export type PageBlock = PageLine | PageTable;

/**
 * Tables and lines of a page from top to bottom.
 * @param before the table that ended the page before, if one did
 */
export function pageBlocks(content: PageContent, before?: PageTable): readonly PageBlock[] {
  const { page, glyphs } = content;
  const tables: PageTable[] = [];
  let rest: readonly Glyph[] = glyphs;
  for (const frame of tableFrames(content)) {
    const inside = rest.filter((glyph) => isInside(glyph, frame));
    const table = ruledTable(page, frame, inside);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(inside);
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  const open = tables.length === 0 && before?.columns ? before : undefined;
  const continued = (lines: readonly AlignedLine[]): boolean => open !== undefined && fits(lines, open);
  const regions = alignedRegions(rest, continued);
  const isForm = isUnruledForm(regions.flat());
  for (const region of isForm ? [] : regions) {
    const table = alignedTable(page, region, tables.length === 0 ? before : undefined);
    if (!table) continue;
    tables.push(table);
    const taken = new Set(region.flatMap(({ runs }) => runs.flatMap((run) => run.glyphs)));
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  const lines = linesOf(rest).map((line): PageLine => {
    const { left, top, right, bottom, size } = line;
    return {
      kind: "line",
      page,
      text: textOfLine(line).trim(),
      left,
      top,
      right,
      bottom,
      size,
      ...(isForm ? { isOfForm: true } : {}),
    };
  });
  return [...tables, ...lines].sort((a, b) => topOf(a) - topOf(b));
}

const topOf = (block: PageBlock): number => (block.kind === "line" ? block.top : block.box.top);

function isInside(glyph: Glyph, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
  return x > left - 2 && x < right + 2 && y > top - 2 && y < bottom + 2;
}
