import { normaliseLabel } from "../../glossary/normalise";
import type { AccountBook } from "../../model/book";
import type { CellAddress } from "../../model/cell";
import type { Check, Rule } from "../../model/rule";
import { TABLE_KEYS, type AccountTable } from "../../model/table";
import { DISCLOSURE } from "../shared/basis";
import { tableName } from "../shared/names";

export const rule: Rule = {
  id: "F-03",
  title: "各表单位名称、年度、金额单位一致",
  statement: "各表注明的部门（单位）名称、年度和金额单位相同。",
  severity: "verify",
  basis: DISCLOSURE,
  rationale: "一套表从上年或别的单位的表改来，容易留下旧的名称、年度；金额单位不同则数据相差一万倍。",
  remedy: "把不一致的表改成与其余各表相同；金额单位不同的，同时核对表内数据。",
  scope: TABLE_KEYS,
  check: ({ book }) => headChecks(book),
};

/** What a table's head states, in the form it is compared in, and where. */
interface Stated {
  readonly table: AccountTable;
  readonly text: string;
  readonly cell: CellAddress;
}

const HEADS: readonly { readonly what: string; readonly of: (table: AccountTable) => Stated | undefined }[] = [
  { what: "单位名称", of: (table) => stated(table, table.unitName?.text, table.unitName?.cell) },
  {
    what: "年度",
    of: (table) => stated(table, table.year === undefined ? undefined : `${table.year}`, table.title.cell),
  },
  { what: "金额单位", of: (table) => stated(table, table.moneyUnit?.unit, table.moneyUnit?.cell) },
];

function stated(table: AccountTable, text: string | undefined, cell: CellAddress | undefined): Stated | undefined {
  if (text === undefined || text === "" || cell === undefined) return undefined;
  return { table, text, cell };
}

function* headChecks(book: AccountBook): Iterable<Check> {
  for (const { what, of } of HEADS) {
    const all = [...book.tables.values()].flatMap((table) => of(table) ?? []);
    if (all.length < 2) {
      yield { kind: "notEvaluated", reason: `注明${what}的表不足两张` };
      continue;
    }
    yield* deviations(what, all);
  }
  for (const { table, cause } of book.rivals) {
    if (cause !== "otherUnit") continue;
    const owner = table.unitName ? `“${table.unitName.text}”` : "另一单位";
    yield {
      kind: "violated",
      sheet: table.sheet,
      cells: [table.unitName?.cell ?? table.title.cell],
      related: [],
      message: `“${table.sheet}”是${owner}的${tableName(table.key)}，没有与本单位的表一起核对`,
    };
  }
}

function* deviations(what: string, all: readonly Stated[]): Iterable<Check> {
  const usual = mostStated(all);
  for (const item of all) {
    if (saysTheSame(item, usual)) {
      yield { kind: "satisfied", cells: [item.cell] };
      continue;
    }
    yield {
      kind: "violated",
      sheet: item.table.sheet,
      cells: [item.cell],
      related: [usual.cell],
      message: `“${item.table.sheet}”的${what}是“${item.text}”，其他表是“${usual.text}”`,
    };
  }
}

/** The first of the statements that most tables make. */
function mostStated(all: readonly Stated[]): Stated {
  const count = (item: Stated): number => all.filter((other) => saysTheSame(other, item)).length;
  return all.reduce((best, item) => (count(item) > count(best) ? item : best));
}

function saysTheSame(a: Stated, b: Stated): boolean {
  return a.text === b.text || normaliseLabel(a.text) === normaliseLabel(b.text);
}
