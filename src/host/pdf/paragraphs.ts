import type { PagePlace, DocumentParagraph } from "../../core/document/model";
import type { PageLine } from "./page-blocks";
import { joinLines } from "./runs";

/** Characters by which a line may end before the margin and still run on in the next. */
const SHORT_BY = 2.2;
/** Characters by which the first line of a paragraph is set in. */
const INDENT = 1;
/** How a paragraph of its own begins, wherever the line before it ended. */
const BEGINS =
  /^(?:第[一二三四五六七八九十]+[部分章节]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十]+[)）]|\d{1,2}[、．.](?!\d)|[（(]\d{1,2}[)）]|注[:：]|说明[:：]|备注[:：]|附件)/;

/** Dots to a page number: an entry of the list of contents. */
const LEADERS = /[.…·・]{5,}\s*\d*$/;
/** Nothing but figures: labels of a chart. */
const FIGURES = /^[\d.,，%％()（）\s-]+$/;

/** The margins of the running text on a page. */
interface Column {
  readonly left: number;
  readonly right: number;
}

/**
 * Joins the lines of running text into paragraphs: a line that reaches the right margin goes on in the next one, unless that
 * is set in or begins like a paragraph of its own. Lines far apart on the page, and lines of other size, stay apart.
 * @param lines in reading order, tables and page numbers taken out; they may run over pages
 */
export function paragraphsOf(
  lines: readonly PageLine[],
  columnOf: (page: number) => Column,
): readonly DocumentParagraph[] {
  const paragraphs: PageLine[][] = [];
  for (const line of lines) {
    const paragraph = paragraphs[paragraphs.length - 1];
    const before = paragraph?.[paragraph.length - 1];
    if (paragraph && before && goesOn(before, line, columnOf, paragraph.length)) paragraph.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs.map((own) => {
    const page = own[0]?.page;
    return {
      kind: "paragraph",
      text: joinLines(own.map(({ text }) => text)),
      ...(page === undefined ? {} : { page }),
      places: placesOf(own),
      ...(own.every(({ text, isOfForm }) => isOfForm ?? FIGURES.test(text)) ? { aside: true as const } : {}),
    };
  });
}

function goesOn(before: PageLine, line: PageLine, columnOf: (page: number) => Column, length: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > 0.15 * size || BEGINS.test(line.text)) return false;
  if (LEADERS.test(before.text)) return false;
  const column = columnOf(before.page);
  const next = columnOf(line.page);
  if (before.right < column.right - SHORT_BY * size) return false;
  if (line.left - next.left > INDENT * size) return false;
  if (/ {3,}/.test(before.text) || / {3,}/.test(line.text)) return false;
  if (before.page !== line.page) return true;
  const gap = line.top - before.bottom;
  // A centred heading over a full line is no first line of it.
  const isCentred = length === 1 && before.left - column.left > 4 * size;
  return gap < 2.2 * size && !isCentred;
}

/**
 * The margins of the running text, by page: where most long lines begin and the longest end, on all pages as wide as it.
 * @param widthOf width of a page in points
 */
export function columnsOf(lines: readonly PageLine[], widthOf: (page: number) => number): (page: number) => Column {
  const byWidth = new Map<number, PageLine[]>();
  for (const line of lines) {
    const width = Math.round(widthOf(line.page));
    const same = byWidth.get(width);
    if (same) same.push(line);
    else byWidth.set(width, [line]);
  }
  const columns = new Map([...byWidth].map(([width, own]) => [width, columnOfLines(own)]));
  return (page) => columns.get(Math.round(widthOf(page))) ?? { left: 0, right: Infinity };
}

function columnOfLines(lines: readonly PageLine[]): Column {
  const widest = Math.max(0, ...lines.map(({ left, right }) => right - left));
  const long = lines.filter(({ left, right }) => right - left > 0.6 * widest);
  return { left: mostCommon(long.map(({ left }) => left)), right: mostCommon(long.map(({ right }) => right)) };
}

/** The place most lines share, to within a few points; the rightmost or leftmost stray line does not count. */
function mostCommon(places: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const place of places) counts.set(Math.round(place / 6), (counts.get(Math.round(place / 6)) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0];
  const near = places.filter((place) => Math.abs(place / 6 - best) <= 1);
  return near.reduce((sum, place) => sum + place, 0) / Math.max(1, near.length);
}

function placesOf(lines: readonly PageLine[]): readonly PagePlace[] {
  const places: PagePlace[] = [];
  for (const { page, left, top, right, bottom } of lines) {
    const place = places[places.length - 1];
    if (place?.page !== page) {
      places.push({ page, left, top, right, bottom });
      continue;
    }
    places[places.length - 1] = {
      page,
      left: Math.min(place.left, left),
      top: Math.min(place.top, top),
      right: Math.max(place.right, right),
      bottom: Math.max(place.bottom, bottom),
    };
  }
  return places;
}
