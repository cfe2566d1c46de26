import type { AccountBook } from "../../model/book";
import type { Check, Rule } from "../../model/rule";
import type { AccountTable } from "../../model/table";
import { descriptorOf, FURTHER_KEYS, tableName } from "../../tables";
import type { AgreementRule } from "../../tables/descriptor";
import { FROM_FORMS } from "../shared/basis";
import { eachFurtherTable } from "../shared/further-tables";
import { columnLabel, shortName } from "../shared/names";
import { notEvaluated } from "../shared/require";
import { labelledTerms, labelRowsOf } from "../shared/terms";
import { partOf, wholeAgainstParts } from "../shared/whole-and-parts";

export const rule: Rule = {
  id: "T-04",
  title: "增设表与九张表一致",
  statement: "各地增设的表与九张公开表反映同一数据的，各科目、各栏相等；反映范围更大的，不小于后者。",
  formula: "增设表.科目.栏 = 公开表.科目.栏（范围更大的 ≥）",
  severity: "verify",
  basis: FROM_FORMS,
  rationale: "同一笔支出在几张表上反映，只改其中一张就会不一致。",
  remedy: "对照账目核对两张表，改正填错的一张；口径确有不同的，写明原因。",
  scope: [...FURTHER_KEYS, "Z03", "Z05", "Z06", "SG", "JJ", "GZ"],
  check: ({ book }) => eachFurtherTable(book, (table) => agreements(book, table)),
};

function* agreements(book: AccountBook, table: AccountTable): Iterable<Check> {
  for (const rule of descriptorOf(table.key).agrees ?? []) {
    const columns = Object.entries(rule.columns).filter(([own]) => table.columns.has(own));
    if (columns.length === 0) continue;
    const missing = rule.with.filter((key) => !book.tables.has(key));
    if (missing.length > 0) {
      const names = missing.map(tableName).join("、");
      yield notEvaluated(table, `没有读到${names}，${shortName(table)}没有与其核对`);
      continue;
    }
    const others = rule.with.flatMap((key) => book.tables.get(key) ?? []);
    yield* rule.byKey ? sameRows(table, others, rule) : byCode(table, others, rule, columns);
  }
}

function byCode(
  table: AccountTable,
  others: readonly AccountTable[],
  { relation, totalsOnly }: AgreementRule,
  columns: readonly (readonly [string, string])[],
): Iterable<Check> {
  return wholeAgainstParts({
    whole: partOf(table),
    parts: others.map(partOf),
    columns,
    equal: relation === "=",
    totalsOnly,
  });
}

/** Rows of the same key in both tables (预算数, 决算数 of 三公). */
function* sameRows(table: AccountTable, others: readonly AccountTable[], rule: AgreementRule): Iterable<Check> {
  for (const row of table.rows) {
    for (const [own, other] of Object.entries(rule.columns)) {
      const left = labelledTerms(labelRowsOf(table, [row]), own);
      const right = others.flatMap((item) => {
        const same = item.byKey.get(row.key);
        return same ? labelledTerms(labelRowsOf(item, [same]), other) : [];
      });
      if (left.length === 0 || right.length === 0) continue;
      const subject = `${shortName(table)} ${row.name} · ${columnLabel(table, own)}`;
      yield { kind: "identity", relation: rule.relation, left, right, subject, sheet: table.sheet };
    }
  }
}
