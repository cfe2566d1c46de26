import { lineKind } from "../../../core/document/head-and-notes";
import { beginsItem, isFigure } from "../page-table";
import type { TextRow } from "./rows";
import type { Text } from "./texts";

/** Blank rows that a table may have between two rows, as a multiple of the font size. */
const BLANK = 6;
/** How far above the first row with several texts the first line of a head may stand, as a multiple of the font size. */
const HEAD = 1.8;
/** Rows with two texts or more that make a table. */
const LEAST_ROWS = 3;
/** Texts that a head has at least whose table has no rows. */
const HEADS_ALONE = 6;
/** A line of running text ends so, or is this wide a share of the widest. */
const SENTENCE = /[。；：:，]$/;
const FULL = 0.8;
/** Dots to a page number: a list of contents. */
const LEADERS = /[.…·・]{5,}/;

/**
 * The tables without lines on a page: rows with texts far apart, figures among them, and the short labels between. Titles,
 * heads, notes and running text end one.
 * @param continued whether a table ended the page before: its last rows may stand on top of this one, few as they are
 */
export function regionsOf(
  rows: readonly TextRow[],
  continued: (rows: readonly TextRow[]) => boolean = () => false,
): readonly (readonly TextRow[])[] {
  const widest = Math.max(0, ...rows.map(widthOf));
  const regions: TextRow[][] = [];
  let region: TextRow[] = [];
  /** Short lines right above, which may be the first of a head. */
  let above: TextRow[] = [];
  const close = (): void => {
    while (region.length > 0 && !isTabular(region[region.length - 1]) && !isLastRow(region)) region.pop();
    if (isTable(region) || (regions.length === 0 && region.length > 0 && continued(region))) regions.push(region);
    region = [];
  };
  for (const row of rows) {
    const before = region[region.length - 1];
    if (before && row.at - before.at > BLANK * (row.texts[0]?.size ?? 10)) close();
    if (isTabular(row)) {
      if (region.length === 0) region.push(...chained(above, row));
      region.push(row);
      above = [];
    } else if (region.length > 0 && isLabel(row, widest)) region.push(row);
    else {
      close();
      above = isHeadLine(row, widest) ? [...above, row] : [];
    }
  }
  close();
  return regions;
}

/** The rows right above one, each as far above the next as a row is. */
function chained(above: readonly TextRow[], row: TextRow): readonly TextRow[] {
  const chain: TextRow[] = [];
  let next = row;
  for (const other of [...above].reverse()) {
    if (next.at - other.at >= HEAD * (next.texts[0]?.size ?? 10)) break;
    chain.unshift(other);
    next = other;
  }
  return chain;
}

/** Whether a row has texts far apart, and is neither title, head nor note. */
function isTabular(row: TextRow | undefined): boolean {
  if (!row || isOfText(row)) return false;
  const { texts } = row;
  const [first] = texts;
  if (!first) return false;
  if (texts.length === 1) return isFigure(first.text) && first.text.length > 2;
  return (
    texts.slice(1).some((text, i) => text.left - (texts[i]?.right ?? 0) > 0.8 * text.size) || texts.some(isOfFigures)
  );
}

const isOfFigures = ({ text }: Text): boolean => isFigure(text) && /\.\d\d$/.test(text);

function isOfText({ texts }: TextRow): boolean {
  const text = texts.map((own) => own.text).join("");
  if (LEADERS.test(text)) return true;
  return lineKind(text) !== "other" && lineKind(text) !== "titleStart" && !texts.some((own) => isFigure(own.text));
}

function isLabel(row: TextRow, widest: number): boolean {
  if (isOfText(row)) return false;
  const text = row.texts.map((own) => own.text).join("");
  return !SENTENCE.test(text) && widthOf(row) < FULL * widest;
}

/** Whether a row can be the first of a head that is broken over lines, or a label alone: a few characters, no title. */
function isHeadLine(row: TextRow, widest: number): boolean {
  const text = row.texts.map((own) => own.text).join("");
  return text.length <= 20 && lineKind(text) === "other" && isLabel(row, widest);
}

/**
 * Whether the last row is a label without figures: as far below as a row is, flush with labels of the rows above, in the
 * first column only where it begins an item.
 */
function isLastRow(rows: readonly TextRow[]): boolean {
  const [before, last] = [rows[rows.length - 2], rows[rows.length - 1]];
  const [text] = last?.texts ?? [];
  if (!before || !last || !text || last.at - before.at > HEAD * text.size) return false;
  const mayBeFirst = beginsItem(text.text);
  return rows
    .slice(0, -1)
    .some(({ texts }) =>
      texts.some(({ left }, i) => (i > 0 || (mayBeFirst && texts.length > 1)) && Math.abs(left - text.left) < 1),
    );
}

function isTable(rows: readonly TextRow[]): boolean {
  const tabular = rows.filter(isTabular);
  // Shares alone, beside words, are the labels of a chart.
  const withFigures = rows.filter(
    ({ texts }) => texts.length > 1 && texts.some(({ text }) => isFigure(text) && !/[%％]/.test(text)),
  );
  const wide = rows.filter(({ texts }) => texts.length >= 3);
  const texts = rows.flatMap((row) => row.texts);
  const isHeadAlone = tabular.length >= 2 && texts.length >= HEADS_ALONE && !texts.some(({ text }) => /\d/.test(text));
  return isHeadAlone || (tabular.length >= LEAST_ROWS && (withFigures.length >= LEAST_ROWS - 1 || wide.length >= 2));
}

function widthOf({ texts }: TextRow): number {
  return Math.max(0, ...texts.map(({ right }) => right)) - (texts[0]?.left ?? 0);
}
