import type { AccountBook } from "../model/book";
import type { StandardKey } from "../model/table";
import type { Edition } from "./edition";
import { FROM_2020 } from "./from-2020";
import { FROM_2022 } from "./from-2022";
import { TO_2019 } from "./to-2019";

export type { Edition } from "./edition";

/** Every edition, the oldest first. */
export const EDITIONS: readonly Edition[] = [TO_2019, FROM_2020, FROM_2022];

/** What is taken where nothing tells the edition: the one that holds from the latest year. */
export const NEWEST_EDITION: Edition = EDITIONS.reduce((newest, next) => (next.since > newest.since ? next : newest));

/** The edition of a year; the newest where the year is not known. */
export function editionOf(year: number | undefined): Edition {
  if (year === undefined) return NEWEST_EDITION;
  return [...EDITIONS].reverse().find(({ since }) => year >= since) ?? TO_2019;
}

/** The edition of that name; undefined where there is none. */
export function editionNamed(id: string): Edition | undefined {
  return EDITIONS.find((edition) => edition.id === id);
}

/** The years it holds for, as they are chosen: "2022年及以后", "2020至2021年", "2019年及以前". */
export function yearsOf(edition: Edition): string {
  const next = EDITIONS[EDITIONS.indexOf(edition) + 1];
  if (!next) return `${edition.since}年及以后`;
  return edition.since === 0 ? `${next.since - 1}年及以前` : `${edition.since}至${next.since - 1}年`;
}

/**
 * The edition of a workbook: by its year, else by the 公开 numbers of its tables where they fit one set of tables alone
 * (公开07 is 三公 to 2021, 政府性基金 since), the newest of the editions with that set; undefined where neither tells.
 */
export function editionOfBook(book: Pick<AccountBook, "year" | "tables">): Edition | undefined {
  if (book.year !== undefined) return editionOf(book.year);
  const numbers = [...book.tables.values()].flatMap(({ key, publicNumber }) => {
    const number = /\d+/.exec(publicNumber?.text ?? "")?.[0];
    return number === undefined ? [] : [{ key, number: Number(number) }];
  });
  const fitting = EDITIONS.filter(({ tables }) =>
    numbers.every(({ key, number }) => tables[number - 1] === (key as StandardKey)),
  );
  const edition = fitting.at(-1);
  const areAlike = new Set(fitting.map(({ tables }) => tables.join())).size === 1;
  return numbers.length > 0 && areAlike ? edition : undefined;
}

/** The edition to write a workbook's text in: what the workbook tells, else the newest. */
export function editionFor(book: Pick<AccountBook, "year" | "tables">): Edition {
  return editionOfBook(book) ?? NEWEST_EDITION;
}
