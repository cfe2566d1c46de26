import type { Box } from "./page-model";

/** A cell of a table on a page, with its printed lines. */
export interface TableCell {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly text: string;
  readonly box: Box;
}

/** A column of a part of a form: where it begins, and the columns of the whole form it covers. */
export interface PartColumn {
  readonly from: number;
  readonly first: number;
  readonly last: number;
}

/** A table, or the piece of one, on a page. */
export interface PageTable {
  readonly kind: "table";
  readonly page: number;
  readonly box: Box;
  /** Boundaries of its columns in points. */
  readonly xs: readonly number[];
  /** Where the texts of its columns stand, in a table without lines: what goes on on the next page has the same. */
  readonly columns?: readonly { readonly left: number; readonly right: number }[];
  /** The columns of the last part of a form without lines: rows on the next page go on with it. */
  readonly lastPart?: readonly PartColumn[];
  readonly rows: number;
  /** Row by row; cells that hold nothing and are not merged may be missing. */
  readonly cells: readonly TableCell[];
}

/** Whether a printed text is a figure, or what stands for one. */
export function isFigure(text: string): boolean {
  return /^[(（]?[-−–—﹣－+]?[\d０-９][\d０-９,，.．]*%?[)）]?$/.test(text) || /^[-−–—﹣－]{1,3}$/.test(text);
}

const ITEM =
  /^(?:[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[、.．](?!\d)|其中[:：]|\d{3,7}$|本年|[合总小]计|年[初末]|结余分配|使用非|人员经费|公用经费|注[:：]|说明[:：])/;

/** Whether a label begins as an item of its own does, not as the rest of the one above it. */
export function beginsItem(text: string): boolean {
  return ITEM.test(text);
}
