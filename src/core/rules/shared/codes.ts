import { normaliseLabel, stripOrdinal } from "../../glossary/normalise";
import type { CellAddress } from "../../model/cell";
import type { AccountTable, TableRow } from "../../model/table";
import { perTable } from "./per-table";

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

/** Whether two printed names are the same one in the form names are compared in. */
export function isSameName(a: string, b: string): boolean {
  return a === b || comparableName(a) === comparableName(b);
}

/** A row with a code of the classification. */
export type CodedRow = TableRow & { readonly code: string };

/** The rows of a table that have a code, in print order. */
export const codedRows = perTable((table): readonly CodedRow[] =>
  table.rows.filter((row): row is CodedRow => row.code !== undefined && row.level !== "total"),
);

/** Rows of a table by code, in print order; rows without a code are left out. */
export function rowsByCode(table: AccountTable): ReadonlyMap<string, readonly CodedRow[]> {
  const rows = new Map<string, CodedRow[]>();
  for (const row of codedRows(table)) {
    const same = rows.get(row.code);
    if (same) same.push(row);
    else rows.set(row.code, [row]);
  }
  return rows;
}
