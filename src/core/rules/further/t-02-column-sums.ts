import type { Check, Rule } from "../../model/rule";
import { TOTAL_ROW, type AccountTable, type ColumnKey, type TableRow } from "../../model/table";
import { descriptorOf, FURTHER_KEYS } from "../../tables";
import { FROM_FORMS } from "../shared/basis";
import { economicClassSums, economicTotals } from "../shared/economic-sums";
import { eachFurtherTable } from "../shared/further-tables";
import { levelSums } from "../shared/hierarchy-rule";
import { columnLabel, rowLabel } from "../shared/names";
import { anyStanding, labelledTerms, labelRows } from "../shared/terms";

export const rule: Rule = {
  id: "T-02",
  title: "增设表各栏汇总",
  statement: "各地增设的表每一金额栏，合计等于各行之和，类等于所属各款之和，款等于所属各项之和，项等于其下各项目之和。",
  formula: "合计 = Σ 类；类 = Σ 款；款 = Σ 项；项 = Σ 项目",
  severity: "error",
  basis: FROM_FORMS,
  rationale: "增设表与九张表一样逐级汇总，增删一行或改了一个数而没有改上级，就会不平。",
  remedy: "先核对所属各行是否齐全，再从最下级开始逐级重新汇总。",
  scope: FURTHER_KEYS,
  check: ({ book }) => eachFurtherTable(book, columnSums),
};

function* columnSums(table: AccountTable): Iterable<Check> {
  const layouts = descriptorOf(table.key).layouts;
  const lines = layouts.flatMap((layout) => (layout.shape === "list" ? (layout.lines?.left ?? []) : []));
  if (lines.length > 0) {
    for (const { key, parts } of lines) {
      const total = table.byKey.get(key);
      const rows = (parts === "items" ? [] : (parts ?? [])).flatMap((part) => table.byKey.get(part) ?? []);
      // A line without figures only heads those below it (二、机关运行经费).
      if (total && rows.length > 0 && hasFigure(total)) yield* sums(table, total, rows);
    }
    return;
  }
  if (layouts.some(({ shape }) => shape === "threePublic")) return;
  if (table.columns.has("amount")) {
    yield* economicClassSums(table);
    yield* economicTotals(table);
    return;
  }
  yield* table.rows.some(({ code }) => code !== undefined) ? codedSums(table) : uncodedSums(table);
}

const hasFigure = ({ figures }: TableRow): boolean => [...figures.values()].some(({ kind }) => kind === "amount");

function* codedSums(table: AccountTable): Iterable<Check> {
  yield* levelSums(table);
  yield* projectSums(table);
}

/** Lines without code below a coded row are what it consists of. */
function* projectSums(table: AccountTable): Iterable<Check> {
  let above: TableRow | undefined;
  let lines: TableRow[] = [];
  for (const row of [...table.rows, undefined]) {
    if (row && row.code === undefined && row.level === "line") {
      if (row.kind !== "blank") lines.push(row);
      continue;
    }
    if (above && lines.length > 0) yield* sums(table, above, lines);
    above = row?.code === undefined ? undefined : row;
    lines = [];
  }
}

/** A table without codes: its 合计 row = Σ all other rows. */
function* uncodedSums(table: AccountTable): Iterable<Check> {
  const total = table.byKey.get(TOTAL_ROW);
  const rows = table.rows.filter((row) => row.level !== "total");
  if (total && rows.length > 0) yield* sums(table, total, rows);
}

function* sums(table: AccountTable, total: TableRow, rows: readonly TableRow[]): Iterable<Check> {
  for (const column of table.columns.keys()) yield* sum(table, total, rows, column);
}

/** Nothing is said of a column in which none of the rows is filled. */
function* sum(table: AccountTable, total: TableRow, rows: readonly TableRow[], column: ColumnKey): Iterable<Check> {
  const left = labelledTerms(labelRows([total]), column);
  const right = labelledTerms(labelRows(rows), column);
  if (left.length === 0 || !anyStanding(right)) return;
  const subject = `${rowLabel(total)} · ${columnLabel(table, column)}`;
  yield { kind: "identity", relation: "=", left, right, subject, sheet: table.sheet };
}
