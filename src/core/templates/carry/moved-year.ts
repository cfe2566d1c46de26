/** A number of four digits that is no part of a longer number. */
const YEARS = /(^|[^\d.,])(20\d\d)(?![\d,]|\.\d+(?:$|[^.\d]))/g;

/**
 * A text with the year moved on: the book's year and the one before it, each by one.
 * @example movedYear("2022年度", 2022) // "2023年度"
 * @example movedYear("较2021年增加2022.5万元", 2022) // "较2022年增加2022.5万元"
 */
export function movedYear(text: string, year: number): string {
  return text.replace(YEARS, (all, before: string, found: string) =>
    Number(found) === year || Number(found) === year - 1 ? `${before}${Number(found) + 1}` : all,
  );
}
