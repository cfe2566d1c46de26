import type { CellRange } from "../model/cell";
import type { CellValue } from "../model/grid";

/** A line of text between the tables. `page` counts from 1 where the reader knows it. */
export interface DocumentParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly page?: number;
  /** Printed as the heading of a picture or a chart, in a text box or a chart: read, but no sentence. */
  readonly aside?: true;
}

/**
 * A table as printed, or the piece of one that stands on one page. Cells hold the printed text, rows may differ in
 * length; a cell that is merged into another is null and its area stands in `merges` (in the table's own coordinates).
 */
export interface DocumentTable {
  readonly kind: "table";
  readonly rows: readonly (readonly CellValue[])[];
  readonly merges?: readonly CellRange[];
  readonly page?: number;
}

export type DocumentBlock = DocumentParagraph | DocumentTable;

/** A published document (Word, PDF) as its reader saw it: paragraphs and tables in the order they are printed. */
export interface PublishedDocument {
  readonly blocks: readonly DocumentBlock[];
}

/** Where a row of a sheet stands in the document: the block's index and page; `row` only for rows of a table. */
export interface RowPlace {
  readonly block: number;
  readonly page?: number;
  /** Zero-based row within the block's table; undefined for a title or a note around it. */
  readonly row?: number;
}
