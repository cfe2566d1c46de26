import { lineKind } from "../../core/document/head-and-notes";
import type { Box, Glyph, PageContent } from "./page-model";
import type { PageTable } from "./page-table";
import { ruledTable } from "./ruled-table";
import { linesOf, textOfLine } from "./runs";
import { tableFrames } from "./table-frames";
import { formsOf, formTable, isForm } from "./unruled/form";
import { regionsOf } from "./unruled/regions";
import { rowsOf } from "./unruled/rows";
import { fits, tableOf } from "./unruled/table";
import { textsOf } from "./unruled/texts";

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
  const texts = textsOf(rest);
  const notes = texts.filter(({ text }) => lineKind(text) === "note");
  const rows = rowsOf(texts.filter((text) => !notes.includes(text)));
  const first = tables.length === 0 ? before : undefined;
  const areForms = isForm(rows) || (first?.lastPart !== undefined && fits(rows, first));
  const regions = areForms ? formsOf(rows) : regionsOf(rows, (own) => first?.columns !== undefined && fits(own, first));
  const unread = new Set<Glyph>();
  for (const region of regions) {
    const previous = tables.length === 0 ? before : undefined;
    const table = areForms ? formTable(page, region, previous) : tableOf(page, region, previous);
    const own = region.flatMap((row) => row.texts.flatMap((text) => text.glyphs));
    if (!table) {
      if (areForms) for (const glyph of own) unread.add(glyph);
      continue;
    }
    tables.push(table);
    const taken = new Set(own);
    rest = rest.filter((glyph) => !taken.has(glyph));
  }
  const around = regions.length > 0 ? texts.filter(({ text, lines }) => lines > 1 && isAroundTable(text)) : [];
  const taken = new Set(around.flatMap(({ glyphs }) => glyphs));
  const whole = around.map((own) => lineOf(page, own.text, own, own.size));
  const lines = linesOf(rest.filter((glyph) => !taken.has(glyph))).map((own): PageLine => ({
    ...lineOf(page, textOfLine(own).trim(), own, own.size),
    ...(own.glyphs.some((glyph) => unread.has(glyph)) ? { isOfForm: true } : {}),
  }));
  return [...tables, ...whole, ...lines].sort((a, b) => topOf(a) - topOf(b));
}

/** Titles, heads and notes around a table, which a narrow column may break over lines as it does a label. */
const isAroundTable = (text: string): boolean => ["title", "head", "note"].includes(lineKind(text));

function lineOf(page: number, text: string, { left, top, right, bottom }: Box, size: number): PageLine {
  return { kind: "line", page, text, left, top, right, bottom, size };
}

const topOf = (block: PageBlock): number => (block.kind === "line" ? block.top : block.box.top);

function isInside(glyph: Glyph, { left, top, right, bottom }: Box): boolean {
  const [x, y] = [(glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2];
  return x > left - 2 && x < right + 2 && y > top - 2 && y < bottom + 2;
}
