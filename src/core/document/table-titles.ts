import { normaliseLabel } from "../glossary/normalise";
import type { Edition } from "../editions";
import type { AccountBook } from "../model/book";
import { isStandardKey, TABLE_KEYS, type AccountTable, type TableKey } from "../model/table";
import { tablesOfTitle } from "../reading/title";
import { tableName } from "../tables";
import { partsOf } from "./parts";
import type { SplitDocument } from "./sheets";

/**
 * Something about how a document's tables are named, numbered or ordered:
 * - `tableNumber`: another 公开 number than the edition gives the table;
 * - `tableName`: another name than the edition's;
 * - `tableOrder`: printed behind a table that the edition puts behind it;
 * - `contentsName`: the contents page gives it another name than stands above it;
 * - `contentsMissing`: the contents page lacks it, though it lists the others.
 */
export interface TitleFinding {
  readonly kind: "tableNumber" | "tableName" | "tableOrder" | "contentsName" | "contentsMissing";
  readonly table: TableKey;
  /** As printed; of an order the table's title. */
  readonly stated: string;
  /** What it should be; of an order the table it stands behind, of `contentsMissing` "". */
  readonly expected: string;
}

/** Fewer entries are no contents page but a sentence that names a table. */
const SHORTEST_CONTENTS = 4;
const THREE_PUBLIC_OF_ALL_FUNDS = 2022;

/**
 * Compares titles, numbers and order of a document's tables with the edition's and with its own contents page. Places that
 * publish more tables than the nine number them in their own way: then only the document is compared with itself.
 * @param edition of the document; undefined where nothing tells it: then it is held against its contents page only
 */
export function titleFindings(
  { prose, places }: Pick<SplitDocument, "prose" | "places">,
  book: AccountBook,
  edition: Edition | undefined,
): readonly TitleFinding[] {
  const order: readonly TableKey[] = edition?.tables ?? TABLE_KEYS;
  const tables = [...book.tables.values()].filter(
    ({ key, title }) => order.includes(key) && tablesOfTitle(normaliseLabel(title.text)).includes(key),
  );
  const heads = new Set([...places.values()].flat().map(({ block }) => block));
  const contents = contentsOf(prose.filter(({ block }) => !heads.has(block)).map(({ text }) => text));
  const isEdition = edition !== undefined && isOfEdition(book, tables, order);
  return [
    ...(isEdition ? tables.flatMap((table) => numberAndName(table, edition)) : []),
    ...(isEdition ? misplaced(inPrintOrder(tables, places), order) : []),
    ...(contents.size >= SHORTEST_CONTENTS ? tables.flatMap((table) => againstContents(table, contents)) : []),
  ];
}

/** Whether the set is the ministry's: tables numbered 公开…表, none beside the nine, no number beyond theirs. */
function isOfEdition(book: AccountBook, tables: readonly AccountTable[], order: readonly TableKey[]): boolean {
  const numbered = [...book.tables.values()].filter(({ publicNumber }) => publicNumber !== undefined);
  const beyond = numbered.some(
    ({ key, publicNumber }) => !isStandardKey(key) || Number(digits(publicNumber?.text ?? "")) > order.length,
  );
  return !beyond && tables.filter(({ publicNumber }) => publicNumber).length >= SHORTEST_CONTENTS;
}

function numberAndName({ key, title, publicNumber }: AccountTable, edition: Edition): readonly TitleFinding[] {
  const order: readonly TableKey[] = edition.tables;
  const expected = `公开${String(order.indexOf(key) + 1).padStart(2, "0")}表`;
  const isOther = publicNumber !== undefined && Number(digits(publicNumber.text)) !== order.indexOf(key) + 1;
  const name = editionName(key, edition);
  const isNamedOtherwise = !spellings(name).some((spelling) => isSameName(title.text, spelling));
  return [
    ...(isOther ? [{ kind: "tableNumber", table: key, stated: publicNumber.text, expected } as const] : []),
    ...(isNamedOtherwise
      ? [{ kind: "tableName", table: key, stated: title.text.trim(), expected: name } as const]
      : []),
  ];
}

