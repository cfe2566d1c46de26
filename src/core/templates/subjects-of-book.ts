import type { AccountBook } from "../model/book";
import { isStandardKey, type StandardKey } from "../model/table";
import { isFunctionalCode, type ChosenSubject } from "./subjects";

/** Every functional code of a workbook's classified tables with its name, and the tables it stands in. */
export function subjectsOfBook(book: AccountBook): readonly ChosenSubject[] {
  const found = new Map<string, { name: string; tables: StandardKey[] }>();
  for (const [key, table] of book.tables) {
    if (!isStandardKey(key) || key === "Z01" || key === "Z04") continue;
    for (const { code, name } of table.rows) {
      if (code === undefined || !isFunctionalCode(code)) continue;
      const subject = found.get(code) ?? { name, tables: [] };
      if (!subject.tables.includes(key)) subject.tables.push(key);
      found.set(code, subject);
    }
  }
  return [...found].map(([code, subject]) => ({ code, ...subject }));
}
