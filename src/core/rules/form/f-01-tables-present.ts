import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import { TABLE_KEYS, type TableKey } from "../../model/table";
import { DISCLOSURE } from "../shared/basis";
import { tableName } from "../shared/names";
import { editionOfBook, EDITIONS } from "../../editions";

export const rule: Rule = {
  id: "F-01",
  title: "应公开的表齐全且不重复",
  statement:
    "当年公开表样要求的各张表都在工作簿里，每张只有一份；“三公”经费、政府性基金、国有资本经营三张表未列入的，说明在何处公开。",
  severity: "error",
  basis: DISCLOSURE,
  rationale: "缺表就是漏公开；同一张表有两份，就不知道以哪份为准。没有数据的表也要列出并注明无数据。",
  remedy: "补上缺少的表（没有数据的列空表并注明）；同一张表有多份的，删去不用的一份。",
  scope: TABLE_KEYS,
  check: ({ book }) => presence(book),
};

/** Some provinces publish these elsewhere or leave them out: an explanation settles it. */
const EXPLAINABLE: ReadonlySet<TableKey> = new Set(["SG", "JJ", "GZ"]);

/** What every edition requires, and what only some do: where a workbook's edition is not known. */
const IN_EVERY_EDITION = TABLE_KEYS.filter((key) => EDITIONS.every(({ tables }) => tables.includes(key)));
const IN_SOME_EDITIONS = TABLE_KEYS.filter((key) => !IN_EVERY_EDITION.includes(key));

/**
 * A table that is not there: missing only where no sheet claims to be it. Where one does, it is there and could not be
 * read, which its note explains.
 */
function* absent(book: AccountBook, key: TableKey, perhaps: string): Iterable<Check> {
  const severity = EXPLAINABLE.has(key) ? "verify" : "error";
  const common = { kind: "violated", severity, cells: [], related: [] } as const;
  const claiming = book.sheets.filter(({ kind, claims }) => kind === null && claims === key);
  for (const { name, note } of claiming) {
    const why = note === undefined ? "" : `：${note.replace(/。$/, "")}`;
    yield { ...common, sheet: name, message: `“${name}”标明是${tableName(key)}，但没有读出${why}` };
  }
  if (claiming.length > 0) return;
  const year = book.year === undefined ? "" : `${book.year} 年`;
  yield { ...common, sheet: "", message: `缺少${tableName(key)}（${year}公开表样要求列出）${perhaps}` };
}

function* presence(book: AccountBook): Iterable<Check> {
  if (book.tables.size === 0) {
    yield { kind: "notEvaluated", reason: "工作簿里没有识别出任何一张决算公开表" };
    return;
  }
  const unread = book.sheets.filter((sheet) => sheet.unread).map(({ name }) => `“${name}”`);
  const perhaps = unread.length === 0 ? "" : `，没有读取的工作表${unread.join("、")}中或许有`;
  const edition = editionOfBook(book);
  for (const key of edition?.tables ?? IN_EVERY_EDITION) {
    const table = book.tables.get(key);
    if (table) yield { kind: "satisfied", cells: [table.title.cell] };
    else yield* absent(book, key, perhaps);
  }
  for (const key of edition ? [] : IN_SOME_EDITIONS.filter((only) => !book.tables.has(only))) {
    yield { kind: "notEvaluated", reason: `没有读到决算年度，不知道是否应有${tableName(key)}`, missing: key };
  }
  for (const { table, cause } of book.rivals) {
    const first = book.tables.get(table.key);
    if (cause !== "duplicate" || !first) continue;
    yield {
      kind: "violated",
      sheet: table.sheet,
      cells: [table.title.cell],
      related: [first.title.cell],
      message: `“${table.sheet}”与“${first.sheet}”都是${tableName(table.key)}，只核对了后者`,
    };
  }
}
