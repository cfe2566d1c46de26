import type { Check, Term } from "../../model/rule";
import { isStandardKey, Z06_ROWS, type AccountTable, type TableRow } from "../../model/table";
import { hierarchyOf } from "./hierarchy";
import { rowLabel, shortName } from "./names";
import { missingRow, notEvaluated } from "./require";
import { anyStanding, columnTerms, keyTerm, rowTerms } from "./terms";

/** 类 = Σ 款 by economic classification; not evaluated where the table does not print both. */
export function* economicClassSums(table: AccountTable): Iterable<Check> {
  const { below } = hierarchyOf(table);
  if (below.size === 0) yield notEvaluated(table, `${shortName(table)}没有同时印有类和款的科目`);
  for (const row of table.rows) {
    const children = row.code === undefined ? undefined : below.get(row.code);
    if (!children) continue;
    const left = rowTerms([row], "amount");
    const right = rowTerms(children, "amount");
    yield { kind: "identity", relation: "=", left, right, subject: rowLabel(row), sheet: table.sheet };
  }
}

/** 人员经费合计, 公用经费合计 and 合计, where printed, from the topmost codes; each row from its two columns in a list. */
export function* economicTotals(table: AccountTable): Iterable<Check> {
  const { top } = hierarchyOf(table);
  if (top.length === 0) {
    yield notEvaluated(table, `${shortName(table)}没有科目行`);
    return;
  }
  const unread = top.find(({ figures }) => !figures.has("amount"));
  if (unread) {
    yield notEvaluated(table, `${shortName(table)} ${rowLabel(unread)}所在的金额栏没有读到，合计没有核对`);
    return;
  }
  if (isSplit(table, top)) {
    yield* fundsTotal(table, Z06_ROWS.personnelTotal, "人员经费合计", rowTerms(top, "personnel"));
    yield* fundsTotal(table, Z06_ROWS.publicTotal, "公用经费合计", rowTerms(top, "public"));
  } else if (top.every((row) => row.code?.startsWith("3") === true)) {
    const isPersonnel = (row: TableRow): boolean => /^30[13]/.test(row.code ?? "");
    const others = top.filter((row) => !isPersonnel(row));
    yield* fundsTotal(table, Z06_ROWS.personnelTotal, "人员经费合计", rowTerms(top.filter(isPersonnel), "amount"));
    yield* fundsTotal(table, Z06_ROWS.publicTotal, "公用经费合计", rowTerms(others, "amount"));
  } else {
    yield notEvaluated(table, `${shortName(table)}不是部门预算经济分类科目，人员经费、公用经费没有按科目核对`);
  }
  yield* printedTotal(table, top);
  yield* splitRows(table);
}

/** Whether every class that has an amount says how much of it is personnel and how much public funds. */
function isSplit(table: AccountTable, top: readonly TableRow[]): boolean {
  return (
    table.columns.has("personnel") &&
    table.columns.has("public") &&
    top.every((row) => {
      const parts = columnTerms(table, row, ["personnel", "public"]);
      return anyStanding(parts) || !anyStanding(columnTerms(table, row, ["amount"]));
    })
  );
}

function* fundsTotal(table: AccountTable, key: string, label: string, right: readonly Term[]): Iterable<Check> {
  const left = keyTerm(table, key, "amount").map((item) => ({ ...item, label }));
  if (left.length === 0) {
    // A table of 项目支出 or 机关运行经费 has one 合计 for all.
    if (isStandardKey(table.key) || !table.byKey.has(Z06_ROWS.total)) yield missingRow(table, label);
    return;
  }
  yield { kind: "identity", relation: "=", left, right, subject: label, sheet: table.sheet };
}

/** 合计, where one is printed, is personnel and public funds together; where these are not printed, the topmost codes. */
function* printedTotal(table: AccountTable, top: readonly TableRow[]): Iterable<Check> {
  const left = keyTerm(table, Z06_ROWS.total, "amount");
  if (left.length === 0) return;
  const parts = [
    ...keyTerm(table, Z06_ROWS.personnelTotal, "amount"),
    ...keyTerm(table, Z06_ROWS.publicTotal, "amount"),
  ];
  const right = parts.length === 2 ? parts : rowTerms(top, "amount");
  yield { kind: "identity", relation: "=", left, right, subject: "合计", sheet: table.sheet };
}

/** In a single list each row's amount is what stands under 人员经费 and 公用经费; rows with neither filled say nothing. */
function* splitRows(table: AccountTable): Iterable<Check> {
  for (const row of table.rows) {
    const right = columnTerms(table, row, ["personnel", "public"]);
    if (row.code === undefined || right.every(({ figure }) => figure.kind === "blank")) continue;
    const left = columnTerms(table, row, ["amount"]);
    yield { kind: "identity", relation: "=", left, right, subject: rowLabel(row), sheet: table.sheet };
  }
}
