import type { CellRange } from "../model/cell";
import type { CellValue } from "../model/grid";

/** A rectangle on a page: pages from 1, points (1/72 inch) from the top left corner of the page as it is shown. */
export interface PagePlace {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** A line of text between the tables. `page` counts from 1 where the reader knows it. */
export interface DocumentParagraph {
  readonly kind: "paragraph";
  readonly text: string;
  readonly page?: number;
  /** Where it is printed, part by part where it runs over pages; absent where the format knows no pages (Word). */
  readonly places?: readonly PagePlace[];
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
  /** The place of each cell (of the whole area for the first cell of a merged one), same shape as `rows`. */
  readonly places?: readonly (readonly (PagePlace | null)[])[];
}

export type DocumentBlock = DocumentParagraph | DocumentTable;

/**
 * What a reader has to say of a document. Of a Word document, on no page: tracked changes that nobody accepted or refused
 * (`revisions`), text with figures in text boxes (`textBoxes`) and tables inside cells (`nestedTables`). Else pages, from 1, on which something could not be read: pictures without text, hidden text over a picture, characters nobody
 * can tell, a damaged page, pages beyond the limit; a form without lines, whose cells nobody can tell apart; or a table without lines, which is read by where its texts stand.
 */
export interface DocumentTrouble {
  readonly kind:
    "noText" | "hiddenText" | "unmapped" | "unruled" | "unruledForm" | "pageFailed" | "pageLimit" | WordTroubleKind;
  readonly pages: readonly number[];
}

export type WordTroubleKind = "revisions" | "textBoxes" | "nestedTables";

/** A published document (Word, PDF) as its reader saw it: paragraphs and tables in the order they are printed. */
export interface PublishedDocument {
  readonly blocks: readonly DocumentBlock[];
  /** What could not be read, and therefore was not checked. */
  readonly troubles?: readonly DocumentTrouble[];
  /** How many it has; absent where the format knows no pages. */
  readonly pages?: number;
}

/** Where a row of a sheet stands in the document: the block's index and page; `row` only for rows of a table. */
export interface RowPlace {
  readonly block: number;
  readonly page?: number;
  /** Zero-based row within the block's table; undefined for a title or a note around it. */
  readonly row?: number;
}
