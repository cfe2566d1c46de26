import { functionalClassByName } from "../../glossary/functional-classes";
import { normaliseLabel, stripOrdinal } from "../../glossary/normalise";
import type { CellAddress } from "../../model/cell";
import type { AccountTable, TableRow } from "../../model/table";

/**
 * A 科目名称 in the form names are compared in: without blanks, ordinals, a code printed before it, brackets, punctuation
 * and a closing （类）（款）（项） or 支出, which editions print or leave out.
 */
export function comparableName(name: string): string {
  return stripOrdinal(normaliseLabel(name).replace(/^\d{3,7}/, ""))
    .replace(/^其中:/, "")
    .replace(/\([类款项]\)$/, "")
    .replace(/["'()、,.·:;-]/g, "")
    .replace(/支出$/, "");
}

/** The cell to point at for a row: its code, its name or its first figure; the table's title where it has none. */
export function cellOfRow(table: AccountTable, row: TableRow): CellAddress {
  return row.codeCell ?? row.nameCell ?? row.figures.values().next().value?.cell ?? table.title.cell;
}

/** The cell that holds a row's name, else as `cellOfRow`. */
export function nameCellOf(table: AccountTable, row: TableRow): CellAddress {
  return row.nameCell ?? cellOfRow(table, row);
}

/** Rows of a table by code, in print order; rows without a code are left out. */
export function rowsByCode(table: AccountTable): ReadonlyMap<string, readonly TableRow[]> {
  const rows = new Map<string, TableRow[]>();
  for (const row of table.rows) {
    if (row.code === undefined || row.level === "total") continue;
    const same = rows.get(row.code);
    if (same) same.push(row);
    else rows.set(row.code, [row]);
  }
  return rows;
}

/** Whether a 类 name clearly belongs to another code of the functional classification. */
export function belongsToOtherClass(name: string, code: string): boolean {
  const known = functionalClassByName(name);
  return known !== undefined && known !== code;
}

/** Whether a 类 name is one of the names the code had over the years. */
export function isNameOfClass(name: string, code: string): boolean {
  return functionalClassByName(name) === code;
}