/** The edition's name of a table. */
function editionName(key: TableKey, { since }: Edition): string {
  const isOfGeneralBudget = key === "SG" && since < THREE_PUBLIC_OF_ALL_FUNDS;
  return isOfGeneralBudget ? `一般公共预算${tableName(key)}` : tableName(key);
}

/** A name with and without 明细, which both are in use (…基本支出决算（明细）表). */
function spellings(name: string): readonly string[] {
  const whole = plain(name);
  return [whole, whole.replace(/决算表$/, "决算明细表"), whole.replace(/决算明细表$/, "决算表")];
}

function inPrintOrder(tables: readonly AccountTable[], places: SplitDocument["places"]): readonly AccountTable[] {
  const at = ({ sheet, title }: AccountTable): number => (places.get(sheet)?.[0]?.block ?? 0) + title.cell.row / 10_000;
  return [...tables].sort((a, b) => at(a) - at(b));
}

/** Tables that stand behind one which the edition puts behind them. */
function misplaced(tables: readonly AccountTable[], order: readonly TableKey[]): readonly TitleFinding[] {
  return tables.flatMap(({ key, title }, index): readonly TitleFinding[] => {
    const before = tables[index - 1];
    if (!before || order.indexOf(before.key) < order.indexOf(key)) return [];
    return [{ kind: "tableOrder", table: key, stated: title.text.trim(), expected: before.title.text.trim() }];
  });
}

function againstContents(
  { key, title }: AccountTable,
  contents: ReadonlyMap<TableKey, readonly string[]>,
): readonly TitleFinding[] {
  const entries = contents.get(key);
  const stated = title.text.trim();
  if (entries === undefined) return [{ kind: "contentsMissing", table: key, stated, expected: "" }];
  const [entry] = entries;
  if (entry === undefined || entries.some((text) => isSameName(text, stated) || isSameName(stated, text))) return [];
  return [{ kind: "contentsName", table: key, stated: entry, expected: stated }];
}

/** Entries of the contents page, or of the list behind 第二部分, by the table they name. */
function contentsOf(lines: readonly string[]): ReadonlyMap<TableKey, readonly string[]> {
  const parts = partsOf(lines);
  const entries = new Map<TableKey, string[]>();
  lines.forEach((line, index) => {
    const kind = parts[index]?.kind;
    if (kind !== "front" && kind !== "tables") return;
    const text = entryText(line);
    const [key] = tablesOfTitle(normaliseLabel(text));
    if (key !== undefined) entries.set(key, [...(entries.get(key) ?? []), text]);
  });
  return entries;
}

/** "七、…决算表………… 12" → "…决算表". */
function entryText(line: string): string {
  return line
    .trim()
    .replace(/[\s.…·•_-]*\(?\d{0,3}\)?$/, "")
    .replace(
      /^[-•\s]*(?:[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[）)]|附?表?\d{1,2}[、.．:：]?)\s*/,
      "",
    );
}

const OF_MONEY = /预算|拨款|基金|资本|经营|财政|支出|收入/;

/** Whether a printed title is the name, be it with the unit's name before it (某局收入决算表). */
function isSameName(printed: string, name: string): boolean {
  const [title, wanted] = [plain(printed), plain(name)];
  return title.endsWith(wanted) && !OF_MONEY.test(title.slice(0, title.length - wanted.length));
}

/** A title without the year before it and what stands in brackets behind it. */
function plain(title: string): string {
  return normaliseLabel(title)
    .replace(/["']/g, "")
    .replace(/^.*?\d{4}年度?(?:部门|单位)?/, "")
    .replace(/\(.*\)$/, "")
    .replace(/^[一二三四五六七八九十]+、/, "");
}

function digits(text: string): string {
  return /\d+/.exec(text)?.[0] ?? "";
}
