import type { Check, Rule, Term } from "../../model/rule";
import type { AccountTable, ColumnKey, TableRow } from "../../model/table";
import { TABLE_BALANCE } from "./basis";
import { hierarchyOf } from "./hierarchy";
import { columnLabel, rowLabel, shortName, tableName } from "./names";
import { emptyTable, missingRow, notEvaluated, withTables } from "./require";
import { labelledTerms, labelRows } from "./terms";

type Classified = "Z02" | "Z03" | "Z05" | "JJ" | "GZ";

/** The H1 rule of a classified table: 合计 = Σ 类, 类 = Σ 款, 款 = Σ 项 in every amount column. */
export function hierarchyRule(key: Classified): Rule {
  const id = `${key}-H1`;
  const name = tableName(key);
  return {
    id,
    title: `${name}科目层级汇总`,
    statement: `${name}各金额栏，合计等于各类之和，类等于所属各款之和，款等于所属各项之和（按科目编码前 3、5、7 位归属）。`,
    formula: "合计 = Σ 类；类 = Σ 款；款 = Σ 项",
    severity: "error",
    basis: TABLE_BALANCE,
    rationale: "类、款和合计由项级逐级汇总。增删一个科目、改了一个项级数而没有改上级，就会不平。",
    remedy: "先核对所属各项是否齐全、有无重复，再从项级开始逐级重新汇总。",
    scope: [key],
    check: ({ book }) => withTables(book, [key], (table) => levelSums(table)),
  };
}

/** 合计 = Σ 类, 类 = Σ 款, 款 = Σ 项 in every column of a table. */
export function levelSums(table: AccountTable): readonly Check[] {
  const { top, below } = hierarchyOf(table);
  const columns = [...table.columns.keys()];
  const total = table.byKey.get("total");
  if (top.length === 0) {
    const stands = total !== undefined && [...total.figures.values()].some((figure) => !figure.value.isZero());
    return [stands ? notEvaluated(table, `${shortName(table)}只有合计，没有科目行`) : emptyTable(table)];
  }
  const checks: Check[] = [];
  if (total) addParentSums(checks, table, total, top, columns);
  else checks.push(missingRow(table, "合计"));
  for (const row of table.rows) {
    const children = row.code === undefined ? undefined : below.get(row.code);
    if (children) addParentSums(checks, table, row, children, columns);
  }
  return checks;
}

function addParentSums(
  checks: Check[],
  table: AccountTable,
  parent: TableRow,
  children: readonly TableRow[],
  columns: readonly ColumnKey[],
): void {
  const label = rowLabel(parent);
  const labelled = labelRows(children);
  for (const column of columns) {
    const figure = parent.figures.get(column);
    if (!figure) continue;
    const right = labelledTerms(labelled, column);
    // A detail table may be filled in for some levels only (四川: 明细 in the 合计 row alone).
    if (table.headed && right.every((term) => term.figure.kind === "blank")) continue;
    const left: Term[] = [{ figure, sign: 1, label }];
    const subject = `${label} · ${columnLabel(table, column)}`;
    checks.push({
      kind: "identity",
      relation: "=",
      left,
      right,
      subject,
      sheet: table.sheet,
      remark: undefined,
    });
  }
}
